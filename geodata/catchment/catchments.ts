import { distanceMetres } from '../roads/ruler.ts';
import { NO_ROAD, type Placements } from '../roads/snap.ts';
import { offRoadLeg } from '../travel/off-road.ts';
import { type RouteCost, UNREACHED } from '../travel/route-cost.ts';
import { type ResponseRule, type TwoLimitRule, tightened, type Verdict } from '../travel/two-limit-rule.ts';
import type { Deciseconds, LonLat, Metres } from '../units.ts';
import { MICRODEGREES_PER_DEGREE } from '../units.ts';
import { emptyNearest, type NearestStations, offerStation } from './nearest-stations.ts';

/** Codes of `Catchments.status`. */
export const STATUS_FAIL = 0;
export const STATUS_PASS = 1;
export const STATUS_MARGINAL = 2;

/** A set of points with their places on the road. */
export interface PlacedPoints {
  readonly coords: readonly LonLat[];
  readonly placements: Placements;
}

/** Who is reached by which station: rows are stations, columns settlements, row-major. */
export interface Catchments {
  /** `STATUS_PASS`, `STATUS_MARGINAL` or `STATUS_FAIL` under the rule, decided exactly. */
  readonly status: Uint8Array;
  /**
   * The n soonest stations of each settlement and of each cell, whether or not within the rule's length:
   * with 且 on the road those that take less than the rule's time, else all that a road leads from.
   */
  readonly settlements: NearestStations;
  readonly cells: NearestStations;
}

export interface CatchmentOptions {
  readonly rule: ResponseRule;
  /** How many stations to keep for each settlement and cell. */
  readonly nearest: number;
}

/**
 * Catchments of stations over settlements, and the soonest stations of settlements and cells, in one
 * pass: a tree a station, bounded by the rule's time where the rule bounds it.
 * @param rule a decider for the network on which all points are placed
 */
export function computeCatchments(
  rule: TwoLimitRule,
  stations: PlacedPoints,
  settlements: PlacedPoints,
  cells: Placements,
  options: CatchmentOptions,
): Catchments {
  const count = settlements.coords.length;
  const settlementPass = newPass(rule, settlements.placements, options.nearest);
  const cellPass = newPass(rule, cells, options.nearest);
  const status = new Uint8Array(stations.coords.length * count);
  // Only 且 on the road confines every pass to the rule's minutes; the other readings look farther.
  const bounded = options.rule.combine === 'and' && options.rule.metric === 'road';
  for (let station = 0; station < stations.coords.length; station++) {
    if (stations.placements.road[station] === NO_ROAD) continue;
    const leg = offRoadLeg(rule.network, stations.placements, station);
    const limit = options.rule.limitDs - 1 - leg.ds;
    if (bounded && limit < 0) continue;
    rule.from(stations.placements, station, bounded ? { ds: limit, dm: options.rule.limitDm } : {});
    const within = bounded ? options.rule.limitDs : Infinity;
    offerAll(rule, settlementPass, station, leg, within);
    offerAll(rule, cellPass, station, leg, within);
    const row = status.subarray(station * count, (station + 1) * count);
    if (bounded) decideBounded(rule, settlementPass, row, stations.coords[station]!, settlements, options.rule);
    else decideAll(rule, row, stations.coords[station]!, settlements, options.rule);
  }
  return { status, settlements: settlementPass.nearest, cells: cellPass.nearest };
}

/** Metres between two points in a straight line, good to about 0.1 % over 100 km. */
export function straightMetres(a: LonLat, b: LonLat): Metres {
  const e6 = MICRODEGREES_PER_DEGREE;
  return distanceMetres(a[0] * e6, a[1] * e6, b[0] * e6, b[1] * e6);
}

/** One set of targets and the columns that one station after another fills for it. */
interface Pass {
  readonly placements: Placements;
  readonly nearest: NearestStations;
  /** Off-road leg of each target. */
  readonly legDs: Uint32Array;
  readonly legDm: Uint32Array;
  /** Of the station at hand, both legs included; `UNREACHED` beyond its tree. */
  readonly ds: Uint32Array;
  readonly dm: Uint32Array;
}

function newPass(rule: TwoLimitRule, placements: Placements, n: number): Pass {
  const { count } = placements;
  const pass: Pass = {
    placements,
    nearest: emptyNearest(count, n),
    legDs: new Uint32Array(count),
    legDm: new Uint32Array(count),
    ds: new Uint32Array(count),
    dm: new Uint32Array(count),
  };
  for (let i = 0; i < count; i++) {
    const leg = offRoadLeg(rule.network, placements, i);
    pass.legDs[i] = leg.ds;
    pass.legDm[i] = leg.dm;
  }
  return pass;
}

/** @param within deciseconds, exclusive, both off-road legs included: what takes as long or longer is out of reach */
function offerAll(rule: TwoLimitRule, pass: Pass, station: number, leg: RouteCost, within: Deciseconds): void {
  const { ds, dm, nearest } = pass;
  rule.fastest.costsTo(pass.placements, ds, dm);
  for (let i = 0; i < ds.length; i++) {
    if (ds[i] === UNREACHED) continue;
    const totalDs = ds[i]! + leg.ds + pass.legDs[i]!;
    const totalDm = dm[i]! + leg.dm + pass.legDm[i]!;
    if (totalDs >= within) {
      ds[i] = UNREACHED;
      continue;
    }
    ds[i] = totalDs;
    dm[i] = totalDm;
    offerStation(nearest, i, station, totalDs, totalDm);
  }
}

/** The fastest route decides in line; only where it is quick enough and too long is the exact decision asked for. */
function decideBounded(
  rule: TwoLimitRule,
  pass: Pass,
  row: Uint8Array,
  from: LonLat,
  settlements: PlacedPoints,
  limits: ResponseRule,
): void {
  const plain = tightened(limits);
  for (let i = 0; i < row.length; i++) {
    const ds = pass.ds[i]!;
    const dm = pass.dm[i]!;
    if (ds === UNREACHED || ds >= limits.limitDs) continue;
    if (ds < plain.limitDs && dm <= plain.limitDm) row[i] = STATUS_PASS;
    else if (ds >= plain.limitDs && dm <= limits.limitDm) row[i] = STATUS_MARGINAL;
    else row[i] = exactStatus(rule, i, from, settlements, limits);
  }
}

function decideAll(
  rule: TwoLimitRule,
  row: Uint8Array,
  from: LonLat,
  settlements: PlacedPoints,
  limits: ResponseRule,
): void {
  for (let i = 0; i < row.length; i++) row[i] = exactStatus(rule, i, from, settlements, limits);
}

function exactStatus(
  rule: TwoLimitRule,
  target: number,
  from: LonLat,
  settlements: PlacedPoints,
  limits: ResponseRule,
): number {
  const straight = straightMetres(from, settlements.coords[target]!);
  return statusCode(rule.decide(settlements.placements, target, straight, limits));
}

/** A verdict's status as a code of `Catchments.status`. */
export function statusCode({ status }: Verdict): number {
  if (status === 'fail') return STATUS_FAIL;
  return status === 'pass' ? STATUS_PASS : STATUS_MARGINAL;
}
