import { beforeAll, describe, expect, it } from 'vitest';
import { type CellGround, deviceGround } from '../../geodata/coverage/device-ground.ts';
import { DEFAULT_RANGE_METRES } from '../../geodata/coverage/device-sector.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import { readAreas } from '../../geodata/osm/areas.ts';
import { readOsm } from '../../geodata/osm/read-osm.ts';
import { parseTagFilter } from '../../geodata/osm/tag-filter.ts';
import type { VideoDevice } from '../../geodata/records/county-records.ts';
import { inflateZlib, openOsmFile } from '../../server/files/osm-file.ts';
import { rectangle } from '../hexgrid/shapes.ts';
import { mulberry32 } from '../oracles/random.ts';
import { realData } from '../real-data.ts';
import { overlookedByPoints } from './overlooked.ts';

const FILE = realData('helsinki.osm.pbf');
/** Landuse and buildings alike: they lie on one another, which must count once. */
const BUILT_UP = 'building=*;landuse=residential,commercial,retail,industrial';

function sumOf(cells: readonly CellGround[], column: 'builtUpSquareMetres' | 'watchedSquareMetres'): number {
  return cells.reduce((sum, cell) => sum + cell[column], 0);
}

describe.skipIf(!FILE)('deviceGround on the cameras of Helsinki', () => {
  const devices: VideoDevice[] = [];
  let builtUp: MultiPolygonRings[] = [];

  beforeAll(async () => {
    const open = openOsmFile(FILE as string);
    await readOsm(open, inflateZlib, {
      node: (_, lonE7, latE7, tags) => {
        if (tags?.['man_made'] === 'surveillance') devices.push({ coord: [lonE7 / 1e7, latE7 / 1e7] });
      },
    });
    const { areas } = await readAreas(open, inflateZlib, parseTagFilter(BUILT_UP));
    builtUp = areas.map(({ polygons }) => polygons);
  });

  it('gives the same ground at every resolution, each cell watched within its built-up ground', () => {
    expect(devices.length).toBeGreaterThan(390);
    const grounds = ([7, 8, 9] as const).map((resolution) => deviceGround(devices, builtUp, resolution));
    for (const cells of grounds) {
      for (const { builtUpSquareMetres, watchedSquareMetres } of cells) {
        expect(watchedSquareMetres).toBeLessThanOrEqual(builtUpSquareMetres * (1 + 1e-12));
      }
      for (const column of ['builtUpSquareMetres', 'watchedSquareMetres'] as const) {
        expect(sumOf(cells, column) / sumOf(grounds[0] as CellGround[], column)).toBeCloseTo(1, 9);
      }
    }
    const watched = sumOf(grounds[0] as CellGround[], 'watchedSquareMetres');
    expect(watched).toBeGreaterThan(0);
    expect(watched).toBeLessThan(devices.length * Math.PI * DEFAULT_RANGE_METRES ** 2);
  });

  it('agrees with a grid of points around a camera, directions drawn where the file has none', () => {
    const random = mulberry32(397);
    const aimed = devices.map((device) => ({
      ...device,
      rangeMetres: 20 + 60 * random(),
      ...(random() < 0.2 ? {} : { azimuth: 360 * random(), fieldOfView: 30 + 150 * random() }),
    }));
    const [lon, lat] = (devices[0] as VideoDevice).coord;
    const [west, south, wide, high] = [lon - 0.004, lat - 0.002, 0.008, 0.004] as const;
    const square: MultiPolygonRings = [[rectangle(west, south, west + wide, south + high)]];
    const near = aimed.filter(({ coord }) => Math.abs(coord[0] - lon) < 0.008 && Math.abs(coord[1] - lat) < 0.004);
    const cells = deviceGround(near, [square], 9);
    const share = sumOf(cells, 'watchedSquareMetres') / sumOf(cells, 'builtUpSquareMetres');
    const byPoints = overlookedByPoints(near, [square], [west, south, wide, high], 500);
    expect(near.length).toBeGreaterThan(1);
    expect(share).toBeGreaterThan(0);
    expect(Math.abs(share - byPoints.share)).toBeLessThan(0.001);
  });

  it('returns no position: nothing but cells and square metres leaves', () => {
    const [first] = deviceGround(devices, builtUp, 8);
    expect(Object.keys(first ?? {}).sort()).toEqual(['builtUpSquareMetres', 'cell', 'watchedSquareMetres']);
  });
});
