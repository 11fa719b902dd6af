import { pointPosition } from '../../geodata/hexgrid/point-in-polygon.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { VideoDevice } from '../../geodata/records/county-records.ts';
import { rulerAt } from '../../geodata/roads/ruler.ts';
import type { LonLat } from '../../geodata/units.ts';

/**
 * The slow and obvious version of the ground of devices: a grid of points, each asked whether it is built up and
 * whether a device looks at it, by the angle of the line to it.
 */
export function overlookedByPoints(
  devices: readonly VideoDevice[],
  builtUp: readonly MultiPolygonRings[],
  [west, south, wide, high]: readonly [west: number, south: number, wide: number, high: number],
  steps: number,
): { share: number; builtUpSquareMetres: number } {
  let built = 0;
  let seen = 0;
  for (let row = 0; row < steps; row++) {
    for (let column = 0; column < steps; column++) {
      const point: LonLat = [west + ((column + 0.5) * wide) / steps, south + ((row + 0.5) * high) / steps];
      if (!builtUp.some((area) => pointPosition(area, point) !== 'outside')) continue;
      built++;
      if (devices.some((device) => looksAt(device, point))) seen++;
    }
  }
  const { metresPerMicroLon, metresPerMicroLat } = rulerAt(south * 1e6);
  const pointSquareMetres = (wide * high * metresPerMicroLon * metresPerMicroLat * 1e12) / steps / steps;
  return { share: seen / built, builtUpSquareMetres: built * pointSquareMetres };
}

function looksAt({ coord, rangeMetres = 0, azimuth, fieldOfView }: VideoDevice, [lon, lat]: LonLat): boolean {
  const { metresPerMicroLon, metresPerMicroLat } = rulerAt(coord[1] * 1e6);
  const east = (lon - coord[0]) * 1e6 * metresPerMicroLon;
  const north = (lat - coord[1]) * 1e6 * metresPerMicroLat;
  if (Math.hypot(east, north) > rangeMetres) return false;
  if (azimuth === undefined || fieldOfView === undefined) return true;
  const bearing = (Math.atan2(east, north) * 180) / Math.PI;
  const aside = Math.abs(((bearing - azimuth + 540 + 720) % 360) - 180);
  return aside <= fieldOfView / 2;
}
