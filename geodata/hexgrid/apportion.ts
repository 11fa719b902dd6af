/**
 * Shares out a whole number by weight, in whole numbers that add up to it exactly: the largest-remainder
 * method (Hamilton). Ties go to the earlier position. Weights are whole and not negative, and are reckoned
 * with as big integers: a tie is a tie, never a matter of rounding, so two hosts always agree. A weight of
 * zero gets nothing.
 *
 * Throws where a number is not whole or is negative, or where all weights are zero and the total is not.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  checkWhole(total, 'total');
  for (const weight of weights) checkWhole(weight, 'weight');
  const wholeWeights = weights.map((weight) => BigInt(weight));
  const weightSum = wholeWeights.reduce((sum, weight) => sum + weight, 0n);
  if (weightSum === 0n) {
    if (total > 0) throw new Error(`Cannot share out ${total} over ${weights.length} weights that are all zero.`);
    return weights.map(() => 0);
  }
  const products = wholeWeights.map((weight) => BigInt(total) * weight);
  const shares = products.map((product) => Number(product / weightSum));
  const left = shares.reduce((rest, share) => rest - share, total);
  const remainders = products.map((product, index) => ({ index, remainder: product % weightSum }));
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of remainders.slice(0, left)) shares[index] = (shares[index] as number) + 1;
  return shares;
}

function checkWhole(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`A ${name} of ${value} is not a whole number from 0.`);
}
