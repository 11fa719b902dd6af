import { describe, expect, it } from 'vitest';
import { findConflict, type Solve } from '../../../geodata/grouping/consolidate/conflict.ts';
import { smallestHittingSet } from '../../../geodata/grouping/consolidate/conflict-hitting-set.ts';
import { activeRules, keepRules } from '../../../geodata/grouping/consolidate/conflict-rules.ts';
import type { ConsolidationProblem } from '../../../geodata/grouping/consolidate/consolidation-problem.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { enumerate, obedientPlans, randomCounty, rowOfStations } from './enumerated-counties.ts';

const COUNTIES = 400;

describe('the smallest conflict', () => {
  const infeasible = Array.from({ length: COUNTIES }, (_, seed) => randomCounty(seed, 4)).filter(
    (problem) => obedientPlans(problem).length === 0,
  );

  it('names, in random counties, rules that contradict each other, while any of them but one do not', () => {
    expect(infeasible.length).toBeGreaterThan(60);
    for (const problem of infeasible) {
      const conflict = findConflict(problem, enumerate)?.rules ?? [];
      expect(canKeep(problem, conflict)).toBe(false);
      for (const rule of conflict)
        expect(
          canKeep(
            problem,
            conflict.filter((other) => other !== rule),
          ),
        ).toBe(true);
    }
  });

  it('finds, in random counties, as few rules as looking at every smaller set of rules allows', () => {
    const sizes = new Set<number>();
    for (const problem of infeasible) {
      const conflict = findConflict(problem, enumerate);
      const size = conflict?.rules.length ?? 0;
      expect(conflict).toMatchObject({ isSmallest: true, isIrreducible: true });
      for (const subset of subsets(activeRules(problem.rules), size - 1)) expect(canKeep(problem, subset)).toBe(true);
      sizes.add(size);
    }
    expect([...sizes].sort()).toEqual(expect.arrayContaining([2, 3, 4]));
  });

  it('is none where a plan obeys all rules', () => {
    expect(findConflict(rowOfStations(4, { mayStandAlone: false }), enumerate)?.rules).toBeUndefined();
  });

  it('sees that five stations in pairs leave one alone', () => {
    const problem = rowOfStations(5, { mayStandAlone: false, maxGroupSize: 2, reach: true, contiguity: true });
    expect(findConflict(problem, enumerate)?.rules).toEqual(['no-lone-stations', 'max-group-size']);
  });

  it('sees that a centre cannot be locked and forbidden', () => {
    const problem = rowOfStations(4, { lockedCentres: [2], forbiddenCentres: [1, 2], backup: true, reach: true });
    expect(findConflict(problem, enumerate)?.rules).toEqual(['locked-centre:2', 'forbidden-centre:2']);
  });

  it('names no rule where limits of objectives alone cannot be kept', () => {
    const problem = { ...rowOfStations(3), atMost: [{ objective: 'command-posts' as const, value: 0 }] };
    expect(findConflict(problem, enumerate)?.rules).toEqual([]);
  });

  it('claims no more than was proved where time runs out', () => {
    const problem = rowOfStations(5, { mayStandAlone: false, maxGroupSize: 2, reach: true, contiguity: true });
    expect(findConflict(problem, asLongAs(1))).toEqual({
      rules: ['reach', 'contiguity', 'no-lone-stations', 'max-group-size'],
      isIrreducible: false,
      isSmallest: false,
    });
    expect(findConflict(problem, asLongAs(0))).toBeUndefined();
  });

  it('takes no plan for an answer that breaks a rule it was to keep', () => {
    const problem = rowOfStations(3, { lockedCentres: [0], forbiddenCentres: [0] });
    const wrong: Solve = (asked) =>
      asked.rules.lockedCentres.length + asked.rules.forbiddenCentres.length === 2
        ? enumerate(asked)
        : { status: 'optimal', plan: Int32Array.of(-1, 7, -1), stages: [] };
    expect(() => findConflict(problem, wrong)).toThrow('breaks shape');
  });
});

describe('smallestHittingSet', () => {
  it('is as small as any set that meets all sets, on random sets', () => {
    const random = mulberry32(5);
    for (let run = 0; run < 200; run++) {
      const all = [0, 1, 2, 3, 4, 5, 6];
      const sets = Array.from({ length: 1 + Math.floor(random() * 8) }, () => {
        const set = all.filter(() => random() < 0.3);
        return set.length === 0 ? [3] : set;
      });
      const hits = (chosen: readonly number[]) => sets.every((set) => set.some((each) => chosen.includes(each)));
      const found = smallestHittingSet(sets, all);
      expect(hits(found)).toBe(true);
      expect(subsets(all, found.length - 1).some(hits)).toBe(false);
    }
  });

  it('refuses an empty set, which nothing meets', () => {
    expect(() => smallestHittingSet([[1], []], [1, 2])).toThrow('No hitting set of 2 sets');
  });
});

function canKeep(problem: ConsolidationProblem, rules: Parameters<typeof smallestHittingSet<string>>[1]): boolean {
  const kept = new Set(activeRules(problem.rules).filter((rule) => rules.includes(rule)));
  return obedientPlans(keepRules(problem, kept)).length > 0;
}

/** Every subset of at most `most` elements. */
function subsets<Element>(all: readonly Element[], most: number): Element[][] {
  const found: Element[][] = [[]];
  for (const element of all) {
    for (const set of found.filter(({ length }) => length < most)) found.push([...set, element]);
  }
  return found;
}

/** A solver whose time is over after so many problems. */
function asLongAs(problems: number): Solve {
  let left = problems;
  return (problem) => (left-- > 0 ? enumerate(problem) : { status: 'limit', plan: undefined, stages: [] });
}
