import type { RoadNetwork } from '../roads/network.ts';
import { NO_ROAD, type Placements } from '../roads/snap.ts';
import type { Decimetres, Deciseconds, Metres } from '../units.ts';
import { offRoadLeg } from './off-road.ts';
import { quickestWithinLength } from './quickest-within-length.ts';
import type { RouteCost } from './route-cost.ts';
import { TravelTree } from './tree.ts';

/** How the two limits are read together 且 / 或 / 仅距离 / 仅时间 (DOMAIN.md 1.1). */
export type Combine = 'and' | 'or' | 'distance' | 'time';
/** What "distance" is measured along 路网 / 直线. Time is always driven on the road. */
export type DistanceMetric = 'road' | 'straight';

/** A response rule. The defaults are clause 6 of the standard: within 30 km and in under 30 minutes, by one and the same route. */
export interface ResponseRule {
  /** Inclusive: 以内. */
  readonly limitDm: Decimetres;
  /** Exclusive: 少于. */
  readonly limitDs: Deciseconds;
  readonly combine: Combine;
  readonly metric: DistanceMetric;
}

export const DEFAULT_RULE: ResponseRule = { limitDm: 300_000, limitDs: 18_000, combine: 'and', metric: 'road' };

/** A pass that no route makes with less than this share of the limits is marginal 临界: within 10 % of one. */
export const MARGINAL_SHARE = 0.9;

/** The rule that a plain pass keeps: less than `MARGINAL_SHARE` of each limit. */
export function tightened(rule: ResponseRule): ResponseRule {
  return {
    ...rule,
    limitDm: Math.ceil(rule.limitDm * MARGINAL_SHARE) - 1,
    limitDs: Math.ceil(rule.limitDs * MARGINAL_SHARE),
  };
}

/**
 * Why the answer holds, checkable by hand: for a pass, the route that passes; for a fail, the route
 * that is best in the one respect that every route fails in.
 * - `fastest`: no route is quicker. On a fail: so every route is too slow.
 * - `shortest`: no route is shorter. On a fail: so every route is too long.
 * - `quickest-within-length`: no route that is short enough is quicker. On a fail: so each route
 *   breaks one limit or the other. (On a plain pass "short enough" is less than 90 % of the limit.)
 * - `straight-line`: the straight distance decides.
 * - `no-route`: the road network does not lead there. `no-road`: no road within the snap limit.
 */
export type Proof = 'fastest' | 'shortest' | 'quickest-within-length' | 'straight-line' | 'no-route' | 'no-road';

/** How far to look from the responding place, along the road; undefined: everywhere. */
export interface SearchBounds {
  readonly ds?: Deciseconds;
  readonly dm?: Decimetres;
}

export interface Verdict {
  readonly status: 'pass' | 'marginal' | 'fail';
  readonly proof: Proof;
  /** The route of `proof`, off-road legs included; undefined where there is none. */
  readonly cost: RouteCost | undefined;
  /** The fastest route, off-road legs included: what every report shows. Undefined where there is none. */
  readonly fastest: RouteCost | undefined;
  /** The estimated part of it: both off-road legs. */
  readonly offRoad: RouteCost;
  readonly straightMetres: Metres;
  /** Directed roads, where the route of `proof` is neither the fastest nor the shortest. */
  readonly directed?: readonly number[];
}

/**
 * Decides the rule for pairs of places, exactly. Usually the fastest route decides; where it is quick
 * enough but too long, the shortest route is tried; what is left goes to a search over both measures
 * at once. One object a network and thread.
 */
export class TwoLimitRule {
  readonly network: RoadNetwork;
  /** Fastest routes from the place of the last `from`. */
  readonly fastest: TravelTree;
  private shortest: TravelTree | undefined;
  private shortestIsGrown = false;
  private bounds: SearchBounds = {};
  private sources: Placements | undefined;
  private source = 0;
  private sourceLeg: RouteCost = { ds: 0, dm: 0 };

  constructor(network: RoadNetwork) {
    this.network = network;
    this.fastest = new TravelTree(network);
  }

  /**
   * Sets the place that responds.
   * @param bounds how far routes are followed; what lies beyond is reported as `no-route`, so pass them
   * only where a bare status is wanted, and no lower than the rule's limits
   */
  from(sources: Placements, source: number, bounds: SearchBounds = {}): void {
    this.sources = sources;
    this.source = source;
    this.sourceLeg = offRoadLeg(this.network, sources, source);
    this.bounds = bounds;
    this.fastest.grow(sources, source, { limit: bounds.ds });
    this.shortestIsGrown = false;
  }

  /** Whether and why the responding place serves a target. `straightMetres` is the distance between the two points themselves. */
  decide(targets: Placements, target: number, straightMetres: Metres, rule: ResponseRule = DEFAULT_RULE): Verdict {
    if (!this.sources) throw new Error('decide before from.');
    const leg = offRoadLeg(this.network, targets, target);
    const offRoad = { ds: leg.ds + this.sourceLeg.ds, dm: leg.dm + this.sourceLeg.dm };
    if (this.sources.road[this.source] === NO_ROAD || targets.road[target] === NO_ROAD) {
      return { status: 'fail', proof: 'no-road', cost: undefined, fastest: undefined, offRoad, straightMetres };
    }
    const fastest = plus(this.fastest.costTo(targets, target), offRoad);
    const known = { fastest, offRoad, straightMetres };
    const plain = this.prove(targets, target, known, tightened(rule));
    if (plain.passes) return verdict('pass', plain, known);
    const found = this.prove(targets, target, known, rule);
    return verdict(found.passes ? 'marginal' : 'fail', found, known);
  }

  private prove(targets: Placements, target: number, known: Known, rule: ResponseRule): Finding {
    const { fastest, straightMetres } = known;
    if (rule.metric === 'straight') return straightLine(fastest, straightMetres, rule);
    if (rule.combine === 'distance') return this.byDistance(targets, target, known, rule);
    if (!fastest) return NO_ROUTE;
    const inTime = fastest.ds < rule.limitDs;
    const byTime: Finding = { passes: inTime, proof: 'fastest', cost: fastest };
    if (rule.combine === 'time') return byTime;
    if (rule.combine === 'or') {
      if (inTime) return byTime;
      const byLength = this.byDistance(targets, target, known, rule);
      return byLength.passes ? byLength : byTime;
    }
    if (!inTime || fastest.dm <= rule.limitDm) return byTime;
    const shortest = this.byDistance(targets, target, known, rule);
    if (!shortest.passes || !shortest.cost || shortest.cost.ds < rule.limitDs) return shortest;
    return this.byBoth(targets, target, known, rule);
  }

  private byDistance(targets: Placements, target: number, { offRoad }: Known, rule: ResponseRule): Finding {
    const cost = plus(this.shortestTree().costTo(targets, target), offRoad);
    return cost ? { passes: cost.dm <= rule.limitDm, proof: 'shortest', cost } : NO_ROUTE;
  }

  private byBoth(targets: Placements, target: number, { offRoad }: Known, rule: ResponseRule): Finding {
    if (!this.sources) throw new Error('decide before from.');
    const trees = { fastest: this.fastest, shortest: this.shortestTree() };
    const limitDm = rule.limitDm - offRoad.dm;
    const found = quickestWithinLength(trees, this.sources, this.source, targets, target, limitDm);
    const cost = plus(found, offRoad);
    // Nothing within the search bounds: no route is both quick and short enough.
    if (!found || !cost) return { passes: false, proof: 'quickest-within-length', cost: undefined };
    return { passes: cost.ds < rule.limitDs, proof: 'quickest-within-length', cost, directed: found.directed };
  }

  private shortestTree(): TravelTree {
    this.shortest ??= new TravelTree(this.network);
    if (!this.shortestIsGrown && this.sources) {
      this.shortest.grow(this.sources, this.source, { metric: 'length', limit: this.bounds.dm });
      this.shortestIsGrown = true;
    }
    return this.shortest;
  }
}

/** What a rule's limits, taken as they are, make of a pair. */
interface Finding extends Pick<Verdict, 'proof' | 'cost' | 'directed'> {
  readonly passes: boolean;
}

const NO_ROUTE: Finding = { passes: false, proof: 'no-route', cost: undefined };

/** With straight distance the road plays a part only in the time. */
function straightLine(fastest: RouteCost | undefined, straightMetres: Metres, rule: ResponseRule): Finding {
  const inReach = Math.round(straightMetres * 10) <= rule.limitDm;
  const byDistance: Finding = { passes: inReach, proof: 'straight-line', cost: fastest };
  if (rule.combine === 'distance') return byDistance;
  if (!fastest) return rule.combine === 'or' ? byDistance : NO_ROUTE;
  const byTime: Finding = { passes: fastest.ds < rule.limitDs, proof: 'fastest', cost: fastest };
  if (rule.combine === 'time') return byTime;
  // With 或 one limit kept is enough to pass, with 且 one limit broken is enough to fail.
  const distanceDecides = rule.combine === 'or' ? inReach : !inReach;
  return distanceDecides ? byDistance : byTime;
}

function verdict(
  status: Verdict['status'],
  { proof, cost, directed }: Finding,
  { fastest, offRoad, straightMetres }: Known,
): Verdict {
  const found = { status, proof, cost, fastest, offRoad, straightMetres };
  return directed ? { ...found, directed } : found;
}

function plus(cost: RouteCost | undefined, legs: RouteCost): RouteCost | undefined {
  return cost && { ds: cost.ds + legs.ds, dm: cost.dm + legs.dm };
}

interface Known {
  readonly fastest: RouteCost | undefined;
  readonly offRoad: RouteCost;
  readonly straightMetres: Metres;
}
