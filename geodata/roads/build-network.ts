import { networkEmpty } from '../errors.ts';
import type { Inflate, OpenByteStream } from '../osm/elements.ts';
import { buildChains, type Chains } from './chains.ts';
import { type Components, findComponents } from './components.ts';
import { buildJunctions } from './junctions.ts';
import { type NetworkColumns, packNetwork } from './network.ts';
import { reportNetwork } from './network-report.ts';
import { findPieces } from './pieces.ts';
import type { SpeedProfile } from './profile.ts';
import { type RawRoads, readRoads } from './read-roads.ts';
import { resolveRestrictions, restrictionsOnRoads } from './restrictions.ts';
import { ROAD_CLASSES } from './road-class.ts';
import { buildSegments, CLOSED, dsAwayFrom, type Segments, segmentsByNode } from './segments.ts';
import { buildSnapGrid } from './snap-grid.ts';
import { buildStates, reverseTurns, type States } from './states.ts';

/**
 * Reads an OSM PBF file and builds the road network of a profile, as one buffer for `openNetwork`.
 * Same file and profile, same bytes.
 * @throws GeodataError `osm-malformed`, `osm-unsupported` (with the byte offset) or `network-empty`
 */
export async function buildNetwork(
  open: OpenByteStream,
  inflate: Inflate,
  profile: SpeedProfile,
): Promise<ArrayBuffer> {
  return assembleNetwork(await readRoads(open, inflate, profile), profile);
}

function assembleNetwork(roads: RawRoads, profile: SpeedProfile): ArrayBuffer {
  const segments = buildSegments(roads);
  if (segments.count === 0) throw networkEmpty(profile.id);
  const resolved = resolveRestrictions(roads, segments);
  const at = segmentsByNode(segments, roads.nodeIds.length);
  const chains = buildChains(roads, segments, at, resolved.keepNodes);
  const junctions = buildJunctions(roads, segments, chains);
  const points = pointColumns(roads, segments, chains);
  const restrictions = restrictionsOnRoads(resolved.restrictions, chains, segments, roadOfSegments(segments, chains));
  const context = { roads, segments, chains, junctions, roadDm: points.roadDm, costs: profile.turns };
  const states = buildStates(context, restrictions);
  const components = findComponents(states);
  const { offset, segment, ...grid } = buildSnapGrid(chains.nodeOffset, points.pointLonE6, points.pointLatE6);
  const report = reportNetwork({
    roads,
    segments,
    chains,
    states,
    components,
    pieces: findPieces(chains, roads.nodeIds.length, points.roadDm),
    junctionCount: junctionCount(junctions.legOffset),
    restrictionsUsed: restrictions.length,
    restrictionsUnusable: resolved.unusable,
  });
  const { roadDm: _, ...pointArrays } = points;
  return packNetwork(
    { profile: profile.id, offRoad: profile.offRoad, grid, report },
    {
      roadPointOffset: chains.nodeOffset,
      roadState: states.ofDirected,
      ...pointArrays,
      ...wayColumns(roads),
      ...stateColumns(chains, states, components, points),
      gridOffset: offset,
      gridSegment: segment,
    },
  );
}

/** Columns over the points of roads, and each road's length. Times and lengths are running sums from the tail. */
function pointColumns(roads: RawRoads, segments: Segments, chains: Chains) {
  const count = chains.nodes.length;
  const columns = {
    pointLonE6: new Int32Array(count),
    pointLatE6: new Int32Array(count),
    pointRoad: new Uint32Array(count),
    pointForwardDs: new Uint32Array(count),
    pointBackwardDs: new Uint32Array(count),
    pointDm: new Uint32Array(count),
    pointWay: new Uint32Array(count),
    roadDm: new Uint32Array(chains.count),
  };
  const orClosed = (ds: number) => (ds === CLOSED ? 0 : ds);
  for (let road = 0; road < chains.count; road++) {
    const start = chains.nodeOffset[road]!;
    const end = chains.nodeOffset[road + 1]!;
    for (let i = start; i < end; i++) {
      const node = chains.nodes[i]!;
      columns.pointLonE6[i] = roads.nodeLonE6[node]!;
      columns.pointLatE6[i] = roads.nodeLatE6[node]!;
      columns.pointRoad[i] = road;
      columns.pointWay[i] = segments.way[chains.segments[Math.min(i, end - 2) - road]!]!;
      if (i === start) continue;
      const segment = chains.segments[i - 1 - road]!;
      const previous = chains.nodes[i - 1]!;
      columns.pointForwardDs[i] = columns.pointForwardDs[i - 1]! + orClosed(dsAwayFrom(segments, segment, previous));
      columns.pointBackwardDs[i] = columns.pointBackwardDs[i - 1]! + orClosed(dsAwayFrom(segments, segment, node));
      columns.pointDm[i] = columns.pointDm[i - 1]! + segments.lengthDm[segment]!;
    }
    // At least a decimetre, so that a search over lengths always moves on.
    columns.pointDm[end - 1] = Math.max(1, columns.pointDm[end - 1]!);
    columns.roadDm[road] = columns.pointDm[end - 1]!;
  }
  return columns;
}

function wayColumns(
  roads: RawRoads,
): Pick<NetworkColumns, 'wayClass' | 'wayName' | 'wayRef' | 'wayOsmId' | 'stringOffset' | 'stringBytes'> {
  const strings = new Map<string, number>([['', 0]]);
  const indexOf = (text: string): number => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const wayName = Uint32Array.from(roads.wayTravel, (way) => indexOf(way.name));
  const wayRef = Uint32Array.from(roads.wayTravel, (way) => indexOf(way.ref));
  const encoded = Array.from(strings.keys(), (text) => new TextEncoder().encode(text));
  const stringOffset = new Uint32Array(encoded.length + 1);
  encoded.forEach((bytes, i) => {
    stringOffset[i + 1] = stringOffset[i]! + bytes.length;
  });
  const stringBytes = new Uint8Array(stringOffset[encoded.length]!);
  encoded.forEach((bytes, i) => {
    stringBytes.set(bytes, stringOffset[i]!);
  });
  return {
    wayClass: Uint8Array.from(roads.wayTravel, (way) => ROAD_CLASSES.indexOf(way.roadClass)),
    wayName,
    wayRef,
    wayOsmId: Float64Array.from(roads.wayIds),
    stringOffset,
    stringBytes,
  };
}

function stateColumns(
  chains: Chains,
  states: States,
  components: Components,
  points: { pointForwardDs: Uint32Array; pointBackwardDs: Uint32Array; roadDm: Uint32Array },
) {
  const turnsIn = reverseTurns(states);
  const lastPoint = (directed: number) => chains.nodeOffset[(directed >> 1) + 1]! - 1;
  return {
    stateDirected: states.directed,
    stateDs: states.directed.map((directed) =>
      directed & 1 ? points.pointBackwardDs[lastPoint(directed)]! : points.pointForwardDs[lastPoint(directed)]!,
    ),
    stateDm: states.directed.map((directed) => points.roadDm[directed >> 1]!),
    stateNextCopy: states.nextCopy,
    stateComponent: components.ofState,
    componentSize: components.size,
    turnOffset: states.turnOffset,
    turnTarget: states.turnTarget,
    turnDs: states.turnDs,
    turnInOffset: turnsIn.offset,
    turnInSource: turnsIn.source,
    turnInDs: turnsIn.ds,
  };
}

function roadOfSegments(segments: Segments, chains: Chains): Uint32Array {
  const roadOf = new Uint32Array(segments.count);
  for (let road = 0; road < chains.count; road++) {
    const end = chains.nodeOffset[road + 1]! - road - 1;
    for (let i = chains.nodeOffset[road]! - road; i < end; i++) roadOf[chains.segments[i]!] = road;
  }
  return roadOf;
}

function junctionCount(legOffset: Uint32Array): number {
  let count = 0;
  for (let node = 0; node + 1 < legOffset.length; node++) if (legOffset[node + 1]! > legOffset[node]!) count++;
  return count;
}
