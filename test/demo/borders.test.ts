import { describe, expect, it } from 'vitest';
import { ringLine, traceBorders } from '../../geodata/demo/borders.ts';
import type { EastNorth } from '../../geodata/demo/frame.ts';
import { COLUMNS, SITE_COUNT, SPACING_METRES } from '../../geodata/demo/lattice.ts';
import { BEYOND } from '../../geodata/demo/outline.ts';
import { keepLargestParts } from '../../geodata/demo/parts.ts';
import { mulberry32 } from '../oracles/random.ts';

describe('borders', () => {
  it('are drawn once for both sides, so that areas add up whatever the map', () => {
    const random = mulberry32(11);
    for (let trial = 0; trial < 20; trial++) {
      const labels = new Int16Array(SITE_COUNT).fill(BEYOND);
      for (let row = 10; row < 40; row++) {
        for (let column = 10; column < 50; column++) {
          if (random() < 0.9) labels[row * COLUMNS + column] = Math.floor(random() * 3) + 3 * Math.floor(row / 20);
        }
      }
      keepLargestParts(labels);
      const { borders, ringsOf, outline } = traceBorders(labels);
      const area = (rings: ReturnType<typeof ringsOf>): number =>
        rings.reduce((sum, ring) => sum + signedArea(ringLine(borders, ring)), 0);
      const parts = [0, 1, 2, 3, 4, 5].map((label) => area(ringsOf(label)));
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(area(outline), 0);
    }
  });

  it('enclose about as much land as the squares they were drawn around', () => {
    const labels = new Int16Array(SITE_COUNT).fill(BEYOND);
    for (let row = 10; row < 50; row++) labels.fill(0, row * COLUMNS + 10, row * COLUMNS + 70);
    const { borders, ringsOf } = traceBorders(labels);
    const squares = 40 * 60 * SPACING_METRES * SPACING_METRES;
    const [ring] = ringsOf(0);
    expect(Math.abs(signedArea(ringLine(borders, ring ?? [])) / squares - 1)).toBeLessThan(0.001);
  });
});

function signedArea(ring: readonly EastNorth[]): number {
  return ring.reduce((sum, [east, north], at) => {
    const [nextEast, nextNorth] = ring[(at + 1) % ring.length] as EastNorth;
    return sum + (east * nextNorth - nextEast * north) / 2;
  }, 0);
}
