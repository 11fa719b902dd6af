import { exponential, logarithm } from '../portable-math.ts';

/** Gamma distribution with density b^a x^(a-1) e^(-bx) / Gamma(a). Both above 0. */
export interface Gamma {
  readonly shape: number;
  readonly rate: number;
}

/**
 * Beyond this shape a quantile is taken from Wilson and Hilferty's cube root, whose relative error falls with the shape
 * and is below 1e-6 here; below it, from the incomplete gamma function.
 */
const LARGE_SHAPE = 1e5;
const ITERATIONS = 200;
const FRACTION_TERMS = 5000;
const PRECISION = 1e-15;
const TINY = 1e-300;

/** Lanczos' series for g = 7 with nine terms (Godfrey's coefficients): about 1e-15, relative. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const LOG_ROOT_TWO_PI = 0.9189385332046728;

/**
 * The value below which a Gamma variable lies with a probability.
 * @param probability above 0, below 1
 * @throws Error where a parameter is out of range
 */
export function gammaQuantile({ shape, rate }: Gamma, probability: number): number {
  if (!(shape > 0 && shape < Infinity && rate > 0 && probability > 0 && probability < 1)) {
    throw new Error(`No quantile ${probability} of Gamma(${shape}, ${rate}).`);
  }
  if (shape > LARGE_SHAPE) return cubeRootQuantile(shape, probability) / rate;
  return unitQuantile(shape, probability) / rate;
}

/**
 * Regularised lower incomplete gamma function P(a, x): the probability that a Gamma(a, 1) variable lies below x. By its
 * series for x < a + 1, else by its continued fraction after Lentz (Press et al., Numerical Recipes, 6.2).
 */
export function lowerIncompleteGamma(shape: number, x: number): number {
  if (!(shape > 0)) throw new Error(`A shape of ${shape} is not above 0.`);
  if (x <= 0) return 0;
  const front = exponential(Math.max(-740, shape * logarithm(x) - x - logGamma(shape)));
  if (x < shape + 1) return front * seriesSum(shape, x);
  return 1 - front * continuedFraction(shape, x);
}

/** ln Gamma(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return logGamma(x + 1) - logarithm(x);
  let sum: number = LANCZOS[0];
  for (let n = 1; n < LANCZOS.length; n++) sum += (LANCZOS[n] as number) / (x - 1 + n);
  const shifted = x + 6.5;
  return LOG_ROOT_TWO_PI + (x - 0.5) * logarithm(shifted) - shifted + logarithm(sum);
}

/** Newton's steps kept within a bracket that halves whenever one would leave it. */
function unitQuantile(shape: number, probability: number): number {
  let low = 0;
  let high = Math.max(1, shape);
  while (lowerIncompleteGamma(shape, high) < probability) high *= 2;
  let x = Math.min(high, Math.max(TINY, cubeRootQuantile(shape, probability)));
  for (let i = 0; i < ITERATIONS && high - low > PRECISION * high; i++) {
    const excess = lowerIncompleteGamma(shape, x) - probability;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const density = exponential(Math.max(-740, (shape - 1) * logarithm(x) - x - logGamma(shape)));
    const step = x - excess / density;
    const next = step > low && step < high ? step : (low + high) / 2;
    if (Math.abs(next - x) <= PRECISION * x || next < TINY) return next;
    x = next;
  }
  return x;
}

function cubeRootQuantile(shape: number, probability: number): number {
  const spread = 1 / (9 * shape);
  const root = 1 - spread + normalQuantile(probability) * Math.sqrt(spread);
  return root > 0 ? shape * root * root * root : 0;
}

/**
 * Quantile of the standard normal distribution: half of a chi-squared variable of one degree is Gamma(1/2), so P(1/2,
 * z^2 / 2) is the probability of lying within z.
 */
function normalQuantile(probability: number): number {
  const within = Math.abs(2 * probability - 1);
  let low = 0;
  let high = 40;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (lowerIncompleteGamma(0.5, (middle * middle) / 2) < within) low = middle;
    else high = middle;
  }
  return probability < 0.5 ? -low : low;
}

function seriesSum(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < FRACTION_TERMS && term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function continuedFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < FRACTION_TERMS; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / awayFromZero(a * d + b);
    c = awayFromZero(b + a / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
