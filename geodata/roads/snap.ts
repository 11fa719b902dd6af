import type { Decimetres, LonLat, Metres, MicroDegrees } from '../units.ts';
import { MICRODEGREES_PER_DEGREE } from '../units.ts';
import type { RoadNetwork } from './network.ts';
import { ROAD_CLASSES, type RoadClass } from './road-class.ts';
import { rulerAt } from './ruler.ts';
import { NO_STATE } from './states.ts';

/** In `Placements.road`: no road within the limit. */
export const NO_ROAD = 0xffffffff;

/**
 * Points joined to the network, one row each. A placement depends on its own point and the network
 * alone, never on the other points of the call.
 */
export interface Placements {
  readonly count: number;
  /** Road of each point, or `NO_ROAD`. */
  readonly road: Uint32Array;
  /** Deciseconds from the start of the forward / backward directed road to the point. */
  readonly forwardDs: Uint32Array;
  readonly backwardDs: Uint32Array;
  /** Decimetres from the road's tail. */
  readonly dm: Uint32Array;
  /** Where on the road, microdegrees. */
  readonly lonE6: Int32Array;
  readonly latE6: Int32Array;
  /** Index of the first point of the segment it lies on. */
  readonly segment: Uint32Array;
  /** Straight distance between the point and its place on the road, metres; Infinity with `NO_ROAD`. */
  readonly metres: Float64Array;
}

export interface SnapOptions {
  /** A road farther than this is not taken; the point is then reported with `NO_ROAD`. Default: no limit. */
  readonly limitMetres?: Metres;
  /**
   * Take the nearest road of a strongly connected component with at least this many states instead of
   * the nearest road. Default 0: the nearest road, whatever it leads to.
   */
  readonly minComponentStates?: number;
  /**
   * Leave out what cannot be joined from the ground beside it: motorways and their slip roads, ferries
   * and shuttle trains. For whoever stands off the road. Default false: any road, as a table server does.
   */
  readonly joinableOnly?: boolean;
}

/** Classes that cannot be joined from the ground beside them. */
export const UNJOINABLE_CLASSES: ReadonlySet<RoadClass> = new Set([
  'motorway',
  'motorway_link',
  'ferry',
  'shuttle_train',
]);
/** 1 at the code of each class in `UNJOINABLE_CLASSES`. */
const UNJOINABLE_CODES = Uint8Array.from(ROAD_CLASSES, (roadClass) => (UNJOINABLE_CLASSES.has(roadClass) ? 1 : 0));

/** The component size below which OSRM's tables prefer another road (OSRM-CAR facts, "Turns"). */
export const LARGE_COMPONENT_STATES = 1000;

/**
 * Joins each point to the nearest road. A point is taken in whole microdegrees, as roads are; the time
 * from its start to a place within a segment is the segment's time in proportion, truncated to a
 * decisecond.
 * @param points degrees
 * @throws Error for a coordinate that is not finite
 */
export function snapPoints(network: RoadNetwork, points: readonly LonLat[], options: SnapOptions = {}): Placements {
  const placements = emptyPlacements(points.length);
  const nearest = new NearestSegment(network, options);
  for (let i = 0; i < points.length; i++) {
    const [lon, lat] = points[i]!;
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) throw new Error(`Point ${i} is at ${lon}, ${lat}.`);
    const found = nearest.find(Math.round(lon * MICRODEGREES_PER_DEGREE), Math.round(lat * MICRODEGREES_PER_DEGREE));
    if (found) place(network, placements, i, nearest);
    else placements.road[i] = NO_ROAD;
  }
  return placements;
}

function emptyPlacements(count: number): Placements {
  return {
    count,
    road: new Uint32Array(count),
    forwardDs: new Uint32Array(count),
    backwardDs: new Uint32Array(count),
    dm: new Uint32Array(count),
    lonE6: new Int32Array(count),
    latE6: new Int32Array(count),
    segment: new Uint32Array(count),
    metres: new Float64Array(count).fill(Infinity),
  };
}

function place(network: RoadNetwork, out: Placements, i: number, at: NearestSegment): void {
  const { pointForwardDs, pointBackwardDs, pointDm, pointLonE6, pointLatE6 } = network;
  const a = at.segment;
  const b = a + 1;
  const road = network.pointRoad[a]!;
  const head = network.roadPointOffset[road + 1]! - 1;
  out.road[i] = road;
  out.segment[i] = a;
  out.metres[i] = at.metres;
  out.forwardDs[i] = pointForwardDs[a]! + Math.trunc((pointForwardDs[b]! - pointForwardDs[a]!) * at.part);
  // What is left of the segment when the other direction's share is truncated off, as in OSRM.
  const toTailDs = pointBackwardDs[a]! + Math.trunc((pointBackwardDs[b]! - pointBackwardDs[a]!) * at.part);
  out.backwardDs[i] = pointBackwardDs[head]! - toTailDs;
  out.dm[i] = pointDm[a]! + Math.round((pointDm[b]! - pointDm[a]!) * at.part);
  out.lonE6[i] = Math.round(pointLonE6[a]! + (pointLonE6[b]! - pointLonE6[a]!) * at.part);
  out.latE6[i] = Math.round(pointLatE6[a]! + (pointLatE6[b]! - pointLatE6[a]!) * at.part);
}

/** Ring search over the network's grid. The last find is in the fields, so that nothing is allocated per point. */
class NearestSegment {
  segment = 0;
  /** Where on the segment, 0 at its first point, 1 at its second. */
  part = 0;
  metres: Metres = Infinity;

  private readonly network: RoadNetwork;
  private readonly limitMetres: Metres;
  private readonly minComponentStates: number;
  private readonly joinableOnly: boolean;

  constructor(network: RoadNetwork, options: SnapOptions) {
    this.network = network;
    this.limitMetres = options.limitMetres ?? Infinity;
    this.minComponentStates = options.minComponentStates ?? 0;
    this.joinableOnly = options.joinableOnly ?? false;
  }

  /** @returns whether a road lies within the limit */
  find(lonE6: MicroDegrees, latE6: MicroDegrees): boolean {
    const { westE6, southE6, cellLonE6, cellLatE6, columns, rows } = this.network.meta.grid;
    const ruler = rulerAt(latE6);
    const x = (lonE6 - westE6) / cellLonE6;
    const y = (latE6 - southE6) / cellLatE6;
    const column = Math.floor(x);
    const row = Math.floor(y);
    const cellEast = cellLonE6 * ruler.metresPerMicroLon;
    const cellNorth = cellLatE6 * ruler.metresPerMicroLat;
    const marginEast = Math.min(x - column, column + 1 - x) * cellEast;
    const marginNorth = Math.min(y - row, row + 1 - y) * cellNorth;
    const lastRing = Math.max(column, columns - 1 - column, row, rows - 1 - row);
    const firstRing = Math.max(0, -column, column - columns + 1, -row, row - rows + 1);
    this.metres = Infinity;
    for (let ring = firstRing; ring <= lastRing; ring++) {
      // Whatever lies outside the rings already searched is at least this far away.
      const beyond =
        ring === 0 ? 0 : Math.min(marginEast + (ring - 1) * cellEast, marginNorth + (ring - 1) * cellNorth);
      if (beyond > this.metres || beyond > this.limitMetres) break;
      this.searchRing(lonE6, latE6, column, row, ring, ruler.metresPerMicroLon, ruler.metresPerMicroLat);
    }
    return this.metres <= this.limitMetres && this.metres < Infinity;
  }

  private searchRing(
    lonE6: number,
    latE6: number,
    column: number,
    row: number,
    ring: number,
    perLon: number,
    perLat: number,
  ): void {
    const { columns, rows } = this.network.meta.grid;
    for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
      const edge = r === row - ring || r === row + ring;
      // Inner rows of a ring have its first and last cell only.
      const step = edge || ring === 0 ? 1 : 2 * ring;
      for (let c = column - ring; c <= column + ring; c += step) {
        if (c >= 0 && c < columns) this.searchCell(lonE6, latE6, r * columns + c, perLon, perLat);
      }
    }
  }

  private searchCell(lonE6: number, latE6: number, cell: number, perLon: number, perLat: number): void {
    const { gridOffset, gridSegment, pointLonE6, pointLatE6 } = this.network;
    const end = gridOffset[cell + 1]!;
    for (let i = gridOffset[cell]!; i < end; i++) {
      const segment = gridSegment[i]!;
      const east = (lonE6 - pointLonE6[segment]!) * perLon;
      const north = (latE6 - pointLatE6[segment]!) * perLat;
      const alongEast = (pointLonE6[segment + 1]! - pointLonE6[segment]!) * perLon;
      const alongNorth = (pointLatE6[segment + 1]! - pointLatE6[segment]!) * perLat;
      const squared = alongEast * alongEast + alongNorth * alongNorth;
      let part = squared === 0 ? 0 : (east * alongEast + north * alongNorth) / squared;
      if (part < 0) part = 0;
      else if (part > 1) part = 1;
      // At an end, measured from that very node: all roads that meet there are then equally near.
      const offEast = part === 1 ? (lonE6 - pointLonE6[segment + 1]!) * perLon : east - part * alongEast;
      const offNorth = part === 1 ? (latE6 - pointLatE6[segment + 1]!) * perLat : north - part * alongNorth;
      const metres = Math.sqrt(offEast * offEast + offNorth * offNorth);
      if (metres > this.metres || (metres === this.metres && !this.outranks(segment))) continue;
      if (this.minComponentStates > 0 && !this.isInLargeComponent(segment)) continue;
      if (!this.joinableOnly || !this.isUnjoinable(segment)) {
        this.metres = metres;
        this.segment = segment;
        this.part = part;
      }
    }
  }

  /** Where roads meet, all of them are equally near: the one that leads to most is taken, then the first. */
  private outranks(segment: number): boolean {
    const states = componentStates(this.network, this.network.pointRoad[segment]!);
    const bestStates = componentStates(this.network, this.network.pointRoad[this.segment]!);
    return states > bestStates || (states === bestStates && segment < this.segment);
  }

  private isUnjoinable(segment: number): boolean {
    return UNJOINABLE_CODES[this.network.wayClass[this.network.pointWay[segment]!]!] === 1;
  }

  private isInLargeComponent(segment: number): boolean {
    return componentStates(this.network, this.network.pointRoad[segment]!) >= this.minComponentStates;
  }
}

/** Number of states in the larger of the components that a road's two directions belong to. */
export function componentStates(network: RoadNetwork, road: number): number {
  let largest = 0;
  for (let directed = road * 2; directed <= road * 2 + 1; directed++) {
    const state = network.roadState[directed]!;
    if (state !== NO_STATE) largest = Math.max(largest, network.componentSize[network.stateComponent[state]!]!);
  }
  return largest;
}

/** Decimetres from the start of a directed road to a placement on it. */
export function dmAlong(network: RoadNetwork, placements: Placements, i: number, directed: number): Decimetres {
  const road = directed >> 1;
  const total = network.pointDm[network.roadPointOffset[road + 1]! - 1]!;
  return directed & 1 ? total - placements.dm[i]! : placements.dm[i]!;
}
