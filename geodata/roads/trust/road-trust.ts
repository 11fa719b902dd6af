import type { Decimetres, LonLat, Metres } from '../../units.ts';
import { MICRODEGREES_PER_DEGREE } from '../../units.ts';
import type { RoadNetwork } from '../network.ts';
import { ROAD_CLASSES, type RoadClass } from '../road-class.ts';
import type { RoadRank } from '../road-rank.ts';
import { snapPoints } from '../snap.ts';
import { NO_STATE } from '../states.ts';
import { Boundary, type BoundaryPolygons } from './boundary.ts';
import { findNearDeadEnds, NEAR_DEAD_END_METRES, type NearDeadEnd } from './dead-ends.ts';
import { findJoints, type RoadJoints } from './road-joints.ts';

/** The class of OSM China of each rank (DOMAIN.md section 6), in the order of the ranks. */
export const CLASS_OF_RANK: Readonly<Record<RoadRank, RoadClass>> = {
  motorway: 'motorway',
  national: 'trunk',
  provincial: 'primary',
  county: 'secondary',
  township: 'tertiary',
  village: 'unclassified',
};

/** What a network is held against. */
export interface TrustQuestion {
  readonly settlements: readonly { readonly id: string; readonly name: string; readonly coord: LonLat }[];
  /** Lengths, islands and dead ends are those inside. Default: the whole network. */
  readonly boundary?: BoundaryPolygons | undefined;
  /** Lengths on the transport bureau's books. */
  readonly official?: readonly { readonly rank: RoadRank; readonly kilometres: number }[] | undefined;
}

export interface RankLength {
  readonly rank: RoadRank;
  /** Carriageways drawn apart count each. */
  readonly drawnDm: Decimetres;
  readonly oneWayDm: Decimetres;
  /** As road books count: a one-way line is half of a divided road. */
  readonly roadDm: Decimetres;
  readonly officialKilometres?: number;
  /** `roadDm` against the books, in tenths of a per cent; undefined without books or where they say 0. */
  readonly completenessTenths?: number;
}

/** A piece of road that no road joins to the main one. */
export interface RoadIsland {
  readonly dm: Decimetres;
  /** A place on it. */
  readonly at: LonLat;
  /** Settlements whose nearest road is on it. */
  readonly settlementIds: readonly string[];
}

/** How far a network can be trusted. Works on networks from OSM and from a survey alike. */
export interface RoadTrust {
  readonly ranks: readonly RankLength[];
  /** Classes without an administrative rank: slip roads, streets, tracks. */
  readonly others: readonly { readonly roadClass: RoadClass; readonly drawnDm: Decimetres }[];
  readonly totalDm: Decimetres;
  /** Of the main piece, inside the boundary. */
  readonly mainDm: Decimetres;
  /** Longest first. */
  readonly islands: readonly RoadIsland[];
  readonly deadEnds: readonly NearDeadEnd[];
  /** Settlements farther than `FAR_METRES` from every road that can be joined, farthest first; Infinity: there is none. */
  readonly far: readonly { readonly id: string; readonly name: string; readonly metres: Metres }[];
  readonly settlementCount: number;
  /** Settlements whose nearest road is on an island, whether inside the boundary or not. */
  readonly onIslands: number;
}

/** A settlement farther from a road than this gets a virtual connector (DOMAIN.md section 6). */
export const FAR_METRES: Metres = 300;

/** Holds a network against a county's books, its settlements and itself. */
export function roadTrust(network: RoadNetwork, question: TrustQuestion): RoadTrust {
  const { settlements, official } = question;
  const boundary = question.boundary && new Boundary(question.boundary);
  const joints = findJoints(network);
  const lengths = measure(network, joints, boundary);
  const placed = snapPoints(
    network,
    settlements.map(({ coord }) => coord),
    { joinableOnly: true },
  );
  const byPiece = new Map<number, string[]>();
  settlements.forEach(({ id }, i) => {
    const piece = joints.pieceOf[placed.road[i]!];
    if (piece === undefined || piece === joints.mainPiece) return;
    byPiece.set(piece, [...(byPiece.get(piece) ?? []), id]);
  });
  const dead = findNearDeadEnds(network, joints, NEAR_DEAD_END_METRES);
  return {
    ranks: rankLengths(lengths, official),
    others: otherLengths(lengths),
    totalDm: sum(lengths.byPiece.values()),
    mainDm: lengths.byPiece.get(joints.mainPiece) ?? 0,
    islands: islandsOf(network, joints, lengths, byPiece),
    deadEnds: boundary ? dead.filter(({ at }) => boundary.contains(at)) : dead,
    far: settlements
      .map(({ id, name }, i) => ({ id, name, metres: placed.metres[i]! }))
      .filter(({ metres }) => metres > FAR_METRES)
      .sort((a, b) => b.metres - a.metres),
    settlementCount: settlements.length,
    onIslands: sum(Array.from(byPiece.values(), (ids) => ids.length)),
  };
}

interface Lengths {
  readonly byClass: ReadonlyMap<RoadClass, Decimetres>;
  readonly oneWayByClass: ReadonlyMap<RoadClass, Decimetres>;
  readonly byPiece: ReadonlyMap<number, Decimetres>;
}

function measure(network: RoadNetwork, joints: RoadJoints, boundary: Boundary | undefined): Lengths {
  const { roadPointOffset, roadState, pointDm, pointWay, wayClass } = network;
  const byClass = new Map<RoadClass, Decimetres>();
  const oneWayByClass = new Map<RoadClass, Decimetres>();
  const byPiece = new Map<number, Decimetres>();
  for (let road = 0; road < network.roadCount; road++) {
    const isOneWay = roadState[road * 2] === NO_STATE || roadState[road * 2 + 1] === NO_STATE;
    for (let point = roadPointOffset[road]!; point + 1 < roadPointOffset[road + 1]!; point++) {
      const whole = pointDm[point + 1]! - pointDm[point]!;
      const share = boundary ? boundary.shareInside(placeOf(network, point), placeOf(network, point + 1)) : 1;
      const dm = Math.round(whole * share);
      if (dm === 0) continue;
      const roadClass = ROAD_CLASSES[wayClass[pointWay[point]!]!]!;
      add(byClass, roadClass, dm);
      if (isOneWay) add(oneWayByClass, roadClass, dm);
      add(byPiece, joints.pieceOf[road]!, dm);
    }
  }
  return { byClass, oneWayByClass, byPiece };
}

function rankLengths({ byClass, oneWayByClass }: Lengths, official: TrustQuestion['official']): RankLength[] {
  return (Object.keys(CLASS_OF_RANK) as RoadRank[]).map((rank) => {
    const drawnDm = byClass.get(CLASS_OF_RANK[rank]) ?? 0;
    const oneWayDm = oneWayByClass.get(CLASS_OF_RANK[rank]) ?? 0;
    const roadDm = drawnDm - Math.floor(oneWayDm / 2);
    const listed = official?.filter((length) => length.rank === rank) ?? [];
    if (listed.length === 0) return { rank, drawnDm, oneWayDm, roadDm };
    const officialKilometres = sum(listed.map(({ kilometres }) => kilometres));
    const lengths = { rank, drawnDm, oneWayDm, roadDm, officialKilometres };
    if (officialKilometres === 0) return lengths;
    // A kilometre is 10,000 dm, the whole 1,000 tenths of a per cent.
    return { ...lengths, completenessTenths: Math.round(roadDm / (officialKilometres * 10)) };
  });
}

function otherLengths({ byClass }: Lengths): { roadClass: RoadClass; drawnDm: Decimetres }[] {
  const ranked: readonly RoadClass[] = Object.values(CLASS_OF_RANK);
  return ROAD_CLASSES.flatMap((roadClass) => {
    const drawnDm = byClass.get(roadClass);
    return drawnDm === undefined || ranked.includes(roadClass) ? [] : [{ roadClass, drawnDm }];
  });
}

function islandsOf(
  network: RoadNetwork,
  joints: RoadJoints,
  { byPiece }: Lengths,
  settlementsOf: ReadonlyMap<number, readonly string[]>,
): RoadIsland[] {
  const firstRoad = new Map<number, number>();
  joints.pieceOf.forEach((piece, road) => {
    if (!firstRoad.has(piece)) firstRoad.set(piece, road);
  });
  return Array.from(byPiece)
    .filter(([piece]) => piece !== joints.mainPiece)
    .map(([piece, dm]) => ({
      dm,
      at: placeOf(network, network.roadPointOffset[firstRoad.get(piece)!]!),
      settlementIds: settlementsOf.get(piece) ?? [],
    }))
    .sort((a, b) => b.dm - a.dm);
}

function placeOf(network: RoadNetwork, point: number): LonLat {
  return [network.pointLonE6[point]! / MICRODEGREES_PER_DEGREE, network.pointLatE6[point]! / MICRODEGREES_PER_DEGREE];
}

function add<Key>(sums: Map<Key, number>, key: Key, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
