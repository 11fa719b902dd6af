import type { MultiPolygonRings, Ring } from '../../geodata/hexgrid/polygon.ts';
import type { LonLat } from '../../geodata/units.ts';

/** Whether a point lies in a multi-polygon, by winding numbers (Sunday 2001): another way than the generator's. */
export function isInside(polygons: MultiPolygonRings, point: LonLat): boolean {
  return polygons.some((rings) => rings.reduce((sum, ring) => sum + windings(ring, point), 0) !== 0);
}

function windings(ring: Ring, [lon, lat]: LonLat): number {
  let count = 0;
  ring.forEach(([fromLon, fromLat], at) => {
    const [toLon, toLat] = ring[(at + 1) % ring.length] as LonLat;
    const side = (toLon - fromLon) * (lat - fromLat) - (lon - fromLon) * (toLat - fromLat);
    if (fromLat <= lat && toLat > lat && side > 0) count++;
    if (fromLat > lat && toLat <= lat && side < 0) count--;
  });
  return count;
}
