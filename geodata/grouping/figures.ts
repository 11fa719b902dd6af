import type { RouteCost } from '../travel/route-cost.ts';
import type { Deciseconds, Metres } from '../units.ts';
import type { SettlementResponse } from './responses.ts';

/** A settlement and what the fastest route to it costs. */
export interface Extreme {
  /** Index into the settlements. */
  readonly settlement: number;
  readonly cost: RouteCost;
}

/** How much of a weight passes. A rate is `within / of`, and no number where `of` is 0. */
export interface Tally {
  /** Settlements that pass, marginal ones included, and settlements counted. */
  readonly withinCount: number;
  readonly count: number;
  /** The same by weight: numerator and denominator of the weighted rate 达标率. */
  readonly withinWeight: number;
  readonly weight: number;
}

export const EMPTY_TALLY: Tally = { withinCount: 0, count: 0, withinWeight: 0, weight: 0 };

/** Numerators and denominators of the settlements given. */
export function tallyOf(responses: readonly SettlementResponse[], weights: ArrayLike<number>): Tally {
  const within = responses.filter(({ support }) => support.status !== 'fail');
  return {
    withinCount: within.length,
    count: responses.length,
    withinWeight: weightOf(within, weights),
    weight: weightOf(responses, weights),
  };
}

/** Two tallies of different settlements as one. */
export function sumTallies(a: Tally, b: Tally): Tally {
  return {
    withinCount: a.withinCount + b.withinCount,
    count: a.count + b.count,
    withinWeight: a.withinWeight + b.withinWeight,
    weight: a.weight + b.weight,
  };
}

/** The weight of settlements. */
export function weightOf(responses: readonly SettlementResponse[], weights: ArrayLike<number>): number {
  return responses.reduce((sum, { settlement }) => sum + (weights[settlement] ?? 0), 0);
}

/**
 * The settlement whose fastest route is greatest in one measure; the first among equals, undefined where
 * no settlement has a route. Its length is that of the fastest route also where a shorter one passes.
 */
export function farthest(responses: readonly SettlementResponse[], measure: keyof RouteCost): Extreme | undefined {
  let found: Extreme | undefined;
  for (const { settlement, support } of responses) {
    const cost = support.fastest;
    if (cost && (!found || cost[measure] > found.cost[measure])) found = { settlement, cost };
  }
  return found;
}

/**
 * The driving time that 95 % of the settlements stay within: the nearest-rank percentile (position
 * ceil(0.95 n) in ascending order) of the fastest routes, each settlement once. Settlements without a
 * route stand last; undefined where the rank falls on one of them, or there is no settlement.
 */
export function p95Ds(responses: readonly SettlementResponse[]): Deciseconds | undefined {
  const times = responses.map(({ support }) => support.fastest?.ds ?? Infinity).sort((a, b) => a - b);
  const found = times[Math.ceil((95 * times.length) / 100) - 1];
  return found === Infinity ? undefined : found;
}

/** Greatest straight distance from the centre to a settlement 直线半径; undefined without settlements. */
export function straightRadiusMetres(responses: readonly SettlementResponse[]): Metres | undefined {
  if (responses.length === 0) return undefined;
  return responses.reduce((greatest, { support }) => Math.max(greatest, support.straightMetres), 0);
}

/**
 * Share of the driving time spent on estimated off-road legs 虚拟连接线, 0 to 1, summed over the fastest
 * routes; undefined where there are none, or all of them take no time.
 */
export function offRoadTimeShare(responses: readonly SettlementResponse[]): number | undefined {
  let offRoadDs = 0;
  let totalDs = 0;
  for (const { support } of responses) {
    if (!support.fastest) continue;
    offRoadDs += support.offRoad.ds;
    totalDs += support.fastest.ds;
  }
  return totalDs === 0 ? undefined : offRoadDs / totalDs;
}

/** A headcount pooled over stations, as far as it is known. */
export interface PooledCount {
  /** Undefined where no station gives a figure. */
  readonly sum: number | undefined;
  readonly stationsKnown: number;
  readonly stations: number;
}

/** Adds up what the stations give. */
export function poolCounts(counts: readonly (number | undefined)[]): PooledCount {
  const known = counts.filter((count) => count !== undefined);
  return {
    sum: known.length === 0 ? undefined : known.reduce((sum, count) => sum + count, 0),
    stationsKnown: known.length,
    stations: counts.length,
  };
}
