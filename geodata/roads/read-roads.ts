import type { Inflate, OpenByteStream, OsmHandlers, OsmMember, Tags } from '../osm/elements.ts';
import { readOsmTwice } from '../osm/read-osm.ts';
import { GrowableFloat64 } from './growable.ts';
import type { NodeTravel, SpeedProfile, WayTravel } from './profile.ts';

/** A `type=restriction` relation whose tags concern the profile's vehicle; members not yet resolved. */
export interface RawRestriction {
  readonly only: boolean;
  readonly members: readonly OsmMember[];
}

/** The drivable part of an OSM file: what the profile keeps, nodes numbered by position in `nodeIds`. */
export interface RawRoads {
  readonly wayIds: readonly number[];
  readonly wayTravel: readonly WayTravel[];
  /** Ways x nodes in CSR form: way w runs over `wayNodes[wayNodeOffset[w] .. wayNodeOffset[w + 1]]`. */
  readonly wayNodeOffset: Uint32Array;
  /** Node indexes; `MISSING_NODE` where the file does not hold the node. */
  readonly wayNodes: Uint32Array;
  /** OSM ids, ascending. */
  readonly nodeIds: Float64Array;
  /** Whole microdegrees, one a node. */
  readonly nodeLonE6: Int32Array;
  readonly nodeLatE6: Int32Array;
  /** Only the nodes that are closed, cost time or allow a u-turn; the key is a node index. */
  readonly nodeTravel: ReadonlyMap<number, NodeTravel>;
  readonly restrictions: readonly RawRestriction[];
  /** References to nodes that the file does not hold: an extract cut through a way. */
  readonly missingNodeReferences: number;
}

/** Stands in `wayNodes` for a node that the file refers to and does not hold. */
export const MISSING_NODE = 0xffffffff;

/** E6 longitude of a node whose coordinates were not seen. */
const UNSEEN = -0x80000000;

/**
 * Reads the drivable roads of an OSM PBF file in two passes: ways and relations, then the nodes they
 * need. Never more than one block of the file is in memory.
 * @throws GeodataError `osm-malformed` or `osm-unsupported` with the byte offset.
 */
export async function readRoads(open: OpenByteStream, inflate: Inflate, profile: SpeedProfile): Promise<RawRoads> {
  const wayIds: number[] = [];
  const wayTravel: WayTravel[] = [];
  const wayEnds: number[] = [0];
  const refs = new GrowableFloat64();
  const restrictions: RawRestriction[] = [];

  let nodeIds: Float64Array = new Float64Array(0);
  let nodes = collectNodes(profile, nodeIds);

  const ways: OsmHandlers = {
    way(id, wayNodeIds, tags) {
      const travel = wayNodeIds.length > 1 ? profile.way(tags) : undefined;
      if (!travel || (!travel.forward && !travel.backward)) return;
      for (const nodeId of wayNodeIds) refs.push(nodeId);
      wayIds.push(id);
      wayTravel.push(travel);
      wayEnds.push(refs.length);
    },
    relation(_id, members, tags) {
      const kind = restrictionKind(tags, profile.restrictionKeys);
      if (kind) restrictions.push({ only: kind.startsWith('only_'), members });
    },
  };
  await readOsmTwice(open, inflate, ways, () => {
    nodeIds = sortedUnique(refs.view());
    nodes = collectNodes(profile, nodeIds);
    return nodes.handlers;
  });

  const { wayNodes, missing } = nodeIndexes(refs.view(), nodeIds, nodes.lonE6);
  return {
    wayIds,
    wayTravel,
    wayNodeOffset: Uint32Array.from(wayEnds),
    wayNodes,
    nodeIds,
    nodeLonE6: nodes.lonE6,
    nodeLatE6: nodes.latE6,
    nodeTravel: nodes.travel,
    restrictions,
    missingNodeReferences: missing,
  };
}

/** Position of `id` in ascending `ids`, or -1. */
export function indexOfId(ids: Float64Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = ids[middle]!;
    if (value === id) return middle;
    if (value < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Columns for the nodes that roads need, and the handler that fills them. */
function collectNodes(profile: SpeedProfile, nodeIds: Float64Array) {
  const lonE6 = new Int32Array(nodeIds.length).fill(UNSEEN);
  const latE6 = new Int32Array(nodeIds.length);
  const travel = new Map<number, NodeTravel>();
  let expected = 0;
  const handlers: OsmHandlers = {
    node(id, lonE7, latE7, tags) {
      // Files are nearly always sorted: the next id needed is the first guess.
      while (expected < nodeIds.length && nodeIds[expected]! < id) expected++;
      let index = nodeIds[expected] === id ? expected : -1;
      if (index < 0) {
        index = indexOfId(nodeIds, id);
        if (index < 0) return;
        expected = index;
      }
      lonE6[index] = Math.round(lonE7 / 10);
      latE6[index] = Math.round(latE7 / 10);
      const found = tags && profile.node(tags);
      if (found) travel.set(index, found);
    },
  };
  return { handlers, lonE6, latE6, travel };
}

function nodeIndexes(refs: Float64Array, nodeIds: Float64Array, lonE6: Int32Array) {
  const wayNodes = new Uint32Array(refs.length);
  let missing = 0;
  for (let i = 0; i < refs.length; i++) {
    const index = indexOfId(nodeIds, refs[i]!);
    const seen = lonE6[index] !== UNSEEN;
    if (!seen) missing++;
    wayNodes[i] = seen ? index : MISSING_NODE;
  }
  return { wayNodes, missing };
}

/** `no_left_turn`, `only_straight_on` ... where it concerns the vehicle; conditional ones have keys of their own and do not. */
function restrictionKind(tags: Tags, vehicleKeys: readonly string[]): string | undefined {
  if (tags.type !== 'restriction') return undefined;
  const excepted = tags.except?.split(';').map((vehicle) => vehicle.trim()) ?? [];
  if (vehicleKeys.some((key) => excepted.includes(key))) return undefined;
  let kind = tags.restriction;
  for (let i = vehicleKeys.length - 1; i >= 0; i--) kind = tags[`restriction:${vehicleKeys[i]}`] ?? kind;
  return kind?.startsWith('no_') || kind?.startsWith('only_') ? kind : undefined;
}

function sortedUnique(ids: Float64Array): Float64Array {
  const sorted = Float64Array.from(ids).sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    const id = sorted[i]!;
    if (count === 0 || sorted[count - 1] !== id) sorted[count++] = id;
  }
  return sorted.slice(0, count);
}
