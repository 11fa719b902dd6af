import { getPentagons } from 'h3-js';
import { describe, expect, it } from 'vitest';
import {
  type CellResolution,
  cellAt,
  cellBoundary,
  cellCentre,
  cellNeighbours,
  checkCells,
} from '../../geodata/hexgrid/cells.ts';
import { ringAreaSquareMetres } from '../../geodata/hexgrid/polygon-area.ts';
import { mulberry32 } from '../oracles/random.ts';

const CHANGFENG = [117.16, 32.48] as const;

describe('cellAt', () => {
  it.each([
    [7, '8730963', 5.2],
    [8, '8830963', 0.74],
    [9, '8930963', 0.105],
  ] as const)(
    'gives at resolution %i a cell of that resolution, of the size the standard grid has',
    (resolution, _, km2) => {
      const cell = cellAt(CHANGFENG, resolution);
      expect(() => checkCells([cell], resolution)).not.toThrow();
      expect(ringAreaSquareMetres(cellBoundary(cell)) / 1e6 / km2).toBeGreaterThan(0.7);
      expect(ringAreaSquareMetres(cellBoundary(cell)) / 1e6 / km2).toBeLessThan(1.4);
    },
  );

  it('takes longitude first: a cell holds its own centre', () => {
    const cell = cellAt(CHANGFENG, 8);
    const [lon, lat] = cellCentre(cell);
    expect(Math.abs(lon - CHANGFENG[0])).toBeLessThan(0.01);
    expect(Math.abs(lat - CHANGFENG[1])).toBeLessThan(0.01);
    expect(cellAt([lon, lat], 8)).toBe(cell);
  });

  it('refuses a position that is none and a resolution that is not in use', () => {
    expect(() => cellAt([Number.NaN, 32], 8)).toThrow('No cell at NaN, 32: not a position.');
    expect(() => cellAt(CHANGFENG, 10 as CellResolution)).toThrow('H3 resolution 10 is not 7, 8 or 9.');
  });
});

describe('cellBoundary', () => {
  it('is a closed counterclockwise ring of six corners', () => {
    const ring = cellBoundary(cellAt(CHANGFENG, 8));
    expect(ring).toHaveLength(7);
    expect(ring[6]).toEqual(ring[0]);
    expect(ringAreaSquareMetres(ring)).toBeGreaterThan(0);
  });

  it('shares two corners with each of its neighbours', () => {
    const cell = cellAt(CHANGFENG, 8);
    const corners = cellBoundary(cell).slice(1);
    for (const neighbour of cellNeighbours(cell)) {
      const shared = cellBoundary(neighbour)
        .slice(1)
        .filter(([lon, lat]) => corners.some((corner) => Math.hypot(corner[0] - lon, corner[1] - lat) < 1e-9));
      expect(shared).toHaveLength(2);
    }
  });

  it('does not jump across the antimeridian', () => {
    const ring = cellBoundary(cellAt([179.999999, 10], 7));
    const lons = ring.map(([lon]) => lon);
    expect(Math.max(...lons) - Math.min(...lons)).toBeLessThan(0.1);
    expect(Math.max(...lons)).toBeGreaterThan(180);
  });
});

describe('cellNeighbours', () => {
  it('gives six cells, sorted, each of which has the cell for a neighbour', () => {
    const random = mulberry32(3);
    for (let i = 0; i < 20; i++) {
      const cell = cellAt([73 + 62 * random(), 18 + 35 * random()], 9);
      const neighbours = cellNeighbours(cell);
      expect(neighbours).toHaveLength(6);
      expect(neighbours).toEqual([...new Set(neighbours)].sort());
      for (const neighbour of neighbours) expect(cellNeighbours(neighbour)).toContain(cell);
    }
  });

  it('gives a pentagon five', () => {
    for (const pentagon of getPentagons(8)) {
      expect(cellNeighbours(pentagon)).toHaveLength(5);
      expect(cellBoundary(pentagon).length).toBeGreaterThanOrEqual(6);
    }
  });
});

describe('checkCells', () => {
  it('refuses a cell of another resolution and names it', () => {
    const cells = [cellAt(CHANGFENG, 8), cellAt(CHANGFENG, 7)];
    expect(() => checkCells(cells, 8)).toThrow(`Cell ${cells[1]} is not of resolution 8.`);
  });
});
