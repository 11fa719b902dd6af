import { wgs84ToGcj02 } from '../georeference/shifted-degrees.ts';
import type { LonLat } from '../units.ts';

/**
 * A WGS 84 position as a Chinese web map shows it: shifted by GCJ-02, here some 500 m to the east. For
 * making a bad row of a table; rounded to 1e-6 degrees, as positions copied from such maps are.
 */
export function shiftToGcj02(place: LonLat): LonLat {
  const [lon, lat] = wgs84ToGcj02(place);
  return [rounded(lon), rounded(lat)];
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
