import type { Deciseconds, Metres } from '../units.ts';
import { GrowableFloat64 } from './growable.ts';
import type { Travel } from './profile.ts';
import { MISSING_NODE, type RawRoads } from './read-roads.ts';
import { distanceMetres } from './ruler.ts';

/** In a segment's times: this direction is closed. */
export const CLOSED = 0xffffffff;

/**
 * The straight pieces between neighbouring OSM nodes, each pair of nodes at most once. Column i of
 * each array is segment i; `nodeA < nodeB`.
 */
export interface Segments {
  readonly count: number;
  readonly nodeA: Uint32Array;
  readonly nodeB: Uint32Array;
  /** Deciseconds from A to B, or `CLOSED`. */
  readonly abDs: Uint32Array;
  readonly baDs: Uint32Array;
  /** Decimetres. */
  readonly lengthDm: Uint32Array;
  /** Index of the OSM way it belongs to. */
  readonly way: Uint32Array;
  /** 1 where the way runs from A to B. */
  readonly alongWay: Uint8Array;
}

/** Segments at each node: CSR over nodes. */
export interface NodeSegments {
  readonly offset: Uint32Array;
  readonly segment: Uint32Array;
}

/**
 * Cuts ways into segments. Times follow OSRM's arithmetic: max(1, round(10 x metres / (km/h / 3.6)))
 * deciseconds each, or an even share of a way's fixed time. Where two ways join the same two nodes,
 * the quicker of each direction is kept, under the name and class of the quickest.
 */
export function buildSegments(roads: RawRoads): Segments {
  const columns = Array.from({ length: 6 }, () => new GrowableFloat64());
  const [nodeA, nodeB, abDs, baDs, lengthDm, way] = columns as [
    GrowableFloat64,
    GrowableFloat64,
    GrowableFloat64,
    GrowableFloat64,
    GrowableFloat64,
    GrowableFloat64,
  ];
  const alongWay: number[] = [];
  const byPair = new Map<number, number>();
  const nodeCount = roads.nodeIds.length;

  eachStep(roads, (wayIndex, from, to, steps) => {
    const travel = roads.wayTravel[wayIndex]!;
    const metres = distanceMetres(
      roads.nodeLonE6[from]!,
      roads.nodeLatE6[from]!,
      roads.nodeLonE6[to]!,
      roads.nodeLatE6[to]!,
    );
    const forwardDs = segmentDs(travel.forward, metres, steps);
    const backwardDs = segmentDs(travel.backward, metres, steps);
    const along = from < to;
    const pair = along ? from * nodeCount + to : to * nodeCount + from;
    const known = byPair.get(pair);
    if (known !== undefined) {
      const [ab, ba] = [abDs.view(), baDs.view()];
      const quickest = Math.min(ab[known]!, ba[known]!);
      ab[known] = Math.min(ab[known]!, along ? forwardDs : backwardDs);
      ba[known] = Math.min(ba[known]!, along ? backwardDs : forwardDs);
      if (Math.min(forwardDs, backwardDs) >= quickest) return;
      way.view()[known] = wayIndex;
      alongWay[known] = along ? 1 : 0;
      return;
    }
    byPair.set(pair, nodeA.length);
    nodeA.push(along ? from : to);
    nodeB.push(along ? to : from);
    abDs.push(along ? forwardDs : backwardDs);
    baDs.push(along ? backwardDs : forwardDs);
    lengthDm.push(Math.round(metres * 10));
    way.push(wayIndex);
    alongWay.push(along ? 1 : 0);
  });

  return {
    count: nodeA.length,
    nodeA: Uint32Array.from(nodeA.view()),
    nodeB: Uint32Array.from(nodeB.view()),
    abDs: Uint32Array.from(abDs.view()),
    baDs: Uint32Array.from(baDs.view()),
    lengthDm: Uint32Array.from(lengthDm.view()),
    way: Uint32Array.from(way.view()),
    alongWay: Uint8Array.from(alongWay),
  };
}

/** Which segments meet at each node, in segment order. */
export function segmentsByNode(segments: Segments, nodeCount: number): NodeSegments {
  const offset = new Uint32Array(nodeCount + 1);
  for (let i = 0; i < segments.count; i++) {
    offset[segments.nodeA[i]! + 1]!++;
    offset[segments.nodeB[i]! + 1]!++;
  }
  for (let n = 0; n < nodeCount; n++) offset[n + 1]! += offset[n]!;
  const fill = offset.slice();
  const segment = new Uint32Array(segments.count * 2);
  for (let i = 0; i < segments.count; i++) {
    segment[fill[segments.nodeA[i]!]!++] = i;
    segment[fill[segments.nodeB[i]!]!++] = i;
  }
  return { offset, segment };
}

/** The other end of a segment. */
export function otherNode(segments: Segments, segment: number, node: number): number {
  return segments.nodeA[segment] === node ? segments.nodeB[segment]! : segments.nodeA[segment]!;
}

/** Deciseconds of a segment driven away from `node`, or `CLOSED`. */
export function dsAwayFrom(segments: Segments, segment: number, node: number): Deciseconds {
  return segments.nodeA[segment] === node ? segments.abDs[segment]! : segments.baDs[segment]!;
}

/** Calls back for each pair of neighbouring known nodes of each way. `steps` counts the way's segments. */
function eachStep(roads: RawRoads, step: (way: number, from: number, to: number, steps: number) => void): void {
  for (let way = 0; way < roads.wayIds.length; way++) {
    const start = roads.wayNodeOffset[way]!;
    const end = roads.wayNodeOffset[way + 1]!;
    for (let i = start + 1; i < end; i++) {
      const from = roads.wayNodes[i - 1]!;
      const to = roads.wayNodes[i]!;
      if (from !== to && from !== MISSING_NODE && to !== MISSING_NODE) step(way, from, to, end - start - 1);
    }
  }
}

function segmentDs(travel: Travel | undefined, metres: Metres, steps: number): Deciseconds {
  if (!travel) return CLOSED;
  const seconds = 'kmh' in travel ? metres / (travel.kmh / 3.6) : travel.waySeconds / steps;
  return Math.max(1, Math.round(seconds * 10));
}
