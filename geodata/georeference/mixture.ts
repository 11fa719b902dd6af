import { exponential, logarithm } from '../portable-math.ts';

/** Some rows of a file read one way, the rest another. */
export interface MixtureFit {
  /** Share of the rows that read the other way, as likely as any: 0 to 0.5. */
  readonly share: number;
  /** How much more likely the rows are as a mixture than all read one way: a natural logarithm, 0 or more. */
  readonly support: number;
  /** Probability of each row to read the other way. */
  readonly odds: readonly number[];
}

/** Shares that are tried: two mixtures between which nothing differs by more than 0.2 of support are not told apart. */
const SHARES = [0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];

/** What each spread of the known places makes of the rows: one a spread, the same rows in each. */
export type ScoresBySpread = readonly (readonly number[])[];

/**
 * The most likely share of rows that read another way than most do: maximum likelihood of a mixture of two against one,
 * each at the spread of known places that suits it best, so that exact points tell more than rough ones.
 * @param most scores of the rows read as most are, natural logarithms
 * @param other their scores read the other way
 */
export function fitMixture(most: ScoresBySpread, other: ScoresBySpread): MixtureFit {
  const alone = most.map(sum).reduce((best, value) => Math.max(best, value), -Infinity);
  let best: MixtureFit = { share: 0, support: 0, odds: (most[0] ?? []).map(() => 0) };
  most.forEach((scores, spread) => {
    const ratios = scores.map((score, index) => exponential((other[spread]?.[index] ?? score) - score));
    const base = sum(scores) - alone;
    for (const share of SHARES) {
      const support = base + ratios.reduce((total, ratio) => total + logarithm(1 - share + share * ratio), 0);
      if (support <= best.support) continue;
      best = { share, support, odds: ratios.map((ratio) => (share * ratio) / (1 - share + share * ratio)) };
    }
  });
  return best;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
