import type { NearestStations } from '../../catchment/nearest-stations.ts';
import type { SnapOptions } from '../../roads/snap.ts';
import type { ResponseRule } from '../../travel/two-limit-rule.ts';
import type { LonLat } from '../../units.ts';

/** Who answers for whom, where stations are grouped; without it any station may serve any settlement. */
export interface LiveGroups {
  /** For each station the index of its central station; its own where it stands alone. */
  readonly centreOf: readonly number[];
  /** For each settlement the index of its own station 属地; where left out, the soonest station, as stations move. */
  readonly stationOf?: readonly number[];
}

/** What a live session is opened over. Settlements and cells stay where they are; stations can be moved. */
export interface LiveScene {
  readonly stations: readonly LonLat[];
  readonly settlements: readonly LonLat[];
  readonly cellCentres: readonly LonLat[];
  readonly rule: ResponseRule;
  /** How far cells look for their soonest station, where that is not by `rule`: maps colour what lies beyond it too. */
  readonly cellRule?: ResponseRule;
  readonly snap?: SnapOptions;
  readonly groups?: LiveGroups;
}

/**
 * Puts a station somewhere: one that moves, a closed one that opens, or, with the index one past the
 * last, a new one (which joins no group but its own). `generation` is a whole number above zero and
 * above that of the last call for this station; a call that is not is stale.
 */
export interface LivePlace {
  readonly station: number;
  readonly coord: LonLat;
  readonly generation: number;
}

/** Closes a station: it reaches nothing until it is placed again. `generation` as for `LivePlace`. */
export interface LiveClose {
  readonly station: number;
  readonly generation: number;
}

/** How many settlements have which status; together all of them. */
export interface LiveCounts {
  readonly pass: number;
  readonly marginal: number;
  readonly fail: number;
}

/**
 * The county as it now stands, in arrays of its own that change hands. `settlements` and `cells` are
 * byte for byte those of the call `catchments` over the open stations, under their indexes here
 * (`cells` under `cellRule`, where there is one).
 */
export interface LiveResult {
  /** The soonest station of each settlement and cell (n is 1). */
  readonly settlements: NearestStations;
  readonly cells: NearestStations;
  /**
   * Code of each settlement (`STATUS_PASS` and so on): of its own station's centre where there are
   * groups, failed where that is closed or no station is its own; else the best of all open stations.
   */
  readonly status: Uint8Array;
  readonly counts: LiveCounts;
  /** Metres from each station to its place on the road; Infinity with none in reach, NaN for a closed one. */
  readonly stationMetres: Float64Array;
}

/** The answer to one change; `result` is undefined where the call was stale, and nothing was changed. */
export interface LiveAnswer {
  readonly generation: number;
  readonly result: LiveResult | undefined;
}
