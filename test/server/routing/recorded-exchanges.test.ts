import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../../geodata/units.ts';
import { type OsrmWaypoint, readNearest, readRoute, readTable } from '../../../server/routing/osrm-answers.ts';
import { OsrmError } from '../../../server/routing/osrm-error.ts';
import { type OsrmBody, OsrmTransport } from '../../../server/routing/osrm-transport.ts';
import { referenceData } from '../../real-data.ts';
import { serve } from './local-server.ts';

/** One exchange as recorded from osrm-routed. `body` is base64 where it is not text. */
interface Exchange {
  readonly name: string;
  readonly request: { readonly method: string; readonly path: string; readonly body?: string };
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Rows of seconds and of metres, null where there is no route; absent where the answer does not hold them. */
interface ReadTable {
  readonly seconds?: readonly (readonly (number | null)[])[];
  readonly metres?: readonly (readonly (number | null)[])[];
}

/** What the client makes of an exchange: what it read, or `kind code status` of its error. */
type Outcome =
  | string
  | { readonly table: ReadTable }
  | { readonly route: readonly [seconds: number, metres: number]; readonly ends: number; readonly linePoints?: number }
  | { readonly nearest: readonly OsrmWaypoint[] };

const SIMSGASSE: OsrmWaypoint = { location: [9.521172, 47.21302], metres: 6.415230237 };
const SECONDS = [
  [0, 465.6, 514],
  [466.9, 0, 742],
  [511.5, 749.3, 0],
];
const FROM_FIRST = { seconds: [[0, 465.6, 514]], metres: [[0, 3838.4, 6494]] };
const GUESSED = 'untrustworthy implausible';
const OTHER_SHAPE = 'untrustworthy wrong-shape';
const BAD_QUERY = 'refused InvalidQuery 400';
const BAD_OPTIONS = 'refused InvalidOptions 400';
const BAD_URL = 'refused InvalidUrl 400';
const BAD_VALUE = 'refused InvalidValue 400';
const NO_SEGMENT = 'refused NoSegment 400';
const TOO_BIG = 'refused TooBig 400';

/** Every exchange of the recording by name. Services that we never ask (match, trip) are read as routes, and refused. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  'route-ok': { route: [465.6, 3838.4], ends: 2 },
  'route-alternatives-steps': { route: [465.6, 3838.4], ends: 2, linePoints: 236 },
  // We ask for GeoJSON; polylines come to those who do not.
  'route-alternatives-3-steps-mld': OTHER_SHAPE,
  'route-via-annotations': OTHER_SHAPE,
  'route-same-point': { route: [0, 0], ends: 2 },
  'route-exclude-motorway': { route: [465.6, 3838.4], ends: 2 },
  'route-NoRoute': 'refused NoRoute 400',
  'route-NoSegment': NO_SEGMENT,
  'table-all-to-all': { table: { seconds: SECONDS } },
  'table-sources-destinations': {
    table: {
      seconds: [
        [465.6, 1306.5, 1122.5],
        [749.3, 859.5, 675.5],
      ],
      metres: [
        [3838.4, 15845.4, 14224.7],
        [9573.9, 10110, 8489.3],
      ],
    },
  },
  'table-distance-only': {
    table: {
      metres: [
        [0, 3838.4, 6494],
        [3838.4, 0, 9514],
        [6428.5, 9573.9, 0],
      ],
    },
  },
  'table-no-waypoints-no-hints': { table: { seconds: SECONDS } },
  'table-polyline-coordinates': { table: { seconds: [[0, 465.5, 513.9]] } },
  'table-scale-factor': {
    table: {
      seconds: [
        [0, 698.4, 771],
        [700.4, 0, 1113],
        [767.3, 1124, 0],
      ],
    },
  },
  'table-unreachable-null': {
    table: {
      seconds: [
        [0, null, 800.7],
        [813.4, 0, 145.3],
        [1236.9, null, 0],
      ],
      metres: [
        [0, null, 8765.3],
        [8169.1, 0, 1926.6],
        [16340.5, null, 0],
      ],
    },
  },
  'table-fallback-speed': GUESSED,
  'table-fallback-speed-snapped': GUESSED,
  'table-fallback-speed-none-needed': { table: { seconds: SECONDS } },
  'table-post-json': { table: FROM_FIRST },
  'table-gzip': { table: { seconds: SECONDS } },
  'table-flatbuffers': 'untrustworthy not-json 200',
  'table-NoSegment': NO_SEGMENT,
  'any-profile-name': {
    table: {
      seconds: [
        [0, 465.6],
        [466.9, 0],
      ],
    },
  },
  'nearest-number-3': {
    nearest: [
      SIMSGASSE,
      { location: [9.521362, 47.213177], metres: 23.47261893 },
      { location: [9.520853, 47.213266], metres: 30.16546689 },
    ],
  },
  'nearest-far-away-still-ok': { nearest: [{ location: [9.475706, 47.054219], metres: 5300402.303 }] },
  'nearest-NoSegment': NO_SEGMENT,
  'json-extension': { nearest: [SIMSGASSE] },
  'match-ok': OTHER_SHAPE,
  'match-NoSegment': NO_SEGMENT,
  'match-NoMatch': 'refused NoMatch 400',
  'trip-ok': OTHER_SHAPE,
  'bad-coordinate-not-a-number': BAD_QUERY,
  'bad-coordinate-single-number': BAD_QUERY,
  'empty-coordinate-list': BAD_URL,
  'empty-coordinate-list-no-slash': BAD_URL,
  'empty-coordinate-list-with-query': BAD_QUERY,
  'trailing-semicolon': BAD_QUERY,
  'InvalidQuery-sources-not-number': BAD_QUERY,
  'InvalidQuery-unknown-option': BAD_QUERY,
  'InvalidQuery-annotations-value': BAD_QUERY,
  'InvalidOptions-fallback-speed-zero': BAD_OPTIONS,
  'InvalidOptions-source-out-of-range': BAD_OPTIONS,
  'InvalidOptions-radiuses-count': BAD_OPTIONS,
  'InvalidOptions-one-coordinate-table': BAD_OPTIONS,
  'InvalidOptions-one-coordinate-route': BAD_OPTIONS,
  'InvalidOptions-nearest-two-coordinates': BAD_OPTIONS,
  'InvalidOptions-nearest-number-0': BAD_OPTIONS,
  'latitude-out-of-range-table': BAD_OPTIONS,
  'latitude-out-of-range-route': BAD_VALUE,
  'InvalidValue-exclude': BAD_VALUE,
  'InvalidValue-match-timestamps': BAD_VALUE,
  'TooBig-table': TOO_BIG,
  'TooBig-match': TOO_BIG,
  'TooBig-trip': TOO_BIG,
  'TooBig-nearest': TOO_BIG,
  InvalidService: 'refused InvalidService 400',
  InvalidVersion: 'refused InvalidVersion 400',
  'malformed-url-root': BAD_URL,
  'malformed-url-words': BAD_URL,
  'malformed-url-space': BAD_URL,
  InvalidMethod: 'refused InvalidMethod 405',
  'options-preflight': 'untrustworthy not-json 204',
  'post-bad-json': BAD_QUERY,
  'post-wrong-content-type': 'refused InvalidContentType 415',
};

/** 300 columns: read whole, and compared with the recording itself. */
const WIDE_TABLE = 'table-default-limit-asymmetric-ok';

const path = referenceData('osrm-http.json');
const exchanges = path ? (JSON.parse(readFileSync(path, 'utf8')) as { exchanges: Exchange[] }).exchanges : [];

/** Puts the recorded request to a server that answers with the recorded bytes, and reads the answer by its service. */
async function replay(exchange: Exchange, rows: number, columns: number): Promise<Outcome> {
  const server = await serve((_, response) => {
    response.writeHead(exchange.status, exchange.headers).end(recordedBytes(exchange));
  });
  const transport = new OsrmTransport(server.url);
  const { method, path: address, body } = exchange.request;
  // Other methods than GET and POST are never sent by the client; it gets their recorded answers all the same.
  const request = method === 'POST' ? { path: address, body } : { path: address };
  try {
    return read(address, await transport.request(request, new AbortController().signal), rows, columns);
  } catch (error) {
    if (!(error instanceof OsrmError)) throw error;
    return [error.kind, error.code, error.status].filter((part) => part !== undefined).join(' ');
  } finally {
    expect(server.seen.map((request) => request.path)).toEqual([address]);
  }
}

function recordedBytes({ body, headers }: Exchange): Buffer {
  const isText = Buffer.byteLength(body) === Number(headers['content-length']);
  return isText ? Buffer.from(body) : Buffer.from(body, 'base64');
}

function read(address: string, body: OsrmBody, rows: number, columns: number): Outcome {
  if (address.startsWith('/nearest/')) return { nearest: readNearest(body) };
  if (address.startsWith('/table/')) {
    const { seconds, metres } = readTable(body, rows, columns);
    return {
      table: {
        ...(seconds ? { seconds: nested(seconds, columns) } : {}),
        ...(metres ? { metres: nested(metres, columns) } : {}),
      },
    };
  }
  const { seconds, metres, line, waypoints } = readRoute(body, 2);
  return { route: [seconds, metres], ends: waypoints.length, ...(line ? { linePoints: line.length } : {}) };
}

function nested(cells: Float64Array, columns: number): (number | null)[][] {
  const rows = cells.length / columns;
  return Array.from({ length: rows }, (_, row) =>
    Array.from(cells.subarray(row * columns, (row + 1) * columns), (cell) => (Number.isNaN(cell) ? null : cell)),
  );
}

/** Rows and columns of the outcome expected; of the usual table where an error is. */
function sizeOf(outcome: Outcome): [rows: number, columns: number] {
  if (typeof outcome === 'string' || !('table' in outcome)) return [3, 3];
  const cells = outcome.table.seconds ?? outcome.table.metres ?? [];
  return [cells.length, cells[0]?.length ?? 0];
}

describe.skipIf(!path)('the recorded exchanges with osrm-routed', () => {
  it('are all expected here by name, and no others', () => {
    expect(exchanges.map(({ name }) => name).sort()).toEqual([...Object.keys(OUTCOMES), WIDE_TABLE].sort());
    expect(exchanges).toHaveLength(65);
  });

  it.each(exchanges.filter(({ name }) => name !== WIDE_TABLE))('reads $name', async (exchange) => {
    const expected = OUTCOMES[exchange.name] ?? 'nothing';
    expect(await replay(exchange, ...sizeOf(expected))).toEqual(expected);
  });

  it.each(exchanges.filter(({ name }) => name === WIDE_TABLE))('reads all 600 cells of $name', async (exchange) => {
    const { durations } = JSON.parse(exchange.body) as { durations: number[][] };
    expect(durations.map((row) => row.length)).toEqual([300, 300]);
    expect(await replay(exchange, 2, 300)).toEqual({ table: { seconds: durations } });
  });

  it.each(exchanges.filter(({ name }) => name === 'route-alternatives-steps'))(
    'draw the route of $name from one waypoint to the other',
    (exchange) => {
      const { line, waypoints } = readRoute(JSON.parse(exchange.body) as OsrmBody, 2);
      const ends: (LonLat | undefined)[] = [line?.[0], line?.[line.length - 1]];
      expect(ends).toEqual(waypoints.map(({ location }) => location));
    },
  );
});
