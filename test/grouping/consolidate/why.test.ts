import { describe, expect, it } from 'vitest';
import { whyNotCentre, whyNotMember } from '../../../geodata/grouping/consolidate/why.ts';
import { enumerate, obedientPlans, randomCounty, rowOfStations } from './enumerated-counties.ts';

describe('whyNotCentre', () => {
  it('agrees in random counties with looking at every plan in which the station is a centre', () => {
    const kinds = new Set<string>();
    for (let seed = 0; seed < 150; seed++) {
      const goal = { kind: 'lexicographic', objectives: ['command-posts'] } as const;
      const problem = { ...randomCounty(seed, 4), goal };
      const answer = enumerate(problem);
      const plans = obedientPlans(problem);
      for (const station of problem.stations.keys()) {
        const why = whyNotCentre(problem, answer, station, enumerate);
        kinds.add(why.kind);
        const isPossible = plans.some((plan) => plan[station] === station);
        expect(isPossible).toBe(why.kind === 'is-so' || why.kind === 'tie' || why.kind === 'price');
        if (why.kind === 'contradicts') expect(why.conflict.rules).toContain(`locked-centre:${station}`);
      }
    }
    expect([...kinds].sort()).toEqual(['contradicts', 'is-so', 'no-plan', 'price', 'tie']);
  });

  it('tells the price: the centre at the end of a row needs one more post', () => {
    const problem = rowOfStations(5, { reach: true });
    const why = whyNotCentre(problem, enumerate(problem), 0, enumerate);
    expect(why).toMatchObject({
      kind: 'price',
      changes: [
        { objective: 'command-posts', now: 1, forcedValue: 2 },
        { objective: 'people-time', now: 360_000, forcedValue: 180_000 },
      ],
    });
  });
});

describe('whyNotMember', () => {
  it('names the rule that keeps a station from a centre', () => {
    const problem = rowOfStations(5, { reach: true });
    expect(whyNotMember(problem, enumerate(problem), 4, 0, enumerate)).toEqual({
      kind: 'contradicts',
      conflict: { rules: ['reach', 'locked-member:4:0'], isIrreducible: true, isSmallest: true },
    });
  });
});
