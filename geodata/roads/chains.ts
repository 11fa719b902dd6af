import { hilbertOrder } from './hilbert.ts';
import type { RawRoads } from './read-roads.ts';
import { CLOSED, dsAwayFrom, type NodeSegments, otherNode, type Segments } from './segments.ts';

/**
 * Roads between junctions: degree-two nodes contracted. Road r runs over
 * `nodes[nodeOffset[r] .. nodeOffset[r + 1]]` and over one segment fewer; segment k of road r stands
 * at `segments[nodeOffset[r] - r + k]`.
 */
export interface Chains {
  readonly count: number;
  readonly nodeOffset: Uint32Array;
  readonly nodes: Uint32Array;
  readonly segments: Uint32Array;
}

/**
 * Joins segments into roads. A node is passed over when exactly two segments meet there, what may
 * enter by one may leave by the other, both are driven in the same mode, and nothing at the node
 * costs time, closes it, allows a u-turn or is named by a turn restriction (`keep`). Such a node
 * offers no choice and no cost, so times and lengths are unchanged. Roads come out along a Hilbert
 * curve, so that neighbours on the ground are neighbours in memory.
 */
export function buildChains(roads: RawRoads, segments: Segments, at: NodeSegments, keep: ReadonlySet<number>): Chains {
  const nodeCount = roads.nodeIds.length;
  const passable = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    if (!keep.has(node) && !roads.nodeTravel.has(node) && isPassable(roads, segments, at, node)) passable[node] = 1;
  }

  const taken = new Uint8Array(segments.count);
  const found: Walk[] = [];
  const walkFrom = (node: number): void => {
    for (let i = at.offset[node]!; i < at.offset[node + 1]!; i++) {
      const segment = at.segment[i]!;
      if (!taken[segment]) found.push(walk(segments, at, passable, taken, node, segment));
    }
  };
  for (let node = 0; node < nodeCount; node++) if (!passable[node]) walkFrom(node);
  // What is left are rings without a junction: cut each open at its first node.
  for (let node = 0; node < nodeCount; node++) {
    if (!passable[node]) continue;
    passable[node] = 0;
    walkFrom(node);
  }
  return inHilbertOrder(roads, found);
}

interface Walk {
  readonly nodes: number[];
  readonly segments: number[];
}

function walk(
  segments: Segments,
  at: NodeSegments,
  passable: Uint8Array,
  taken: Uint8Array,
  start: number,
  first: number,
): Walk {
  const nodes = [start];
  const chain: number[] = [];
  let node = start;
  let segment = first;
  for (;;) {
    taken[segment] = 1;
    chain.push(segment);
    node = otherNode(segments, segment, node);
    nodes.push(node);
    if (!passable[node] || node === start) return { nodes, segments: chain };
    const offset = at.offset[node]!;
    segment = at.segment[offset] === segment ? at.segment[offset + 1]! : at.segment[offset]!;
  }
}

function isPassable(roads: RawRoads, segments: Segments, at: NodeSegments, node: number): boolean {
  const offset = at.offset[node]!;
  if (at.offset[node + 1]! - offset !== 2) return false;
  const first = at.segment[offset]!;
  const second = at.segment[offset + 1]!;
  const firstEnd = otherNode(segments, first, node);
  const secondEnd = otherNode(segments, second, node);
  const open = (segment: number, from: number) => dsAwayFrom(segments, segment, from) !== CLOSED;
  return (
    open(first, firstEnd) === open(second, node) &&
    open(second, secondEnd) === open(first, node) &&
    roads.wayTravel[segments.way[first]!]!.mode === roads.wayTravel[segments.way[second]!]!.mode
  );
}

function inHilbertOrder(roads: RawRoads, walks: readonly Walk[]): Chains {
  const middle = (w: Walk): number => w.nodes[w.nodes.length >> 1]!;
  const order = hilbertOrder(
    walks.map((w) => roads.nodeLonE6[middle(w)]!),
    walks.map((w) => roads.nodeLatE6[middle(w)]!),
  );
  const nodeOffset = new Uint32Array(walks.length + 1);
  for (let r = 0; r < walks.length; r++) nodeOffset[r + 1] = nodeOffset[r]! + walks[order[r]!]!.nodes.length;
  const nodes = new Uint32Array(nodeOffset[walks.length]!);
  const chainSegments = new Uint32Array(nodes.length - walks.length);
  for (let r = 0; r < walks.length; r++) {
    const w = walks[order[r]!]!;
    nodes.set(w.nodes, nodeOffset[r]!);
    chainSegments.set(w.segments, nodeOffset[r]! - r);
  }
  return { count: walks.length, nodeOffset, nodes, segments: chainSegments };
}
