import { unknownId } from '../errors.ts';
import type { RoadNetwork } from '../roads/network.ts';
import type { Placements } from '../roads/snap.ts';
import { travelMatrix } from '../travel/matrix.ts';
import { offRoadLeg } from '../travel/off-road.ts';
import { UNREACHED } from '../travel/route-cost.ts';
import type { TravelTree } from '../travel/tree.ts';
import type { Deciseconds } from '../units.ts';
import { straightMetres } from './catchments.ts';
import type { Settlement, Station } from './places.ts';

/**
 * How a settlement came to its own station:
 * - `stated`: its row names the station. - `township`: its township has exactly one station.
 * - `township-nearest`: the quickest by road of its township's several stations.
 * - `nearest`: the quickest by road of all, where its township is not given or has no station.
 * - `straight-line`: none of those in question leads there by road, so the nearest of them as the crow
 *   flies; an emergency answer, to be shown as one.
 */
export type OwnStationRule = 'stated' | 'township' | 'township-nearest' | 'nearest' | 'straight-line';

/** The station 属地派出所 that a settlement belongs to. */
export interface OwnStation {
  /** Index into the stations. */
  readonly station: number;
  readonly rule: OwnStationRule;
}

/** Driving time from a station to a settlement, both by index, off-road legs included; undefined where no road leads there. */
export type DrivingTimes = (station: number, settlement: number) => Deciseconds | undefined;

/**
 * The own station of each settlement, in the settlements' order (属地原则: the row first, then the
 * township, then the road). Among equals the station that stands first in the list is taken. Without
 * `drivingTimes`, whatever the tables leave open is decided by straight distance and says so.
 * @throws GeodataError `unknown-id` where a row names a station that is not in the list
 * @throws Error where there are settlements and no station
 */
export function assignOwnStations(
  stations: readonly Station[],
  settlements: readonly Settlement[],
  drivingTimes: DrivingTimes = () => undefined,
): OwnStation[] {
  if (stations.length === 0 && settlements.length > 0) {
    throw new Error(`There is no station for ${settlements.length} settlements.`);
  }
  const indexOfId = new Map(stations.map(({ id }, index) => [id, index]));
  const all = stations.map((_, index) => index);
  const ofTownship = stationsByTownship(stations);
  return settlements.map((settlement, index): OwnStation => {
    const { stationId, township, coord } = settlement;
    if (stationId !== undefined) return { station: statedStation(indexOfId, stationId), rule: 'stated' };
    const local = (township === undefined ? undefined : ofTownship.get(township)) ?? [];
    if (local.length === 1) return { station: local[0]!, rule: 'township' };
    const candidates = local.length > 0 ? local : all;
    const quickest = leastBy(candidates, (station) => drivingTimes(station, index));
    if (quickest !== undefined) return { station: quickest, rule: local.length > 0 ? 'township-nearest' : 'nearest' };
    const closest = leastBy(candidates, (station) => straightMetres(stations[station]!.coord, coord));
    return { station: closest ?? 0, rule: 'straight-line' };
  });
}

/**
 * Driving times of every station to every settlement, off-road legs at both ends included, for
 * `assignOwnStations`.
 * @param tree one to grow with, where the caller keeps one for the network
 */
export function drivingTimesOf(
  network: RoadNetwork,
  stations: Placements,
  settlements: Placements,
  tree?: TravelTree,
): DrivingTimes {
  const { ds } = travelMatrix(network, stations, settlements, UNREACHED - 1, tree);
  return (station, settlement) => {
    const driven = ds[station * settlements.count + settlement];
    if (driven === undefined) throw new Error(`No driving time from station ${station} to settlement ${settlement}.`);
    if (driven === UNREACHED) return undefined;
    return driven + offRoadLeg(network, stations, station).ds + offRoadLeg(network, settlements, settlement).ds;
  };
}

function stationsByTownship(stations: readonly Station[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  stations.forEach(({ township }, index) => {
    if (township === undefined) return;
    const known = found.get(township);
    if (known) known.push(index);
    else found.set(township, [index]);
  });
  return found;
}

function statedStation(indexOfId: ReadonlyMap<string, number>, id: string): number {
  const index = indexOfId.get(id);
  if (index === undefined) throw unknownId('station', id);
  return index;
}

/** The first candidate with the least value; undefined where none has one. */
function leastBy(candidates: readonly number[], value: (candidate: number) => number | undefined): number | undefined {
  let best: number | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const found = value(candidate);
    if (found !== undefined && found < least) {
      least = found;
      best = candidate;
    }
  }
  return best;
}
