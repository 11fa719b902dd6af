import type { RoadNetwork } from '../roads/network.ts';
import { dmAlong, type Placements } from '../roads/snap.ts';
import type { Decimetres, Deciseconds } from '../units.ts';

/** In a label or an answer: no route within the limit. */
export const UNREACHED = 0xffffffff;

/** What one route takes: seconds and metres of one and the same drive, in the units of the engine. */
export interface RouteCost {
  readonly ds: Deciseconds;
  readonly dm: Decimetres;
}

/** From the start of a directed road to a placement on it. */
export function costAlong(network: RoadNetwork, placements: Placements, i: number, directed: number): RouteCost {
  const ds = directed & 1 ? placements.backwardDs[i]! : placements.forwardDs[i]!;
  return { ds, dm: dmAlong(network, placements, i, directed) };
}
