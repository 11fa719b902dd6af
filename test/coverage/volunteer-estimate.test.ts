import { describe, expect, it } from 'vitest';
import {
  densityPrior,
  estimateDensity,
  type PostCount,
  rawDensity,
} from '../../geodata/coverage/volunteer-estimate.ts';
import { mulberry32 } from '../oracles/random.ts';

/** A Poisson count by Knuth's product of uniform numbers, in pieces that do not underflow. */
function poisson(random: () => number, mean: number): number {
  if (mean > 200) return poisson(random, 200) + poisson(random, mean - 200);
  let count = -1;
  for (let product = 1, limit = Math.exp(-mean); product > limit; product *= random()) count++;
  return count;
}

/** Gamma of a whole shape: a sum of exponentials. */
function gamma(random: () => number, shape: number, rate: number): number {
  let sum = 0;
  for (let i = 0; i < shape; i++) sum -= Math.log(1 - random());
  return sum / rate;
}

function countyOf(random: () => number, units: number, shape: number, rate: number): PostCount[] {
  return Array.from({ length: units }, () => {
    const households = 6 + Math.floor(500 * random());
    return { posts: poisson(random, gamma(random, shape, rate) * households), households };
  });
}

/** Mean and two quantiles of the density by adding up prior times likelihood over a fine grid. */
function byQuadrature({ posts, households }: PostCount, shape: number, rate: number): [number, number, number] {
  const [steps, most] = [400_000, 1];
  const weights = new Float64Array(steps);
  let [sum, moment] = [0, 0];
  for (let i = 0; i < steps; i++) {
    const density = ((i + 0.5) * most) / steps;
    const logPrior = (shape - 1) * Math.log(density) - rate * density;
    const logLikelihood = posts * Math.log(density * households) - density * households;
    weights[i] = Math.exp(logPrior + logLikelihood + (shape + posts) * 2);
    sum += weights[i] as number;
    moment += density * (weights[i] as number);
  }
  const quantile = (probability: number): number => {
    let below = 0;
    for (let i = 0; i < steps; i++) {
      below += weights[i] as number;
      if (below >= probability * sum) return ((i + 0.5) * most) / steps;
    }
    return most;
  };
  return [moment / sum, quantile(0.025), quantile(0.975)];
}

describe('densityPrior', () => {
  it('recovers the distribution that a county was drawn from', () => {
    const random = mulberry32(20);
    let variances = 0;
    const rounds = 200;
    for (let round = 0; round < rounds; round++) {
      const { spread } = densityPrior(countyOf(random, 200, 4, 60)) ?? {};
      variances += spread ? spread.shape / spread.rate ** 2 : 0;
    }
    expect(Math.abs(variances / rounds / (4 / 60 ** 2) - 1)).toBeLessThan(0.05);
    const { spread, posts, households } = densityPrior(countyOf(random, 5000, 4, 60)) ?? { posts: 0, households: 1 };
    expect(Math.abs((posts / households) * 15 - 1)).toBeLessThan(0.05);
    expect(Math.abs((spread?.shape ?? 0) / 4 - 1)).toBeLessThan(0.12);
  });

  it('is worked out by hand for five units', () => {
    const posts = [0, 10, 20, 30, 40];
    const prior = densityPrior(posts.map((count) => ({ posts: count, households: 100 })));
    // m = 0.2, scatter = 100 (0.04 + 0.01 + 0 + 0.01 + 0.04) = 10, A = (10 - 0.8) / (500 - 100) = 0.023.
    expect(prior?.spread?.shape).toBeCloseTo(0.04 / 0.023, 12);
    expect(prior?.spread?.rate).toBeCloseTo(0.2 / 0.023, 12);
  });

  it.each([
    ['no unit', 0, 0],
    ['four units', 4, 7],
    ['units that are all alike', 30, 0],
    ['units without a single post', 12, -5],
  ])('finds no spread in %s', (_, count, step) => {
    const counts = Array.from({ length: count }, (__, index) => ({
      posts: step < 0 ? 0 : 5 + step * index,
      households: 100,
    }));
    expect(densityPrior(counts)?.spread).toBeUndefined();
  });

  it('finds no spread in units that differ less than chance would make them', () => {
    const counts = Array.from({ length: 40 }, (_, index) => ({ posts: 9 + (index % 3), households: 150 }));
    expect(densityPrior(counts)?.spread).toBeUndefined();
  });

  it('does not depend on the order of units, to the last digit', () => {
    const counts = countyOf(mulberry32(4), 60, 3, 40);
    expect(densityPrior([...counts].reverse())).toEqual(densityPrior(counts));
  });
});

describe('estimateDensity', () => {
  it('is the mean and the middle 95 % of prior times likelihood, added up numerically', () => {
    const counts = countyOf(mulberry32(6), 80, 4, 60);
    const prior = densityPrior(counts) as NonNullable<ReturnType<typeof densityPrior>>;
    const { shape, rate } = prior.spread as NonNullable<typeof prior.spread>;
    for (const count of counts.slice(0, 6)) {
      const [mean, low, high] = byQuadrature(count, shape, rate);
      const estimate = estimateDensity(count, prior);
      expect(Math.abs(estimate.per100Households / 100 - mean)).toBeLessThan(1e-6);
      expect(Math.abs(estimate.low / 100 - low)).toBeLessThan(4e-6);
      expect(Math.abs(estimate.high / 100 - high)).toBeLessThan(4e-6);
    }
  });

  it('holds the true density in 95 of 100 cases', () => {
    const random = mulberry32(95);
    let held = 0;
    const truths = Array.from({ length: 1500 }, () => gamma(random, 4, 60));
    const counts = truths.map((density) => {
      const households = 6 + Math.floor(500 * random());
      return { posts: poisson(random, density * households), households };
    });
    const prior = densityPrior(counts) as NonNullable<ReturnType<typeof densityPrior>>;
    counts.forEach((count, index) => {
      const { low, high } = estimateDensity(count, prior);
      const truth = 100 * (truths[index] as number);
      if (low <= truth && truth <= high) held++;
    });
    expect(held / 1500).toBeGreaterThan(0.93);
    expect(held / 1500).toBeLessThan(0.97);
  });

  it('keeps a village of six households from heading the list, which the raw figure does not', () => {
    const counts = [...countyOf(mulberry32(9), 50, 4, 60), { posts: 3, households: 6 }, { posts: 90, households: 300 }];
    const prior = densityPrior(counts) as NonNullable<ReturnType<typeof densityPrior>>;
    const estimates = counts.map((count) => estimateDensity(count, prior).per100Households);
    const raw = counts.map(rawDensity);
    expect(Math.max(...raw)).toBe(raw[50]);
    expect(Math.max(...estimates)).toBe(estimates[51]);
  });

  it('lies between the own figure and the county, and comes nearer to its own with every household', () => {
    const prior = densityPrior(countyOf(mulberry32(9), 50, 4, 60)) as NonNullable<ReturnType<typeof densityPrior>>;
    const county = (100 * prior.posts) / prior.households;
    let last = county;
    for (const households of [10, 20, 100, 1000, 100_000]) {
      const { per100Households, low, high } = estimateDensity({ posts: 0.3 * households, households }, prior);
      expect(per100Households).toBeGreaterThan(last);
      expect(per100Households).toBeLessThan(30);
      expect(low < per100Households && per100Households < high).toBe(true);
      last = per100Households;
    }
  });

  it('gives the county and the exact limits of its count where there is no spread', () => {
    const prior = densityPrior([{ posts: 10, households: 1000 }]) as NonNullable<ReturnType<typeof densityPrior>>;
    const estimate = estimateDensity({ posts: 10, households: 1000 }, prior);
    expect(estimate.per100Households).toBe(1);
    expect(estimate.low).toBeCloseTo(0.4795389, 6);
    expect(estimate.high).toBeCloseTo(1.839036, 6);
    const none = densityPrior([{ posts: 0, households: 100 }]) as NonNullable<ReturnType<typeof densityPrior>>;
    expect(estimateDensity({ posts: 0, households: 100 }, none)).toMatchObject({ per100Households: 0, low: 0 });
  });

  it('refuses what has no density', () => {
    for (const households of [0, -1, Number.NaN])
      expect(() => densityPrior([{ posts: 1, households }])).toThrow('density');
    expect(() => densityPrior([{ posts: -1, households: 5 }])).toThrow('density');
  });
});
