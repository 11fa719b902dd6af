import { describe, expect, it } from 'vitest';
import { ROAD_CLASSES } from '../../../geodata/roads/road-class.ts';
import {
  DEFAULT_BANDS,
  GROUP_OF_CLASS,
  SPEED_GROUPS,
  scaledBands,
} from '../../../geodata/travel/uncertainty/speed-bands.ts';
import {
  factorOf,
  highestFactors,
  lowestFactors,
  sampledFactors,
} from '../../../geodata/travel/uncertainty/speed-factors.ts';

const doubt = { bands: DEFAULT_BANDS, commonShare: 0.5, seed: 20 };

describe('the default bands', () => {
  it('hold every class of road, each with a source and with 1 inside', () => {
    for (const roadClass of ROAD_CLASSES) {
      const { low, high, source } = DEFAULT_BANDS[GROUP_OF_CLASS[roadClass]];
      expect(low > 0 && low <= 1 && high >= 1 && source !== '', roadClass).toBe(true);
    }
  });

  it('shrink to 1 at share 0, stay at share 1, and widen on both sides beyond', () => {
    expect([...lowestFactors(scaledBands(DEFAULT_BANDS, 0)), ...highestFactors(scaledBands(DEFAULT_BANDS, 0))]).toEqual(
      new Array(2 * SPEED_GROUPS.length).fill(1),
    );
    for (const group of SPEED_GROUPS) {
      const { low, high } = DEFAULT_BANDS[group];
      const same = scaledBands(DEFAULT_BANDS, 1)[group];
      const wide = scaledBands(DEFAULT_BANDS, 1.5)[group];
      expect(same.low).toBeCloseTo(low, 12);
      expect(same.high).toBeCloseTo(high, 12);
      expect(wide.low > 0 && wide.low <= low && wide.high >= high).toBe(true);
    }
  });
});

describe('sampledFactors', () => {
  it('gives the same sample however many were drawn before, and another for another seed', () => {
    const alone = sampledFactors(doubt, 17);
    const inARow = Array.from({ length: 30 }, (_, k) => sampledFactors(doubt, k));
    expect(inARow[17]).toEqual(alone);
    expect(sampledFactors({ ...doubt, seed: 21 }, 17)).not.toEqual(alone);
  });

  it('stays within the bands, and makes ranks agree as far as the common share says', () => {
    const low = lowestFactors(DEFAULT_BANDS);
    const high = highestFactors(DEFAULT_BANDS);
    const symmetric = { low: 0.5, high: 1.5, mark: 'estimate', source: 'a test' } as const;
    const bands = { ...DEFAULT_BANDS, primary: symmetric, track: symmetric };
    const found = [0, 0.5, 1].map((commonShare) => {
      const drawn = Array.from({ length: 4000 }, (_, k) => sampledFactors({ bands, commonShare, seed: 3 }, k));
      return correlation(drawn.map((factors) => [factorOf(factors, 'primary'), factorOf(factors, 'track')]));
    });
    for (let k = 0; k < 200; k++) {
      const factors = sampledFactors(doubt, k);
      expect(factors.every((factor, group) => factor >= low[group]! && factor <= high[group]!)).toBe(true);
    }
    // 4,000 pairs: a standard error of 0.016 at most.
    expect(Math.abs(found[0]!)).toBeLessThan(0.06);
    expect(Math.abs(found[1]! - 0.5)).toBeLessThan(0.06);
    expect(found[2]).toBeCloseTo(1, 9);
  });

  it('refuses bands, shares, seeds and samples that mean nothing', () => {
    const upsideDown = { ...DEFAULT_BANDS, track: { ...DEFAULT_BANDS.track, low: 1.1 } };
    expect(() => sampledFactors({ ...doubt, bands: upsideDown }, 0)).toThrow('The band of track is 1.1');
    expect(() => sampledFactors({ ...doubt, commonShare: 1.2 }, 0)).toThrow('1.2');
    expect(() => sampledFactors({ ...doubt, seed: 0.5 }, 0)).toThrow('0.5');
    expect(() => sampledFactors(doubt, -1)).toThrow('-1');
    expect(() => scaledBands(DEFAULT_BANDS, -1)).toThrow('-1');
  });
});

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [x, y] = [mean((pair) => pair[0]), mean((pair) => pair[1])];
  const product = mean((pair) => (pair[0] - x) * (pair[1] - y));
  return product / Math.sqrt(mean((pair) => (pair[0] - x) ** 2) * mean((pair) => (pair[1] - y) ** 2));
}
