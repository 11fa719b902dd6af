import type { RoadNetwork } from '../roads/network.ts';
import { NO_ROAD, type Placements } from '../roads/snap.ts';
import { NO_STATE } from '../roads/states.ts';
import { bestArrival, type Direction, fillCosts, type GrownTree, type Metric } from './arrivals.ts';
import { type BucketRing, EMPTY, emptyRing } from './bucket-ring.ts';
import { costAlong, type RouteCost, UNREACHED } from './route-cost.ts';

/** Parents from here up say that the state was entered straight from the source; the last bit is the direction it set out in. */
const FIRST_SEED = 0xfffffffc;

/** What tree to grow. Default: least times, forward, to wherever roads lead. */
export interface TreeOptions {
  /** Greatest cost followed, inclusive: deciseconds for `time`, decimetres for `length`. */
  readonly limit?: number | undefined;
  readonly metric?: Metric;
  readonly direction?: Direction;
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
export class TravelTree implements GrownTree {
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

  /** Of the tree grown last, for those who read it: set by `grow` alone. */
  metric: Metric = 'time';
  direction: Direction = 'forward';
  limit = 0;
  roots: Placements | undefined;
  root = 0;

  constructor(network: RoadNetwork) {
    const { stateCount } = network;
    this.network = network;
    this.cost = new Uint32Array(stateCount).fill(UNREACHED);
    this.second = new Uint32Array(stateCount);
    this.parent = new Uint32Array(stateCount);
    this.touched = new Uint32Array(stateCount);
    // A turn lowers its target's label at most twice: from the root, and when its state is settled.
    this.poolState = new Uint32Array(network.turnTarget.length * 2);
    this.poolNext = new Int32Array(network.turnTarget.length * 2);
    this.noTurnCost = new Uint16Array(network.turnTarget.length);
    this.rings = {
      time: emptyRing(largest(network.stateDs) + largest(network.turnDs) + 2),
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
    const arrival = bestArrival(this, placements, i);
    if (!arrival) return undefined;
    return this.metric === 'time' ? { ds: arrival.cost, dm: arrival.second } : { ds: arrival.second, dm: arrival.cost };
  }

  /**
   * Costs to many placements at once, into columns: `UNREACHED` where none is within the limit.
   * @param from first row of `ds` and `dm` to write
   */
  costsTo(placements: Placements, ds: Uint32Array, dm: Uint32Array, from = 0): void {
    fillCosts(this, placements, ds, dm, from);
  }

  /**
   * The directed roads of the cheapest route to a placement, from the root's road to the placement's
   * (from the placement's to the root's, growing backward). One road alone where both lie on it and
   * the way between leads along it.
   * @returns undefined where no route is within the limit
   */
  roadsTo(placements: Placements, i: number): number[] | undefined {
    const arrival = bestArrival(this, placements, i);
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

  /** Reaches the turns at the end of the root's road (its start, growing backward). */
  private seed(directed: number): void {
    const { network } = this;
    const state = network.roadState[directed]!;
    if (state === NO_STATE || !this.roots) return;
    const at = costAlong(network, this.roots, this.root, directed);
    const forward = this.direction === 'forward';
    const ds = forward ? network.stateDs[state]! - at.ds : at.ds;
    const dm = forward ? network.stateDm[state]! - at.dm : at.dm;
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

function largest(values: Uint16Array | Uint32Array): number {
  let max = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > max) max = values[i]!;
  return max;
}
