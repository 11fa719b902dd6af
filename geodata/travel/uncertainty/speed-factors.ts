import { uniformAt } from '../../philox.ts';
import { checkBands, SPEED_GROUPS, type SpeedBands, type SpeedGroup } from './speed-bands.ts';
import { blendUniform, triangularQuantile } from './triangular.ts';

/** One factor a group, in the order of `SPEED_GROUPS`: above 0, above 1 quicker. */
export type SpeedFactors = Float64Array;

/** How speeds are drawn. The same values, the same samples. */
export interface SpeedUncertainty {
  readonly bands: SpeedBands;
  /**
   * Weight of the county-wide number in the rank of each group within its band, 0 to 1: 0 draws the groups each on
   * its own, 1 all at the same rank. 0.5, where nothing is known, gives ranks of two groups a correlation of about 0.5.
   */
  readonly commonShare: number;
  /** Whole, 0 <= seed < 2^32. */
  readonly seed: number;
}

export const DEFAULT_COMMON_SHARE = 0.5;

/** Column of the county-wide number; groups have their own positions from 1. */
const COMMON_COLUMN = 0;

/**
 * The speeds of one sample: for each group its place in its own triangular band. Sample k depends on the seed and k
 * alone, never on how many are drawn; and on nothing of the plan, so that plans are compared on the same speeds.
 * @throws Error where the bands, the share, the seed or the number of the sample mean nothing
 */
export function sampledFactors({ bands, commonShare, seed }: SpeedUncertainty, sample: number): SpeedFactors {
  checkBands(bands);
  if (!(commonShare >= 0 && commonShare <= 1)) throw new Error(`A common share of ${commonShare} is not 0 to 1.`);
  if (seed !== seed >>> 0) throw new Error(`The seed ${seed} is not a whole number from 0 to 4294967295.`);
  if (sample !== sample >>> 0) throw new Error(`Sample ${sample} is not a whole number from 0 to 4294967295.`);
  const common = uniformAt(seed, sample, COMMON_COLUMN);
  return Float64Array.from(SPEED_GROUPS, (group, index) => {
    const own = uniformAt(seed, sample, index + 1);
    return triangularQuantile(bands[group].low, bands[group].high, blendUniform(common, own, commonShare));
  });
}

/** Every speed at the low end of its band: what passes even so passes in every sample. */
export function lowestFactors(bands: SpeedBands): SpeedFactors {
  checkBands(bands);
  return Float64Array.from(SPEED_GROUPS, (group) => bands[group].low);
}

/** Every speed at the high end of its band: what fails even so fails in every sample. */
export function highestFactors(bands: SpeedBands): SpeedFactors {
  checkBands(bands);
  return Float64Array.from(SPEED_GROUPS, (group) => bands[group].high);
}

/** The factor of a group. */
export function factorOf(factors: SpeedFactors, group: SpeedGroup): number {
  return factors[SPEED_GROUPS.indexOf(group)] ?? 1;
}
