import { readFileSync } from 'node:fs';
import { gridDisk, POLYGON_TO_CELLS_FLAGS, polygonToCellsExperimental } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellsOfArea } from '../../geodata/hexgrid/area-cells.ts';
import { type CellResolution, cellAt, cellCentre } from '../../geodata/hexgrid/cells.ts';
import { clipAreaToCell } from '../../geodata/hexgrid/clip.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import { areaSquareMetres } from '../../geodata/hexgrid/polygon-area.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { realData } from '../real-data.ts';
import { holeOf, rectangle, star } from './shapes.ts';

const LEAST_OVERLAP_SQUARE_METRES = 0.01;

function toPairs(ring: readonly LonLat[]): number[][] {
  return ring.map(([lon, lat]) => [lon, lat]);
}

describe('cellsOfArea', () => {
  it.each([
    [7, 0.02],
    [8, 0.012],
    [9, 0.004],
  ] as const)(
    'finds exactly the cells of resolution %i that clipping finds, on random concave areas',
    (resolution, radius) => {
      const random = mulberry32(resolution);
      for (let i = 0; i < 60; i++) {
        const centre: LonLat = [75 + 55 * random(), 20 + 30 * random()];
        const ring = star(random, centre, radius * (0.01 + random()));
        const area = i % 2 === 0 ? [[ring]] : [[ring, holeOf(ring, centre)]];
        const around = gridDisk(cellAt(centre, resolution), 7);
        const overlapping = around.filter((cell) => clipAreaToCell(area, cell) > LEAST_OVERLAP_SQUARE_METRES);
        expect(cellsOfArea(area, resolution)).toEqual(overlapping.sort());
      }
    },
  );

  it('keeps the one cell of a village much smaller than a cell', () => {
    const cells = cellsOfArea([[rectangle(117.16, 32.48, 117.1601, 32.4801)]], 7);
    expect(cells).toEqual([cellAt([117.16005, 32.48005], 7)]);
  });

  it('leaves out the cells within a hole and keeps those across its edge', () => {
    const outer = rectangle(117, 32, 117.2, 32.2);
    const hole = rectangle(117.05, 32.05, 117.15, 32.15);
    const cells = cellsOfArea([[outer, hole]], 8);
    expect(cells).not.toContain(cellAt([117.1, 32.1], 8));
    expect(cells).toContain(cellAt([117.05, 32.1], 8));
  });

  it('keeps a cell whose centre is in a hole that lies wholly within the cell, which H3 misses', () => {
    const cell = cellAt([117.16, 32.48], 8);
    const [lon, lat] = cellCentre(cell);
    const outer = rectangle(lon - 0.05, lat - 0.05, lon + 0.05, lat + 0.05);
    const yard = rectangle(lon - 0.001, lat - 0.001, lon + 0.001, lat + 0.001);
    const overlapping = POLYGON_TO_CELLS_FLAGS.containmentOverlapping;
    const missing = polygonToCellsExperimental([outer, yard].map(toPairs), 8, overlapping, true);
    expect(missing).not.toContain(cell);
    expect(cellsOfArea([[outer, yard]], 8)).toEqual([...missing, cell].sort());
  });

  it('names a cell once, in order, where parts of an area share it', () => {
    const parts = [[rectangle(117.161, 32.48, 117.162, 32.481)], [rectangle(117.16, 32.48, 117.1605, 32.481)]];
    const cells = cellsOfArea(parts, 7);
    expect(cells).toEqual([...new Set(parts.flatMap((part) => cellsOfArea([part], 7)))].sort());
    expect(cells.length).toBeLessThan(parts.flatMap((part) => cellsOfArea([part], 7)).length);
  });

  it('gives none for an area without ground', () => {
    expect(cellsOfArea([], 8)).toEqual([]);
    expect(cellsOfArea([[]], 8)).toEqual([]);
    expect(cellsOfArea([[[]]], 8)).toEqual([]);
  });

  it('refuses a resolution that is not in use', () => {
    expect(() => cellsOfArea([], 12 as CellResolution)).toThrow('H3 resolution 12 is not 7, 8 or 9.');
  });
});

const county = realData('changfeng/county.geojson');

describe.skipIf(!county)('cellsOfArea of a real county', () => {
  it.each([
    [7, 522],
    [8, 3326],
  ] as const)(
    'covers its 1,830 km2 (1,835 on a sphere of the equatorial radius) with cells of resolution %i',
    (resolution, count) => {
      const { features } = JSON.parse(readFileSync(county as string, 'utf8'));
      const area = features[0].geometry.coordinates as MultiPolygonRings;
      const cells = cellsOfArea(area, resolution);
      const covered = cells.reduce((sum, cell) => sum + clipAreaToCell(area, cell), 0);
      expect(cells).toHaveLength(count);
      expect(areaSquareMetres(area) / 1e6).toBeCloseTo(1829.8, 1);
      expect(Math.abs(covered / areaSquareMetres(area) - 1)).toBeLessThan(1e-9);
    },
  );
});
