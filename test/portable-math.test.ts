import { describe, expect, it } from 'vitest';
import { angleOf, areaTangent, cosine, exponential, logarithm, sine } from '../geodata/portable-math.ts';
import { mulberry32 } from './oracles/random.ts';

/** Both are within a few units in the last place of the truth. */
const RELATIVE = 4e-15;

const random = mulberry32(7);
const spread = (count: number, from: number, to: number): number[] =>
  Array.from({ length: count }, () => from + random() * (to - from));

function expectClose(actual: number, expected: number, scale = Math.abs(expected)): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(RELATIVE * Math.max(scale, Number.MIN_VALUE));
}

describe('portable mathematics', () => {
  it('agrees with the engine on sine and cosine over two turns either way', () => {
    for (const x of [0, Math.PI / 2, -Math.PI / 2, Math.PI, ...spread(2000, -13, 13)]) {
      expectClose(sine(x), Math.sin(x), 1);
      expectClose(cosine(x), Math.cos(x), 1);
    }
  });

  it('keeps small angles to their last digits', () => {
    for (const x of spread(200, -1e-6, 1e-6)) expectClose(sine(x), Math.sin(x));
  });

  it('agrees on the angle of a vector in every quadrant and on the axes', () => {
    const axes = [
      [0, 0],
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ] as const;
    for (const [y, x] of axes) expectClose(angleOf(y, x), Math.atan2(y, x));
    for (let i = 0; i < 2000; i++) {
      const [y, x] = spread(2, -100, 100) as [number, number];
      expectClose(angleOf(y, x), Math.atan2(y, x));
    }
  });

  it('agrees on the exponential', () => {
    for (const x of [0, 1, -1, ...spread(2000, -40, 40)]) expectClose(exponential(x), Math.exp(x));
  });

  it('agrees on the logarithm over the range of numbers, and refuses what has none', () => {
    for (const x of [1, 2, 0.5, 1.5, 0.75, Math.E, 5e-324, 1e300, ...spread(500, 0.5, 2), ...spread(500, 0, 1e6)]) {
      expectClose(logarithm(x), Math.log(x));
    }
    for (const x of [0, -1, Number.NaN, Infinity]) expect(() => logarithm(x)).toThrow('not above 0');
  });

  it('agrees on the area tangent, and refuses what its series is not meant for', () => {
    for (const x of [0, 0.0818, -0.0818, ...spread(500, -0.5, 0.5)]) expectClose(areaTangent(x), Math.atanh(x));
    expect(() => areaTangent(0.6)).toThrow('0.6');
  });
});
