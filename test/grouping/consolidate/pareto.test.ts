import { describe, expect, it } from 'vitest';
import { objectiveValue } from '../../../geodata/grouping/consolidate/check-objectives.ts';
import type { Solve } from '../../../geodata/grouping/consolidate/conflict.ts';
import type { ConsolidationObjective } from '../../../geodata/grouping/consolidate/consolidation-problem.ts';
import { exactFront } from '../../../geodata/grouping/consolidate/pareto.ts';
import { enumerate, obedientPlans, randomCounty, rowOfStations } from './enumerated-counties.ts';

const PAIRS: readonly (readonly [ConsolidationObjective, ConsolidationObjective])[] = [
  ['command-posts', 'people-time'],
  ['people-time', 'change'],
  ['worst-share', 'officers-on-duty-posts'],
  ['people-time', 'worst-share'],
];

describe('exactFront', () => {
  it('has, in random counties, every pair of values that no plan beats and no other', () => {
    let longest = 0;
    for (let seed = 0; seed < 120; seed++) {
      const county = randomCounty(seed);
      const problem = { ...county, rules: { ...county.rules, mayStandAlone: seed % 3 > 0, lockedMembers: [] } };
      const [first, second] = PAIRS[seed % PAIRS.length] ?? ['change', 'change'];
      const { points, complete } = exactFront(problem, first, second, enumerate);
      const all = obedientPlans(problem).map(
        (plan) => [objectiveValue(problem, plan, first), objectiveValue(problem, plan, second)] as const,
      );
      const best = all.filter(([a, b]) => !all.some(([x, y]) => x <= a && y <= b && (x < a || y < b)));
      const expected = [...new Set(best.map(String))].sort();
      expect(points.map(({ values }) => String(values)).sort()).toEqual(expected);
      expect(complete).toBe(true);
      longest = Math.max(longest, points.length);
    }
    expect(longest).toBeGreaterThan(3);
  });

  it('gives the plan of each point, and goes up in the first value and down in the second', () => {
    const problem = rowOfStations(5, { reach: true, contiguity: true });
    const { points } = exactFront(problem, 'command-posts', 'people-time', enumerate);
    expect(points.map(({ values }) => values)).toEqual([
      [1, 360_000],
      [2, 180_000],
      [3, 120_000],
      [4, 60_000],
      [5, 0],
    ]);
    for (const { values, plan } of points) expect(objectiveValue(problem, plan, 'people-time')).toBe(values[1]);
  });

  it('is empty and complete where no plan obeys the rules', () => {
    const problem = rowOfStations(3, { mayStandAlone: false, maxGroupSize: 2 });
    expect(exactFront(problem, 'command-posts', 'people-time', enumerate)).toEqual({ points: [], complete: true });
  });

  it('keeps the points it has where time runs out, and says that some may be missing', () => {
    let left = 2;
    const tired: Solve = (problem) =>
      left-- > 0 ? enumerate(problem) : { ...enumerate(problem), status: 'limit' as const };
    const { points, complete } = exactFront(rowOfStations(5), 'command-posts', 'people-time', tired);
    expect(points).toHaveLength(2);
    expect(complete).toBe(false);
  });

  it('refuses a plan that ignores the limit it was given, which would never end', () => {
    const deaf: Solve = ({ atMost: _, ...problem }) => enumerate(problem);
    const front = () => exactFront(rowOfStations(3), 'command-posts', 'people-time', deaf);
    expect(front).toThrow('breaks at-most:people-time');
  });
});
