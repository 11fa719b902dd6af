import type { Settlement } from '../catchment/places.ts';
import { withheldSettlements } from '../small-samples.ts';

/** What a settlement weighs by: its people, its households, or one each where neither is known throughout. */
export type WeightBase = 'population' | 'households' | 'settlements';

export interface Weights {
  readonly base: WeightBase;
  /** One a settlement, in their order. */
  readonly of: Float64Array;
  /** Settlements without a population figure, without a household figure: why the base is what it is. */
  readonly withoutPopulation: number;
  readonly withoutHouseholds: number;
  /** Settlements whose weight is left out because their figures are withheld 样本过小. */
  readonly withheldCount: number;
}

/**
 * Weights of settlements, on one base for all of them: people where every settlement has a figure, else
 * households where every one has, else one each. A base chosen settlement by settlement would add people
 * to households.
 */
export function weigh(settlements: readonly Settlement[]): Weights {
  const withoutPopulation = settlements.filter(({ population }) => population === undefined).length;
  const withoutHouseholds = settlements.filter(({ households }) => households === undefined).length;
  const base = withoutPopulation === 0 ? 'population' : withoutHouseholds === 0 ? 'households' : 'settlements';
  const of = Float64Array.from(settlements, (settlement) => (base === 'settlements' ? 1 : (settlement[base] ?? 0)));
  return { base, of, withoutPopulation, withoutHouseholds, withheldCount: 0 };
}

/**
 * The weights that reports add up: nothing for a settlement whose figures are withheld, so that no sum and no
 * difference of two, of groups, rules or versions, tells them. One each tells nothing and stays.
 */
export function shownWeights(weights: Weights, settlements: readonly Settlement[]): Weights {
  if (weights.base === 'settlements') return weights;
  const withheld = withheldSettlements(settlements);
  const of = weights.of.map((weight, settlement) => (withheld[settlement] ? 0 : weight));
  return { ...weights, of, withheldCount: withheld.filter(Boolean).length };
}
