import { describe, expect, it } from 'vitest';
import { gammaQuantile, logGamma, lowerIncompleteGamma } from '../../geodata/coverage/gamma-distribution.ts';
import { mulberry32 } from '../oracles/random.ts';

function expectNear(actual: number, expected: number, relative: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(relative);
}

/** Chance of fewer than `count` events of a Poisson variable, added up term by term. */
function poissonBelow(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = 0;
  for (let n = 0; n < count; n++) {
    sum += term;
    term *= mean / (n + 1);
  }
  return sum;
}

describe('gammaQuantile', () => {
  // Chi-squared quantiles as every table prints them: Gamma(degrees / 2, 1 / 2).
  it.each([
    [1, 0.95, 3.841459],
    [1, 0.025, 0.000982069],
    [2, 0.95, 5.991465],
    [4, 0.025, 0.484419],
    [10, 0.975, 20.48318],
    [10, 0.025, 3.24697],
    [30, 0.975, 46.97924],
    [100, 0.025, 74.22193],
    [100, 0.975, 129.5612],
  ])('gives the chi-squared quantile of %i degrees at %d', (degrees, probability, expected) => {
    expectNear(gammaQuantile({ shape: degrees / 2, rate: 0.5 }, probability), expected, 2e-6);
  });

  it('gives the exact limits of a Poisson count (Garwood, 1936)', () => {
    expectNear(gammaQuantile({ shape: 10, rate: 1 }, 0.025), 4.795389, 1e-6);
    expectNear(gammaQuantile({ shape: 11, rate: 1 }, 0.975), 18.39036, 1e-6);
    expectNear(gammaQuantile({ shape: 1, rate: 1 }, 0.975), -Math.log(0.025), 1e-13);
  });

  it('is undone by the distribution function, for small shapes and large', () => {
    const random = mulberry32(8);
    for (let round = 0; round < 1500; round++) {
      const shape = Math.exp(-3 + 13 * random());
      const probability = 0.001 + 0.998 * random();
      const x = gammaQuantile({ shape, rate: 1 }, probability);
      expect(Math.abs(lowerIncompleteGamma(shape, x) - probability)).toBeLessThan(2e-11);
    }
  });

  it('passes from one method to the other without a step', () => {
    for (const probability of [0.025, 0.5, 0.975]) {
      const below = gammaQuantile({ shape: 1e5, rate: 1e5 }, probability);
      const above = gammaQuantile({ shape: 1e5 + 1e-3, rate: 1e5 + 1e-3 }, probability);
      expectNear(above, below, 1e-6);
    }
  });

  it('refuses what is no distribution or no probability', () => {
    for (const [shape, rate, probability] of [
      [0, 1, 0.5],
      [1, 0, 0.5],
      [1, 1, 0],
      [1, 1, 1],
      [Infinity, 1, 0.5],
    ] as const) {
      expect(() => gammaQuantile({ shape, rate }, probability)).toThrow('No quantile');
    }
  });
});

describe('lowerIncompleteGamma', () => {
  it('is the chance of at least so many Poisson events', () => {
    for (const mean of [0.1, 1, 4.4, 20, 90]) {
      for (const count of [1, 2, 5, 20, 60, 120]) {
        expect(Math.abs(lowerIncompleteGamma(count, mean) + poissonBelow(count, mean) - 1)).toBeLessThan(1e-13);
      }
    }
  });
});

describe('logGamma', () => {
  it('is the logarithm of the factorial, and of the root of pi at one half', () => {
    let logFactorial = 0;
    for (let n = 1; n < 150; n++) {
      expect(Math.abs(logGamma(n) - logFactorial)).toBeLessThan(1e-12 * Math.max(1, logFactorial));
      logFactorial += Math.log(n);
    }
    expectNear(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
    expectNear(logGamma(1e-8), Math.log(1e8), 1e-8);
  });
});
