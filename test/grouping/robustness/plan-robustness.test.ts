import { describe, expect, it } from 'vitest';
import { feasiblePairsAtProbability } from '../../../geodata/grouping/robustness/feasible-pairs.ts';
import { comparePlans, planRobustness } from '../../../geodata/grouping/robustness/plan-robustness.ts';
import { DEFAULT_LEVELS, estimated, isSettled } from '../../../geodata/grouping/robustness/probability.ts';
import { passesIn, type SampledReach, sampleReach } from '../../../geodata/grouping/robustness/sampled-reach.ts';
import { type UnitRule, unitProbability } from '../../../geodata/grouping/robustness/unit-passes.ts';
import { type RandomCounty, randomCounty } from './random-county.ts';

const COUNTIES = 40;
const SAMPLES = 24;
const ALL = { centre: 0, stations: [0, 1, 2] };

function ruleOf(county: RandomCounty, rest: Partial<UnitRule> = {}): UnitRule {
  const weights = county.settlements.map(({ population = 0 }) => population);
  return { settlements: county.settlements, owners: county.owners, weights, counting: county.counting, ...rest };
}

/** Settlements of a station by sample, straight from the pairs: targets are 8 settlements and 3 stations a centre. */
function passesOf(reach: SampledReach, county: RandomCounty, centre: number, station: number, sample: number) {
  return county.owners.flatMap((owner, i) =>
    owner === station ? [{ settlement: i, pass: passesIn(reach, centre * 11 + i, sample) }] : [],
  );
}

function shareOf(test: (sample: number) => boolean): number {
  return Array.from({ length: SAMPLES }, (_, sample) => test(sample)).filter(Boolean).length / SAMPLES;
}

describe('feasiblePairsAtProbability', () => {
  it('takes a station where all its settlements pass in enough of the same samples', async () => {
    const seen = new Set<number>();
    for (let seed = 1; seed <= COUNTIES; seed++) {
      const county = await randomCounty(seed, SAMPLES);
      const reach = sampleReach(county);
      for (const least of [0.5, 0.9, 1]) {
        const expected = [0, 1, 2].flatMap((centre) =>
          [0, 1, 2].map((station) =>
            shareOf((k) => passesOf(reach, county, centre, station, k).every(({ pass }) => pass)) >= least ? 1 : 0,
          ),
        );
        const found = [...feasiblePairsAtProbability(reach, ruleOf(county), least)];
        expect(found, `seed ${seed}, ${least}`).toEqual(expected);
        for (const feasible of found) seen.add(feasible);
      }
    }
    expect(seen.size).toBe(2);
  });

  it('asks for less where less probability is wanted', async () => {
    for (let seed = 1; seed <= COUNTIES; seed++) {
      const county = await randomCounty(seed, SAMPLES);
      const reach = sampleReach(county);
      const [loose, strict] = [0.3, 0.95].map((least) => feasiblePairsAtProbability(reach, ruleOf(county), least));
      expect(strict!.every((feasible, pair) => feasible <= loose![pair]!)).toBe(true);
    }
  });

  it('looks at the stations themselves in scope station, and at the weight that passes in scope share', async () => {
    for (let seed = 1; seed <= COUNTIES; seed++) {
      const county = await randomCounty(seed, SAMPLES);
      const reach = sampleReach(county);
      const station = ruleOf(county, { counting: { ...county.counting, scope: 'station' } });
      const share = ruleOf(county, { counting: { ...county.counting, scope: 'share', sharePercent: 60 } });
      const byStation = feasiblePairsAtProbability(reach, station, 0.8);
      const byShare = feasiblePairsAtProbability(reach, share, 0.8);
      for (let pair = 0; pair < 9; pair++) {
        const [centre, member] = [Math.floor(pair / 3), pair % 3];
        const itself = shareOf((k) => passesIn(reach, centre * 11 + 8 + member, k)) >= 0.8;
        expect(byStation[pair], `seed ${seed}, pair ${pair}`).toBe(itself ? 1 : 0);
        const enough = shareOf((k) => {
          const own = passesOf(reach, county, centre, member, k);
          const sum = (list: typeof own) =>
            list.reduce((total, { settlement }) => total + share.weights[settlement]!, 0);
          return 100 * sum(own.filter(({ pass }) => pass)) >= 60 * sum(own);
        });
        expect(byShare[pair], `seed ${seed}, pair ${pair}, share`).toBe(enough >= 0.8 ? 1 : 0);
      }
    }
  });

  it('refuses a probability that means nothing', async () => {
    const county = await randomCounty(6, 2);
    expect(() => feasiblePairsAtProbability(sampleReach(county), ruleOf(county), 0)).toThrow('0');
  });
});

describe('planRobustness', () => {
  it('counts the samples in which groups pass, and expects out of reach each settlement by its own probability', async () => {
    let between = 0;
    for (let seed = 1; seed <= COUNTIES; seed++) {
      const county = await randomCounty(seed, SAMPLES);
      const reach = sampleReach(county);
      const rule = ruleOf(county);
      const found = planRobustness(reach, rule, [0, 0, 0], [ALL], DEFAULT_LEVELS);
      const passes = (k: number) => county.settlements.every((_, i) => passesIn(reach, i, k));
      expect(found.plan?.probability.share, `seed ${seed}`).toBeCloseTo(shareOf(passes), 12);
      expect(found.units).toEqual([found.plan]);
      let people = 0;
      for (let k = 0; k < SAMPLES; k++) {
        rule.settlements.forEach((_, i) => {
          if (!passesIn(reach, i, k)) people += rule.weights[i]! / SAMPLES;
        });
      }
      expect(found.expectedOutOfReach).toBeCloseTo(people, 6);
      if (people > 0 && people < found.weight) between++;
    }
    expect(between).toBeGreaterThan(5);
  });

  it('adds up no figure that is withheld', async () => {
    const county = await randomCounty(6, SAMPLES);
    const settlements = county.settlements.map((settlement, i) =>
      i < 4 ? { ...settlement, households: 9 } : settlement,
    );
    const reach = sampleReach({ ...county, settlements });
    const changed = settlements.map((settlement, i) => (i < 4 ? { ...settlement, population: 7777 } : settlement));
    const [first, second] = [settlements, changed].map((list) =>
      planRobustness(reach, ruleOf({ ...county, settlements: list }), [0, 0, 0], [ALL], DEFAULT_LEVELS),
    );
    expect(first!.weights.withheldCount).toBeGreaterThanOrEqual(4);
    expect(second!.expectedOutOfReach).toBe(first!.expectedOutOfReach);
    expect(second!.weight).toBe(first!.weight);
  });
});

describe('comparePlans', () => {
  it('splits the same samples by which of two plans passes', async () => {
    for (let seed = 1; seed <= COUNTIES; seed++) {
      const county = await randomCounty(seed, SAMPLES);
      const reach = sampleReach(county);
      const other = { centre: 1, stations: [0, 1, 2] };
      const { onlyFirst, onlySecond, both, neither } = comparePlans(reach, ruleOf(county), [ALL], [other]);
      expect(onlyFirst + onlySecond + both + neither).toBe(SAMPLES);
      const share = unitProbability(reach, ruleOf(county), ALL)?.share ?? Number.NaN;
      expect((onlyFirst + both) / SAMPLES).toBeCloseTo(share, 12);
      const ofOther = unitProbability(reach, ruleOf(county), other)?.share ?? Number.NaN;
      expect((onlySecond + both) / SAMPLES).toBeCloseTo(ofOther, 12);
    }
  });
});

describe('estimated', () => {
  it('gives the interval of Wilson', () => {
    // Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const known = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [successes, samples, low, high] of known) {
      expect(estimated(successes, samples).low).toBeCloseTo(low, 4);
      expect(estimated(successes, samples).high).toBeCloseTo(high, 4);
    }
    expect(() => estimated(0, 0)).toThrow('0 samples');
  });

  it('is settled only where the whole interval has one status', () => {
    expect(isSettled(estimated(200, 200), DEFAULT_LEVELS)).toBe(true);
    expect(isSettled(estimated(192, 200), DEFAULT_LEVELS)).toBe(false);
    expect(isSettled(estimated(150, 200), DEFAULT_LEVELS)).toBe(true);
  });
});
