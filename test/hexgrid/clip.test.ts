import { getPentagons, gridDisk } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellsOfArea } from '../../geodata/hexgrid/area-cells.ts';
import { type CellResolution, cellAt, cellBoundary, cellCentre } from '../../geodata/hexgrid/cells.ts';
import { clipAreaToCell } from '../../geodata/hexgrid/clip.ts';
import type { MultiPolygonRings, Ring } from '../../geodata/hexgrid/polygon.ts';
import { areaSquareMetres, ringAreaSquareMetres } from '../../geodata/hexgrid/polygon-area.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { holeOf, rectangle, star } from './shapes.ts';

/** Even-odd membership of a point, for the slow reference. */
function holds(rings: readonly Ring[], [lon, lat]: LonLat): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [fromLon, fromLat] = ring[i] as LonLat;
      const [toLon, toLat] = ring[i + 1] as LonLat;
      if (fromLat > lat === toLat > lat) continue;
      if (lon < fromLon + ((lat - fromLat) / (toLat - fromLat)) * (toLon - fromLon)) inside = !inside;
    }
  }
  return inside;
}

/** Share of a cell that an area covers, counted on a grid of `side` x `side` points over the cell's bounds. */
function countedShare(area: MultiPolygonRings, cell: string, side: number): number {
  const boundary = cellBoundary(cell);
  const [lons, lats] = [boundary.map(([lon]) => lon), boundary.map(([, lat]) => lat)];
  const [west, south] = [Math.min(...lons), Math.min(...lats)];
  const [east, north] = [Math.max(...lons), Math.max(...lats)];
  let [inCell, inBoth] = [0, 0];
  for (let i = 0; i < side * side; i++) {
    const lon = west + ((east - west) * ((i % side) + 0.5)) / side;
    const lat = south + ((north - south) * (Math.floor(i / side) + 0.5)) / side;
    if (!holds([boundary], [lon, lat])) continue;
    inCell++;
    if (area.some((rings) => holds(rings, [lon, lat]))) inBoth++;
  }
  return inBoth / inCell;
}

/** Cells in and near China that an edge of H3's icosahedron dents: they are not convex. */
const DENTED_CELLS = ['874b6c090ffffff', '8715b5565ffffff', '87302ed50ffffff', '873191c6effffff'];

describe('clipAreaToCell', () => {
  it('gives a cell itself its whole area, and a neighbour of it nothing', () => {
    const cell = cellAt([117.16, 32.48], 8);
    const [, other] = gridDisk(cell, 1);
    const whole = ringAreaSquareMetres(cellBoundary(cell));
    expect(clipAreaToCell([[cellBoundary(cell)]], cell) / whole).toBeCloseTo(1, 9);
    expect(clipAreaToCell([[cellBoundary(cell)]], other as string)).toBeLessThan(0.001);
  });

  it('gives the parts of an area on both sides of a meridian the area of the cell', () => {
    const cell = cellAt([117.16, 32.48], 8);
    const [lon, lat] = cellCentre(cell);
    const west = clipAreaToCell([[rectangle(lon - 1, lat - 1, lon, lat + 1)]], cell);
    const east = clipAreaToCell([[rectangle(lon, lat - 1, lon + 1, lat + 1)]], cell);
    expect(west / (west + east)).toBeCloseTo(0.5, 2);
    expect((west + east) / ringAreaSquareMetres(cellBoundary(cell))).toBeCloseTo(1, 9);
  });

  it('is zero for an area without polygons', () => {
    expect(clipAreaToCell([], cellAt([117.16, 32.48], 8))).toBe(0);
  });

  it('agrees with counted points on concave areas with holes', () => {
    const random = mulberry32(11);
    for (let i = 0; i < 8; i++) {
      const centre: LonLat = [117 + random(), 32 + random()];
      const ring = star(random, centre, 0.006);
      const area = [[ring, holeOf(ring, centre)]];
      const cell = cellAt(centre, 8);
      const share = clipAreaToCell(area, cell) / ringAreaSquareMetres(cellBoundary(cell));
      expect(Math.abs(share - countedShare(area, cell, 250))).toBeLessThan(0.004);
    }
  });

  it.each([7, 8, 9] as const)(
    'loses nothing: over all cells of resolution %i the pieces add up to the area',
    (resolution) => {
      const random = mulberry32(100 + resolution);
      for (let i = 0; i < 60; i++) {
        const centre: LonLat = [75 + 60 * random(), 18 + 35 * random()];
        const ring = star(random, centre, 0.0005 + 0.03 * random() ** 2);
        const wound = i % 2 === 0 ? ring : [...ring].reverse();
        const area = i % 3 === 0 ? [[wound]] : [[wound, holeOf(ring, centre)], [rectangle(139, 40, 139.01, 40.003)]];
        expect(Math.abs(summedPieces(area, resolution) / areaSquareMetres(area) - 1)).toBeLessThan(1e-9);
      }
    },
  );

  it.each(DENTED_CELLS)('loses nothing at cell %s, which an edge of the icosahedron dents', (cell) => {
    expect(cellBoundary(cell).length).toBeGreaterThan(7);
    const random = mulberry32(5);
    for (let i = 0; i < 10; i++) {
      const area = [[star(random, cellCentre(cell), 0.05)]];
      expect(Math.abs(summedPieces(area, 7) / areaSquareMetres(area) - 1)).toBeLessThan(1e-9);
    }
    const share = clipAreaToCell([[cellBoundary(cell)]], cell) / ringAreaSquareMetres(cellBoundary(cell));
    expect(share).toBeCloseTo(1, 9);
  });

  it('loses nothing at pentagons', () => {
    const random = mulberry32(6);
    for (const pentagon of getPentagons(8)) {
      const area = [[star(random, cellCentre(pentagon), 0.02)]];
      expect(Math.abs(summedPieces(area, 8) / areaSquareMetres(area) - 1)).toBeLessThan(1e-9);
    }
  });
});

function summedPieces(area: MultiPolygonRings, resolution: CellResolution): number {
  return cellsOfArea(area, resolution).reduce((sum, cell) => sum + clipAreaToCell(area, cell), 0);
}
