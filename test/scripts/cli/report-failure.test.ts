import { describe, expect, it } from 'vitest';
import {
  GeodataError,
  inputInvalid,
  networkEmpty,
  networkMalformed,
  osmMalformed,
  osmUnsupported,
  snapTooFar,
  unknownId,
} from '../../../geodata/errors.ts';
import { failureReport } from '../../../scripts/cli/report-failure.ts';

describe('failureReport', () => {
  it.each([
    [osmMalformed(12, 'cut off'), 3],
    [osmUnsupported(0, 'HistoricalInformation'), 3],
    [networkMalformed('too short'), 3],
    [networkEmpty('car'), 4],
    [inputInvalid('a.csv', [{ row: 2, column: 'lon', rule: 'coordinate-range' }], 1), 3],
    [snapTooFar([117, 32], 300), 4],
    [unknownId('station', 'S9'), 2],
    [new GeodataError('limit-exceeded', 'Too many.', { actual: 9, limit: 5 }), 4],
  ])('words %s in both languages, with exit code %d', (error, exitCode) => {
    for (const language of ['zh', 'en'] as const) {
      const report = failureReport(error, language);
      expect(report.exitCode).toBe(exitCode);
      expect(report.lines.join('\n')).not.toContain('undefined');
      expect(/\p{Script=Han}/u.test(report.lines.join('\n'))).toBe(language === 'zh');
    }
  });

  it('lists the problems of a file and counts those not listed', () => {
    const error = inputInvalid('a.csv', [{ row: 2, column: '*', rule: 'row-ragged' }], 130);
    expect(failureReport(error, 'en').lines).toEqual([
      'a.csv: 130 problem(s)',
      '  Row 2: the number of cells differs from the header',
      '  ... and 129 more',
    ]);
  });

  it('leaves an endless snap limit unsaid', () => {
    expect(failureReport(snapTooFar([117, 32], Infinity), 'en').lines).toEqual(['there is no road near 117,32']);
    expect(failureReport(snapTooFar([117, 32], 300), 'zh').lines).toEqual(['117,32 附近 300 米内没有道路']);
  });

  it('keeps the message of what nobody foresaw, with exit code 1', () => {
    expect(failureReport(new Error('boom'), 'en')).toEqual({ exitCode: 1, lines: ['unexpected failure: boom'] });
    expect(failureReport('boom', 'zh')).toEqual({ exitCode: 1, lines: ['意外错误：boom'] });
  });
});
