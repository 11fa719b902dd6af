import { angleOf, areaTangent, exponential, sine } from '../portable-math.ts';
import type { LonLat } from '../units.ts';
import { projectGaussKrueger, unprojectGaussKrueger } from './gauss-krueger.ts';
import { type GaussKruegerSystem, type ReferenceSystem, zoneNumber } from './reference-system.ts';
import { bd09ToGcj02, gcj02ToBd09, gcj02ToWgs84, wgs84ToGcj02 } from './shifted-degrees.ts';

const FALSE_EASTING_METRES = 500_000;
const METRES_OF_A_ZONE_NUMBER = 1_000_000;
const MERCATOR_RADIUS_METRES = 6_378_137;
/** Half the width of the Web Mercator map, and half its height. */
const MERCATOR_HALF_METRES = Math.PI * MERCATOR_RADIUS_METRES;
const DEGREE = Math.PI / 180;

/**
 * The WGS 84 position of two numbers of a system. The numbers are taken as they are: with a zone prefix only
 * where the system says so, degrees never wrapped.
 * @param x longitude or easting
 * @param y latitude or northing
 * @returns undefined where the numbers lie nowhere in the system: not finite, beyond 180 or 90 degrees, off the map,
 *   in another zone than their prefix says
 */
export function toWgs84(system: ReferenceSystem, x: number, y: number): LonLat | undefined {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  if (system.kind === 'gauss-krueger') {
    const lonLat = unprojectGaussKrueger(x - falseEasting(system), y, system.centralMeridian);
    return lonLat && isOnEarth(lonLat) ? lonLat : undefined;
  }
  if (system.kind === 'web-mercator') return fromMercator(x, y);
  if (!isOnEarth([x, y])) return undefined;
  if (system.kind === 'gcj02') return gcj02ToWgs84([x, y]);
  if (system.kind === 'bd09') return gcj02ToWgs84(bd09ToGcj02([x, y]));
  return [x, y];
}

/**
 * A WGS 84 position in the numbers of a system: the inverse of `toWgs84`, to well below a millimetre.
 * @returns x and y; undefined where the system does not reach: more than 20 degrees from a central meridian, and
 *   beyond 85.05 degrees of latitude in Web Mercator
 */
export function fromWgs84(system: ReferenceSystem, [lon, lat]: LonLat): readonly [x: number, y: number] | undefined {
  if (!isOnEarth([lon, lat])) return undefined;
  if (system.kind === 'gauss-krueger') {
    const metres = projectGaussKrueger([lon, lat], system.centralMeridian);
    return metres && [metres[0] + falseEasting(system), metres[1]];
  }
  if (system.kind === 'web-mercator') return toMercator([lon, lat]);
  if (system.kind === 'gcj02') return wgs84ToGcj02([lon, lat]);
  if (system.kind === 'bd09') return gcj02ToBd09(wgs84ToGcj02([lon, lat]));
  return [lon, lat];
}

/** Eastings of the central meridian. */
export function falseEasting(system: GaussKruegerSystem): number {
  return FALSE_EASTING_METRES + (system.zonePrefix ? METRES_OF_A_ZONE_NUMBER * zoneNumber(system) : 0);
}

function isOnEarth([lon, lat]: LonLat): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function fromMercator(x: number, y: number): LonLat | undefined {
  if (Math.abs(x) > MERCATOR_HALF_METRES || Math.abs(y) > MERCATOR_HALF_METRES) return undefined;
  const growth = exponential(y / MERCATOR_RADIUS_METRES);
  return [x / MERCATOR_RADIUS_METRES / DEGREE, (2 * angleOf(growth, 1) - Math.PI / 2) / DEGREE];
}

function toMercator([lon, lat]: LonLat): readonly [x: number, y: number] | undefined {
  const y = MERCATOR_RADIUS_METRES * wideAreaTangent(sine(lat * DEGREE));
  return Math.abs(y) <= MERCATOR_HALF_METRES ? [MERCATOR_RADIUS_METRES * lon * DEGREE, y] : undefined;
}

/** Area hyperbolic tangent up to one, by halving: atanh(x) = 2 atanh(x / (1 + sqrt(1 - x^2))). */
function wideAreaTangent(x: number): number {
  if (Math.abs(x) <= 0.5) return areaTangent(x);
  if (Math.abs(x) >= 1) return Infinity;
  return 2 * wideAreaTangent(x / (1 + Math.sqrt(1 - x * x)));
}
