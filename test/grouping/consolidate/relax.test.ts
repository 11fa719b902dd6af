import { describe, expect, it } from 'vitest';
import { findConflict } from '../../../geodata/grouping/consolidate/conflict.ts';
import { type NumericRuleName, numberOf, withNumber } from '../../../geodata/grouping/consolidate/conflict-rules.ts';
import type { ConsolidationProblem } from '../../../geodata/grouping/consolidate/consolidation-problem.ts';
import { nearestRelaxations } from '../../../geodata/grouping/consolidate/relax.ts';
import { enumerate, obedientPlans, randomCounty, rowOfStations } from './enumerated-counties.ts';

describe('nearestRelaxations', () => {
  it('finds, in random counties, the number at which a plan first exists, trying every number', () => {
    const found = new Set<string>();
    for (let seed = 0; seed < 250; seed++) {
      const problem = randomCounty(seed, 4);
      const conflict = findConflict(problem, enumerate)?.rules;
      for (const { rule, from, to, isNearest } of nearestRelaxations(problem, conflict ?? [], enumerate)) {
        expectNearest(problem, rule, from, to);
        expect(isNearest).toBe(true);
        expect(from).toBe(numberOf(problem.rules, rule));
        if (to !== undefined) found.add(rule);
      }
    }
    expect(found.size).toBeGreaterThan(3);
  });

  it('says that groups of three are enough for five stations in a row', () => {
    const problem = rowOfStations(5, { mayStandAlone: false, maxGroupSize: 2 });
    expect(nearestRelaxations(problem, ['no-lone-stations', 'max-group-size'], enumerate)).toEqual([
      { rule: 'max-group-size', from: 2, to: 3, isNearest: true },
    ]);
  });
});

/** Tries every number from the rule's to the one found, or to where the rule asks for nothing more. */
function expectNearest(
  problem: ConsolidationProblem,
  rule: NumericRuleName,
  from: number,
  to: number | undefined,
): void {
  const step = rule.startsWith('min') || rule === 'auxiliaries-per-officer' ? -1 : 1;
  const loosest = step === 1 ? 300 : rule === 'min-group-size' ? 2 : 0;
  const end = to ?? loosest;
  for (let number = from; number !== end; number += step) {
    expect(obedientPlans(withNumber(problem, rule, number))).toEqual([]);
  }
  expect(obedientPlans(withNumber(problem, rule, end)).length > 0).toBe(to !== undefined);
}
