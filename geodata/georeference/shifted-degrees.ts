import { angleOf, cosine, sine } from '../portable-math.ts';
import type { LonLat } from '../units.ts';

/** The Krasovsky 1940 ellipsoid, which GCJ-02 is computed on. */
const SEMI_MAJOR_METRES = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
const DEGREES = 180 / Math.PI;
/** Degrees, some 0.1 micrometre: where an inverse is good enough to stop. */
const CLOSE_ENOUGH = 1e-12;
/** Each step leaves less than a hundredth of the error before it: seven do; beyond this many there is no such point. */
const STEPS = 30;
/** What Baidu adds to its turned and stretched positions, degrees. */
const BAIDU_EAST = 0.0065;
const BAIDU_NORTH = 0.006;
/** Turns of Baidu's ripple in radians a degree. */
const BAIDU_RIPPLE = (3000 * Math.PI) / 180;

/**
 * Whether GCJ-02 shifts a position at all: the rectangle that open converters take for China. Outside it GCJ-02 is
 * WGS 84. Close to its edge, far from any county, a shifted position may have crossed it and then stays as it is.
 */
export function isShifted([lon, lat]: LonLat): boolean {
  return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

/**
 * A WGS 84 position as 高德 and 腾讯 maps show it. Source: the formula that became public in 2010 and that every open
 * converter uses (gcoord 1.0.7 agrees to 1e-13 degrees). Written out here since its sines must be the same in every browser.
 */
export function wgs84ToGcj02(place: LonLat): LonLat {
  if (!isShifted(place)) return place;
  const [lon, lat] = place;
  const [x, y] = [lon - 105, lat - 35];
  const ripple = wave(x * 6, 20) + wave(x * 2, 20);
  const root = Math.sqrt(Math.abs(x));
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    (ripple + wave(y, 20) + wave(y / 3, 40) + wave(y / 12, 160) + wave(y / 30, 320)) * (2 / 3);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    (ripple + wave(x, 20) + wave(x / 3, 40) + wave(x / 12, 150) + wave(x / 30, 300)) * (2 / 3);
  const rise = sine(lat / DEGREES);
  const shrink = 1 - ECCENTRICITY_SQUARED * rise * rise;
  const meridianMetres = (SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED)) / (shrink * Math.sqrt(shrink));
  const parallelMetres = (SEMI_MAJOR_METRES / Math.sqrt(shrink)) * cosine(lat / DEGREES);
  return [lon + (east / parallelMetres) * DEGREES, lat + (north / meridianMetres) * DEGREES];
}

/** The WGS 84 position that GCJ-02 shows there: found step by step, to under a micrometre. */
export function gcj02ToWgs84(place: LonLat): LonLat {
  return isShifted(place) ? undo(wgs84ToGcj02, place) : place;
}

/** A GCJ-02 position as 百度 maps show it, everywhere on earth. Source: the formula of the open converters, as above. */
export function gcj02ToBd09([lon, lat]: LonLat): LonLat {
  const radius = Math.sqrt(lon * lon + lat * lat) + 0.000_02 * sine(lat * BAIDU_RIPPLE);
  const turn = angleOf(lat, lon) + 0.000_003 * cosine(lon * BAIDU_RIPPLE);
  return [radius * cosine(turn) + BAIDU_EAST, radius * sine(turn) + BAIDU_NORTH];
}

/** The GCJ-02 position that BD-09 shows there: the exact inverse, where the formula in circulation is off by up to 0.2 m. */
export function bd09ToGcj02(place: LonLat): LonLat {
  return undo(gcj02ToBd09, place);
}

/** The point that a shift moves to `shifted`, by moving back what its image is off. */
function undo(shift: (place: LonLat) => LonLat, shifted: LonLat): LonLat {
  let [lon, lat] = shifted;
  for (let step = 0; step < STEPS; step++) {
    const image = shift([lon, lat]);
    const [eastOff, northOff] = [image[0] - shifted[0], image[1] - shifted[1]];
    lon -= eastOff;
    lat -= northOff;
    if (Math.abs(eastOff) < CLOSE_ENOUGH && Math.abs(northOff) < CLOSE_ENOUGH) break;
  }
  return [lon, lat];
}

function wave(halfTurns: number, height: number): number {
  return height * sine(halfTurns * Math.PI);
}
