import { describe, expect, it } from 'vitest';
import { philox4x32, uniformAt, type Words4 } from '../geodata/philox.ts';

/** Known answers of Philox4x32-10 from the authors' library Random123 (tests/kat_vectors). */
const ALL = 0xffffffff;
const KNOWN: readonly (readonly [Words4, readonly [number, number], Words4])[] = [
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [ALL, ALL, ALL, ALL],
    [ALL, ALL],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
];

describe('philox4x32', () => {
  it('gives the known answers of its authors', () => {
    for (const [counter, key, words] of KNOWN) expect(philox4x32(counter, key)).toEqual(words);
  });
});

describe('uniformAt', () => {
  it('lies strictly between 0 and 1 and fills ten bins evenly', () => {
    const bins = new Array<number>(10).fill(0);
    for (let row = 0; row < 2000; row++) {
      for (let column = 0; column < 5; column++) {
        const value = uniformAt(7, row, column);
        expect(value > 0 && value < 1).toBe(true);
        bins[Math.floor(value * 10)]!++;
      }
    }
    // Chi-squared with 9 degrees of freedom: above 27.9 once in a thousand seeds; the seed is fixed.
    expect(bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.9);
  });

  it('gives other numbers for another seed, row or column', () => {
    expect(new Set([uniformAt(1, 0, 0), uniformAt(2, 0, 0), uniformAt(1, 1, 0), uniformAt(1, 0, 1)]).size).toBe(4);
  });
});
