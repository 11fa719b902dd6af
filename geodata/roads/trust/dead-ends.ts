import type { Decimetres, LonLat, Metres } from '../../units.ts';
import { MICRODEGREES_PER_DEGREE } from '../../units.ts';
import type { RoadNetwork } from '../network.ts';
import { ROAD_CLASSES } from '../road-class.ts';
import { distanceMetres, rulerAt } from '../ruler.ts';
import { UNJOINABLE_CLASSES } from '../snap.ts';
import { type RoadJoints, roadDm } from './road-joints.ts';

/** A road that ends beside another one. */
export interface NearDeadEnd {
  readonly at: LonLat;
  /** The nearest place of the other road. */
  readonly towards: LonLat;
  readonly metres: Metres;
  /** Ways in the file: OSM ids, or the numbers of ways made from surveyed lines. */
  readonly wayId: number;
  readonly otherWayId: number;
}

/** A dead end counts as nearly touching a road this near. Wider than any carriageway of a county, with its ditches. */
export const NEAR_DEAD_END_METRES: Metres = 30;

/** Where the roads lead from the end to the other road within so many times the gap, nothing is missing. */
const WAY_ROUND = 4;
/** The way round may always be this long. */
const LEAST_WAY_ROUND_METRES: Metres = 40;
/** Nearer than this it touches: joined where no turn is allowed, or one above the other. */
const TOUCHING_METRES: Metres = 0.2;

/** Dead ends with another road near and no way to it near by, in the order of the network's roads. */
export function findNearDeadEnds(network: RoadNetwork, joints: RoadJoints, limitMetres: Metres): NearDeadEnd[] {
  const found: NearDeadEnd[] = [];
  for (let end = 0; end < network.roadCount * 2; end++) {
    if (joints.ends.get(joints.ofEnd[end]!)?.length !== 1 || !isOrdinary(network, pointOfEnd(network, end))) continue;
    const near = nearestOther(network, joints, end, limitMetres);
    if (near) found.push(near);
  }
  return found;
}

/** The point at an end of a road. */
function pointOfEnd(network: RoadNetwork, end: number): number {
  const road = end >> 1;
  return end & 1 ? network.roadPointOffset[road + 1]! - 1 : network.roadPointOffset[road]!;
}

function isOrdinary(network: RoadNetwork, point: number): boolean {
  return !UNJOINABLE_CLASSES.has(ROAD_CLASSES[network.wayClass[network.pointWay[point]!]!]!);
}

function nearestOther(
  network: RoadNetwork,
  joints: RoadJoints,
  end: number,
  limitMetres: Metres,
): NearDeadEnd | undefined {
  const point = pointOfEnd(network, end);
  const [lonE6, latE6] = [network.pointLonE6[point]!, network.pointLatE6[point]!];
  const reach = dmFromEnd(network, joints, end, 10 * Math.max(LEAST_WAY_ROUND_METRES, WAY_ROUND * limitMetres));
  let best: NearDeadEnd | undefined;
  eachSegmentNear(network, lonE6, latE6, limitMetres, (segment) => {
    if (!isOrdinary(network, segment)) return;
    const { metres, part, at } = placeOn(network, segment, lonE6, latE6);
    if (metres > limitMetres || metres < TOUCHING_METRES || metres >= (best?.metres ?? Infinity)) return;
    const road = network.pointRoad[segment]!;
    const dm = network.pointDm[segment]! + part * (network.pointDm[segment + 1]! - network.pointDm[segment]!);
    const way = Math.min(
      road === end >> 1 ? Math.abs(dm - (end & 1 ? roadDm(network, road) : 0)) : Infinity,
      (reach.get(joints.ofEnd[road * 2]!) ?? Infinity) + dm,
      (reach.get(joints.ofEnd[road * 2 + 1]!) ?? Infinity) + roadDm(network, road) - dm,
    );
    if (way <= 10 * Math.max(LEAST_WAY_ROUND_METRES, WAY_ROUND * metres)) return;
    best = {
      at: [lonE6 / MICRODEGREES_PER_DEGREE, latE6 / MICRODEGREES_PER_DEGREE],
      towards: at,
      metres,
      wayId: network.wayOsmId[network.pointWay[point]!]!,
      otherWayId: network.wayOsmId[network.pointWay[segment]!]!,
    };
  });
  return best;
}

/** Decimetres along the roads from an end to each joint within a budget, whatever the direction of driving. */
function dmFromEnd(
  network: RoadNetwork,
  joints: RoadJoints,
  end: number,
  budgetDm: Decimetres,
): Map<number, Decimetres> {
  const found = new Map<number, Decimetres>([[joints.ofEnd[end]!, 0]]);
  const open = [joints.ofEnd[end]!];
  for (let joint = open.shift(); joint !== undefined; joint = open.shift()) {
    for (const start of joints.ends.get(joint) ?? []) {
      const dm = found.get(joint)! + roadDm(network, start >> 1);
      const next = joints.ofEnd[start ^ 1]!;
      if (dm > budgetDm || dm >= (found.get(next) ?? Infinity)) continue;
      found.set(next, dm);
      open.push(next);
    }
  }
  return found;
}

function eachSegmentNear(
  network: RoadNetwork,
  lonE6: number,
  latE6: number,
  metres: Metres,
  visit: (segment: number) => void,
): void {
  const { westE6, southE6, cellLonE6, cellLatE6, columns, rows } = network.meta.grid;
  const ruler = rulerAt(latE6);
  const [lonReach, latReach] = [metres / ruler.metresPerMicroLon, metres / ruler.metresPerMicroLat];
  const range = (low: number, high: number, origin: number, size: number, count: number): [number, number] => [
    Math.max(0, Math.floor((low - origin) / size)),
    Math.min(count - 1, Math.floor((high - origin) / size)),
  ];
  const [firstColumn, lastColumn] = range(lonE6 - lonReach, lonE6 + lonReach, westE6, cellLonE6, columns);
  const [firstRow, lastRow] = range(latE6 - latReach, latE6 + latReach, southE6, cellLatE6, rows);
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const cell = row * columns + column;
      for (let i = network.gridOffset[cell]!; i < network.gridOffset[cell + 1]!; i++) visit(network.gridSegment[i]!);
    }
  }
}

function placeOn(network: RoadNetwork, segment: number, lonE6: number, latE6: number) {
  const { pointLonE6, pointLatE6 } = network;
  const ruler = rulerAt(latE6);
  const [lonA, latA] = [pointLonE6[segment]!, pointLatE6[segment]!];
  const east = (pointLonE6[segment + 1]! - lonA) * ruler.metresPerMicroLon;
  const north = (pointLatE6[segment + 1]! - latA) * ruler.metresPerMicroLat;
  const along = (lonE6 - lonA) * ruler.metresPerMicroLon * east + (latE6 - latA) * ruler.metresPerMicroLat * north;
  const squared = east * east + north * north;
  const part = squared === 0 ? 0 : Math.min(1, Math.max(0, along / squared));
  const lon = lonA + (pointLonE6[segment + 1]! - lonA) * part;
  const lat = latA + (pointLatE6[segment + 1]! - latA) * part;
  const at: LonLat = [lon / MICRODEGREES_PER_DEGREE, lat / MICRODEGREES_PER_DEGREE];
  return { metres: distanceMetres(lonE6, latE6, lon, lat), part, at };
}
