import { cellsToMultiPolygon } from 'h3-js';
import type { MultiPolygonRings } from '../../hexgrid/polygon.ts';
import { ringAreaSquareMetres } from '../../hexgrid/polygon-area.ts';
import type { LonLat } from '../../units.ts';

/**
 * The outline of a set of cells, edges between them dissolved: coordinates of a GeoJSON MultiPolygon, rings closed,
 * outer rings counterclockwise and holes clockwise (RFC 7946, 3.1.6). Two owners' outlines share their border's corners,
 * so that maps show neither gap nor overlap. No cells, no rings.
 */
export function outlineOfCells(cells: readonly string[]): MultiPolygonRings {
  if (cells.length === 0) return [];
  return cellsToMultiPolygon([...cells], true).map((rings) =>
    rings.map((ring, index) =>
      wound(
        ring.map(([lon = 0, lat = 0]): LonLat => [lon, lat]),
        index === 0,
      ),
    ),
  );
}

function wound(ring: LonLat[], counterclockwise: boolean): LonLat[] {
  return ringAreaSquareMetres(ring) > 0 === counterclockwise ? ring : ring.reverse();
}
