import type { Settlement } from '../catchment/places.ts';

/** What a settlement weighs by: its people, its households, or one each where neither is known throughout. */
export type WeightBase = 'population' | 'households' | 'settlements';

export interface Weights {
  readonly base: WeightBase;
  /** One a settlement, in their order. */
  readonly of: Float64Array;
  /** Settlements without a population figure, without a household figure: why the base is what it is. */
  readonly withoutPopulation: number;
  readonly withoutHouseholds: number;
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
  return { base, of, withoutPopulation, withoutHouseholds };
}
