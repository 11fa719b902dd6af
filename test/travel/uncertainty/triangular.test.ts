import { describe, expect, it } from 'vitest';
import { blendUniform, triangularQuantile, triangularShare } from '../../../geodata/travel/uncertainty/triangular.ts';
import { mulberry32 } from '../../oracles/random.ts';

describe('triangularQuantile', () => {
  it('is undone by triangularShare, for bands of any lean and those that end at 1', () => {
    for (const [low, high] of [
      [0.5, 1.2],
      [0.9, 3],
      [1, 2],
      [0.5, 1],
    ] as const) {
      for (let share = 0.01; share < 1; share += 0.01) {
        expect(triangularShare(low, high, triangularQuantile(low, high, share))).toBeCloseTo(share, 9);
      }
    }
  });

  it('has the mean of a triangle, a third of its three corners', () => {
    const steps = 100_000;
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += triangularQuantile(0.4, 1.6, (i + 0.5) / steps);
    expect(sum / steps).toBeCloseTo((0.4 + 1 + 1.6) / 3, 6);
  });

  it('is 1 where the band is nothing but 1', () => {
    expect(triangularQuantile(1, 1, 0.3)).toBe(1);
    expect([0.999, 1].map((value) => triangularShare(1, 1, value))).toEqual([0, 1]);
  });
});

describe('blendUniform', () => {
  it('is again uniform, for any share of the common number', () => {
    const random = mulberry32(5);
    for (const share of [0, 0.1, 0.5, 0.8, 1]) {
      const bins = new Array<number>(10).fill(0);
      for (let i = 0; i < 20_000; i++) bins[Math.min(9, Math.floor(blendUniform(random(), random(), share) * 10))]!++;
      // Chi-squared with 9 degrees of freedom: above 27.9 once in a thousand.
      expect(
        bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0),
        `share ${share}`,
      ).toBeLessThan(27.9);
    }
  });

  it('rises with both numbers', () => {
    const random = mulberry32(6);
    for (let i = 0; i < 5000; i++) {
      const [common, own, share] = [random(), random(), random()];
      const blended = blendUniform(common, own, share);
      expect(blendUniform(common + (1 - common) * random(), own, share)).toBeGreaterThanOrEqual(blended - 1e-15);
      expect(blendUniform(common, own + (1 - own) * random(), share)).toBeGreaterThanOrEqual(blended - 1e-15);
    }
  });
});
