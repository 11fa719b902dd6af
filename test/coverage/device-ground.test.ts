import { describe, expect, it } from 'vitest';
import { deviceGround } from '../../geodata/coverage/device-ground.ts';
import { DEFAULT_RANGE_METRES } from '../../geodata/coverage/device-sector.ts';
import { cellAt, cellBoundary } from '../../geodata/hexgrid/cells.ts';
import { clipAreaToCell } from '../../geodata/hexgrid/clip.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import { areaSquareMetres } from '../../geodata/hexgrid/polygon-area.ts';
import type { VideoDevice } from '../../geodata/records/county-records.ts';
import { rulerAt } from '../../geodata/roads/ruler.ts';
import type { LonLat } from '../../geodata/units.ts';
import { holeOf, rectangle, star } from '../hexgrid/shapes.ts';
import { mulberry32 } from '../oracles/random.ts';
import { overlookedByPoints } from './overlooked.ts';

const PLACE: LonLat = [115.66, 32.18];
const TOWN: MultiPolygonRings = [[rectangle(115.64, 32.16, 115.68, 32.2)]];
const RULER = rulerAt(32.18e6);

function east(metres: number): LonLat {
  return [PLACE[0] + metres / RULER.metresPerMicroLon / 1e6, PLACE[1]];
}

function watched(devices: readonly VideoDevice[], builtUp: readonly MultiPolygonRings[] = [TOWN]): number {
  return deviceGround(devices, builtUp, 8).reduce((sum, cell) => sum + cell.watchedSquareMetres, 0);
}

function expectWithin(actual: number, expected: number, share: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(share);
}

describe('deviceGround', () => {
  it('keeps the ground of one device within 0.2 % of pi r squared at its default range, wherever it stands', () => {
    const random = mulberry32(1);
    let worst = 0;
    const town: MultiPolygonRings = [[rectangle(115.6555, 32.1755, 115.6645, 32.1845)]];
    for (let round = 0; round < 100; round++) {
      const coord: LonLat = [PLACE[0] + 0.008 * (random() - 0.5), PLACE[1] + 0.008 * (random() - 0.5)];
      const area = watched([{ coord }], [town]);
      worst = Math.max(worst, Math.abs(area / (Math.PI * DEFAULT_RANGE_METRES ** 2) - 1));
    }
    expect(worst).toBeLessThan(0.002);
  });

  it.each([50, 200, 800])('gives a circle of %i m its pi r squared within 0.2 %', (rangeMetres) => {
    expectWithin(watched([{ coord: PLACE, rangeMetres }]), Math.PI * rangeMetres ** 2, 0.002);
  });

  it.each([30, 90, 150, 179, 180, 200, 270, 330, 359])(
    'gives a sector of %i degrees its share of the circle',
    (angle) => {
      for (const azimuth of [0, 37, 90, 270]) {
        const area = watched([{ coord: PLACE, rangeMetres: 200, azimuth, fieldOfView: angle }]);
        expectWithin(area, (Math.PI * 200 ** 2 * angle) / 360, 0.005);
      }
    },
  );

  it('looks all around where the azimuth or the angle is not known, or the angle is the whole circle', () => {
    const circle = watched([{ coord: PLACE, rangeMetres: 100 }]);
    for (const given of [{ azimuth: 20 }, { fieldOfView: 60 }, { azimuth: 20, fieldOfView: 360 }]) {
      expect(watched([{ coord: PLACE, rangeMetres: 100, ...given }])).toBe(circle);
    }
  });

  it.each([0, 40, 100, 160, 199, 200, 260])('counts the lens of two circles %i m apart once', (apart) => {
    const [radius, half] = [100, apart / 2];
    const lens =
      apart >= 200 ? 0 : 2 * radius ** 2 * Math.acos(half / radius) - apart * Math.sqrt(radius ** 2 - half ** 2);
    const area = watched([
      { coord: PLACE, rangeMetres: radius },
      { coord: east(apart), rangeMetres: radius },
    ]);
    expectWithin(area, 2 * Math.PI * radius ** 2 - lens, 0.002);
  });

  it('clips to the built-up ground, holes left out, and counts ground of two areas once', () => {
    const ring = rectangle(115.658, 32.178, 115.662, 32.182);
    const hole = rectangle(115.659, 32.179, 115.661, 32.181);
    const device = { coord: PLACE, rangeMetres: 2000 };
    const expected = areaSquareMetres([[ring, hole]]);
    expectWithin(watched([device], [[[ring, hole]]]), expected, 0.002);
    expectWithin(watched([device], [[[ring, hole]], [[ring, hole]]]), expected, 0.002);
    expectWithin(watched([device], [[[ring, hole]], [[hole]]]), areaSquareMetres([[ring]]), 0.002);
    expect(watched([{ coord: PLACE, rangeMetres: 30 }], [[[ring, hole]]])).toBe(0);
  });

  it('gives every cell its built-up ground, and leaves out cells without', () => {
    const cells = deviceGround([], [TOWN], 8);
    expect(cells.length).toBeGreaterThan(20);
    for (const { cell, builtUpSquareMetres, watchedSquareMetres } of cells) {
      expect(Math.abs(builtUpSquareMetres - clipAreaToCell(TOWN, cell))).toBeLessThan(1500);
      expect(watchedSquareMetres).toBe(0);
    }
    expect(deviceGround([{ coord: PLACE }], [], 8)).toEqual([]);
    const whole = cellAt(PLACE, 9);
    expectWithin(
      deviceGround([], [[[cellBoundary(whole)]]], 9).reduce((sum, cell) => sum + cell.builtUpSquareMetres, 0),
      areaSquareMetres([[cellBoundary(whole)]]),
      0.002,
    );
  });

  it('agrees with a grid of points on random devices and built-up areas', () => {
    const random = mulberry32(77);
    for (let round = 0; round < 6; round++) {
      const near = (spread: number): LonLat => [PLACE[0] + spread * random(), PLACE[1] + spread * random()];
      const builtUp = Array.from({ length: 4 }, (): MultiPolygonRings => {
        const coord = near(0.004);
        const ring = star(random, coord, 0.002);
        return [random() < 0.5 ? [ring] : [ring, holeOf(ring, coord)]];
      });
      const devices = Array.from(
        { length: 6 },
        (): VideoDevice => ({
          coord: near(0.005),
          rangeMetres: 40 + 160 * random(),
          ...(random() < 0.3 ? {} : { azimuth: 360 * random(), fieldOfView: 20 + 340 * random() }),
        }),
      );
      const cells = deviceGround(devices, builtUp, 9);
      const byPoints = overlookedByPoints(devices, builtUp, [PLACE[0] - 0.006, PLACE[1] - 0.006, 0.018, 0.018], 400);
      const total = cells.reduce((sum, cell) => sum + cell.builtUpSquareMetres, 0);
      const seen = cells.reduce((sum, cell) => sum + cell.watchedSquareMetres, 0);
      expect(Math.abs(seen / total - byPoints.share)).toBeLessThan(0.01);
      expectWithin(total, byPoints.builtUpSquareMetres, 0.01);
    }
  });

  it('gives the same ground whatever the order, and adds up alike at every resolution', () => {
    const devices = [
      { coord: PLACE, rangeMetres: 300 },
      { coord: east(250), rangeMetres: 400, azimuth: 10, fieldOfView: 100 },
    ];
    expect(deviceGround([...devices].reverse(), [TOWN], 8)).toEqual(deviceGround(devices, [TOWN], 8));
    const sums = ([7, 8, 9] as const).map((resolution) =>
      deviceGround(devices, [TOWN], resolution).reduce((sum, cell) => sum + cell.watchedSquareMetres, 0),
    );
    for (const sum of sums) expectWithin(sum, sums[0] as number, 1e-9);
  });

  it('refuses a range or an angle that is none', () => {
    for (const rangeMetres of [0, -1, Number.NaN, Infinity]) {
      expect(() => deviceGround([{ coord: PLACE, rangeMetres }], [TOWN], 8)).toThrow('range');
    }
    expect(() => deviceGround([{ coord: PLACE, fieldOfView: 0 }], [TOWN], 8)).toThrow('angle');
  });
});
