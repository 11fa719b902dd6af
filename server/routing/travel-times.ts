import type { LonLat, Metres, Seconds } from '../../geodata/units.ts';

export type TravelEngine = 'embedded' | 'osrm';

/** Something a reader of an answer must be told, in both languages. `code` is for programs. */
export interface ProvenanceNote {
  readonly code: 'osrm-unavailable';
  readonly zh: string;
  readonly en: string;
}

/** Who computed an answer, and on what. Part of every answer and of every stored result. */
export interface Provenance {
  readonly engine: TravelEngine;
  /** The speed profile: of the embedded network, or the profile name in the OSRM server's addresses. */
  readonly profile: string;
  /** What was driven on: the embedded network's hash, or the OSRM server's address. */
  readonly source: string;
  /** Present where the engine is not the one that was to answer. */
  readonly note?: ProvenanceNote;
}

/** A point's place on the road. */
export interface SnappedPoint {
  /** Degrees, whole millionths. */
  readonly coord: LonLat;
  /** Straight distance from the point to `coord`. */
  readonly metres: Metres;
}

/** Places of points on the road, in the order asked; undefined where no road lies within the snap limit. */
export interface NearestAnswer {
  readonly points: readonly (SnappedPoint | undefined)[];
  readonly provenance: Provenance;
}

/** Rows are sources, columns targets: the pair (s, t) stands at `s * targets.length + t` of both columns. */
export interface MatrixAnswer {
  /** Driving time of the fastest route along the road; NaN where there is no route or a point has no road. */
  readonly seconds: Float64Array;
  /** Length of that same route, metres; NaN where `seconds` is. */
  readonly metres: Float64Array;
  readonly sources: readonly (SnappedPoint | undefined)[];
  readonly targets: readonly (SnappedPoint | undefined)[];
  readonly provenance: Provenance;
}

/** A drive along the road from one snapped point to another. Off-road legs are not part of it. */
export interface Drive {
  readonly seconds: Seconds;
  readonly metres: Metres;
  /** Degrees, from start to end; two points or more, or one where start and end are the same place. */
  readonly line: readonly LonLat[];
}

/** The fastest route; `drive` is undefined where there is none or an end has no road. */
export interface RouteAnswer {
  readonly drive: Drive | undefined;
  readonly from: SnappedPoint | undefined;
  readonly to: SnappedPoint | undefined;
  readonly provenance: Provenance;
}

export interface TravelCall {
  /** Ends the call; it then fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Driving times by whichever engine: the embedded one or an OSRM server. Each pair is an answer of its
 * own: adding a point changes no other pair. One answer comes from one engine, whole.
 *
 * Points are degrees. All methods throw `Error` for a coordinate that is not a place on earth, the
 * signal's reason where it aborts, and what the engine throws: `GeodataError` or `OsrmError`.
 */
export interface TravelTimes {
  readonly engine: TravelEngine;
  /** Joins points to their nearest roads, whatever these lead to. */
  nearest(points: readonly LonLat[], call?: TravelCall): Promise<NearestAnswer>;
  matrix(sources: readonly LonLat[], targets: readonly LonLat[], call?: TravelCall): Promise<MatrixAnswer>;
  route(from: LonLat, to: LonLat, call?: TravelCall): Promise<RouteAnswer>;
  /** What answers will say of themselves while nothing fails. */
  describe(): Provenance;
}

/** @throws Error for a point that is not a longitude and latitude in degrees */
export function requirePlaces(points: readonly LonLat[]): void {
  points.forEach(([lon, lat], i) => {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new Error(`Point ${i} is at ${lon}, ${lat}.`);
  });
}
