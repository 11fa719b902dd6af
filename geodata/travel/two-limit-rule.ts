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

/** A pass that uses more than this share of a limit in force is marginal 临界. */
export const MARGINAL_SHARE = 0.9;

/**
 * Why the answer holds, checkable by hand: for a pass, the route that passes; for a fail, the route
 * that is best in the one respect that every route fails in.
 * - `fastest`: no route is quicker. On a fail: so every route is too slow.
 * - `shortest`: no route is shorter. On a fail: so every route is too long.
 * - `quickest-within-length`: no route that is short enough is quicker. On a fail: so each route
 *   breaks one limit or the other.
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
    const found = this.prove(targets, target, { fastest, offRoad, straightMetres }, rule);
    return { ...found, fastest, offRoad, straightMetres };
  }

  private prove(targets: Placements, target: number, known: Known, rule: ResponseRule): Found {
    const { fastest, straightMetres } = known;
    if (rule.metric === 'straight') return straightLine(fastest, straightMetres, rule);
    if (rule.combine === 'distance') return this.byDistance(targets, target, known, rule);
    if (!fastest) return { status: 'fail', proof: 'no-route', cost: undefined };
    if (rule.combine === 'time') return judged('fastest', fastest, rule);
    if (rule.combine === 'or') {
      const byTime = judged('fastest', fastest, rule);
      return byTime.status === 'pass' ? byTime : better(byTime, this.byDistance(targets, target, known, rule));
    }
    if (fastest.ds >= rule.limitDs || fastest.dm <= rule.limitDm) return judged('fastest', fastest, rule);
    const shortest = this.byDistance(targets, target, known, rule);
    if (!shortest.cost || shortest.cost.dm > rule.limitDm || shortest.cost.ds < rule.limitDs) return shortest;
    return this.byBoth(targets, target, known, rule);
  }

  private byDistance(targets: Placements, target: number, { offRoad }: Known, rule: ResponseRule): Found {
    const shortest = plus(this.shortestTree().costTo(targets, target), offRoad);
    return shortest ? judged('shortest', shortest, rule) : { status: 'fail', proof: 'no-route', cost: undefined };
  }

  private byBoth(targets: Placements, target: number, { offRoad }: Known, rule: ResponseRule): Found {
    if (!this.sources) throw new Error('decide before from.');
    const trees = { fastest: this.fastest, shortest: this.shortestTree() };
    const limitDm = rule.limitDm - offRoad.dm;
    const found = quickestWithinLength(trees, this.sources, this.source, targets, target, limitDm);
    const cost = plus(found, offRoad);
    // Nothing within the search bounds: no route is both quick and short enough.
    if (!found || !cost) return { status: 'fail', proof: 'quickest-within-length', cost: undefined };
    return { ...judged('quickest-within-length', cost, rule), directed: found.directed };
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

/** A directed route's cost against a rule, on the road. */
function judged(proof: Proof, cost: RouteCost, rule: ResponseRule): Found {
  const inTime = cost.ds < rule.limitDs;
  const inReach = cost.dm <= rule.limitDm;
  const timeShare = cost.ds / rule.limitDs;
  const lengthShare = cost.dm / rule.limitDm;
  switch (rule.combine) {
    case 'and':
      return { proof, cost, status: graded(inTime && inReach, Math.max(timeShare, lengthShare)) };
    case 'or':
      return { proof, cost, status: graded(inTime || inReach, Math.min(timeShare, lengthShare)) };
    case 'time':
      return { proof, cost, status: graded(inTime, timeShare) };
    case 'distance':
      return { proof, cost, status: graded(inReach, lengthShare) };
  }
}

/** With straight distance the road plays a part only in the time. */
function straightLine(fastest: RouteCost | undefined, straightMetres: Metres, rule: ResponseRule): Found {
  const straightDm = Math.round(straightMetres * 10);
  if (rule.combine === 'time') {
    return fastest ? judged('fastest', fastest, rule) : { status: 'fail', proof: 'no-route', cost: undefined };
  }
  const inReach = straightDm <= rule.limitDm;
  // With 或 one limit kept is enough to pass, with 且 one limit broken is enough to fail.
  const onDistance = rule.combine === 'or' ? inReach : !inReach;
  if (rule.combine === 'distance' || !fastest) {
    const status = rule.combine === 'and' ? 'fail' : graded(inReach, straightDm / rule.limitDm);
    return { status, proof: rule.combine === 'and' ? 'no-route' : 'straight-line', cost: fastest };
  }
  const asIfDriven = judged(onDistance ? 'straight-line' : 'fastest', { ds: fastest.ds, dm: straightDm }, rule);
  return { ...asIfDriven, cost: fastest };
}

/** The more favourable of two findings; the first where they are alike. */
function better(a: Found, b: Found): Found {
  const rank = (found: Found) => ['fail', 'marginal', 'pass'].indexOf(found.status);
  return rank(b) > rank(a) ? b : a;
}

function graded(passes: boolean, share: number): Verdict['status'] {
  if (!passes) return 'fail';
  return share > MARGINAL_SHARE ? 'marginal' : 'pass';
}

function plus(cost: RouteCost | undefined, legs: RouteCost): RouteCost | undefined {
  return cost && { ds: cost.ds + legs.ds, dm: cost.dm + legs.dm };
}

type Found = Pick<Verdict, 'status' | 'proof' | 'cost' | 'directed'>;

interface Known {
  readonly fastest: RouteCost | undefined;
  readonly offRoad: RouteCost;
  readonly straightMetres: Metres;
}
