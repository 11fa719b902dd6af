import type { Chains } from './chains.ts';
import type { Components } from './components.ts';
import type { Pieces } from './pieces.ts';
import type { RawRoads } from './read-roads.ts';
import { ROAD_CLASSES, type RoadClass } from './road-class.ts';
import type { Segments } from './segments.ts';
import type { States } from './states.ts';

/** What a planner should know of a road file before trusting it. */
export interface NetworkReport {
  /** Metres of road by class, each stretch once whatever its directions. Classes without road are left out. */
  readonly metresByClass: Partial<Record<RoadClass, number>>;
  readonly metresTotal: number;
  readonly metresOneWay: number;
  /** OSM nodes that carry road. */
  readonly roadNodes: number;
  readonly junctions: number;
  readonly roads: number;
  readonly states: number;
  readonly turns: number;
  /** Strongly connected components: from every road of one to every other and back. */
  readonly components: number;
  /** Share of road length in the largest strongly connected component, 0 .. 1. */
  readonly largestComponentShare: number;
  /** Pieces of road that touch, whatever the direction: all but the largest are islands on the map. */
  readonly pieces: number;
  /** Share of road length in the largest piece, 0 .. 1. */
  readonly largestPieceShare: number;
  readonly restrictionsUsed: number;
  /** Turn restrictions whose members are missing or do not meet. */
  readonly restrictionsUnusable: number;
  /** References of ways to nodes that the file does not hold: the extract cuts through them. */
  readonly missingNodeReferences: number;
  /** Nodes that no vehicle passes: barriers. */
  readonly closedNodes: number;
  readonly boundsE6: readonly [west: number, south: number, east: number, north: number];
}

interface Parts {
  readonly roads: RawRoads;
  readonly segments: Segments;
  readonly chains: Chains;
  readonly states: States;
  readonly components: Components;
  readonly pieces: Pieces;
  readonly junctionCount: number;
  readonly restrictionsUsed: number;
  readonly restrictionsUnusable: number;
}

/** Counts and sums over a freshly built network. */
export function reportNetwork(parts: Parts): NetworkReport {
  const { roads, segments, states, components } = parts;
  const byClass = new Map<RoadClass, number>();
  let oneWay = 0;
  let total = 0;
  for (let i = 0; i < segments.count; i++) {
    const dm = segments.lengthDm[i]!;
    const { roadClass, forward, backward } = roads.wayTravel[segments.way[i]!]!;
    byClass.set(roadClass, (byClass.get(roadClass) ?? 0) + dm);
    total += dm;
    if (!forward || !backward) oneWay += dm;
  }
  const metresByClass: Partial<Record<RoadClass, number>> = {};
  for (const roadClass of ROAD_CLASSES) {
    const dm = byClass.get(roadClass);
    if (dm) metresByClass[roadClass] = dm / 10;
  }
  return {
    metresByClass,
    metresTotal: total / 10,
    metresOneWay: oneWay / 10,
    roadNodes: new Set([...segments.nodeA, ...segments.nodeB]).size,
    junctions: parts.junctionCount,
    roads: parts.chains.count,
    states: states.count,
    turns: states.turnTarget.length,
    components: components.size.length,
    largestComponentShare: total === 0 ? 0 : largestComponentDm(parts) / total,
    pieces: parts.pieces.count,
    largestPieceShare: total === 0 ? 0 : parts.pieces.largestDm / total,
    restrictionsUsed: parts.restrictionsUsed,
    restrictionsUnusable: parts.restrictionsUnusable,
    missingNodeReferences: roads.missingNodeReferences,
    closedNodes: Array.from(roads.nodeTravel.values()).filter((node) => node.closed).length,
    boundsE6: bounds(parts),
  };
}

function largestComponentDm({ segments, chains, states, components }: Parts): number {
  let dm = 0;
  for (let road = 0; road < chains.count; road++) {
    const forward = states.ofDirected[road * 2]!;
    const backward = states.ofDirected[road * 2 + 1]!;
    if (components.ofState[forward] !== 0 && components.ofState[backward] !== 0) continue;
    const end = chains.nodeOffset[road + 1]! - road - 1;
    for (let i = chains.nodeOffset[road]! - road; i < end; i++) dm += segments.lengthDm[chains.segments[i]!]!;
  }
  return dm;
}

function bounds({ roads, chains }: Parts): NetworkReport['boundsE6'] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const node of chains.nodes) {
    west = Math.min(west, roads.nodeLonE6[node]!);
    east = Math.max(east, roads.nodeLonE6[node]!);
    south = Math.min(south, roads.nodeLatE6[node]!);
    north = Math.max(north, roads.nodeLatE6[node]!);
  }
  return [west, south, east, north];
}
