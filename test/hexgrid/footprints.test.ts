import { describe, expect, it } from 'vitest';
import { matchFootprints } from '../../geodata/hexgrid/footprints.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { rectangle } from './shapes.ts';

const LON = 117;
const LAT = 32;
const METRES_PER_DEGREE_LON = 94_493;
const METRES_PER_DEGREE_LAT = 110_878;

/** A position so many metres east and north of 117 E, 32 N. */
function metres(east: number, north: number): LonLat {
  return [LON + east / METRES_PER_DEGREE_LON, LAT + north / METRES_PER_DEGREE_LAT];
}

/** A square of side 100 m whose south-west corner is so many metres east and north of 117 E, 32 N. */
function square(east: number, north: number): [[LonLat[]]] {
  const [west, south] = metres(east, north);
  const [eastLon, northLat] = metres(east + 100, north + 100);
  return [[rectangle(west, south, eastLon, northLat)]];
}

describe('matchFootprints', () => {
  it('gives a settlement the polygon that contains it, although the middle of another is nearer', () => {
    const long = [[rectangle(...metres(0, 0), ...metres(1000, 100))]];
    expect(matchFootprints([metres(990, 50)], [square(1010, 0), long], 500)).toEqual([1]);
  });

  it.each([
    [299, 0],
    [301, undefined],
  ])('gives a settlement %i m from a polygon, with a limit of 300 m, %j', (distance, match) => {
    expect(matchFootprints([metres(100 + distance, 50)], [square(0, 0)], 300)).toEqual([match]);
    expect(matchFootprints([metres(50, -distance)], [square(0, 0)], 300)).toEqual([match]);
    const diagonal = distance / Math.SQRT2;
    expect(matchFootprints([metres(-diagonal, -diagonal)], [square(0, 0)], 300)).toEqual([match]);
  });

  it('takes a point in a hole for outside, at its distance from the edge of the hole', () => {
    const yard = [[rectangle(...metres(0, 0), ...metres(100, 100)), rectangle(...metres(20, 20), ...metres(80, 80))]];
    expect(matchFootprints([metres(50, 50)], [yard], 31)).toEqual([0]);
    expect(matchFootprints([metres(50, 50)], [yard], 29)).toEqual([undefined]);
    expect(matchFootprints([metres(10, 10)], [yard], 0)).toEqual([0]);
  });

  it('looks at every part of a polygon', () => {
    const parts = [...square(0, 0), ...square(5000, 0)];
    expect(matchFootprints([metres(5050, 50)], [parts], 0)).toEqual([0]);
  });

  it('uses a polygon once: the nearest settlement wins and the next takes what is left', () => {
    const points = [metres(180, 50), metres(130, 50)];
    expect(matchFootprints(points, [square(0, 0)], 500)).toEqual([undefined, 0]);
    expect(matchFootprints(points, [square(0, 0), square(600, 0)], 500)).toEqual([1, 0]);
  });

  it('gives a polygon with two settlements inside to the one nearer its middle, and the other none', () => {
    const points = [metres(10, 50), metres(40, 50)];
    expect(matchFootprints(points, [square(0, 0), square(150, 0)], 500)).toEqual([undefined, 0]);
  });

  it('settles equal distances by the order of the list', () => {
    expect(matchFootprints([metres(50, 50), metres(50, 50)], [square(0, 0)], 500)).toEqual([0, undefined]);
    expect(matchFootprints([metres(50, 50)], [square(0, 0), square(0, 0)], 500)).toEqual([0]);
  });

  it('has nothing to give where there is no polygon, or one without points', () => {
    expect(matchFootprints([metres(0, 0)], [], 500)).toEqual([undefined]);
    expect(matchFootprints([metres(0, 0)], [[], [[]]], 500)).toEqual([undefined]);
    expect(matchFootprints([], [square(0, 0)], 500)).toEqual([]);
  });

  it('on random squares, gives no polygon twice, and none that a free settlement nearer to it would want', () => {
    const random = mulberry32(9);
    const points = Array.from({ length: 60 }, () => metres(5000 * random(), 5000 * random()));
    const squares = Array.from({ length: 40 }, () => square(5000 * random(), 5000 * random()));
    const distance = (point: LonLat, area: ReturnType<typeof square>): number => {
      const [[west, south], , [east, north]] = area[0][0] as [LonLat, LonLat, LonLat];
      const lonGap = Math.max(west - point[0], point[0] - east, 0) * METRES_PER_DEGREE_LON;
      const latGap = Math.max(south - point[1], point[1] - north, 0) * METRES_PER_DEGREE_LAT;
      return Math.hypot(lonGap, latGap);
    };
    const matches = matchFootprints(points, squares, 400);
    const used = matches.filter((match) => match !== undefined);
    expect(new Set(used).size).toBe(used.length);
    expect(used.length).toBeGreaterThan(20);
    const unmatched = points.filter((_, index) => matches[index] === undefined);
    const freeSquares = squares.filter((_, index) => !used.includes(index));
    for (const point of unmatched) {
      if (squares.some((area) => distance(point, area) === 0)) continue;
      for (const area of freeSquares) expect(distance(point, area)).toBeGreaterThan(399);
    }
    matches.forEach((match, winner) => {
      if (match === undefined) return;
      const area = squares[match] as ReturnType<typeof square>;
      const won = distance(points[winner] as LonLat, area);
      expect(won).toBeLessThan(401);
      for (const point of unmatched) {
        if (squares.some((other) => distance(point, other) === 0)) continue;
        expect(distance(point, area)).toBeGreaterThan(won - 1);
      }
    });
  });

  it.each([-1, Number.NaN, Infinity])('refuses a greatest distance of %d m', (limit) => {
    expect(() => matchFootprints([], [], limit)).toThrow('is not a distance');
  });
});
