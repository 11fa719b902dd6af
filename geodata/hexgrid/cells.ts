import { cellToBoundary, cellToLatLng, getResolution, gridDisk, latLngToCell } from 'h3-js';
import type { LonLat } from '../units.ts';

/** H3 resolutions in use: cells of about 5 km2 (7), 0.7 km2 (8) and 0.1 km2 (9). */
export type CellResolution = 7 | 8 | 9;

export const DEFAULT_CELL_RESOLUTION: CellResolution = 8;

/** Id of the H3 cell that a point stands in: 15 hexadecimal digits. */
export function cellAt(coord: LonLat, resolution: CellResolution): string {
  checkResolution(resolution);
  const [lon, lat] = coord;
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) throw new Error(`No cell at ${lon}, ${lat}: not a position.`);
  return latLngToCell(lat, lon, resolution);
}

/** Centre of a cell. Throws where `cell` is not a cell id. */
export function cellCentre(cell: string): LonLat {
  const [lat, lon] = cellToLatLng(cell);
  return [lon, lat];
}

/**
 * Boundary of a cell as a closed counterclockwise ring. Neighbours share their corners, so the rings tile the
 * ground. Six corners as a rule; five for the twelve pentagons of the globe (none in China), and one or two
 * more where an edge of H3's icosahedron crosses a cell of resolution 7 or 9 (one in 2,000 over China), which
 * often dents the ring. Across the antimeridian longitudes run past 180 rather than jump.
 */
export function cellBoundary(cell: string): LonLat[] {
  const centreLon = cellCentre(cell)[0];
  return cellToBoundary(cell, true).map(([lon, lat]) => [nearLon(lon, centreLon), lat]);
}

/** Ids of the cells that share an edge with `cell`: six, or five around a pentagon; sorted. */
export function cellNeighbours(cell: string): string[] {
  return gridDisk(cell, 1)
    .filter((other) => other !== cell)
    .sort();
}

/**
 * Throws unless every id is a cell of `resolution`: mixed resolutions overlap, and their sums would count
 * ground twice.
 */
export function checkCells(cells: readonly string[], resolution: CellResolution): void {
  checkResolution(resolution);
  for (const cell of cells) {
    if (getResolution(cell) !== resolution) throw new Error(`Cell ${cell} is not of resolution ${resolution}.`);
  }
}

/** Throws where a number that came from outside the type system is not a resolution in use. */
export function checkResolution(resolution: number): asserts resolution is CellResolution {
  if (resolution !== 7 && resolution !== 8 && resolution !== 9) {
    throw new Error(`H3 resolution ${resolution} is not 7, 8 or 9.`);
  }
}

function nearLon(lon: number, centreLon: number): number {
  if (lon - centreLon > 180) return lon - 360;
  return lon - centreLon < -180 ? lon + 360 : lon;
}
