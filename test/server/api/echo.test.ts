import { describe, expect, it } from 'vitest';
import { GeodataError, unknownId } from '../../../geodata/errors.ts';
import { echoed } from '../../../server/api/echo.ts';
import { problemOf } from '../../../server/api/problems.ts';

describe('what an answer repeats of a request', () => {
  it('is the text as it is where it is short and plain', () => {
    expect(echoed('夏集派出所 S1')).toBe('夏集派出所 S1');
  });

  it('is cut to 80 characters, never inside one', () => {
    expect(echoed('𠮷'.repeat(100))).toBe(`${'𠮷'.repeat(80)}…`);
    expect(echoed('x'.repeat(1e6))).toHaveLength(81);
  });

  it('shows no control characters, no marks that turn the text around, no halves of characters', () => {
    expect(echoed('a\0b\nc\u202Ed\uD800e\u2028')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD');
  });

  it('is nothing where it looks like personal data', () => {
    expect(echoed('联系 139 1234 5678')).toBe('…');
    expect(problemOf(unknownId('settlement', '13912345678'), 'en').detail).toBe('no settlement is called "…"');
  });

  it('says nothing of the framework’s own message, which may quote the request', () => {
    const error = Object.assign(new SyntaxError('Unexpected token near 13912345678'), { statusCode: 400 });
    expect(problemOf(error, 'en')).toMatchObject({ status: 400, code: 'refused', detail: 'Bad request' });
    const known = Object.assign(new Error('x'), { statusCode: 413, code: 'FST_ERR_CTP_BODY_TOO_LARGE' });
    expect(problemOf(known, 'zh')).toMatchObject({ detail: '请求正文过大', code: 'fst-err-ctp-body-too-large' });
  });
});

describe('the problem of groups that cannot be evaluated', () => {
  it('names each group, rule and station, at most 20 of them, and their number', () => {
    const findings = Array.from({ length: 30 }, () => ({ kind: 'station-unknown', groupId: 'G1', stationId: 'S9' }));
    const problem = problemOf(new GeodataError('input-invalid', 'x', { findings }), 'en');
    expect(problem.problems).toHaveLength(20);
    expect(problem).toMatchObject({
      status: 422,
      problemCount: 30,
      problems: [
        { column: 'groups/G1', rule: 'station-unknown', text: 'no station has this id or name (S9)' },
        ...Array.from({ length: 19 }, () => ({})),
      ],
    });
  });
});
