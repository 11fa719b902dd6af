import { describe, expect, it } from 'vitest';
import type { Ring } from '../../geodata/hexgrid/polygon.ts';
import { areaSquareMetres, ringAreaSquareMetres } from '../../geodata/hexgrid/polygon-area.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { rectangle, star } from './shapes.ts';

const WGS84_SURFACE_KM2 = 510_065_621.724;

/** The same ring with `pieces` equal pieces to every edge. */
function subdivided(ring: Ring, pieces: number): LonLat[] {
  return ring.flatMap((from, index) => {
    const to = ring[(index + 1) % ring.length] as LonLat;
    return Array.from({ length: pieces }, (_, piece): LonLat => {
      const fraction = piece / pieces;
      return [from[0] + fraction * (to[0] - from[0]), from[1] + fraction * (to[1] - from[1])];
    });
  });
}

describe('areaSquareMetres', () => {
  it('gives the whole globe the surface of the WGS 84 ellipsoid', () => {
    const area = areaSquareMetres([[rectangle(-180, -90, 180, 90)]]);
    expect(area / 1e6).toBeCloseTo(WGS84_SURFACE_KM2, 2);
  });

  it('takes holes from the outer ring and adds up the parts, whichever way rings are wound', () => {
    const outer = rectangle(117, 32, 117.1, 32.1);
    const hole = rectangle(117.02, 32.02, 117.04, 32.04);
    const other = rectangle(118, 32, 118.01, 32.01);
    const expected = areaSquareMetres([[outer]]) - areaSquareMetres([[hole]]) + areaSquareMetres([[other]]);
    expect(areaSquareMetres([[outer, hole], [other]])).toBeCloseTo(expected, 4);
    expect(areaSquareMetres([[[...outer].reverse(), hole], [[...other].reverse()]])).toBeCloseTo(expected, 4);
  });

  it('is zero for no polygon and for a ring without ground', () => {
    expect(areaSquareMetres([])).toBe(0);
    expect(areaSquareMetres([[[[117, 32]]]])).toBe(0);
    expect(
      Math.abs(
        ringAreaSquareMetres([
          [117, 32],
          [117.1, 32.1],
          [117, 32],
        ]),
      ),
    ).toBeLessThan(1e-6);
  });
});

describe('ringAreaSquareMetres', () => {
  it('is positive counterclockwise, negative clockwise, and does not mind a closing point', () => {
    const ring = rectangle(117, 32, 117.1, 32.1);
    const area = ringAreaSquareMetres(ring);
    expect(area).toBeGreaterThan(0);
    expect(ringAreaSquareMetres([...ring].reverse())).toBeCloseTo(-area, 3);
    expect(ringAreaSquareMetres(ring.slice(0, -1))).toBe(area);
  });

  it('agrees with a two hundred times finer ring within 1e-9, on edges up to a degree', () => {
    const random = mulberry32(7);
    for (let i = 0; i < 20; i++) {
      const ring = star(random, [100 + 20 * random(), 20 + 25 * random()], 0.5);
      const fine = ringAreaSquareMetres(subdivided(ring, 200));
      expect(Math.abs(ringAreaSquareMetres(ring) / fine - 1)).toBeLessThan(1e-9);
    }
  });
});
