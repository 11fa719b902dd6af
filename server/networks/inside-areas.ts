import type { LonLat } from '../../geodata/units.ts';
import type { AreaFeature } from '../files/read-areas.ts';

/**
 * The first of some areas that a point lies in, its edge included; undefined where it lies in none.
 * Decided in whole 1e-7 degrees, the resolution of OSM, without rounding for edges of up to 9
 * degrees: of two townships that share a border a point never falls between.
 */
export function areaAt(areas: readonly AreaFeature[], coord: LonLat): AreaFeature | undefined {
  return areas.find(({ polygons }) => polygons.some((rings) => isInPolygon(rings, coord)));
}

type Ring = readonly LonLat[];

const E7 = 10_000_000;

/** Even-odd rule over the rings together; a point on a ring, a hole's as well, is inside. */
function isInPolygon(rings: readonly Ring[], [lon, lat]: LonLat): boolean {
  let inside = false;
  for (const ring of rings) {
    let [ax, ay] = offset(ring[0] ?? [lon, lat], lon, lat);
    for (const corner of ring) {
      const [bx, by] = offset(corner, lon, lat);
      if (isOnEdge(ax, ay, bx, by)) return true;
      if (crossesEastward(ax, ay, bx, by)) inside = !inside;
      [ax, ay] = [bx, by];
    }
  }
  return inside;
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
