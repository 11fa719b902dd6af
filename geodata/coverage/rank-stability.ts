import type { Gap } from './gap.ts';
import { type GapWeights, weightFamily } from './gap-weights.ts';
import { rankedBy } from './rank-gaps.ts';

/** How a gap's rank answers to the weights, over the family of `weightFamily`. */
export interface RankStability {
  readonly id: string;
  readonly bestRank: number;
  readonly worstRank: number;
  /** Vectors under which it is among the first `top`. */
  readonly inTop: number;
  /** Of so many. */
  readonly vectors: number;
}

/**
 * For every gap the ranks it takes when each weight is halved and doubled, and how often it stays among the first.
 * @returns in the order of `gaps`
 * @throws Error where `top` is not a whole number from 1
 */
export function rankStability(gaps: readonly Gap[], weights: GapWeights, top: number): RankStability[] {
  if (!Number.isSafeInteger(top) || top < 1) throw new Error(`The first ${top} gaps are not a whole number from 1.`);
  const family = weightFamily(weights);
  const ranks = new Map<string, number[]>(gaps.map(({ id }) => [id, []]));
  for (const vector of family) {
    for (const { id, rank } of rankedBy(gaps, vector)) ranks.get(id)?.push(rank);
  }
  return gaps.map(({ id }) => {
    const own = ranks.get(id) ?? [];
    return {
      id,
      bestRank: Math.min(...own),
      worstRank: Math.max(...own),
      inTop: own.filter((rank) => rank <= top).length,
      vectors: family.length,
    };
  });
}
