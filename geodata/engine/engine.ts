import { computeCatchments } from '../catchment/catchments.ts';
import type { CountyPlaces } from '../catchment/county-places.ts';
import { sharesOfCounty } from '../catchment/county-shares.ts';
import { isochrones } from '../catchment/isochrone.ts';
import { emptyNearest, type NearestStations, NO_STATION } from '../catchment/nearest-stations.ts';
import { coverageHexagons } from '../coverage/coverage-hexagons.ts';
import { respondToPlace } from '../dispatch/place-responses.ts';
import {
  evaluateCountyGroups,
  explainCountySettlement,
  type GroupingDesk,
  openGroupingDesk,
  proposeCountyGroups,
} from '../grouping/grouping-desk.ts';
import { openNetwork, type RoadNetwork, verifyNetwork } from '../roads/network.ts';
import { NO_ROAD, type Placements, snapPoints } from '../roads/snap.ts';
import { roadTrust } from '../roads/trust/road-trust.ts';
import { travelMatrix } from '../travel/matrix.ts';
import { offRoadLeg } from '../travel/off-road.ts';
import { routeTo } from '../travel/route.ts';
import { TwoLimitRule } from '../travel/two-limit-rule.ts';
import { type LonLat, MICRODEGREES_PER_DEGREE } from '../units.ts';
import { wireError } from '../wire-error.ts';
import type {
  CallName,
  EngineCalls,
  EngineMessage,
  EngineReply,
  EngineRequest,
  EngineResponse,
  RoadEnd,
} from './calls.ts';
import { LiveSession } from './live/live-session.ts';

/** What a host needs to put an engine behind a message port of any kind. */
export interface EnginePort {
  readonly post: (reply: EngineReply, transfer: ArrayBuffer[]) => void;
}

type Handlers = { readonly [Name in CallName]: (request: EngineRequest<Name>) => EngineResponse<Name> };

/**
 * The one door for hosts: an engine holds one open network and answers calls on it. The same calls
 * give the same bytes on the main thread, in a Node worker and in a browser worker.
 */
export class Engine {
  private network: RoadNetwork | undefined;
  private rule: TwoLimitRule | undefined;
  private desk: GroupingDesk | undefined;
  private places: CountyPlaces | undefined;
  private live: LiveSession | undefined;
  private readonly handlers: Handlers = {
    open: (request) => this.open(request),
    matrix: (request) => this.matrix(request),
    catchments: (request) => this.catchments(request),
    isochrones: (request) => this.isochrones(request),
    route: (request) => this.route(request),
    openCounty: (request) => this.openCounty(request),
    shares: (request) => this.shares(request),
    groups: (request) => this.groups(request),
    explain: (request) => this.explain(request),
    respond: (request) => respondToPlace(this.county(), request),
    trust: (request) => this.trust(request),
    liveOpen: (request) => this.liveOpen(request),
    livePlace: (request) => this.session().place(request),
    liveClose: (request) => this.session().close(request),
    coverageHexagons,
  };

  /** @throws GeodataError, or Error for a caller's mistake */
  call<Name extends CallName>(name: Name, request: EngineRequest<Name>): EngineResponse<Name> {
    return this.handlers[name](request);
  }

  /** Answers one message; whatever goes wrong goes back as code and message. */
  answer(message: EngineMessage, port: EnginePort): void {
    let reply: EngineReply;
    try {
      reply = { id: message.id, response: this.call(message.name, message.request) };
    } catch (error) {
      reply = { id: message.id, error: wireError(error) };
    }
    port.post(reply, 'response' in reply ? buffersOf(reply.response) : []);
  }

  private open({ buffer, verify }: EngineRequest<'open'>): EngineResponse<'open'> {
    const network = openNetwork(buffer);
    if (verify) verifyNetwork(network);
    this.network = network;
    this.rule = undefined;
    this.desk = undefined;
    this.places = undefined;
    this.live = undefined;
    return { hash: network.hash, meta: network.meta };
  }

  private matrix(request: EngineRequest<'matrix'>): EngineResponse<'matrix'> {
    const { network, fastest } = this.decider();
    const sources = snapPoints(network, request.sources, request.snap);
    const targets = snapPoints(network, request.targets, request.snap);
    return travelMatrix(network, sources, targets, request.limitDs, fastest);
  }

  private catchments(request: EngineRequest<'catchments'>): EngineResponse<'catchments'> {
    const rule = this.decider();
    const place = (coords: readonly LonLat[]) => ({
      coords,
      placements: snapPoints(rule.network, coords, request.snap),
    });
    const [first, end] = request.stationRange ?? [0, request.stations.length];
    const stations = place(request.stations.slice(first, end));
    const settlements = place(request.settlements);
    const cells = place(request.cellCentres);
    const found = computeCatchments(rule, stations, settlements, cells.placements, request);
    return {
      status: found.status,
      settlements: renumbered(found.settlements, first),
      cells: renumbered(found.cells, first),
      snapMetres: {
        stations: stations.placements.metres,
        settlements: settlements.placements.metres,
        cells: cells.placements.metres,
      },
    };
  }

  private trust({ official }: EngineRequest<'trust'>): EngineResponse<'trust'> {
    const { network } = this.decider();
    if (!this.places) throw new Error('No county is open.');
    const { settlements, boundary } = this.places;
    return roadTrust(network, { settlements, boundary, official });
  }

  private isochrones({ origin, minutes, ...options }: EngineRequest<'isochrones'>): EngineResponse<'isochrones'> {
    const { network, fastest } = this.decider();
    return { isochrones: isochrones(network, origin, minutes, { ...options, tree: fastest }) };
  }

  private route({ from, to, snap }: EngineRequest<'route'>): EngineResponse<'route'> {
    const { network, fastest } = this.decider();
    const ends = snapPoints(network, [from, to], snap);
    fastest.grow(ends, 0);
    const [start, end] = [0, 1].map((i) => roadEnd(network, ends, i));
    return { route: routeTo(fastest, ends, 0, ends, 1), start, end };
  }

  private openCounty({ resolution, ...places }: EngineRequest<'openCounty'>): EngineResponse<'openCounty'> {
    this.desk = openGroupingDesk(this.decider().network, places, resolution);
    this.places = places;
    return { stations: places.stations.length, settlements: places.settlements.length };
  }

  private shares({ resolution }: EngineRequest<'shares'>): EngineResponse<'shares'> {
    if (!this.places) throw new Error('No county is open.');
    return sharesOfCounty(this.places, resolution);
  }

  private groups({ counting, groups, maxGroupSize }: EngineRequest<'groups'>): EngineResponse<'groups'> {
    const desk = this.county();
    const proposal = groups ? undefined : proposeCountyGroups(desk, counting, maxGroupSize);
    return { evaluation: evaluateCountyGroups(desk, groups ?? proposal?.groups ?? [], counting), proposal };
  }

  private explain({ counting, groups, settlement }: EngineRequest<'explain'>): EngineResponse<'explain'> {
    return { explanation: explainCountySettlement(this.county(), groups, counting, settlement) };
  }

  private liveOpen(request: EngineRequest<'liveOpen'>): EngineResponse<'liveOpen'> {
    this.live = new LiveSession(this.decider(), request);
    return this.live.result();
  }

  private session(): LiveSession {
    if (!this.live) throw new Error('No live session is open.');
    return this.live;
  }

  private county(): GroupingDesk {
    if (!this.desk) throw new Error('No county is open.');
    return this.desk;
  }

  private decider(): TwoLimitRule {
    if (!this.network) throw new Error('No network is open.');
    this.rule ??= new TwoLimitRule(this.network);
    return this.rule;
  }
}

function roadEnd(network: RoadNetwork, placements: Placements, i: number): RoadEnd | undefined {
  if (placements.road[i] === NO_ROAD) return undefined;
  const coord: LonLat = [
    placements.lonE6[i]! / MICRODEGREES_PER_DEGREE,
    placements.latE6[i]! / MICRODEGREES_PER_DEGREE,
  ];
  return { coord, straightMetres: placements.metres[i]!, ...offRoadLeg(network, placements, i) };
}

/** Station indexes of a range, counted from the first of all stations. */
function renumbered(nearest: NearestStations, first: number): NearestStations {
  if (first === 0) return nearest;
  const { station, n, ds, dm } = nearest;
  const all = emptyNearest(station.length / n, n);
  all.ds.set(ds);
  all.dm.set(dm);
  for (let i = 0; i < station.length; i++)
    all.station[i] = station[i] === NO_STATION ? NO_STATION : station[i]! + first;
  return all;
}

/** The buffers of the typed arrays in a response, however deep, each once: they change hands. */
function buffersOf(response: EngineCalls[CallName]['response']): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    } else if (Array.isArray(value)) {
      // Coordinates are plain numbers: only objects can hold a column.
      for (const item of value) if (typeof item === 'object') visit(item);
    } else if (value && typeof value === 'object') {
      for (const item of Object.values(value)) visit(item);
    }
  };
  visit(response);
  return [...buffers];
}
