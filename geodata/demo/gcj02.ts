import { cosine, sine } from '../portable-math.ts';
import type { LonLat } from '../units.ts';

/** The Krasovsky 1940 ellipsoid, which the shift is computed on. */
const SEMI_MAJOR_METRES = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
const DEGREES = 180 / Math.PI;

/**
 * A WGS 84 position as a Chinese web map shows it: shifted by GCJ-02, here some 500 m to the east. For
 * making a bad row of a table; rounded to 1e-6 degrees, as positions copied from such maps are.
 * Source: the formula that became public in 2010 and that every open converter uses.
 */
export function shiftToGcj02([lon, lat]: LonLat): LonLat {
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
  return [rounded(lon + (east / parallelMetres) * DEGREES), rounded(lat + (north / meridianMetres) * DEGREES)];
}

function wave(halfTurns: number, height: number): number {
  return height * sine(halfTurns * Math.PI);
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
