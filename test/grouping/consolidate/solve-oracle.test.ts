import { describe, expect, it } from 'vitest';
import { checkConsolidation } from '../../../geodata/grouping/consolidate/check-consolidation.ts';
import { goalValues } from '../../../geodata/grouping/consolidate/check-objectives.ts';
import { bruteForce, obeys } from '../../oracles/consolidation-brute-force.ts';
import { enumerate, everyPlan, randomCounty } from './enumerated-counties.ts';

describe('the oracle of consolidations', () => {
  it('names the same broken rules as the checker for every plan of random counties', () => {
    for (let seed = 0; seed < 60; seed++) {
      const problem = randomCounty(seed, 4);
      for (const plan of everyPlan(problem.stations.length)) {
        const told = new Set(checkConsolidation(problem, plan).map(({ rule }) => rule));
        if (told.has('shape')) continue;
        expect(new Set(obeys(problem, plan))).toEqual(told);
      }
    }
  });

  it('finds plans of the same values as a search over every column of numbers', () => {
    for (let seed = 0; seed < 60; seed++) {
      const given = randomCounty(seed, 4);
      const objectives = ['worst-share', 'change', 'people-time'] as const;
      const problem = { ...given, goal: { kind: 'lexicographic', objectives } as const };
      const { status, plan, values } = bruteForce(problem);
      expect(status).toBe(enumerate(problem).status);
      expect(values).toEqual(enumerate(problem).stages.map(({ value }) => value));
      if (plan) expect(goalValues(problem, plan)).toEqual(values);
    }
  });
});
