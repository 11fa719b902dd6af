/**
 * Trigonometry and exponentials by + - * / and square roots alone, which IEEE 754 fixes to the last
 * bit. `Math.sin` and its kin are left to each JavaScript engine and do differ: between V8 of Node 20
 * and of Chromium 156 in the last bits of sin, cos, atan2, atanh and exp (of 1,800 bands of latitude
 * the cosines of 67 differ). Results must be the same bytes wherever the engine runs, so nothing else
 * in `geodata/` calls those; `test/architecture` keeps it. Accurate to about 1e-15, relative.
 */

const HALF_PI = Math.PI / 2;
/** ln 2 in two parts: the first has so few digits that whole multiples of it are exact. */
const LN_2_HEAD = 0.693145751953125;
const LN_2_TAIL = 1.4286068203094173e-6;
/** Beyond this many terms nothing changes in a double, over the reduced ranges used here. */
const TERMS = 24;

/** Sine. @param x radians, any finite number; accuracy falls with its size beyond a few turns */
export function sine(x: number): number {
  const turned = x - 2 * Math.PI * Math.round(x / (2 * Math.PI));
  if (turned > HALF_PI) return sineSeries(Math.PI - turned);
  return turned < -HALF_PI ? sineSeries(-Math.PI - turned) : sineSeries(turned);
}

/** Cosine. @param x radians */
export function cosine(x: number): number {
  const turned = Math.abs(x - 2 * Math.PI * Math.round(x / (2 * Math.PI)));
  return turned > HALF_PI ? -cosineSeries(Math.PI - turned) : cosineSeries(turned);
}

/** Angle of the vector (x, y) in radians, -pi .. pi; 0 for no vector. */
export function angleOf(y: number, x: number): number {
  if (x === 0 && y === 0) return 0;
  const steep = Math.abs(y) > Math.abs(x);
  const acute = arctangent(steep ? Math.abs(x / y) : Math.abs(y / x));
  const firstQuadrant = steep ? HALF_PI - acute : acute;
  const upper = x < 0 ? Math.PI - firstQuadrant : firstQuadrant;
  return y < 0 ? -upper : upper;
}

/** e to the power of x. */
export function exponential(x: number): number {
  const halvings = Math.round(x / (LN_2_HEAD + LN_2_TAIL));
  const rest = x - halvings * LN_2_HEAD - halvings * LN_2_TAIL;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < TERMS; n++) {
    term *= rest / n;
    sum += term;
  }
  return scaledByTwo(sum, halvings);
}

/** Natural logarithm. @throws Error for what is not above 0 or is infinite */
export function logarithm(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new Error(`Logarithm of ${x}, which is not above 0.`);
  let halvings = 0;
  let reduced = x;
  for (; reduced > 1.5; halvings++) reduced /= 2;
  for (; reduced < 0.75; halvings--) reduced *= 2;
  return halvings * LN_2_HEAD + (halvings * LN_2_TAIL + 2 * areaTangent((reduced - 1) / (reduced + 1)));
}

/** Area hyperbolic tangent, by its series: for |x| <= 0.5. @throws Error beyond */
export function areaTangent(x: number): number {
  if (!(Math.abs(x) <= 0.5)) throw new Error(`Area tangent of ${x}, at most 0.5.`);
  let power = x;
  let sum = x;
  for (let n = 3; n < 60; n += 2) {
    power *= x * x;
    sum += power / n;
  }
  return sum;
}

function sineSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 2; n < TERMS; n += 2) {
    term *= (-x * x) / (n * (n + 1));
    sum += term;
  }
  return sum;
}

function cosineSeries(x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < TERMS; n += 2) {
    term *= (-x * x) / (n * (n + 1));
    sum += term;
  }
  return sum;
}

/** For 0 <= x <= 1: halved twice by the half-angle formula, then its series. */
function arctangent(x: number): number {
  const half = x / (1 + Math.sqrt(1 + x * x));
  const quarter = half / (1 + Math.sqrt(1 + half * half));
  let power = quarter;
  let sum = quarter;
  for (let n = 3; n < 2 * TERMS; n += 2) {
    power *= -quarter * quarter;
    sum += power / n;
  }
  return 4 * sum;
}

/** Times a power of two: exact but for the ends of the range. */
function scaledByTwo(value: number, power: number): number {
  let scaled = value;
  for (let i = 0; i < power; i++) scaled *= 2;
  for (let i = 0; i > power; i--) scaled /= 2;
  return scaled;
}
