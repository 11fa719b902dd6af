import type { Bearing } from '../units.ts';
import type { Chains } from './chains.ts';
import { perceivedBearing } from './perceived-bearing.ts';
import type { RawRoads } from './read-roads.ts';
import { CLOSED, dsAwayFrom, type Segments } from './segments.ts';

/**
 * The ends of roads that meet at each junction. Leg `2 * road` is the road's tail, `2 * road + 1` its
 * head. The same number names the directed road that LEAVES by that leg; the one that ARRIVES by it
 * is `leg ^ 1`.
 */
export interface Junctions {
  /** CSR over node indexes; passed-over nodes have no legs. */
  readonly legOffset: Uint32Array;
  readonly legs: Uint32Array;
  /** Perceived bearing on leaving by each leg, degrees. */
  readonly bearing: Float64Array;
  /** 1 where the directed road may be driven. */
  readonly open: Uint8Array;
}

export function buildJunctions(roads: RawRoads, segments: Segments, chains: Chains): Junctions {
  const legOffset = new Uint32Array(roads.nodeIds.length + 1);
  for (let leg = 0; leg < chains.count * 2; leg++) legOffset[legNode(chains, leg) + 1]!++;
  for (let n = 0; n < roads.nodeIds.length; n++) legOffset[n + 1]! += legOffset[n]!;
  const fill = legOffset.slice();
  const legs = new Uint32Array(chains.count * 2);
  const bearing = new Float64Array(chains.count * 2);
  const open = new Uint8Array(chains.count * 2);
  for (let leg = 0; leg < chains.count * 2; leg++) {
    const node = legNode(chains, leg);
    const segment = legSegment(chains, leg);
    legs[fill[node]!++] = leg;
    bearing[leg] = legBearing(roads, segments, chains, leg);
    open[leg] = dsAwayFrom(segments, segment, node) === CLOSED ? 0 : 1;
  }
  return { legOffset, legs, bearing, open };
}

/** The node at which a leg meets its junction. */
export function legNode(chains: Chains, leg: number): number {
  const road = leg >> 1;
  return leg & 1 ? chains.nodes[chains.nodeOffset[road + 1]! - 1]! : chains.nodes[chains.nodeOffset[road]!]!;
}

/** The segment of a leg next to its junction. */
export function legSegment(chains: Chains, leg: number): number {
  const road = leg >> 1;
  return leg & 1
    ? chains.segments[chains.nodeOffset[road + 1]! - road - 2]!
    : chains.segments[chains.nodeOffset[road]! - road]!;
}

/** Directed roads in travel order, as nodes from the leg outwards. */
function nodesFrom(chains: Chains, leg: number): Uint32Array {
  const road = leg >> 1;
  const nodes = chains.nodes.subarray(chains.nodeOffset[road]!, chains.nodeOffset[road + 1]!);
  return leg & 1 ? nodes.slice().reverse() : nodes;
}

function legBearing(roads: RawRoads, segments: Segments, chains: Chains, leg: number): Bearing {
  const nodes = nodesFrom(chains, leg);
  const travel = roads.wayTravel[segments.way[legSegment(chains, leg)]!]!;
  return perceivedBearing(
    Array.from(nodes, (node) => roads.nodeLonE6[node]!),
    Array.from(nodes, (node) => roads.nodeLatE6[node]!),
    travel,
  );
}
