import { angleOf, areaTangent, cosine, exponential, sine } from '../portable-math.ts';
import type { LonLat, Metres } from '../units.ts';

/** The CGCS2000 ellipsoid (GB 22021-2008). */
const SEMI_MAJOR_METRES = 6_378_137;
const FLATTENING = 1 / 298.257_222_101;
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
const THIRD_FLATTENING = FLATTENING / (2 - FLATTENING);
const DEGREE = Math.PI / 180;
/** Beyond this far from the meridian the series is not trusted and no zone of China reaches. Degrees. */
const WIDEST_DEGREES = 20;
const NEWTON_STEPS = 5;

/**
 * Krueger's series of 1912 to the sixth order of the third flattening n, by powers of n from the first: the
 * coefficients of Karney, "Transverse Mercator with an accuracy of a few nanometers" (2011), equations 35 and 36.
 */
const FORWARD = coefficients([
  [1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800],
  [0, 13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1983433 / 1935360],
  [0, 0, 61 / 240, -103 / 140, 15061 / 26880, 167603 / 181440],
  [0, 0, 0, 49561 / 161280, -179 / 168, 6601661 / 7257600],
  [0, 0, 0, 0, 34729 / 80640, -3418889 / 1995840],
  [0, 0, 0, 0, 0, 212378941 / 319334400],
]);
const INVERSE = coefficients([
  [1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96199 / 604800],
  [0, 1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1118711 / 3870720],
  [0, 0, 17 / 480, -37 / 840, -209 / 4480, 5569 / 90720],
  [0, 0, 0, 4397 / 161280, -11 / 504, -830251 / 7257600],
  [0, 0, 0, 0, 4583 / 161280, -108847 / 3991680],
  [0, 0, 0, 0, 0, 20648693 / 638668800],
]);
/** Radius of the circle as long as the meridian. */
const RECTIFYING_METRES =
  (SEMI_MAJOR_METRES / (1 + THIRD_FLATTENING)) *
  (1 + THIRD_FLATTENING ** 2 / 4 + THIRD_FLATTENING ** 4 / 64 + THIRD_FLATTENING ** 6 / 256);

/**
 * Metres east of a central meridian and north of the equator, scale 1 on the meridian: the Gauss-Krueger projection
 * of the CGCS2000 ellipsoid without false easting. Undefined farther than 20 degrees from the meridian and at the poles.
 */
export function projectGaussKrueger(
  [lon, lat]: LonLat,
  centralMeridian: number,
): readonly [east: Metres, north: Metres] | undefined {
  const away = lon - centralMeridian;
  if (!(Math.abs(away) <= WIDEST_DEGREES && Math.abs(lat) < 89.9)) return undefined;
  const tangent = conformalTangent(sine(lat * DEGREE) / cosine(lat * DEGREE));
  const [aside, ahead] = [sine(away * DEGREE), cosine(away * DEGREE)];
  const xi = angleOf(tangent, ahead);
  // asinh(u) = atanh(u / sqrt(1 + u^2)), and here 1 + u^2 = (1 + tangent^2) / (tangent^2 + ahead^2).
  const eta = areaTangent(aside / Math.sqrt(1 + tangent * tangent));
  const [north, east] = addSeries(xi, eta, FORWARD, 1);
  return [east * RECTIFYING_METRES, north * RECTIFYING_METRES];
}

/** The inverse of `projectGaussKrueger`, round trips below a micrometre. Undefined where no point lies there. */
export function unprojectGaussKrueger(east: Metres, north: Metres, centralMeridian: number): LonLat | undefined {
  const farthest = WIDEST_DEGREES * DEGREE;
  if (!(Math.abs(east / RECTIFYING_METRES) <= 1.1 * farthest && Math.abs(north / RECTIFYING_METRES) < Math.PI / 2))
    return undefined;
  const [xi, eta] = addSeries(north / RECTIFYING_METRES, east / RECTIFYING_METRES, INVERSE, -1);
  const [aside, ahead] = [hyperbolicSine(eta), cosine(xi)];
  const lat = angleOf(geographicTangent(sine(xi) / Math.sqrt(aside * aside + ahead * ahead)), 1) / DEGREE;
  const away = angleOf(aside, ahead) / DEGREE;
  return Math.abs(away) <= WIDEST_DEGREES ? [centralMeridian + away, lat] : undefined;
}

/** xi + i eta plus or minus the series in sines of their even multiples. */
function addSeries(xi: number, eta: number, series: readonly number[], sign: 1 | -1): [xi: number, eta: number] {
  let [sumXi, sumEta] = [xi, eta];
  series.forEach((coefficient, index) => {
    const times = 2 * (index + 1);
    sumXi += sign * coefficient * sine(times * xi) * hyperbolicCosine(times * eta);
    sumEta += sign * coefficient * cosine(times * xi) * hyperbolicSine(times * eta);
  });
  return [sumXi, sumEta];
}

/** Tangent of the conformal latitude from that of the geographic one (Karney 2011, equations 7 to 9). */
function conformalTangent(tangent: number): number {
  const secant = Math.sqrt(1 + tangent * tangent);
  const sigma = hyperbolicSine(ECCENTRICITY * areaTangent((ECCENTRICITY * tangent) / secant));
  return tangent * Math.sqrt(1 + sigma * sigma) - sigma * secant;
}

/** The inverse of `conformalTangent` by Newton's method (Karney 2011, equations 19 to 21). */
function geographicTangent(conformal: number): number {
  let tangent = conformal;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const image = conformalTangent(tangent);
    const slope =
      ((1 - ECCENTRICITY ** 2) * Math.sqrt((1 + image * image) * (1 + tangent * tangent))) /
      (1 + (1 - ECCENTRICITY ** 2) * tangent * tangent);
    tangent += (conformal - image) / slope;
  }
  return tangent;
}

function hyperbolicSine(x: number): number {
  return (exponential(x) - exponential(-x)) / 2;
}

function hyperbolicCosine(x: number): number {
  return (exponential(x) + exponential(-x)) / 2;
}

function coefficients(rows: readonly (readonly number[])[]): readonly number[] {
  return rows.map((row) => row.reduceRight((sum, factor) => (sum + factor) * THIRD_FLATTENING, 0));
}
