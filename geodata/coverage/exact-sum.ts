/** A sum of fractions of whole numbers, never rounded. The denominator is above 0. */
export interface ExactSum {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const EXACT_ZERO: ExactSum = { numerator: 0n, denominator: 1n };

/** The sum plus `count * part / whole`. Whole numbers; `whole` above 0. */
export function plusShare(sum: ExactSum, count: number, part: number, whole: number): ExactSum {
  const [added, over] = [BigInt(count) * BigInt(part), BigInt(whole)];
  const numerator = sum.numerator * over + added * sum.denominator;
  const denominator = sum.denominator * over;
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The nearest number: right to the last digit where both parts are below 2^53, which digits are given up for beyond. */
export function numberOf({ numerator, denominator }: ExactSum): number {
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  const excess = Math.max(0, denominator.toString(2).length - 53);
  return Number(whole) + Number(rest >> BigInt(excess)) / Number(denominator >> BigInt(excess));
}

function greatestCommonDivisor(first: bigint, second: bigint): bigint {
  return second === 0n ? first : greatestCommonDivisor(second, first % second);
}
