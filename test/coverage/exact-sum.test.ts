import { describe, expect, it } from 'vitest';
import { EXACT_ZERO, numberOf, plusShare } from '../../geodata/coverage/exact-sum.ts';
import { mulberry32 } from '../oracles/random.ts';

describe('exact sums', () => {
  it('add up to the whole where the parts do, in any number and order', () => {
    const random = mulberry32(2);
    for (let round = 0; round < 100; round++) {
      const parts = Array.from({ length: 12 }, () => Math.floor(1e6 * random()));
      const whole = parts.reduce((sum, part) => sum + part, 0);
      const count = Math.floor(100 * random());
      const sum = parts.reduce((total, part) => plusShare(total, count, part, whole), EXACT_ZERO);
      expect(sum).toEqual({ numerator: BigInt(count), denominator: 1n });
      expect(numberOf(sum)).toBe(count);
    }
  });

  it('become the nearest number, also beyond what a number holds exactly', () => {
    expect(numberOf(plusShare(EXACT_ZERO, 2, 1, 3))).toBe(2 / 3);
    const sevenths = plusShare(plusShare(plusShare(EXACT_ZERO, 1, 1, 2 ** 40 - 87), 1, 1, 2 ** 41 - 21), 5, 1, 7);
    expect(numberOf(sevenths)).toBeCloseTo(5 / 7 + 1 / (2 ** 40 - 87) + 1 / (2 ** 41 - 21), 14);
  });
});
