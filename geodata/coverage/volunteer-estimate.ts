import { type Gamma, gammaQuantile } from './gamma-distribution.ts';

/** Posts 治安信息员 over the households they are for. Posts of a cell are shares, and so need not be whole. */
export interface PostCount {
  /** At least 0. */
  readonly posts: number;
  /** Above 0. */
  readonly households: number;
}

/** What a county's units say of the density of posts before one of them is looked at. */
export interface DensityPrior {
  /** Units it is taken from. */
  readonly unitCount: number;
  readonly posts: number;
  readonly households: number;
  /**
   * Densities of units, posts a household, as a Gamma distribution. Undefined where the units differ no more than
   * Poisson counts of one density would, or are too few to tell: all are then taken to have the county's density.
   */
  readonly spread: Gamma | undefined;
}

/** Density of posts per 100 households with its interval: with a chance of 95 % the density lies in it. */
export interface DensityEstimate {
  readonly per100Households: number;
  readonly low: number;
  readonly high: number;
}

/** With fewer units a spread between them is not estimated: a choice ≈, one odd unit of three would make the spread. */
export const LEAST_UNITS_FOR_SPREAD = 5;

const TAIL = 0.025;

/**
 * The empirical-Bayes prior. Posts N of H households are taken as Poisson(density H), densities as Gamma over the
 * county's units; its mean m is the county's, sum N / sum H, its variance A by the method of moments:
 * A = (sum H (N/H - m)^2 - m (n - 1)) / (sum H - sum H^2 / sum H), the choice that is right on average for units of any
 * size; shape m^2 / A, rate m / A. A <= 0 is no spread. Sources: Clayton and Kaldor, Biometrics 43, 1987; Marshall,
 * Applied Statistics 40, 1991, whose A divides by sum H and is too small by about 1 / n; the correction is that of
 * DerSimonian and Laird, 1986.
 * @param counts of units that report both numbers
 * @returns undefined where there is none
 * @throws Error where posts are negative or households are not above 0
 */
export function densityPrior(counts: readonly PostCount[]): DensityPrior | undefined {
  if (counts.length === 0) return undefined;
  counts.forEach(checkCount);
  const posts = sumOf(counts, (count) => count.posts);
  const households = sumOf(counts, (count) => count.households);
  return { unitCount: counts.length, posts, households, spread: spreadOf(counts, posts, households) };
}

/**
 * The density of one unit or cell: the mean of Gamma(shape + N, rate + H), which lies between its own N / H and the
 * county's, the nearer to the county's the fewer its households; and the middle 95 % of that distribution. The interval
 * takes the prior as known, and so is a little too narrow where units are few.
 *
 * Without spread it is the county's density and the exact interval of the county's count (Garwood, Biometrika 28, 1936).
 */
export function estimateDensity(count: PostCount, prior: DensityPrior): DensityEstimate {
  checkCount(count);
  const { spread, posts, households } = prior;
  if (!spread) {
    return {
      per100Households: (100 * posts) / households,
      low: posts > 0 ? 100 * gammaQuantile({ shape: posts, rate: households }, TAIL) : 0,
      high: 100 * gammaQuantile({ shape: posts + 1, rate: households }, 1 - TAIL),
    };
  }
  const posterior = { shape: spread.shape + count.posts, rate: spread.rate + count.households };
  return {
    per100Households: (100 * posterior.shape) / posterior.rate,
    low: 100 * gammaQuantile(posterior, TAIL),
    high: 100 * gammaQuantile(posterior, 1 - TAIL),
  };
}

/** The density as it is counted: 100 N / H. */
export function rawDensity({ posts, households }: PostCount): number {
  return (100 * posts) / households;
}

function spreadOf(counts: readonly PostCount[], posts: number, households: number): Gamma | undefined {
  if (counts.length < LEAST_UNITS_FOR_SPREAD || posts === 0) return undefined;
  const mean = posts / households;
  const scatter = sumOf(counts, (count) => count.households * (count.posts / count.households - mean) ** 2);
  const weight = households - sumOf(counts, (count) => count.households ** 2) / households;
  const variance = (scatter - mean * (counts.length - 1)) / weight;
  return variance > 0 ? { shape: mean ** 2 / variance, rate: mean / variance } : undefined;
}

function sumOf(counts: readonly PostCount[], figureOf: (count: PostCount) => number): number {
  // Sorted, so that the order of units never shows in the last digit.
  return counts
    .map(figureOf)
    .sort((a, b) => a - b)
    .reduce((sum, value) => sum + value, 0);
}

function checkCount({ posts, households }: PostCount): void {
  if (!(posts >= 0 && posts < Infinity && households > 0 && households < Infinity)) {
    throw new Error(`${posts} posts of ${households} households have no density.`);
  }
}
