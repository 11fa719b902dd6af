import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { NO_ROAD, type Placements } from '../../geodata/roads/snap.ts';
import { NO_STATE } from '../../geodata/roads/states.ts';
import type { RouteCost } from '../../geodata/travel/route-cost.ts';
import type { TreeOptions } from '../../geodata/travel/tree.ts';

/** Least (cost, second) labels of every state by going over all turns until nothing changes; Infinity where there is none. */
export interface Labels {
  readonly cost: Float64Array;
  readonly second: Float64Array;
}

/** A label as a pair: what is minimised, and the other measure, which breaks ties. */
type Pair = readonly [cost: number, second: number];

/**
 * Bellman-Ford over the network's own columns, with the meaning of `TravelTree`: a label is the cost to the START of a
 * state, or backward from its END. Backward it reads the forward turns only, so that the reverse columns are checked too.
 */
export function bellmanFord(network: RoadNetwork, roots: Placements, root: number, options: TreeOptions = {}): Labels {
  const backward = options.direction === 'backward';
  const cost = new Float64Array(network.stateCount).fill(Infinity);
  const second = new Float64Array(network.stateCount).fill(Infinity);
  const lower = (state: number, [c, s]: Pair): boolean => {
    if (c > cost[state]! || (c === cost[state]! && s >= second[state]!)) return false;
    cost[state] = c;
    second[state] = s;
    return true;
  };
  for (let changed = true; changed; ) {
    changed = false;
    eachTurn(network, (from, to, turn) => {
      const [known, entered] = backward ? [to, from] : [from, to];
      const turnPair = pair({ ds: turn, dm: 0 }, options);
      const through = pair({ ds: network.stateDs[known]!, dm: network.stateDm[known]! }, options);
      const whole: Pair = [cost[known]! + through[0] + turnPair[0], second[known]! + through[1] + turnPair[1]];
      if (lower(entered, whole)) changed = true;
      const part = rootPart(network, roots, root, known, options);
      if (part && lower(entered, [part[0] + turnPair[0], part[1] + turnPair[1]])) changed = true;
    });
  }
  return { cost, second };
}

/** The cheapest route between the root and a placement, from the labels of `bellmanFord`. */
export function costFromLabels(
  network: RoadNetwork,
  labels: Labels,
  ends: { readonly roots: Placements; readonly root: number; readonly placements: Placements; readonly i: number },
  options: TreeOptions = {},
): RouteCost | undefined {
  const { roots, root, placements, i } = ends;
  const backward = options.direction === 'backward';
  let best: Pair = [Infinity, Infinity];
  const offer = (cost: number, second: number): void => {
    if (cost < best[0] || (cost === best[0] && second < best[1])) best = [cost, second];
  };
  for (let state = 0; state < network.stateCount; state++) {
    const at = along(network, placements, i, state);
    if (!at) continue;
    const rest = backward ? minus(costOf(network, state), at) : at;
    const [cost, second] = pair(rest, options);
    offer(labels.cost[state]! + cost, labels.second[state]! + second);
    const rootAt = along(network, roots, root, state);
    if (!rootAt) continue;
    const gap = backward ? minus(rootAt, at) : minus(at, rootAt);
    if (gap.ds >= 0 && gap.dm >= 0) offer(...pair(gap, options));
  }
  if (best[0] > (options.limit ?? Number.MAX_VALUE)) return undefined;
  return options.metric === 'length' ? { ds: best[1], dm: best[0] } : { ds: best[0], dm: best[1] };
}

function eachTurn(network: RoadNetwork, visit: (from: number, to: number, ds: number) => void): void {
  for (let state = 0; state < network.stateCount; state++) {
    for (let turn = network.turnOffset[state]!; turn < network.turnOffset[state + 1]!; turn++) {
      visit(state, network.turnTarget[turn]!, network.turnDs[turn]!);
    }
  }
}

/** From the root to the end of a plain state it lies on; backward, from the start of a state (any copy) to the root. */
function rootPart(
  network: RoadNetwork,
  roots: Placements,
  root: number,
  state: number,
  options: TreeOptions,
): Pair | undefined {
  const at = along(network, roots, root, state);
  if (!at) return undefined;
  if (options.direction === 'backward') return pair(at, options);
  const isPlain = network.roadState[network.stateDirected[state]!] === state;
  return isPlain ? pair(minus(costOf(network, state), at), options) : undefined;
}

/** From a state's start to a placement on it; undefined where it lies elsewhere. */
function along(network: RoadNetwork, placements: Placements, i: number, state: number): RouteCost | undefined {
  const directed = network.stateDirected[state]!;
  const road = placements.road[i]!;
  if (road === NO_ROAD || road !== directed >> 1 || network.roadState[directed] === NO_STATE) return undefined;
  const total = network.pointDm[network.roadPointOffset[road + 1]! - 1]!;
  return directed & 1
    ? { ds: placements.backwardDs[i]!, dm: total - placements.dm[i]! }
    : { ds: placements.forwardDs[i]!, dm: placements.dm[i]! };
}

function costOf(network: RoadNetwork, state: number): RouteCost {
  return { ds: network.stateDs[state]!, dm: network.stateDm[state]! };
}

function minus(a: RouteCost, b: RouteCost): RouteCost {
  return { ds: a.ds - b.ds, dm: a.dm - b.dm };
}

function pair({ ds, dm }: RouteCost, { metric }: TreeOptions): Pair {
  return metric === 'length' ? [dm, ds] : [ds, dm];
}
