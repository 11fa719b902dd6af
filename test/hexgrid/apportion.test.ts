import { describe, expect, it } from 'vitest';
import { apportion } from '../../geodata/hexgrid/apportion.ts';
import { mulberry32 } from '../oracles/random.ts';

/** Largest remainder, one seat at a time, on numbers small enough for plain arithmetic. */
function seatBySeat(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const remainders = weights.map((weight) => (total * weight) % sum);
  for (let left = total - shares.reduce((a, b) => a + b, 0); left > 0; left--) {
    const best = remainders.indexOf(Math.max(...remainders));
    shares[best] = (shares[best] as number) + 1;
    remainders[best] = -1;
  }
  return shares;
}

describe('apportion', () => {
  it.each([
    [10, [1, 1], [5, 5]],
    [11, [1, 1], [6, 5]],
    [1, [1, 1, 1], [1, 0, 0]],
    [100, [47_000, 16_000, 15_900, 12_000, 6_000, 3_100], [47, 16, 16, 12, 6, 3]],
    [5, [0, 3, 0], [0, 5, 0]],
    [0, [2, 3], [0, 0]],
    [0, [0, 0], [0, 0]],
    [0, [], []],
  ])('shares %i by weights %j as %j', (total, weights, shares) => {
    expect(apportion(total, weights)).toEqual(shares);
  });

  it('agrees with handing out the rest one by one, ties to the earlier position', () => {
    const random = mulberry32(21);
    for (let i = 0; i < 2000; i++) {
      const weights = Array.from({ length: 1 + Math.floor(8 * random()) }, () => Math.floor(6 * random()));
      weights.push(1 + Math.floor(6 * random()));
      const total = Math.floor(60 * random());
      expect(apportion(total, weights)).toEqual(seatBySeat(total, weights));
    }
  });

  it('adds up exactly, and stays within one of the exact share, for weights whose products pass 2^53', () => {
    const random = mulberry32(22);
    for (let i = 0; i < 300; i++) {
      const weights = Array.from({ length: 20 }, () => Math.floor(1e13 * random() ** 4));
      const total = Math.floor(1e7 * random());
      const sum = weights.reduce((a, b) => a + b, 0);
      const shares = apportion(total, weights);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
      shares.forEach((share, index) => {
        expect(Math.abs(share - (total * (weights[index] as number)) / sum)).toBeLessThan(1 + 1e-6);
      });
    }
  });

  it.each([
    [-1, [1], 'A total of -1 is not a whole number from 0.'],
    [1.5, [1], 'A total of 1.5 is not a whole number from 0.'],
    [Number.NaN, [1], 'A total of NaN is not a whole number from 0.'],
    [3, [1, 0.5], 'A weight of 0.5 is not a whole number from 0.'],
    [3, [0, 0], 'Cannot share out 3 over 2 weights that are all zero.'],
  ])('refuses to share %d by weights %j', (total, weights, message) => {
    expect(() => apportion(total, weights)).toThrow(message);
  });
});
