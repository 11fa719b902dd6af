/** A probability estimated from samples. `low` and `high`: Wilson interval; all three equal where it is certain without samples. */
export interface Probability {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
export const INTERVAL_Z = 1.959964;

/**
 * The share of successes with Wilson's score interval (1927), which stays within 0 to 1 and keeps a width where all or
 * none succeed.
 * @param successes whole, 0 to samples @param samples whole, above 0
 */
export function estimated(successes: number, samples: number, z: number = INTERVAL_Z): Probability {
  if (!(samples > 0 && successes >= 0 && successes <= samples)) {
    throw new Error(`${successes} successes in ${samples} samples.`);
  }
  const share = successes / samples;
  const spread = z ** 2 / samples;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / samples + spread / (4 * samples));
  return {
    share,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === samples ? 1 : Math.min(1, centre + half),
  };
}

/** What both ends of the bands agree on. */
export function certain(passes: boolean): Probability {
  const share = passes ? 1 : 0;
  return { share, low: share, high: share };
}

/** Where passing begins and failing ends. */
export interface RobustnessLevels {
  /** At least this probable: pass. */
  readonly pass: number;
  /** Less probable than this: fail. Between the two: marginal. */
  readonly fail: number;
}

/** Nineteen in twenty; and more likely to fail than to pass. Choices, not a clause. */
export const DEFAULT_LEVELS: RobustnessLevels = { pass: 0.95, fail: 0.5 };

export type RobustStatus = 'pass' | 'marginal' | 'fail';

export function robustStatus(share: number, { pass, fail }: RobustnessLevels): RobustStatus {
  if (share >= pass) return 'pass';
  return share < fail ? 'fail' : 'marginal';
}

/** Whether the whole interval gives one status: else more samples could change it. */
export function isSettled({ low, high }: Probability, levels: RobustnessLevels): boolean {
  return robustStatus(low, levels) === robustStatus(high, levels);
}

/** @throws Error unless 0 < fail <= pass <= 1 */
export function checkLevels({ pass, fail }: RobustnessLevels): void {
  if (!(fail > 0 && fail <= pass && pass <= 1)) throw new Error(`Levels fail ${fail}, pass ${pass} are not in order.`);
}
