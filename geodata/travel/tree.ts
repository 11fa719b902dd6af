import type { RoadNetwork } from '../roads/network.ts';
import { dmAlong, NO_ROAD, type Placements } from '../roads/snap.ts';
import { NO_STATE } from '../roads/states.ts';
import { type BucketRing, EMPTY, emptyRing } from './bucket-ring.ts';

/** In a label or an answer: no route within the limit. */
export const UNREACHED = 0xffffffff;

/** Parents from here up say that the state was entered straight from the source; the last bit is the direction it set out in. */
const FIRST_SEED = 0xfffffffc;
/** Room in the queue for the turns that a root reaches directly. */
const SEED_TURNS = 1024;

/** What a tree minimises. The other of the two measures breaks ties, and always belongs to the same route. */
export type Metric = 'time' | 'length';
/** `forward`: routes from the root to everywhere. `backward`: routes from everywhere to the root. */
export type Direction = 'forward' | 'backward';

export interface TreeOptions {
  /** Greatest cost followed, inclusive: deciseconds for `time`, decimetres for `length`. */
  readonly limit?: number | undefined;
  readonly metric?: Metric;
  readonly direction?: Direction;
}

/** One route's cost, in the units of the engine. */
export interface RouteCost {
  readonly ds: number;
  readonly dm: number;
}

/**
 * A shortest-path tree over the edge-based graph, grown from one placement and bounded. One object is
 * made per network and thread and used again and again: `grow` forgets the last tree by undoing only
 * what it touched, so that cost follows the area within reach and not the map.
 *
 * The label of a state is the cost of reaching its START (its end, growing backward), so that a point
 * halfway along a road that runs beyond the limit is still found. The queue is a ring of buckets, one
 * a decisecond (or decimetre): every state costs at least one, so a bucket is final when its turn
 * comes, and labels with equal cost and a better second measure can still be mended until then
 * (Dial 1969).
 */
export class TravelTree {
  readonly network: RoadNetwork;
  /** Cost minimised, to the start of each state; `UNREACHED` beyond the limit. */
  readonly cost: Uint32Array;
  /** The other measure of the same route. */
  readonly second: Uint32Array;
  /** The state before, or a seed mark. */
  private readonly parent: Uint32Array;
  private readonly touched: Uint32Array;
  private touchedCount = 0;
  private readonly poolState: Uint32Array;
  private readonly poolNext: Int32Array;
  private poolCount = 0;
  private readonly rings: { time: BucketRing; length: BucketRing };
  private readonly noTurnCost: Uint16Array;

  private metric: Metric = 'time';
  private direction: Direction = 'forward';
  private limit = 0;
  private roots: Placements | undefined;
  private root = 0;

  constructor(network: RoadNetwork) {
    const { stateCount } = network;
    this.network = network;
    this.cost = new Uint32Array(stateCount).fill(UNREACHED);
    this.second = new Uint32Array(stateCount);
    this.parent = new Uint32Array(stateCount);
    this.touched = new Uint32Array(stateCount);
    // A turn lowers its target's label at most once: each state is settled once.
    this.poolState = new Uint32Array(network.turnTarget.length + SEED_TURNS);
    this.poolNext = new Int32Array(network.turnTarget.length + SEED_TURNS);
    this.noTurnCost = new Uint16Array(network.turnTarget.length);
    const longestTurn = Math.max(largest(network.turnDs), 0);
    this.rings = {
      time: emptyRing(largest(network.stateDs) + longestTurn + 2),
      length: emptyRing(largest(network.stateDm) + 2),
    };
  }

  /**
   * Grows the tree of one placement; what was asked of the last tree must be read before.
   * A placement with `NO_ROAD` gives an empty tree.
   */
  grow(placements: Placements, root: number, options: TreeOptions = {}): void {
    this.forget();
    this.metric = options.metric ?? 'time';
    this.direction = options.direction ?? 'forward';
    this.limit = Math.min(options.limit ?? UNREACHED - 1, UNREACHED - 1);
    this.roots = placements;
    this.root = root;
    const road = placements.road[root]!;
    if (road === NO_ROAD) return;
    this.seed(road * 2);
    this.seed(road * 2 + 1);
    this.settle();
  }

  /**
   * Cheapest route between the root and a placement, in the tree's direction.
   * @returns undefined where none is within the limit
   */
  costTo(placements: Placements, i: number): RouteCost | undefined {
    const arrival = this.arrivalAt(placements, i);
    if (!arrival) return undefined;
    return this.metric === 'time' ? { ds: arrival.cost, dm: arrival.second } : { ds: arrival.second, dm: arrival.cost };
  }

  /**
   * Costs to many placements at once, into columns: `UNREACHED` where none is within the limit.
   * @param from first row of `ds` and `dm` to write
   */
  costsTo(placements: Placements, ds: Uint32Array, dm: Uint32Array, from = 0): void {
    const { roadState } = this.network;
    const inLine = this.metric === 'time' && this.direction === 'forward';
    const rootRoad = this.roots?.road[this.root] ?? NO_ROAD;
    for (let i = 0; i < placements.count; i++) {
      const road = placements.road[i]!;
      ds[from + i] = UNREACHED;
      dm[from + i] = UNREACHED;
      if (road === NO_ROAD) continue;
      const forward = roadState[road * 2]!;
      const backward = roadState[road * 2 + 1]!;
      if (inLine && road !== rootRoad && !this.isCopied(forward) && !this.isCopied(backward)) {
        // The common case, with nothing allocated: two labels to look at, most of them out of reach.
        if (forward !== NO_STATE) this.takeArrival(placements, i, road * 2, forward, ds, dm, from + i);
        if (backward !== NO_STATE) this.takeArrival(placements, i, road * 2 + 1, backward, ds, dm, from + i);
        continue;
      }
      const found = this.costTo(placements, i);
      if (!found) continue;
      ds[from + i] = found.ds;
      dm[from + i] = found.dm;
    }
  }

  /**
   * The directed roads of the cheapest route to a placement, from the root's road to the placement's
   * (from the placement's to the root's, growing backward). One road alone where both lie on it and
   * the way between leads along it.
   * @returns undefined where no route is within the limit
   */
  roadsTo(placements: Placements, i: number): number[] | undefined {
    const arrival = this.arrivalAt(placements, i);
    if (!arrival || !this.roots) return undefined;
    if (arrival.state === NO_STATE) return [arrival.directed];
    const { stateDirected } = this.network;
    const directed: number[] = [];
    let state = arrival.state;
    while (state < FIRST_SEED) {
      directed.push(stateDirected[state]!);
      state = this.parent[state]!;
    }
    directed.push(this.roots.road[this.root]! * 2 + (state & 1));
    return this.direction === 'forward' ? directed.reverse() : directed;
  }

  /** States with a label within the limit, in the order they were first reached. A view, valid until the next `grow`. */
  reached(): Uint32Array {
    return this.touched.subarray(0, this.touchedCount);
  }

  private isCopied(state: number): boolean {
    return state !== NO_STATE && this.network.stateNextCopy[state] !== NO_STATE;
  }

  /** Writes a forward arrival by time into row `at` of the columns, where it beats what stands there. */
  private takeArrival(
    placements: Placements,
    i: number,
    directed: number,
    state: number,
    ds: Uint32Array,
    dm: Uint32Array,
    at: number,
  ): void {
    const start = this.cost[state]!;
    if (start === UNREACHED) return;
    const total = start + (directed & 1 ? placements.backwardDs[i]! : placements.forwardDs[i]!);
    if (total > this.limit || total > ds[at]!) return;
    const length = this.second[state]! + dmAlong(this.network, placements, i, directed);
    if (total < ds[at]! || length < dm[at]!) dm[at] = length;
    ds[at] = total;
  }

  private arrivalAt(placements: Placements, i: number): Arrival | undefined {
    const road = placements.road[i]!;
    if (road === NO_ROAD || !this.roots) return undefined;
    let best: Arrival | undefined;
    const offer = (cost: number, second: number, state: number, directed: number): void => {
      if (cost > this.limit) return;
      if (best && (cost > best.cost || (cost === best.cost && second >= best.second))) return;
      best = { cost, second, state, directed };
    };
    for (let directed = road * 2; directed <= road * 2 + 1; directed++) {
      let state = this.network.roadState[directed]!;
      if (state === NO_STATE) continue;
      this.offerDirect(placements, i, directed, offer);
      const [cost, second] = this.partWay(placements, i, directed);
      for (; state !== NO_STATE; state = this.network.stateNextCopy[state]!) {
        if (this.cost[state] !== UNREACHED)
          offer(this.cost[state]! + cost, this.second[state]! + second, state, directed);
      }
    }
    return best;
  }

  /** The way along the root's own road, where the point lies ahead on it. */
  private offerDirect(
    placements: Placements,
    i: number,
    directed: number,
    offer: (cost: number, second: number, state: number, directed: number) => void,
  ): void {
    if (!this.roots || this.roots.road[this.root] !== directed >> 1) return;
    const root = this.along(this.roots, this.root, directed);
    const point = this.along(placements, i, directed);
    const [from, to] = this.direction === 'forward' ? [root, point] : [point, root];
    if (to.dm < from.dm || to.ds < from.ds) return;
    const ds = to.ds - from.ds;
    const dm = to.dm - from.dm;
    if (this.metric === 'time') offer(ds, dm, NO_STATE, directed);
    else offer(dm, ds, NO_STATE, directed);
  }

  /** From a state's start to a placement on it; growing backward, from the placement to the state's end. */
  private partWay(placements: Placements, i: number, directed: number): [cost: number, second: number] {
    const at = this.along(placements, i, directed);
    let { ds, dm } = at;
    if (this.direction === 'backward') {
      const state = this.network.roadState[directed]!;
      ds = this.network.stateDs[state]! - ds;
      dm = Math.max(0, this.network.stateDm[state]! - dm);
    }
    return this.metric === 'time' ? [ds, dm] : [dm, ds];
  }

  private along(placements: Placements, i: number, directed: number): RouteCost {
    const ds = directed & 1 ? placements.backwardDs[i]! : placements.forwardDs[i]!;
    return { ds, dm: dmAlong(this.network, placements, i, directed) };
  }

  /** Reaches the turns at the end of the root's road (its start, growing backward). */
  private seed(directed: number): void {
    const { network } = this;
    const state = network.roadState[directed]!;
    if (state === NO_STATE || !this.roots) return;
    const at = this.along(this.roots, this.root, directed);
    const forward = this.direction === 'forward';
    const ds = forward ? network.stateDs[state]! - at.ds : at.ds;
    const dm = forward ? Math.max(0, network.stateDm[state]! - at.dm) : at.dm;
    const byTime = this.metric === 'time';
    const g = this.graph();
    const mark = FIRST_SEED + (directed & 1);
    // Growing backward, turns into any copy of the road lead to the root as well.
    for (let s = state; s !== NO_STATE; s = forward ? NO_STATE : network.stateNextCopy[s]!) {
      for (let turn = g.offset[s]!; turn < g.offset[s + 1]!; turn++) {
        const turnCost = g.turnCost[turn]!;
        const turnSecond = g.turnSecond[turn]!;
        this.offerLabel(g.ring, g.target[turn]!, (byTime ? ds : dm) + turnCost, (byTime ? dm : ds) + turnSecond, mark);
      }
    }
  }

  private offerLabel({ head, filled }: BucketRing, state: number, cost: number, second: number, parent: number): void {
    if (cost > this.limit) return;
    const old = this.cost[state]!;
    if (cost > old || (cost === old && second >= this.second[state]!)) return;
    this.second[state] = second;
    this.parent[state] = parent;
    if (cost === old) return;
    if (old === UNREACHED) this.touched[this.touchedCount++] = state;
    this.cost[state] = cost;
    const slot = cost & (head.length - 1);
    this.poolState[this.poolCount] = state;
    this.poolNext[this.poolCount] = head[slot]!;
    head[slot] = this.poolCount++;
    filled[slot >> 5]! |= 1 << (slot & 31);
  }

  /** The search itself. Columns are locals; nothing is allocated; one pass over the buckets up to the limit. */
  private settle(): void {
    const { cost, second, parent, touched, poolState, poolNext, limit } = this;
    const { offset, target, turnCost, turnSecond, stateCost, stateSecond, ring } = this.graph();
    const { head, filled } = ring;
    const mask = head.length - 1;
    let { poolCount, touchedCount } = this;
    let pending = poolCount;

    for (let now = 0; pending > 0; now++) {
      // On to the next bucket that is not empty, 32 at a time.
      let ahead = filled[(now & mask) >> 5]! >>> (now & 31);
      while (ahead === 0) {
        now = (now | 31) + 1;
        ahead = filled[(now & mask) >> 5]!;
      }
      now += 31 - Math.clz32(ahead & -ahead);
      const slot = now & mask;
      let entry = head[slot]!;
      head[slot] = EMPTY;
      filled[slot >> 5]! &= ~(1 << (slot & 31));
      for (; entry !== EMPTY; entry = poolNext[entry]!) {
        pending--;
        const state = poolState[entry]!;
        // Left behind when a cheaper way was found.
        if (cost[state] !== now) continue;
        const endCost = now + stateCost[state]!;
        if (endCost > limit) continue;
        const endSecond = second[state]! + stateSecond[state]!;
        const lastTurn = offset[state + 1]!;
        for (let turn = offset[state]!; turn < lastTurn; turn++) {
          const next = target[turn]!;
          const nextCost = endCost + turnCost[turn]!;
          const oldCost = cost[next]!;
          if (nextCost > oldCost || nextCost > limit) continue;
          const nextSecond = endSecond + turnSecond[turn]!;
          if (nextCost === oldCost) {
            if (nextSecond < second[next]!) {
              second[next] = nextSecond;
              parent[next] = state;
            }
            continue;
          }
          if (oldCost === UNREACHED) touched[touchedCount++] = next;
          cost[next] = nextCost;
          second[next] = nextSecond;
          parent[next] = state;
          const nextSlot = nextCost & mask;
          poolState[poolCount] = next;
          poolNext[poolCount] = head[nextSlot]!;
          head[nextSlot] = poolCount++;
          filled[nextSlot >> 5]! |= 1 << (nextSlot & 31);
          pending++;
        }
      }
    }
    this.poolCount = poolCount;
    this.touchedCount = touchedCount;
  }

  private graph() {
    const { network: n, noTurnCost } = this;
    const turns =
      this.direction === 'forward'
        ? { offset: n.turnOffset, target: n.turnTarget, ds: n.turnDs }
        : { offset: n.turnInOffset, target: n.turnInSource, ds: n.turnInDs };
    return this.metric === 'time'
      ? {
          ...turns,
          turnCost: turns.ds,
          turnSecond: noTurnCost,
          stateCost: n.stateDs,
          stateSecond: n.stateDm,
          ring: this.rings.time,
        }
      : {
          ...turns,
          turnCost: noTurnCost,
          turnSecond: turns.ds,
          stateCost: n.stateDm,
          stateSecond: n.stateDs,
          ring: this.rings.length,
        };
  }

  private forget(): void {
    const { cost, touched, touchedCount } = this;
    for (let i = 0; i < touchedCount; i++) cost[touched[i]!] = UNREACHED;
    this.touchedCount = 0;
    this.poolCount = 0;
  }
}

interface Arrival {
  readonly cost: number;
  readonly second: number;
  /** `NO_STATE` where the way leads along the root's own road. */
  readonly state: number;
  readonly directed: number;
}

function largest(values: Uint16Array | Uint32Array): number {
  let max = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > max) max = values[i]!;
  return max;
}
