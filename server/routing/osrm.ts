import type { LonLat, Metres } from '../../geodata/units.ts';
import { forEachConcurrently } from './concurrency-limit.ts';
import { readNearest, readRoute } from './osrm-answers.ts';
import { OsrmError, osrmUntrustworthy } from './osrm-error.ts';
import { DEFAULT_TABLE_LIMIT, OsrmTables } from './osrm-tables.ts';
import {
  DEFAULT_TRANSPORT,
  type OsrmBody,
  OsrmTransport,
  readBaseUrl,
  type TransportOptions,
} from './osrm-transport.ts';
import { requireLine, requireSnapped } from './plausibility.ts';
import { coordinatesPath, PINNED_RADIUS_METRES } from './table-job.ts';
import type {
  Drive,
  MatrixAnswer,
  NearestAnswer,
  Provenance,
  RouteAnswer,
  SnappedPoint,
  TravelCall,
  TravelTimes,
} from './travel-times.ts';
import { requirePlaces } from './travel-times.ts';

export interface OsrmOptions {
  /** Such as http://127.0.0.1:5000, perhaps with a path. */
  readonly url: string;
  /** A point farther than this from any road has none. */
  readonly snapLimitMetres: Metres;
  /** The profile's name in addresses. osrm-routed takes any; a proxy may choose a server by it. Default `driving`. */
  readonly profile?: string;
  /** The server's `--max-table-size`. Default 100, as the server's. */
  readonly tableLimit?: number;
  readonly transport?: Partial<TransportOptions>;
}

/**
 * Driving times from an osrm-routed server, by its HTTP API v1 (project-osrm.org/docs/v26.4.0/http):
 * nearest, table and route. Points are joined to the road one at a time first, and sent on as these
 * places: OSRM would otherwise move a point by what else the request holds. Every answer is checked
 * before a number of it is used.
 */
export class OsrmTravelTimes implements TravelTimes {
  readonly engine = 'osrm';
  private readonly transport: OsrmTransport;
  private readonly tables: OsrmTables;
  private readonly profile: string;
  private readonly snapLimitMetres: Metres;
  private readonly width: number;

  /** @throws Error for an address, profile or limit that cannot be one */
  constructor({ url, snapLimitMetres, profile = 'driving', tableLimit, transport }: OsrmOptions) {
    if (!/^[\w-]+$/.test(profile)) throw new Error(`An OSRM profile called ${profile}.`);
    if (!(snapLimitMetres >= 0 && snapLimitMetres < Infinity)) throw new Error(`A snap limit of ${snapLimitMetres} m.`);
    this.transport = new OsrmTransport(readBaseUrl(url), transport);
    this.width = transport?.concurrency ?? DEFAULT_TRANSPORT.concurrency;
    this.tables = new OsrmTables(this.transport, profile, tableLimit ?? DEFAULT_TABLE_LIMIT, this.width);
    this.profile = profile;
    this.snapLimitMetres = snapLimitMetres;
  }

  describe(): Provenance {
    return { engine: this.engine, profile: this.profile, source: this.transport.baseUrl };
  }

  async nearest(points: readonly LonLat[], { signal }: TravelCall = {}): Promise<NearestAnswer> {
    return { points: await this.snap(points, signal), provenance: this.describe() };
  }

  async matrix(
    sources: readonly LonLat[],
    targets: readonly LonLat[],
    { signal }: TravelCall = {},
  ): Promise<MatrixAnswer> {
    const snapped = await this.snap([...sources, ...targets], signal);
    const rows = snapped.slice(0, sources.length);
    const columns = snapped.slice(sources.length);
    const table = await this.tables.compute(placesOf(rows), placesOf(columns), signal);
    return {
      seconds: spread(table.seconds, rows, columns),
      metres: spread(table.metres, rows, columns),
      sources: rows,
      targets: columns,
      provenance: this.describe(),
    };
  }

  async route(from: LonLat, to: LonLat, { signal }: TravelCall = {}): Promise<RouteAnswer> {
    const [start, end] = await this.snap([from, to], signal);
    const drive = start && end ? await this.drive(start.coord, end.coord, signal) : undefined;
    return { drive, from: start, to: end, provenance: this.describe() };
  }

  /** One request for each place that is asked for, however often it is. */
  private async snap(
    points: readonly LonLat[],
    signal: AbortSignal | undefined,
  ): Promise<readonly (SnappedPoint | undefined)[]> {
    requirePlaces(points);
    const wanted = new Map(points.map((point) => [coordinatesPath([point]), point]));
    const found = new Map<string, SnappedPoint | undefined>();
    await forEachConcurrently([...wanted], this.width, signal, async ([key, point], _, either) => {
      found.set(key, await this.snapOne(point, either));
    });
    return points.map((point) => found.get(coordinatesPath([point])));
  }

  private async snapOne(point: LonLat, signal: AbortSignal): Promise<SnappedPoint | undefined> {
    const options = `number=1&radiuses=${this.snapLimitMetres}&generate_hints=false`;
    const path = `/nearest/v1/${this.profile}/${coordinatesPath([point])}?${options}`;
    const body = await unlessNone('NoSegment', this.transport.request({ path }, signal));
    if (!body) return undefined;
    const [waypoint] = readNearest(body);
    requireSnapped(point, waypoint, this.snapLimitMetres);
    return { coord: waypoint.location, metres: waypoint.metres };
  }

  private async drive(from: LonLat, to: LonLat, signal: AbortSignal | undefined): Promise<Drive | undefined> {
    const radiuses = `${PINNED_RADIUS_METRES};${PINNED_RADIUS_METRES}`;
    const options = `overview=full&geometries=geojson&radiuses=${radiuses}&generate_hints=false`;
    const path = `/route/v1/${this.profile}/${coordinatesPath([from, to])}?${options}`;
    const request = this.transport.request({ path }, signal ?? new AbortController().signal);
    const body = await unlessNone('NoRoute', request);
    if (!body) return undefined;
    const { seconds, metres, line, waypoints } = readRoute(body, 2);
    if (!line) throw osrmUntrustworthy('wrong-shape', 'the route has no geometry');
    waypoints.forEach((waypoint, i) => {
      requireSnapped(i === 0 ? from : to, waypoint, PINNED_RADIUS_METRES);
    });
    requireLine(line, from, to, metres);
    return { seconds, metres, line };
  }
}

/** What a request answers, or undefined where the server refuses it with the one code that means there is none. */
async function unlessNone(code: 'NoSegment' | 'NoRoute', request: Promise<OsrmBody>): Promise<OsrmBody | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof OsrmError && error.kind === 'refused' && error.code === code) return undefined;
    throw error;
  }
}

function placesOf(points: readonly (SnappedPoint | undefined)[]): LonLat[] {
  return points.flatMap((point) => (point ? [point.coord] : []));
}

/** Puts the cells of the points with a road at their places among all points; the others are NaN. */
function spread(
  cells: Float64Array,
  rows: readonly (SnappedPoint | undefined)[],
  columns: readonly (SnappedPoint | undefined)[],
): Float64Array {
  if (cells.length === rows.length * columns.length) return cells;
  const all = new Float64Array(rows.length * columns.length).fill(Number.NaN);
  let next = 0;
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      if (row && column) all[r * columns.length + c] = cells[next++]!;
    });
  });
  return all;
}
