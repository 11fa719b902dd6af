import type { LonLat } from '../units.ts';
import type { MultiPolygonRings, PolygonRings } from './polygon.ts';

const E7 = 10_000_000;

/** Where a point lies of an area. */
export type PointPosition = 'inside' | 'edge' | 'outside';

/**
 * Where a point lies of an area whose polygons do not overlap: even-odd rule over each polygon's rings together, a
 * point on any ring, a hole's as well, being on the edge. Decided in whole 1e-7 degrees, the resolution of OSM,
 * without rounding for edges of up to 9 degrees.
 */
export function pointPosition(polygons: MultiPolygonRings, coord: LonLat): PointPosition {
  let found: PointPosition = 'outside';
  for (const rings of polygons) {
    const position = positionInPolygon(rings, coord);
    if (position === 'edge') return 'edge';
    if (position === 'inside') found = 'inside';
  }
  return found;
}

function positionInPolygon(rings: PolygonRings, [lon, lat]: LonLat): PointPosition {
  let inside = false;
  for (const ring of rings) {
    let [ax, ay] = offset(ring[0] ?? [lon, lat], lon, lat);
    for (const corner of ring) {
      const [bx, by] = offset(corner, lon, lat);
      if (isOnEdge(ax, ay, bx, by)) return 'edge';
      if (crossesEastward(ax, ay, bx, by)) inside = !inside;
      [ax, ay] = [bx, by];
    }
  }
  return inside ? 'inside' : 'outside';
}

/** From the point to a corner, whole 1e-7 degrees. */
function offset([cornerLon, cornerLat]: LonLat, lon: number, lat: number): [x: number, y: number] {
  return [Math.round(cornerLon * E7) - Math.round(lon * E7), Math.round(cornerLat * E7) - Math.round(lat * E7)];
}

/** Whether the origin lies on the segment from a to b. */
function isOnEdge(ax: number, ay: number, bx: number, by: number): boolean {
  return ax * by === bx * ay && ax * bx <= 0 && ay * by <= 0;
}

/** Whether the ray from the origin to the east crosses the segment; of its two ends the northern one does not count. */
function crossesEastward(ax: number, ay: number, bx: number, by: number): boolean {
  if (ay > 0 === by > 0) return false;
  return by > ay ? ax * by > bx * ay : ax * by < bx * ay;
}
