import { areaTangent, sine } from '../portable-math.ts';
import type { MultiPolygonRings, Ring } from './polygon.ts';

const SEMI_MAJOR_METRES = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const SEMI_MINOR_METRES = SEMI_MAJOR_METRES * (1 - FLATTENING);
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
const RADIANS = Math.PI / 180;

/**
 * Area of a multi-polygon on the WGS 84 ellipsoid, in square metres: outer rings less their holes,
 * whichever way they are wound. See `signedRingArea` for the method and its error.
 */
export function areaSquareMetres(area: MultiPolygonRings): number {
  let squareMetres = 0;
  for (const rings of area) {
    rings.forEach((ring, index) => {
      const ringArea = Math.abs(signedRingArea(ring.flat()));
      squareMetres += index === 0 ? ringArea : -ringArea;
    });
  }
  return squareMetres;
}

/** `signedRingArea` of a ring given as points. Positive for counterclockwise. */
export function ringAreaSquareMetres(ring: Ring): number {
  return signedRingArea(ring.flat());
}

/**
 * Signed area in square metres, positive for counterclockwise, of the ring `lon0, lat0, lon1, lat1, ...` in
 * degrees, closed or not. Lambert's cylindrical equal-area projection of the ellipsoid carries area over
 * exactly; an edge straight in degrees is a curve there, so the ordinate is integrated along it by Simpson's
 * rule, whose relative error is the fourth power of the edge's latitude span / 2880: below 1e-10 for edges of
 * one degree. Areas of pieces cut from a polygon in the plane of degrees therefore add up to that polygon's
 * area. (The shoelace formula on projected corners would lose some 20 m2 on a diagonal edge of 2 km at 32 N,
 * and eight times that at twice the length.) Source: Snyder, Map Projections, 1987, eq. 3-12.
 */
export function signedRingArea(lonLats: readonly number[]): number {
  const count = lonLats.length;
  if (count < 6) return 0;
  let lon = lonLats[count - 2] as number;
  let lat = lonLats[count - 1] as number;
  const origin = equalAreaOrdinate(lat);
  let ordinate = 0;
  let sum = 0;
  for (let i = 0; i < count; i += 2) {
    const nextLon = lonLats[i] as number;
    const nextLat = lonLats[i + 1] as number;
    const nextOrdinate = equalAreaOrdinate(nextLat) - origin;
    const middle = equalAreaOrdinate((lat + nextLat) / 2) - origin;
    sum += ((lon - nextLon) * (ordinate + 4 * middle + nextOrdinate)) / 6;
    lon = nextLon;
    lat = nextLat;
    ordinate = nextOrdinate;
  }
  return sum * RADIANS;
}

/** Area in square metres between the equator and a latitude, per radian of longitude. */
function equalAreaOrdinate(latDegrees: number): number {
  const sinLat = sine(latDegrees * RADIANS);
  const scaled = ECCENTRICITY * sinLat;
  return (SEMI_MINOR_METRES ** 2 / 2) * (sinLat / (1 - scaled * scaled) + areaTangent(scaled) / ECCENTRICITY);
}
