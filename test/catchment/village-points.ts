import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { LonLat } from '../../geodata/units.ts';

/** Whether a point lies in an area, by the even-odd rule over all of its rings. */
export function inArea([lon, lat]: LonLat, area: MultiPolygonRings): boolean {
  let inside = false;
  for (const ring of area.flat()) {
    ring.forEach(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length]!;
      if (y1 > lat !== y2 > lat && lon < x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1)) inside = !inside;
    });
  }
  return inside;
}
