import type { LonLat, Metres, Seconds } from '../../geodata/units.ts';
import { osrmUntrustworthy } from './osrm-error.ts';
import type { OsrmBody } from './osrm-transport.ts';
import { requirePlausibleTravel } from './plausibility.ts';

/** A coordinate as the server joined it to the road. Hints and names are left aside. */
export interface OsrmWaypoint {
  readonly location: LonLat;
  /** Straight distance from the coordinate asked. */
  readonly metres: Metres;
}

/** Row-major, NaN for null. What the answer does not hold is undefined: only what was asked for is there. */
export interface OsrmTable {
  readonly seconds: Float64Array | undefined;
  readonly metres: Float64Array | undefined;
  readonly sources: readonly OsrmWaypoint[] | undefined;
  readonly targets: readonly OsrmWaypoint[] | undefined;
}

export interface OsrmRoute {
  readonly seconds: Seconds;
  readonly metres: Metres;
  /** Undefined where the answer was asked for without geometry. */
  readonly line: readonly LonLat[] | undefined;
  readonly waypoints: readonly OsrmWaypoint[];
}

/**
 * The waypoints of a `nearest` answer, nearest first, at least one.
 * @throws OsrmError `wrong-shape`
 */
export function readNearest(body: OsrmBody): readonly [OsrmWaypoint, ...OsrmWaypoint[]] {
  const [first, ...others] = readWaypoints(body['waypoints'], 'waypoints');
  if (!first) throw wrongShape('waypoints is empty');
  return [first, ...others];
}

/**
 * The columns of a `table` answer of `sources` rows and `targets` columns.
 * @throws OsrmError `wrong-shape`; `implausible` for times and lengths that no drive has, and for guesses
 * by `fallback_speed`, which we never ask for
 */
export function readTable(body: OsrmBody, sources: number, targets: number): OsrmTable {
  const guesses = optional(body, 'fallback_speed_cells', (value) => requireList(value, 'fallback_speed_cells'));
  if (guesses && guesses.length > 0) throw osrmUntrustworthy('implausible', 'it holds guesses by fallback_speed');
  const columns = {
    seconds: optional(body, 'durations', (value) => readCells(value, 'durations', sources, targets)),
    metres: optional(body, 'distances', (value) => readCells(value, 'distances', sources, targets)),
    sources: optional(body, 'sources', (value) => readWaypoints(value, 'sources', sources)),
    targets: optional(body, 'destinations', (value) => readWaypoints(value, 'destinations', targets)),
  };
  requirePairs(columns);
  return columns;
}

/**
 * The first, that is the best, route of a `route` answer over `stops` coordinates.
 * @throws OsrmError `wrong-shape`, also for a geometry that is not GeoJSON; `implausible`
 */
export function readRoute(body: OsrmBody, stops: number): OsrmRoute {
  const waypoints = readWaypoints(body['waypoints'], 'waypoints', stops);
  const [route] = requireList(body['routes'], 'routes');
  const { duration, distance, geometry } = requireObject(route, 'routes[0]');
  const seconds = requireAmount(duration, 'routes[0].duration');
  const metres = requireAmount(distance, 'routes[0].distance');
  requirePlausibleTravel(seconds, metres);
  return { seconds, metres, line: geometry === undefined ? undefined : readLine(geometry), waypoints };
}

function readLine(geometry: unknown): LonLat[] {
  const { type, coordinates } = requireObject(geometry, 'geometry');
  if (type !== 'LineString') throw wrongShape('geometry is no LineString');
  const line = requireList(coordinates, 'geometry').map((value) => requireLonLat(value, 'geometry'));
  if (line.length < 2) throw wrongShape(`geometry has ${line.length} points`);
  return line;
}

function readWaypoints(value: unknown, name: string, count?: number): OsrmWaypoint[] {
  return requireList(value, name, count).map((item) => {
    const { location, distance } = requireObject(item, name);
    return { location: requireLonLat(location, name), metres: requireAmount(distance, `${name}.distance`) };
  });
}

function readCells(value: unknown, name: string, rows: number, columns: number): Float64Array {
  const cells = new Float64Array(rows * columns);
  requireList(value, name, rows).forEach((row, r) => {
    requireList(row, `${name}[${r}]`, columns).forEach((cell, c) => {
      cells[r * columns + c] = cell === null ? Number.NaN : requireAmount(cell, name);
    });
  });
  return cells;
}

/** Time and length of a pair are there together or not at all, and fit each other. */
function requirePairs({ seconds, metres }: OsrmTable): void {
  if (!seconds || !metres) return;
  for (let i = 0; i < seconds.length; i++) {
    if (Number.isNaN(seconds[i]) !== Number.isNaN(metres[i]!)) {
      throw wrongShape(`pair ${i} takes ${seconds[i]} s over ${metres[i]} m`);
    }
    if (!Number.isNaN(seconds[i])) requirePlausibleTravel(seconds[i]!, metres[i]!);
  }
}

function optional<T>(body: OsrmBody, key: string, read: (value: unknown) => T): T | undefined {
  return key in body ? read(body[key]) : undefined;
}

function requireObject(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw wrongShape(`${name} holds no object`);
  return value as Readonly<Record<string, unknown>>;
}

function requireList(value: unknown, name: string, count?: number): readonly unknown[] {
  if (!Array.isArray(value)) throw wrongShape(`${name} is no list`);
  if (count !== undefined && value.length !== count) {
    throw wrongShape(`${name} has ${value.length} entries instead of ${count}`);
  }
  return value;
}

/** JSON knows no infinity and no NaN, but 1e999 reads as one. */
function requireAmount(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongShape(`${name} holds no number`);
  if (value < 0) throw osrmUntrustworthy('implausible', `${name} is ${value}`);
  return value;
}

function requireLonLat(value: unknown, name: string): LonLat {
  const [lon, lat] = requireList(value, name, 2);
  const isPlace = typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  if (!isPlace) throw wrongShape(`${name} holds no place`);
  return [lon, lat];
}

function wrongShape(reason: string): Error {
  return osrmUntrustworthy('wrong-shape', reason);
}
