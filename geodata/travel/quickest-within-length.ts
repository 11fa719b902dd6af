import FlatQueue from 'flatqueue';
import type { RoadNetwork } from '../roads/network.ts';
import { dmAlong, type Placements } from '../roads/snap.ts';
import { NO_STATE } from '../roads/states.ts';
import type { Decimetres } from '../units.ts';
import { type RouteCost, TravelTree, UNREACHED } from './tree.ts';

const NO_LABEL = -1;
/** A label's state once it has come to the target. */
const ARRIVED = -2;

export interface ConstrainedRoute extends RouteCost {
  /** Directed roads from the source's to the target's. */
  readonly directed: readonly number[];
}

/** The backward trees that bound the search. Kept by the caller, one pair a network and thread. */
export interface BoundTrees {
  readonly time: TravelTree;
  readonly length: TravelTree;
}

export function boundTrees(network: RoadNetwork): BoundTrees {
  return { time: new TravelTree(network), length: new TravelTree(network) };
}

/**
 * The quickest of all routes no longer than `limitDm`, exactly: a label-setting search over
 * (time, length) pairs. A label is dropped where even the shortest way on from it is too long, or
 * where an earlier label at the same state is no slower and no longer. Labels are taken in the order
 * of time so far plus least time to come, so the first to arrive is the answer. (The resource
 * constrained shortest path of Joksch 1966 and Aneja et al. 1983; no approximation.)
 * @returns undefined where every route is longer
 */
export function quickestWithinLength(
  trees: BoundTrees,
  sources: Placements,
  source: number,
  targets: Placements,
  target: number,
  limitDm: Decimetres,
): ConstrainedRoute | undefined {
  trees.length.grow(targets, target, { metric: 'length', direction: 'backward', limit: limitDm });
  const shortest = trees.length.costTo(sources, source);
  if (!shortest) return undefined;
  // The shortest route is one answer; whatever takes longer than it is of no interest.
  trees.time.grow(targets, target, { direction: 'backward', limit: shortest.ds });
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
  private readonly trees: BoundTrees;
  private readonly pair: Pair;
  private readonly limitDm: Decimetres;
  private readonly queue = new FlatQueue<number>();
  /** Labels, one a row: state, time and length to its start, the label before. */
  private readonly state: number[] = [];
  private readonly ds: number[] = [];
  private readonly dm: number[] = [];
  private readonly parent: number[] = [];
  /** Least length among the labels settled at each state. */
  private readonly settledDm = new Map<number, number>();

  constructor(trees: BoundTrees, pair: Pair, limitDm: Decimetres) {
    this.network = trees.time.network;
    this.trees = trees;
    this.pair = pair;
    this.limitDm = limitDm;
  }

  run(): ConstrainedRoute | undefined {
    const road = this.pair.sources.road[this.pair.source]!;
    this.start(road * 2);
    this.start(road * 2 + 1);
    for (let label = this.queue.pop(); label !== undefined; label = this.queue.pop()) {
      if (this.state[label] === ARRIVED) return this.answer(label);
      this.settle(label);
    }
    return undefined;
  }

  /** Sets out in one direction of the source's road. */
  private start(directed: number): void {
    const { sources, source, targets, target } = this.pair;
    const state = this.network.roadState[directed]!;
    if (state === NO_STATE) return;
    const from = this.along(sources, source, directed);
    if (targets.road[target] === directed >> 1) {
      const to = this.along(targets, target, directed);
      if (to.dm >= from.dm && to.ds >= from.ds) this.arrive(to.ds - from.ds, to.dm - from.dm, -1 - directed);
    }
    const ds = this.network.stateDs[state]! - from.ds;
    const dm = Math.max(0, this.network.stateDm[state]! - from.dm);
    this.turnOut(state, ds, dm, -1 - directed);
  }

  private settle(label: number): void {
    const state = this.state[label]!;
    const ds = this.ds[label]!;
    const dm = this.dm[label]!;
    const settled = this.settledDm.get(state);
    if (settled !== undefined && settled <= dm) return;
    this.settledDm.set(state, dm);
    const directed = this.network.stateDirected[state]!;
    const { targets, target } = this.pair;
    if (targets.road[target] === directed >> 1) {
      const to = this.along(targets, target, directed);
      this.arrive(ds + to.ds, dm + to.dm, label);
    }
    this.turnOut(state, ds + this.network.stateDs[state]!, dm + this.network.stateDm[state]!, label);
  }

  private turnOut(state: number, ds: number, dm: number, parent: number): void {
    const { turnOffset, turnTarget, turnDs } = this.network;
    for (let turn = turnOffset[state]!; turn < turnOffset[state + 1]!; turn++) {
      const next = turnTarget[turn]!;
      const bound = this.leastFrom(next);
      const nextDs = ds + turnDs[turn]!;
      if (!bound || dm + bound.dm > this.limitDm) continue;
      const settled = this.settledDm.get(next);
      if (settled !== undefined && settled <= dm) continue;
      this.push(next, nextDs, dm, parent, nextDs + bound.ds);
    }
  }

  /** Least time and least length (of two routes, perhaps) from the start of a state to the target. */
  private leastFrom(state: number): RouteCost | undefined {
    const { network, trees } = this;
    const { targets, target } = this.pair;
    let ds = after(trees.time.cost[state]!, network.stateDs[state]!);
    let dm = after(trees.length.cost[state]!, network.stateDm[state]!);
    const directed = network.stateDirected[state]!;
    if (targets.road[target] === directed >> 1) {
      const to = this.along(targets, target, directed);
      ds = Math.min(ds, to.ds);
      dm = Math.min(dm, to.dm);
    }
    return ds === UNREACHED || dm === UNREACHED ? undefined : { ds, dm };
  }

  private arrive(ds: number, dm: number, parent: number): void {
    if (dm <= this.limitDm) this.push(ARRIVED, ds, dm, parent, ds);
  }

  private push(state: number, ds: number, dm: number, parent: number, priority: number): void {
    this.state.push(state);
    this.ds.push(ds);
    this.dm.push(dm);
    this.parent.push(parent);
    // Among equally quick labels the shorter first, so that the answer is the shortest of the quickest.
    this.queue.push(this.state.length - 1, priority * 2 ** 21 + Math.min(dm, 2 ** 21 - 1));
  }

  private answer(label: number): ConstrainedRoute {
    const directed: number[] = [];
    let at = this.parent[label]!;
    while (at > NO_LABEL) {
      directed.push(this.network.stateDirected[this.state[at]!]!);
      at = this.parent[at]!;
    }
    directed.push(-1 - at);
    return { ds: this.ds[label]!, dm: this.dm[label]!, directed: directed.reverse() };
  }

  private along(placements: Placements, i: number, directed: number): RouteCost {
    const ds = directed & 1 ? placements.backwardDs[i]! : placements.forwardDs[i]!;
    return { ds, dm: dmAlong(this.network, placements, i, directed) };
  }
}

function after(label: number, cost: number): number {
  return label === UNREACHED ? UNREACHED : label + cost;
}
