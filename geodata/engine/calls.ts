import type { CountyPlaces } from '../catchment/county-places.ts';
import type { Isochrone } from '../catchment/isochrone.ts';
import type { NearestStations } from '../catchment/nearest-stations.ts';
import type { CoverageHexagons, CoverageHexagonsInput } from '../coverage/coverage-hexagons.ts';
import type { CalledPlace, PlaceResponses } from '../dispatch/place-responses.ts';
import type { CooperationGroup } from '../grouping/cooperation-group.ts';
import type { CountingRule } from '../grouping/counting-rule.ts';
import type { Evaluation } from '../grouping/evaluate.ts';
import type { Explanation } from '../grouping/explain.ts';
import type { Proposal } from '../grouping/propose.ts';
import type { CellResolution } from '../hexgrid/cells.ts';
import type { CellShares } from '../hexgrid/share-out.ts';
import type { RoadLength } from '../records/county-records.ts';
import type { NetworkMeta } from '../roads/network.ts';
import type { RoadTrust } from '../roads/trust/road-trust.ts';
import type { Route } from '../travel/route.ts';
import type { RouteCost } from '../travel/route-cost.ts';
import type { ResponseRule } from '../travel/two-limit-rule.ts';
import type { Deciseconds, LonLat, Metres, Minutes } from '../units.ts';
import type { WireError } from '../wire-error.ts';
import type { LiveAnswer, LiveClose, LivePlace, LiveResult, LiveScene } from './live/live-calls.ts';

/** How points are joined to the road, alike for every point of a call. See `SnapOptions`. */
export interface SnapRequest {
  readonly limitMetres?: Metres;
  readonly minComponentStates?: number;
  readonly joinableOnly?: boolean;
}

/** Where a point was joined to the road, and what the estimated leg between costs. */
export interface RoadEnd extends RouteCost {
  readonly coord: LonLat;
  readonly straightMetres: Metres;
}

/**
 * Everything a host may ask of the engine: name -> request and response. Both are plain values and
 * typed arrays, so that they cross a worker's boundary as they are; the arrays of a response are
 * transferred, not copied.
 */
export interface EngineCalls {
  /** Takes a network in. Shared memory stays shared; nothing is copied. Verified against its hash where asked. */
  open: {
    request: { readonly buffer: ArrayBufferLike; readonly verify?: boolean };
    response: { readonly hash: string; readonly meta: NetworkMeta };
  };
  /** Rows are sources, columns targets; `UNREACHED` where there is no route within the limit. Along the road only. */
  matrix: {
    request: {
      readonly sources: readonly LonLat[];
      readonly targets: readonly LonLat[];
      readonly limitDs?: Deciseconds;
      readonly snap?: SnapRequest;
    };
    response: { readonly ds: Uint32Array; readonly dm: Uint32Array };
  };
  /** The catchment job over `stationRange` of the stations (all, by default): rows of `status` are those stations. */
  catchments: {
    request: {
      readonly stations: readonly LonLat[];
      readonly settlements: readonly LonLat[];
      readonly cellCentres: readonly LonLat[];
      readonly rule: ResponseRule;
      readonly nearest: number;
      readonly snap?: SnapRequest;
      readonly stationRange?: readonly [first: number, end: number];
    };
    response: {
      readonly status: Uint8Array;
      readonly settlements: NearestStations;
      readonly cells: NearestStations;
      /** Metres from each point to its place on the road, Infinity with none in reach; `stations` are those of the range. */
      readonly snapMetres: {
        readonly stations: Float64Array;
        readonly settlements: Float64Array;
        readonly cells: Float64Array;
      };
    };
  };
  isochrones: {
    request: {
      readonly origin: LonLat;
      readonly minutes: readonly Minutes[];
      readonly stepMetres?: Metres;
      readonly reachMetres?: Metres;
      readonly snap?: SnapRequest;
    };
    response: { readonly isochrones: readonly Isochrone[] };
  };
  /** The fastest route along the road, or none; and where its ends were joined to the road, undefined out of reach. */
  route: {
    request: { readonly from: LonLat; readonly to: LonLat; readonly snap?: SnapRequest };
    response: {
      readonly route: Route | undefined;
      readonly start: RoadEnd | undefined;
      readonly end: RoadEnd | undefined;
    };
  };
  /** Takes a county's places in, for the calls below; `resolution` is that of the cells that say whose areas touch. */
  openCounty: {
    request: CountyPlaces & { readonly resolution: CellResolution };
    response: { readonly stations: number; readonly settlements: number };
  };
  /** The county's households and people, shared out to the cells of its ground; whatever the rule. */
  shares: { request: { readonly resolution: CellResolution }; response: CellShares };
  /** Cooperation groups, evaluated; proposed where none are given. */
  groups: {
    request: {
      readonly counting: CountingRule;
      readonly groups?: readonly CooperationGroup[];
      readonly maxGroupSize?: number;
    };
    response: { readonly evaluation: Evaluation; readonly proposal: Proposal | undefined };
  };
  /** Who serves one settlement, by index, and why. */
  explain: {
    request: {
      readonly counting: CountingRule;
      readonly groups: readonly CooperationGroup[];
      readonly settlement: number;
    };
    response: { readonly explanation: Explanation };
  };
  /** Every station's response to any place, and whose place it is: by the station it names, else its township, else the road. */
  respond: {
    request: CalledPlace;
    response: PlaceResponses;
  };
  /** How far the network can be trusted, held against the county's places and the books' lengths. */
  trust: { request: { readonly official: readonly RoadLength[] }; response: RoadTrust };
  /** Opens a county whose stations can be moved, in place of the one that was; the calls below need it. */
  liveOpen: { request: LiveScene; response: LiveResult };
  /** Moves, opens or adds a station. */
  livePlace: { request: LivePlace; response: LiveAnswer };
  liveClose: { request: LiveClose; response: LiveAnswer };
  /** Coverage by hexagon, of records as they are shown; no network is needed. */
  coverageHexagons: { request: CoverageHexagonsInput; response: CoverageHexagons };
}

export type CallName = keyof EngineCalls;
export type EngineRequest<Name extends CallName> = EngineCalls[Name]['request'];
export type EngineResponse<Name extends CallName> = EngineCalls[Name]['response'];

/** A call as it crosses to a worker. `id` comes back with the reply. */
export interface EngineMessage<Name extends CallName = CallName> {
  readonly id: number;
  readonly name: Name;
  readonly request: EngineRequest<Name>;
}

/** What comes back: the response, or an error as code and message. */
export type EngineReply =
  | { readonly id: number; readonly response: EngineResponse<CallName> }
  | { readonly id: number; readonly error: WireError };
