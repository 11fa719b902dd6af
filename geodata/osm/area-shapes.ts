import type { LonLat } from '../units.ts';
import type { Inflate, OpenByteStream, OsmHandlers, OsmMember, Tags } from './elements.ts';
import { createNodePositions, type NodePositions } from './node-positions.ts';
import { readOsmTwice } from './read-osm.ts';
import { assembleRings, polygonsOf, type Ring } from './rings.ts';
import type { TagFilter } from './tag-filter.ts';
import { createWayStore } from './way-store.ts';

/** A closed way or an area relation with what the file holds of its outline. */
export interface AreaShape {
  readonly osmType: 'way' | 'relation';
  readonly osmId: number;
  readonly tags: Tags;
  /** Outer first, then holes; empty where `problem` is set. */
  readonly polygons: readonly (readonly Ring[])[];
  /** Why there is no outline. */
  readonly problem: string | undefined;
  /** Every point of the outline that is in the file, each once. */
  readonly points: readonly LonLat[];
}

export interface AreaQuery {
  readonly filter: TagFilter;
  /** Values of `type` that make a relation an area. */
  readonly relationTypes: readonly string[];
  /** Also receives the nodes of the first pass. */
  readonly node?: OsmHandlers['node'];
}

/**
 * Reads the areas whose tags match, ways before relations and by id. A closed way that is part of
 * a matching relation is left to it, since both then describe one thing. Ways with any role count
 * as outline. In all two passes: the first keeps the node lists of all ways, because a relation
 * names its ways only after they have gone by; a third pass would save that memory, 8 bytes a
 * reference, for half as much time again. The second pass is left out where nothing matched.
 */
export async function readAreaShapes(open: OpenByteStream, inflate: Inflate, query: AreaQuery): Promise<AreaShape[]> {
  const { filter, relationTypes } = query;
  const store = createWayStore();
  const found: Candidate[] = [];
  let ways: Map<number, Float64Array> = new Map();
  let positions: NodePositions = createNodePositions([]);
  const first: OsmHandlers = {
    way(osmId, nodeIds, tags) {
      store.add(osmId, nodeIds);
      if (isClosed(nodeIds) && filter(tags)) found.push({ osmType: 'way', osmId, tags, wayIds: [osmId] });
    },
    relation(osmId, members, tags) {
      if (!relationTypes.includes(tags.type ?? '') || !filter(tags)) return;
      found.push({ osmType: 'relation', osmId, tags, wayIds: outlineWays(members) });
    },
  };
  if (query.node !== undefined) first.node = query.node;
  await readOsmTwice(open, inflate, first, () => {
    if (found.length === 0) return undefined;
    ways = store.pick(new Set(found.flatMap(({ wayIds }) => wayIds)));
    positions = createNodePositions(nodesOf(ways));
    return { node: positions.note };
  });
  return withoutParts(found)
    .sort(byTypeAndId)
    .map((candidate) => shapeOf(candidate, ways, positions));
}

interface Candidate {
  readonly osmType: 'way' | 'relation';
  readonly osmId: number;
  readonly tags: Tags;
  readonly wayIds: readonly number[];
}

function isClosed(nodeIds: Float64Array): boolean {
  return nodeIds.length > 3 && nodeIds[0] === nodeIds[nodeIds.length - 1];
}

/** A way listed twice is one way. */
function outlineWays(members: readonly OsmMember[]): number[] {
  return [...new Set(members.filter(({ type }) => type === 'way').map(({ id }) => id))];
}

function* nodesOf(ways: ReadonlyMap<number, Float64Array>): Generator<number> {
  for (const nodeIds of ways.values()) yield* nodeIds;
}

function withoutParts(found: readonly Candidate[]): Candidate[] {
  const parts = new Set(found.flatMap(({ osmType, wayIds }) => (osmType === 'relation' ? wayIds : [])));
  return found.filter(({ osmType, osmId }) => osmType === 'relation' || !parts.has(osmId));
}

/** Ways before relations, then by id. */
function byTypeAndId(a: Candidate, b: Candidate): number {
  return a.osmType === b.osmType ? a.osmId - b.osmId : a.osmType === 'way' ? -1 : 1;
}

function shapeOf(candidate: Candidate, ways: ReadonlyMap<number, Float64Array>, positions: NodePositions): AreaShape {
  const { osmType, osmId, tags, wayIds } = candidate;
  const lines = wayIds.map((id) => ways.get(id)).filter((line) => line !== undefined);
  const nodeIds = [...new Set(lines.flatMap((line) => Array.from(line)))];
  const points = nodeIds.map(positions.at).filter((point) => point !== undefined);
  const { rings, looseEnds } = assembleRings(lines);
  const polygons = polygonsOf(rings.map((ring) => ring.map(positions.at).filter((point) => point !== undefined)));
  const missingWays = wayIds.length - lines.length;
  const missingNodes = nodeIds.length - points.length;
  let problem: string | undefined;
  if (missingWays > 0) problem = `${missingWays} of ${wayIds.length} ways of the outline are missing from the file`;
  else if (missingNodes > 0)
    problem = `${missingNodes} of ${nodeIds.length} nodes of the outline are missing from the file`;
  else if (looseEnds > 0) problem = `the outline has ${looseEnds} loose ends`;
  else if (polygons.length === 0) problem = 'the outline encloses nothing';
  return { osmType, osmId, tags, polygons: problem === undefined ? polygons : [], problem, points };
}
