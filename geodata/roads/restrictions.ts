import type { Chains } from './chains.ts';
import { indexOfId, type RawRestriction, type RawRoads } from './read-roads.ts';
import { otherNode, type Segments, segmentsByNode } from './segments.ts';

/** A restriction over directed roads: `path` is from, vias, to. With `only`, `to` is the one way on. */
export interface Restriction {
  readonly only: boolean;
  readonly path: readonly number[];
}

/** A restriction as a run of OSM nodes: from-road's last segment, via nodes in order, to-road's first segment. */
export interface NodeRestriction {
  readonly only: boolean;
  readonly fromSegment: number;
  /** One node for a via node; the whole line of the via ways otherwise. */
  readonly viaNodes: readonly number[];
  readonly viaSegments: readonly number[];
  readonly toSegment: number;
}

export interface ResolvedRestrictions {
  readonly restrictions: readonly NodeRestriction[];
  /** Nodes that must stay junctions, so that every restriction begins and ends at one. */
  readonly keepNodes: ReadonlySet<number>;
  /** Relations whose members are missing, do not meet, or meet in the middle of a way. */
  readonly unusable: number;
}

/**
 * Finds where each restriction lies on the ground. As in OSRM, from- and to-ways must begin or end
 * at the via; several from- or to-members (no_entry, no_exit) give one restriction each pair.
 */
export function resolveRestrictions(roads: RawRoads, segments: Segments): ResolvedRestrictions {
  if (roads.restrictions.length === 0) return { restrictions: [], keepNodes: new Set(), unusable: 0 };
  const finder = segmentFinder(roads, segments);
  const restrictions: NodeRestriction[] = [];
  const keepNodes = new Set<number>();
  let unusable = 0;
  for (const raw of roads.restrictions) {
    const resolved = resolveOne(finder, raw);
    if (resolved.length === 0) unusable++;
    for (const restriction of resolved) {
      restrictions.push(restriction);
      keepNodes.add(restriction.viaNodes[0]!);
      keepNodes.add(restriction.viaNodes[restriction.viaNodes.length - 1]!);
    }
  }
  return { restrictions, keepNodes, unusable };
}

/** Writes restrictions on directed roads, once roads exist. `roadOfSegment` is the road of each segment. */
export function restrictionsOnRoads(
  resolved: readonly NodeRestriction[],
  chains: Chains,
  segments: Segments,
  roadOfSegment: Uint32Array,
): Restriction[] {
  return resolved.map((restriction) => {
    const { viaNodes, viaSegments } = restriction;
    const path = [directedTowards(chains, segments, roadOfSegment, restriction.fromSegment, viaNodes[0]!)];
    viaSegments.forEach((segment, i) => {
      const directed = directedTowards(chains, segments, roadOfSegment, segment, viaNodes[i + 1]!);
      if (path.length === 1 || path[path.length - 1] !== directed) path.push(directed);
    });
    const last = viaNodes[viaNodes.length - 1]!;
    path.push(directedTowards(chains, segments, roadOfSegment, restriction.toSegment, last) ^ 1);
    return { only: restriction.only, path };
  });
}

/** The directed road on which `segment` is driven towards `node`, which is one of its ends. */
function directedTowards(
  chains: Chains,
  segments: Segments,
  roadOfSegment: Uint32Array,
  segment: number,
  node: number,
): number {
  const road = roadOfSegment[segment]!;
  const start = chains.nodeOffset[road]!;
  const position = chains.segments.subarray(start - road, chains.nodeOffset[road + 1]! - road - 1).indexOf(segment);
  const from = otherNode(segments, segment, node);
  return chains.nodes[start + position] === from ? road * 2 : road * 2 + 1;
}

interface SegmentFinder {
  readonly wayNodes: (wayId: number) => Uint32Array | undefined;
  readonly nodeIndex: (nodeId: number) => number;
  readonly between: (a: number, b: number) => number;
}

function segmentFinder(roads: RawRoads, segments: Segments): SegmentFinder {
  const wayIndex = new Map(roads.wayIds.map((id, index) => [id, index]));
  const at = segmentsByNode(segments, roads.nodeIds.length);
  return {
    wayNodes(wayId) {
      const way = wayIndex.get(wayId);
      return way === undefined
        ? undefined
        : roads.wayNodes.subarray(roads.wayNodeOffset[way]!, roads.wayNodeOffset[way + 1]!);
    },
    nodeIndex: (nodeId) => indexOfId(roads.nodeIds, nodeId),
    between(a, b) {
      if (a >= roads.nodeIds.length || b >= roads.nodeIds.length) return -1;
      for (let i = at.offset[a]!; i < at.offset[a + 1]!; i++) {
        if (otherNode(segments, at.segment[i]!, a) === b) return at.segment[i]!;
      }
      return -1;
    },
  };
}

function resolveOne(finder: SegmentFinder, raw: RawRestriction): NodeRestriction[] {
  const members = (role: string) => raw.members.filter((member) => member.role === role);
  const via = viaLines(finder, members('via'));
  const found: NodeRestriction[] = [];
  for (const viaNodes of via) {
    const viaSegments = viaNodes.slice(1).map((node, i) => finder.between(viaNodes[i]!, node));
    if (viaSegments.includes(-1)) continue;
    for (const from of members('from')) {
      const fromSegment = segmentAtEnd(finder, from.id, viaNodes[0]!);
      for (const to of members('to')) {
        const toSegment = segmentAtEnd(finder, to.id, viaNodes[viaNodes.length - 1]!);
        if (fromSegment < 0 || toSegment < 0) continue;
        found.push({ only: raw.only, fromSegment, viaNodes, viaSegments, toSegment });
      }
    }
  }
  return found;
}

/** The via as a run of nodes, in both directions where it is made of ways: which one fits, the from-way decides. */
function viaLines(finder: SegmentFinder, members: RawRestriction['members']): number[][] {
  const first = members[0];
  if (!first) return [];
  if (first.type === 'node') {
    const index = members.length === 1 ? finder.nodeIndex(first.id) : -1;
    return index < 0 ? [] : [[index]];
  }
  let line: number[] | undefined;
  for (const member of members) {
    const nodes = member.type === 'way' ? finder.wayNodes(member.id) : undefined;
    if (!nodes) return [];
    line = line ? joined(line, Array.from(nodes)) : Array.from(nodes);
    if (!line) return [];
  }
  return line ? [line, line.slice().reverse()] : [];
}

/** Two lines joined where their ends meet, or undefined. */
function joined(a: number[], b: number[]): number[] | undefined {
  const aFirst = a[0]!;
  const aLast = a[a.length - 1]!;
  const bFirst = b[0]!;
  const bLast = b[b.length - 1]!;
  if (aLast === bFirst) return [...a, ...b.slice(1)];
  if (aLast === bLast) return [...a, ...b.slice(0, -1).reverse()];
  if (aFirst === bFirst) return [...a.slice().reverse(), ...b.slice(1)];
  if (aFirst === bLast) return [...a.slice().reverse(), ...b.slice(0, -1).reverse()];
  return undefined;
}

/** The segment of a way next to `node`, where the way begins or ends there and not both. */
function segmentAtEnd(finder: SegmentFinder, wayId: number, node: number): number {
  const nodes = finder.wayNodes(wayId);
  if (!nodes) return -1;
  const last = nodes.length - 1;
  if (nodes[0] === nodes[last]) return -1;
  if (nodes[0] === node) return finder.between(node, nodes[1]!);
  return nodes[last] === node ? finder.between(node, nodes[last - 1]!) : -1;
}
