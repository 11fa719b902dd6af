import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../../geodata/units.ts';
import { areaAt } from '../../../server/networks/inside-areas.ts';
import { mulberry32 } from '../../oracles/random.ts';

function area(name: string, ...rings: LonLat[][]) {
  const closed = rings.map((ring) => [...ring, ring[0] ?? [0, 0]] as LonLat[]);
  return { id: name, name, polygons: [closed] };
}

const SQUARE: LonLat[] = [
  [117, 32],
  [118, 32],
  [118, 33],
  [117, 33],
];
const HOLE: LonLat[] = [
  [117.4, 32.4],
  [117.4, 32.6],
  [117.6, 32.6],
  [117.6, 32.4],
];

describe('areaAt', () => {
  it.each<[LonLat, boolean]>([
    [[117.2, 32.2], true],
    [[117, 32], true],
    [[118, 33], true],
    [[117.5, 32], true],
    [[117, 32.5], true],
    [[117.5, 32.5], false],
    [[117.4, 32.5], true],
    [[117.2, 32.4], true],
    [[116.9999999, 32.5], false],
    [[118.0000001, 32.5], false],
    [[117.5, 31.9999999], false],
    [[116, 32], false],
    [[119, 33], false],
  ])('of a square with a hole says of %j: %s', (coord, inside) => {
    expect(areaAt([area('方', SQUARE, HOLE)], coord) !== undefined).toBe(inside);
  });

  it('finds a point in any of several polygons, and the first of several areas', () => {
    const twin = {
      id: '1',
      name: '双',
      polygons: [
        [[...SQUARE, SQUARE[0] as LonLat]],
        [
          [
            [10, 10],
            [11, 10],
            [10, 11],
            [10, 10],
          ] as LonLat[],
        ],
      ],
    };
    expect(areaAt([twin], [10.2, 10.2])?.name).toBe('双');
    expect(areaAt([area('甲', SQUARE), area('乙', SQUARE)], [117.5, 32.5])?.name).toBe('甲');
    expect(areaAt([], [117, 32])).toBeUndefined();
  });

  it('gives every point of a square cut by a slanting border to one side at least, and to both only on the border', () => {
    const random = mulberry32(7);
    const border: LonLat[] = Array.from({ length: 40 }, (_, i) => [117 + random(), 32 + i / 39]);
    const west = area('西', [[117, 32], ...border, [117, 33]]);
    const east = area('东', [[118, 32], ...border, [118, 33]]);
    let onBoth = 0;
    for (let i = 0; i < 4000; i++) {
      const onBorder = border[i];
      const coord: LonLat = onBorder ?? [117 + random(), 32 + random()];
      const sides = [west, east].filter((side) => areaAt([side], coord) !== undefined).length;
      expect(sides, `at ${coord}`).toBeGreaterThan(0);
      if (sides === 2) onBoth++;
    }
    expect(onBoth).toBeGreaterThanOrEqual(40);
    expect(onBoth).toBeLessThan(45);
  });
});
