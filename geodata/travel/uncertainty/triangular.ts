/**
 * The value below which a share of a triangular distribution lies, its peak at 1. Triangular, since two ends and a
 * most likely value are all that is known of a class speed: nothing is claimed beyond the ends, nothing of the tails.
 * @param low 0 < low <= 1 @param high >= 1 @param share 0 to 1
 */
export function triangularQuantile(low: number, high: number, share: number): number {
  const width = high - low;
  if (width === 0) return 1;
  if (share * width < 1 - low) return low + Math.sqrt(share * width * (1 - low));
  return high - Math.sqrt((1 - share) * width * (high - 1));
}

/** The share of that distribution that lies at or below a value. */
export function triangularShare(low: number, high: number, value: number): number {
  if (value >= high) return 1;
  if (value < low) return 0;
  if (value < 1) return (value - low) ** 2 / ((high - low) * (1 - low));
  return 1 - (high - value) ** 2 / ((high - low) * (high - 1));
}

/**
 * Blends two independent uniform numbers into one that is again uniform and rises with both: the distribution
 * function of their weighted sum, at the sum. So a factor keeps its own distribution whatever it shares with others.
 * @param commonShare weight of `common`, 0 to 1: 0 gives `own`, 1 gives `common`
 */
export function blendUniform(common: number, own: number, commonShare: number): number {
  const small = Math.min(commonShare, 1 - commonShare);
  const large = 1 - small;
  const sum = commonShare * common + (1 - commonShare) * own;
  if (small === 0) return sum;
  // The density of the sum is a trapezium: up over `small`, level, down over `small`.
  if (sum < small) return sum ** 2 / (2 * small * large);
  if (sum > large) return 1 - (1 - sum) ** 2 / (2 * small * large);
  return (sum - small / 2) / large;
}
