import type { RoadNetwork } from '../roads/network.ts';
import { dmAlong, NO_ROAD, type Placements } from '../roads/snap.ts';
import { NO_STATE } from '../roads/states.ts';
import { costAlong, type RouteCost, UNREACHED } from './route-cost.ts';

/** What a tree minimises. The other of the two measures breaks ties, and always belongs to the same route. */
export type Metric = 'time' | 'length';
/** `forward`: routes from the root to everywhere. `backward`: routes from everywhere to the root. */
export type Direction = 'forward' | 'backward';

/** A grown tree, as those see it who read it. */
export interface GrownTree {
  readonly network: RoadNetwork;
  readonly metric: Metric;
  readonly direction: Direction;
  /** Greatest cost of an answer, inclusive. */
  readonly limit: number;
  /** The placement it was grown from; undefined before the first. */
  readonly roots: Placements | undefined;
  readonly root: number;
  /** Cost minimised, to the start of each state (from its end, growing backward). */
  readonly cost: Uint32Array;
  readonly second: Uint32Array;
}

/** How a route comes to a placement. */
export interface Arrival {
  /** In the tree's metric, and in the other. */
  readonly cost: number;
  readonly second: number;
  /** State in which it comes; `NO_STATE` where the way leads along the root's own road. */
  readonly state: number;
  readonly directed: number;
}

/** The cheapest way to a placement, by either direction of its road and every copy of it; undefined beyond the limit. */
export function bestArrival(tree: GrownTree, placements: Placements, i: number): Arrival | undefined {
  const road = placements.road[i]!;
  if (road === NO_ROAD || !tree.roots) return undefined;
  let best: Arrival | undefined;
  const offer = (arrival: Arrival | undefined): void => {
    if (!arrival || arrival.cost > tree.limit) return;
    const dearer = best && (arrival.cost > best.cost || (arrival.cost === best.cost && arrival.second >= best.second));
    if (!dearer) best = arrival;
  };
  for (let directed = road * 2; directed <= road * 2 + 1; directed++) {
    let state = tree.network.roadState[directed]!;
    if (state === NO_STATE) continue;
    offer(alongRootRoad(tree, placements, i, directed));
    const [cost, second] = partWay(tree, placements, i, directed);
    for (; state !== NO_STATE; state = tree.network.stateNextCopy[state]!) {
      if (tree.cost[state] === UNREACHED) continue;
      offer({ cost: tree.cost[state]! + cost, second: tree.second[state]! + second, state, directed });
    }
  }
  return best;
}

/**
 * Costs to many placements at once, into columns from row `from` on. For a forward tree over time the
 * common case is in line, with nothing allocated: two labels to look at, most of them out of reach.
 */
export function fillCosts(
  tree: GrownTree,
  placements: Placements,
  ds: Uint32Array,
  dm: Uint32Array,
  from: number,
): void {
  const { roadState } = tree.network;
  const inLine = tree.metric === 'time' && tree.direction === 'forward';
  const rootRoad = tree.roots?.road[tree.root] ?? NO_ROAD;
  for (let i = 0; i < placements.count; i++) {
    const road = placements.road[i]!;
    const at = from + i;
    ds[at] = UNREACHED;
    dm[at] = UNREACHED;
    if (road === NO_ROAD) continue;
    const forward = roadState[road * 2]!;
    const backward = roadState[road * 2 + 1]!;
    if (inLine && road !== rootRoad && !isCopied(tree, forward) && !isCopied(tree, backward)) {
      if (forward !== NO_STATE) takeArrival(tree, placements, i, road * 2, forward, ds, dm, at);
      if (backward !== NO_STATE) takeArrival(tree, placements, i, road * 2 + 1, backward, ds, dm, at);
      continue;
    }
    const found = bestArrival(tree, placements, i);
    if (!found) continue;
    ds[at] = tree.metric === 'time' ? found.cost : found.second;
    dm[at] = tree.metric === 'time' ? found.second : found.cost;
  }
}

function isCopied({ network }: GrownTree, state: number): boolean {
  return state !== NO_STATE && network.stateNextCopy[state] !== NO_STATE;
}

/** Writes a forward arrival by time into row `at` of the columns, where it beats what stands there. */
function takeArrival(
  tree: GrownTree,
  placements: Placements,
  i: number,
  directed: number,
  state: number,
  ds: Uint32Array,
  dm: Uint32Array,
  at: number,
): void {
  const start = tree.cost[state]!;
  if (start === UNREACHED) return;
  const total = start + (directed & 1 ? placements.backwardDs[i]! : placements.forwardDs[i]!);
  if (total > tree.limit || total > ds[at]!) return;
  const length = tree.second[state]! + dmAlong(tree.network, placements, i, directed);
  if (total < ds[at]! || length < dm[at]!) dm[at] = length;
  ds[at] = total;
}

/** The way along the root's own road, where the point lies ahead on it. */
function alongRootRoad(tree: GrownTree, placements: Placements, i: number, directed: number): Arrival | undefined {
  const { network, roots } = tree;
  if (!roots || roots.road[tree.root] !== directed >> 1) return undefined;
  const root = costAlong(network, roots, tree.root, directed);
  const point = costAlong(network, placements, i, directed);
  const [from, to] = tree.direction === 'forward' ? [root, point] : [point, root];
  if (to.dm < from.dm || to.ds < from.ds) return undefined;
  const [cost, second] = inMetric(tree, { ds: to.ds - from.ds, dm: to.dm - from.dm });
  return { cost, second, state: NO_STATE, directed };
}

/** From a state's start to a placement on it; growing backward, from the placement to the state's end. */
function partWay(tree: GrownTree, placements: Placements, i: number, directed: number): [cost: number, second: number] {
  const { network } = tree;
  const along = costAlong(network, placements, i, directed);
  if (tree.direction === 'forward') return inMetric(tree, along);
  const state = network.roadState[directed]!;
  return inMetric(tree, { ds: network.stateDs[state]! - along.ds, dm: network.stateDm[state]! - along.dm });
}

function inMetric({ metric }: GrownTree, { ds, dm }: RouteCost): [cost: number, second: number] {
  return metric === 'time' ? [ds, dm] : [dm, ds];
}
