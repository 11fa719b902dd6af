import FlatQueue from 'flatqueue';
import type { RoadNetwork } from '../roads/network.ts';
import type { Placements } from '../roads/snap.ts';
import { NO_STATE } from '../roads/states.ts';
import type { Decimetres } from '../units.ts';
import { costAlong, type RouteCost, UNREACHED } from './route-cost.ts';
import type { TravelTree } from './tree.ts';

/** Whether a label's way from the source is counted in, and how it got there. */
const UNDER_WAY = 0;
const ARRIVED = 1;
/** Along the one road that source and target share. */
const ARRIVED_DIRECT = 2;

export interface ConstrainedRoute extends RouteCost {
  /** Directed roads from the source's to the target's. */
  readonly directed: readonly number[];
}

/** The forward trees of the source, by time and by length, that bound the search. */
export interface SourceTrees {
  readonly fastest: TravelTree;
  readonly shortest: TravelTree;
}

/**
 * The quickest of all routes no longer than `limitDm`, exactly: a label-setting search over (time,
 * length) pairs, run from the target back to the source, since the source's trees then tell at every
 * state how quick and how short the rest can be. A label is dropped where even the shortest rest is
 * too long, or where an earlier label at the same state is no slower and no longer; labels are taken
 * in the order of time so far plus least time to come, so the first to arrive is the answer. (The
 * resource constrained shortest path of Joksch 1966 and Aneja et al. 1983; no approximation.)
 * @param trees grown from the source; what lies beyond their limits is not looked at
 * @returns undefined where every route is longer, or lies beyond the trees' limits
 */
export function quickestWithinLength(
  trees: SourceTrees,
  sources: Placements,
  source: number,
  targets: Placements,
  target: number,
  limitDm: Decimetres,
): ConstrainedRoute | undefined {
  return new LabelSearch(trees, { sources, source, targets, target }, limitDm).run();
}

interface Pair {
  readonly sources: Placements;
  readonly source: number;
  readonly targets: Placements;
  readonly target: number;
}

class LabelSearch {
  private readonly network: RoadNetwork;
  private readonly trees: SourceTrees;
  private readonly pair: Pair;
  private readonly limitDm: Decimetres;
  private readonly queue = new FlatQueue<number>();
  /** Labels, one a row. The costs are those of the way from the END of the state to the target. */
  private readonly state: number[] = [];
  private readonly ds: number[] = [];
  private readonly dm: number[] = [];
  /** The label after, towards the target; `-1 - directed` where the target's road comes next. */
  private readonly next: number[] = [];
  private readonly arrival: number[] = [];
  /** Least length among the labels settled at each state. */
  private readonly settledDm = new Map<number, number>();

  constructor(trees: SourceTrees, pair: Pair, limitDm: Decimetres) {
    this.network = trees.fastest.network;
    this.trees = trees;
    this.pair = pair;
    this.limitDm = limitDm;
  }

  run(): ConstrainedRoute | undefined {
    const road = this.pair.targets.road[this.pair.target]!;
    this.startAtTarget(road * 2);
    this.startAtTarget(road * 2 + 1);
    for (let label = this.queue.pop(); label !== undefined; label = this.queue.pop()) {
      if (this.arrival[label] !== UNDER_WAY) return this.answer(label);
      this.settle(label);
    }
    return undefined;
  }

  /** Comes to the target in one direction of its road, through the turns into any copy of it. */
  private startAtTarget(directed: number): void {
    const { network } = this;
    const { sources, source, targets, target } = this.pair;
    let state = network.roadState[directed]!;
    if (state === NO_STATE) return;
    const to = costAlong(this.network, targets, target, directed);
    if (sources.road[source] === directed >> 1) {
      const from = costAlong(this.network, sources, source, directed);
      if (from.dm <= to.dm && from.ds <= to.ds) {
        this.arrive(state, to.ds - from.ds, to.dm - from.dm, -1 - directed, ARRIVED_DIRECT);
      }
    }
    // The target's road is no label: the route need not drive it to its end.
    for (; state !== NO_STATE; state = network.stateNextCopy[state]!) this.turnBack(state, to.ds, to.dm, -1 - directed);
  }

  private settle(label: number): void {
    const { network } = this;
    const state = this.state[label]!;
    const ds = this.ds[label]!;
    const dm = this.dm[label]!;
    const settled = this.settledDm.get(state);
    if (settled !== undefined && settled <= dm) return;
    this.settledDm.set(state, dm);
    const rest = this.restOfSourceRoad(state);
    if (rest) this.arrive(state, ds + rest.ds, dm + rest.dm, this.next[label]!, ARRIVED);
    this.turnBack(state, ds + network.stateDs[state]!, dm + network.stateDm[state]!, label);
  }

  /** Offers the states that turn into the start of `state`, from which the target is `ds` and `dm` away. */
  private turnBack(state: number, ds: number, dm: number, label: number): void {
    const { turnInOffset, turnInSource, turnInDs } = this.network;
    for (let turn = turnInOffset[state]!; turn < turnInOffset[state + 1]!; turn++) {
      const before = turnInSource[turn]!;
      const least = this.leastToEnd(before);
      if (!least || dm + least.dm > this.limitDm) continue;
      const settled = this.settledDm.get(before);
      if (settled !== undefined && settled <= dm) continue;
      const beforeDs = ds + turnInDs[turn]!;
      this.push(before, beforeDs, dm, label, UNDER_WAY, beforeDs + least.ds);
    }
  }

  /** Least time and least length (of two routes, perhaps) from the source to the end of a state. */
  private leastToEnd(state: number): RouteCost | undefined {
    const { network, trees } = this;
    let ds = plusReached(trees.fastest.cost[state]!, network.stateDs[state]!);
    let dm = plusReached(trees.shortest.cost[state]!, network.stateDm[state]!);
    const rest = this.restOfSourceRoad(state);
    if (rest) {
      ds = Math.min(ds, rest.ds);
      dm = Math.min(dm, rest.dm);
    }
    return ds === UNREACHED || dm === UNREACHED ? undefined : { ds, dm };
  }

  /** From the source to the end of its own road, where `state` is the plain state of that road. */
  private restOfSourceRoad(state: number): RouteCost | undefined {
    const { network } = this;
    const { sources, source } = this.pair;
    const directed = network.stateDirected[state]!;
    if (sources.road[source] !== directed >> 1 || network.roadState[directed] !== state) return undefined;
    const from = costAlong(this.network, sources, source, directed);
    return { ds: network.stateDs[state]! - from.ds, dm: network.stateDm[state]! - from.dm };
  }

  private arrive(state: number, ds: number, dm: number, next: number, arrival: number): void {
    if (dm <= this.limitDm) this.push(state, ds, dm, next, arrival, ds);
  }

  private push(state: number, ds: number, dm: number, next: number, arrival: number, leastDs: number): void {
    this.state.push(state);
    this.ds.push(ds);
    this.dm.push(dm);
    this.next.push(next);
    this.arrival.push(arrival);
    // Among equally quick labels the shorter first.
    this.queue.push(this.state.length - 1, leastDs * 2 ** 21 + Math.min(dm, 2 ** 21 - 1));
  }

  private answer(label: number): ConstrainedRoute {
    const { stateDirected } = this.network;
    const cost = { ds: this.ds[label]!, dm: this.dm[label]! };
    const directed = [stateDirected[this.state[label]!]!];
    if (this.arrival[label] === ARRIVED_DIRECT) return { ...cost, directed };
    let next = this.next[label]!;
    for (; next >= 0; next = this.next[next]!) directed.push(stateDirected[this.state[next]!]!);
    directed.push(-1 - next);
    return { ...cost, directed };
  }
}

function plusReached(label: number, cost: number): number {
  return label === UNREACHED ? UNREACHED : label + cost;
}
