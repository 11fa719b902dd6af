import { describe, expect, it } from 'vitest';
import { percentText } from '../geodata/figure-text.ts';

describe('percentText', () => {
  it.each([
    [1, 2, '50.0%'],
    [3, 3, '100.0%'],
    [0, 7, '0.0%'],
    [9_999, 10_000, '99.99%'],
    [1, 5000, '0.02%'],
    [999_999, 1_000_000, '99.9999%'],
  ])('writes %i of %i as %s', (part, whole, text) => {
    expect(percentText(part, whole)).toBe(text);
  });

  it('is no number where there is nothing to take a share of', () => {
    expect(percentText(0, 0)).toBeUndefined();
  });
});
