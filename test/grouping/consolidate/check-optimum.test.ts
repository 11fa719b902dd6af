import { describe, expect, it } from 'vitest';
import { proveNoneBetter } from '../../../geodata/grouping/consolidate/check-optimum.ts';
import { enumerate, obedientPlans, randomCounty, rowOfStations } from './enumerated-counties.ts';

const MANY = 1_000_000;

describe('proveNoneBetter', () => {
  it('proves the optimum, or that there is no plan, in random counties', () => {
    for (let seed = 0; seed < 150; seed++) {
      const problem = randomCounty(seed, 4);
      expect(proveNoneBetter(problem, enumerate(problem).plan, MANY).outcome).toBe('proved');
    }
  });

  it('refutes, in random counties, a plan that is not the best and that there is no plan', () => {
    let refuted = 0;
    for (let seed = 0; seed < 150; seed++) {
      const problem = randomCounty(seed, 4);
      const plans = obedientPlans(problem);
      if (plans.length === 0) continue;
      expect(proveNoneBetter(problem, undefined, MANY).outcome).toBe('refuted');
      for (const plan of plans) refuted += proveNoneBetter(problem, plan, MANY).outcome === 'refuted' ? 1 : 0;
    }
    expect(refuted).toBeGreaterThan(20);
  });

  it('gives up undecided where it may not look any further', () => {
    const problem = rowOfStations(5, { reach: true });
    expect(proveNoneBetter(problem, enumerate(problem).plan, 1)).toMatchObject({ outcome: 'undecided' });
  });
});
