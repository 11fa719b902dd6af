import type { RoadNetwork } from '../../../geodata/roads/network.ts';
import { NO_ROAD, type Placements, snapPoints } from '../../../geodata/roads/snap.ts';
import { travelMatrix } from '../../../geodata/travel/matrix.ts';
import { routeTo } from '../../../geodata/travel/route.ts';
import { UNREACHED } from '../../../geodata/travel/route-cost.ts';
import { TravelTree } from '../../../geodata/travel/tree.ts';
import type { LonLat } from '../../../geodata/units.ts';
import { type LocalServer, type SeenRequest, sendJson, serve } from './local-server.ts';

/** How a fake server differs from osrm-routed at its defaults. */
export interface FakeOsrmOptions {
  /** `--max-table-size`. Default 100. */
  readonly tableLimit?: number;
  /** A server before 26.8, which reads only the address of a POST. */
  readonly withoutPost?: boolean;
  /** Longest address; beyond it the connection closes without a word. Default: none. */
  readonly mostPathCharacters?: number;
  /** What a lying server makes of a true answer. */
  readonly lie?: (body: Record<string, unknown>, service: string) => unknown;
}

/** Undefined where there is no route. */
type Body = Record<string, unknown> | undefined;

/** What a request asks, from its address or its body. */
interface Question {
  readonly service: string;
  readonly coordinates: readonly LonLat[];
  readonly sources: readonly number[];
  readonly destinations: readonly number[];
  readonly radiuses: readonly number[];
}

/** A local server that answers nearest, table and route as osrm-routed does, from an open network. */
export function serveFakeOsrm(network: RoadNetwork, options: FakeOsrmOptions = {}): Promise<LocalServer> {
  return serve((request, response) => {
    if (request.path.length > (options.mostPathCharacters ?? Infinity)) {
      response.destroy();
      return;
    }
    const question = options.withoutPost || request.method === 'GET' ? readAddress(request.path) : readPost(request);
    const { status, body } = question ? answerTo(network, question, options) : refusal('InvalidUrl');
    sendJson(response, status, body);
  });
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const SERVICES: Readonly<Record<string, (network: RoadNetwork, placed: Placements, question: Question) => Body>> = {
  nearest: nearestBody,
  table: tableBody,
  route: routeBody,
};

function answerTo(network: RoadNetwork, question: Question, options: FakeOsrmOptions): Answer {
  const { service, coordinates, radiuses, sources, destinations } = question;
  const limit = options.tableLimit ?? 100;
  if (service === 'table' && sources.length * destinations.length > limit * limit) return refusal('TooBig');
  const placed = placeAll(network, coordinates, radiuses);
  if (placed.road.includes(NO_ROAD)) return refusal('NoSegment');
  const body = SERVICES[service]?.(network, placed, question);
  if (!body) return refusal('NoRoute');
  return { status: 200, body: options.lie ? options.lie(body, service) : body };
}

/** Far fewer than OSRM's 1,000, so that small scenes have fragments. */
const LARGE_COMPONENT_STATES = 10;

/**
 * Each coordinate within its own radius, by OSRM's rule: the nearest road for a coordinate alone; among several, the
 * nearest road of a large component where one comes within the radius. So a point on a fragment moves, by what else the
 * request holds, unless its radius keeps it.
 */
function placeAll(network: RoadNetwork, coordinates: readonly LonLat[], radiuses: readonly number[]): Placements {
  const radiusOf = (i: number) => radiuses[i] ?? Infinity;
  const placed = snapPoints(network, coordinates);
  const large = snapPoints(network, coordinates, { minComponentStates: LARGE_COMPONENT_STATES });
  for (let i = 0; i < placed.count; i++) {
    if (placed.count > 1 && large.metres[i]! <= radiusOf(i)) copyPlacement(large, placed, i);
    if (placed.metres[i]! > radiusOf(i)) placed.road[i] = NO_ROAD;
  }
  return placed;
}

const COLUMNS = ['road', 'forwardDs', 'backwardDs', 'dm', 'lonE6', 'latE6', 'segment', 'metres'] as const;

function copyPlacement(source: Placements, target: Placements, i: number): void {
  for (const column of COLUMNS) target[column][i] = source[column][i]!;
}

function nearestBody(_: RoadNetwork, placed: Placements): Body {
  return { code: 'Ok', waypoints: [waypoint(placed, 0)] };
}

function tableBody(network: RoadNetwork, placed: Placements, { sources, destinations }: Question): Body {
  const { ds, dm } = travelMatrix(network, placed, placed);
  const rows = (column: Uint32Array) =>
    sources.map((s) =>
      destinations.map((t) => {
        const cell = column[s * placed.count + t]!;
        return cell === UNREACHED ? null : cell / 10;
      }),
    );
  return {
    code: 'Ok',
    durations: rows(ds),
    distances: rows(dm),
    sources: sources.map((s) => waypoint(placed, s)),
    destinations: destinations.map((t) => waypoint(placed, t)),
  };
}

function routeBody(network: RoadNetwork, placed: Placements): Body {
  const tree = new TravelTree(network);
  tree.grow(placed, 0);
  const route = routeTo(tree, placed, 0, placed, 1);
  if (!route) return undefined;
  const line = route.line.length > 1 ? route.line : [...route.line, ...route.line];
  const geometry = { type: 'LineString', coordinates: line };
  const routes = [{ duration: route.ds / 10, distance: route.dm / 10, geometry }];
  return { code: 'Ok', routes, waypoints: [waypoint(placed, 0), waypoint(placed, 1)] };
}

function waypoint({ lonE6, latE6, metres }: Placements, i: number) {
  return { hint: '', name: '', location: [lonE6[i]! / 1e6, latE6[i]! / 1e6], distance: metres[i] };
}

/** `/service/v1/profile/lon,lat;lon,lat?option=value`; undefined for an address without coordinates. */
function readAddress(address: string): Question | undefined {
  const url = new URL(address, 'http://127.0.0.1');
  const [, service, version, , coordinates] = url.pathname.split('/');
  if (!service || version !== 'v1' || !coordinates) return undefined;
  const numbers = (name: string) => (url.searchParams.get(name) ?? '').split(';').filter(Boolean).map(Number);
  return {
    service,
    coordinates: coordinates.split(';').map((pair) => pair.split(',').map(Number) as unknown as LonLat),
    sources: numbers('sources'),
    destinations: numbers('destinations'),
    radiuses: numbers('radiuses'),
  };
}

function readPost({ path, body }: SeenRequest): Question {
  return { ...(JSON.parse(body) as Omit<Question, 'service'>), service: path.split('/')[1] ?? '' };
}

function refusal(code: string): Answer {
  return { status: 400, body: { code, message: '' } };
}
