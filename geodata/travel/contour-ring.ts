import { type LonLat, MICRODEGREES_PER_DEGREE } from '../units.ts';

/**
 * Turns an open ring in whole microdegrees, `lon0, lat0, lon1, lat1, ...`, into a closed one in degrees,
 * without the points that lie exactly on the line between their neighbours. In whole numbers that test is
 * exact, so the shape does not change.
 */
export function tidyRing(lonLats: readonly number[]): LonLat[] {
  const ring: LonLat[] = [];
  const count = lonLats.length;
  for (let i = 0; i < count; i += 2) {
    const before = i === 0 ? count - 2 : i - 2;
    const after = i + 2 === count ? 0 : i + 2;
    if (!onLine(lonLats, before, i, after)) ring.push(toDegrees(lonLats, i));
  }
  ring.push(ring[0] as LonLat);
  return ring;
}

/**
 * Whether the middle point of three in a row is on the line between the others. Tested on the points as traced:
 * dropping one leaves the direction of the run as it was, so its neighbours need no second look.
 */
function onLine(lonLats: readonly number[], before: number, middle: number, after: number): boolean {
  const lon = lonLats[middle] as number;
  const lat = lonLats[middle + 1] as number;
  const lonIn = lon - (lonLats[before] as number);
  const latIn = lat - (lonLats[before + 1] as number);
  const lonOut = (lonLats[after] as number) - lon;
  const latOut = (lonLats[after + 1] as number) - lat;
  return lonIn * latOut === latIn * lonOut;
}

function toDegrees(lonLats: readonly number[], index: number): LonLat {
  return [
    (lonLats[index] as number) / MICRODEGREES_PER_DEGREE,
    (lonLats[index + 1] as number) / MICRODEGREES_PER_DEGREE,
  ];
}
