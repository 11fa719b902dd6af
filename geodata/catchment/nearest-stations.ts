import { UNREACHED } from '../travel/route-cost.ts';

/** In `NearestStations.station`: fewer stations than places in the list are within reach. */
export const NO_STATION = 0xffffffff;

/**
 * For each point the n stations that drive there soonest, in order: row-major, entry k of point i at
 * `i * n + k`. Times and lengths are those of the fastest route, off-road legs included.
 */
export interface NearestStations {
  readonly n: number;
  /** Station index, or `NO_STATION`. */
  readonly station: Uint32Array;
  /** Deciseconds, or `UNREACHED`. */
  readonly ds: Uint32Array;
  /** Decimetres, or `UNREACHED`. */
  readonly dm: Uint32Array;
}

export function emptyNearest(points: number, n: number): NearestStations {
  return {
    n,
    station: new Uint32Array(points * n).fill(NO_STATION),
    ds: new Uint32Array(points * n).fill(UNREACHED),
    dm: new Uint32Array(points * n).fill(UNREACHED),
  };
}

/**
 * Enters a station in a point's list. The order is by time, then length, then station index, so that
 * the list does not depend on the order in which stations are offered.
 */
export function offerStation(nearest: NearestStations, point: number, station: number, ds: number, dm: number): void {
  const { n, station: stations, ds: times, dm: lengths } = nearest;
  const first = point * n;
  const last = first + n - 1;
  if (!precedes(ds, dm, station, nearest, last)) return;
  let at = last;
  while (at > first && precedes(ds, dm, station, nearest, at - 1)) {
    stations[at] = stations[at - 1]!;
    times[at] = times[at - 1]!;
    lengths[at] = lengths[at - 1]!;
    at--;
  }
  stations[at] = station;
  times[at] = ds;
  lengths[at] = dm;
}

/** Joins lists made for different stations, as by several threads: the same answer as one pass over all. */
export function mergeNearest(into: NearestStations, from: NearestStations): void {
  if (from.n !== into.n || from.station.length !== into.station.length) {
    throw new Error(`Lists of ${from.station.length} / ${from.n} do not fit ${into.station.length} / ${into.n}.`);
  }
  for (let i = 0; i < from.station.length; i++) {
    const station = from.station[i]!;
    if (station !== NO_STATION) offerStation(into, Math.floor(i / from.n), station, from.ds[i]!, from.dm[i]!);
  }
}

function precedes(ds: number, dm: number, station: number, nearest: NearestStations, at: number): boolean {
  const otherDs = nearest.ds[at]!;
  if (ds !== otherDs) return ds < otherDs;
  const otherDm = nearest.dm[at]!;
  return dm !== otherDm ? dm < otherDm : station < nearest.station[at]!;
}
