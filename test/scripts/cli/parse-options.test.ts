import { describe, expect, it } from 'vitest';
import { UsageFailure } from '../../../scripts/cli/failures.ts';
import { lonLat, numberFrom, positiveNumbers, text } from '../../../scripts/cli/option-values.ts';
import type { OptionTable } from '../../../scripts/cli/options.ts';
import { parseOptions } from '../../../scripts/cli/parse-options.ts';

const words = { zh: '', en: '' };
const TABLE = {
  at: { value: 'LON,LAT', parse: lonLat, required: true, ...words },
  minutes: { value: 'MIN,...', parse: positiveNumbers, default: '10,20', ...words },
  step: { value: 'METRES', parse: numberFrom(25), ...words },
  out: { value: 'FILE', parse: text, ...words },
  quiet: { flag: true, ...words },
} as const satisfies OptionTable;

function parse(...args: string[]) {
  return parseOptions(args, TABLE, 'verb');
}

function problemsOf(...args: string[]): string[] {
  try {
    parse(...args);
  } catch (error) {
    if (error instanceof UsageFailure) return error.problems.map(({ en }) => en);
    throw error;
  }
  throw new Error('The command line was accepted.');
}

describe('parseOptions', () => {
  it('gives every option a value of its own type, a default, undefined or false', () => {
    const expected = { at: [117, 32], minutes: [10, 20], step: undefined, out: undefined, quiet: false };
    expect(parse('--at', '117,32')).toEqual(expected);
    expect(parse('--quiet', '--step=30.5', '--at=117,32', '--minutes', '5')).toEqual({
      ...expected,
      minutes: [5],
      step: 30.5,
      quiet: true,
    });
  });

  it('lets a value begin with a dash, as western longitudes do', () => {
    expect(parse('--at', '-3.7,40.4').at).toEqual([-3.7, 40.4]);
  });

  it.each([
    [['--at', '1,1', '--out', '--quiet'], '--out: the value FILE is missing'],
    [['--at'], '--at: the value LON,LAT is missing'],
    [['--at', '1,1', '--at', '2,2'], '--at: given more than once'],
    [['--at', '1,1', '--out='], '--out: must not be empty'],
    [['--at', '1,1', '--step', '24.9'], '--step: "24.9" should be a number from 25'],
    [['--at', '1,1', '--step', '1e3'], '--step: "1e3" should be a number from 25'],
    [['--at', '1,1', '--minutes', '5,0'], '--minutes: "0" should be a number above 0'],
    [['--at', '1,1', '--constructor', 'x'], 'there is no option --constructor'],
    [['--at', '1,1', 'stray'], '"stray" belongs to no option'],
    [['--at', '1,1', '--', 'stray'], '"stray" belongs to no option'],
  ])('refuses %j, and nothing else about it', (args, problem) => {
    expect(problemsOf(...args)).toEqual([problem]);
  });

  it.each(['1', '1,2,3', 'a,b', '0x10,2', '1,', '190,20'])('refuses %j for a point', (point) => {
    const [problem] = problemsOf('--at', point);
    expect(problem).toBe(`--at: "${point}" should be longitude,latitude in decimal degrees, such as 117.25,32.01`);
  });

  it('gathers bare words and repeated options where the verb takes them', () => {
    const table = {
      files: { operands: 'FILES...', least: 1, most: 2, ...words },
      step: { value: 'METRES', parse: numberFrom(25), repeats: true, ...words },
      quiet: { flag: true, ...words },
    } as const satisfies OptionTable;
    const read = (...args: string[]) => parseOptions(args, table, 'verb');
    expect(read('a', '--step', '30', '--quiet', 'b', '--step=40')).toEqual({
      ...{ files: ['a', 'b'], step: [30, 40], quiet: true },
    });
    expect(read('a').step).toEqual([]);
    const problems = (...args: string[]): readonly string[] => {
      try {
        return [JSON.stringify(read(...args))];
      } catch (error) {
        return (error as UsageFailure).problems.map(({ en }) => en);
      }
    };
    expect(problems()).toEqual(['FILES... is missing']);
    expect(problems('a', 'b', 'c')).toEqual(['"c" belongs to no option']);
    expect(problems('a', '--step', '30', '--step', '1')).toEqual(['--step: "1" should be a number from 25']);
    expect(problems('a', '--files', 'b')).toEqual(['there is no option --files']);
  });
});
