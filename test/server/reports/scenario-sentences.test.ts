import { describe, expect, it } from 'vitest';
import { evaluateResponses } from '../../../geodata/grouping/evaluate.ts';
import { compareScenarios } from '../../../geodata/scenario/compare-scenarios.ts';
import { scenarioSentences } from '../../../server/reports/scenario-sentences.ts';
import { arrayInput, drive, settlement, station } from '../../grouping/county-arrays.ts';

/** Five villages of one station, and a hamlet of 12 households that is withheld. */
const settlements = [
  ...['三岔', '李庄', '王圩', '赵岗', '孙集'].map((name) => settlement(name, { households: 100 })),
  settlement('微', { households: 12 }),
];

function evaluationOf(minutes: readonly (number | undefined)[]) {
  const stations = [station('a', { officers: 5 })];
  const owners = settlements.map(() => 0);
  return evaluateResponses(
    arrayInput({ stations, settlements, owners, toSettlement: (_, to) => drive(minutes[to]) }, []),
  );
}

const before = evaluationOf([10, 10, 10, 10, 31, 10]);
const after = evaluationOf([31, 31, 31, 31, 10, undefined]);

describe('compareScenarios', () => {
  it('gives numbers and differences on shown weights alone', () => {
    const { county, countyDifference, settlements: compared, units } = compareScenarios([before, after]);
    // One village more is withheld beside the hamlet: four of 100 households are shown.
    expect(county.map(({ weight }) => weight)).toEqual([400, 400]);
    expect(countyDifference[0]).toEqual({ withinCount: 0, count: 0, withinWeight: 0, weight: 0 });
    expect(countyDifference[1]!.withinCount).toBe(1 - 5);
    expect(compared[0]!.in.map(({ status, ds }) => [status, ds])).toEqual([
      ['pass', 6000],
      ['fail', 18_600],
    ]);
    expect(units.map(({ id }) => id)).toEqual(['station:a']);
  });

  it('refuses a single scenario', () => {
    expect(() => compareScenarios([before])).toThrow('1 scenarios cannot be compared.');
  });
});

describe('scenarioSentences', () => {
  const comparison = compareScenarios([before, after]);

  it('names a few settlements and counts them all', () => {
    expect(scenarioSentences(comparison, settlements, 1, 'zh')).toEqual([
      '三岔村、李庄村、王圩村等 4 个居民点由达标变为超时。',
      '孙集村由超时变为达标。',
      '微村由达标变为道路不通。',
    ]);
    expect(scenarioSentences(comparison, settlements, 1, 'en')[0]).toBe(
      '三岔村, 李庄村, 王圩村 and 1 more: from within the limits to too slow.',
    );
  });

  it('says nothing where nothing changes', () => {
    expect(scenarioSentences(compareScenarios([before, before]), settlements, 1, 'zh')).toEqual([]);
  });
});
