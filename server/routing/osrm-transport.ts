import { setTimeout as sleep } from 'node:timers/promises';
import type { Seconds } from '../../geodata/units.ts';
import { ConcurrencyLimit } from './concurrency-limit.ts';
import { Deadline } from './deadline.ts';
import { OsrmError, osrmRefused, osrmUnavailable, osrmUntrustworthy, UNNAMED_REFUSAL } from './osrm-error.ts';
import { readBody } from './response-body.ts';

/** How requests are made. Defaults in `DEFAULT_TRANSPORT`. */
export interface TransportOptions {
  /** Requests under way at a time, over all calls. */
  readonly concurrency: number;
  /** From sending a request to the last byte of its answer. */
  readonly timeoutSeconds: Seconds;
  /** Waits before the second attempt, the third ...; as many retries as there are waits. */
  readonly retryDelaysSeconds: readonly Seconds[];
  /** The longest answer that is read, decoded. */
  readonly mostBytes: number;
  /** Waits between attempts; a test passes its own. Fails with the signal's reason where it aborts. */
  readonly wait: (seconds: Seconds, signal: AbortSignal) => Promise<void>;
}

/** One table runs on one thread of the server, so that more than a few at a time only queue there. */
export const DEFAULT_TRANSPORT: TransportOptions = {
  concurrency: 4,
  timeoutSeconds: 10,
  retryDelaysSeconds: [0.1, 0.4, 1.6],
  mostBytes: 32 * 1024 * 1024,
  wait: async (seconds, signal) => {
    await sleep(seconds * 1000, undefined, { signal }).catch(() => signal.throwIfAborted());
  },
};

/** An answer that says `Ok`: a JSON object, nothing else of which has been checked. */
export type OsrmBody = Readonly<Record<string, unknown>>;

/** What is sent: a GET of `path`, or a POST where there is a `body`. `path` begins with a slash. */
export interface OsrmRequest {
  readonly path: string;
  readonly body?: unknown;
}

/** Error codes of the system and of Node's fetch that say nobody was reached at all. */
const UNREACHED_CODES = [
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
];

/**
 * Speaks HTTP to one server and to no other: redirects are refused. Connection errors and 5xx are tried
 * again on a fixed schedule, since every request only reads; a time-out or a 4xx never is.
 */
export class OsrmTransport {
  readonly baseUrl: string;
  private readonly options: TransportOptions;
  private readonly limit: ConcurrencyLimit;

  /** @param baseUrl from `readBaseUrl` */
  constructor(baseUrl: string, options: Partial<TransportOptions> = {}) {
    this.baseUrl = baseUrl;
    this.options = { ...DEFAULT_TRANSPORT, ...options };
    this.limit = new ConcurrencyLimit(this.options.concurrency);
  }

  /** @throws OsrmError for everything but an `Ok` with status 200; the signal's reason where it aborts */
  async request(request: OsrmRequest, signal: AbortSignal): Promise<OsrmBody> {
    for (const delaySeconds of this.options.retryDelaysSeconds) {
      try {
        return await this.attempt(request, signal);
      } catch (error) {
        if (!isWorthRetrying(error)) throw error;
      }
      await this.options.wait(delaySeconds, signal);
    }
    return this.attempt(request, signal);
  }

  /** Waits for its turn; a retry queues again, so that a failing server is not held by those who wait. */
  private attempt(request: OsrmRequest, signal: AbortSignal): Promise<OsrmBody> {
    return this.limit.run(() => this.exchange(request, signal), signal);
  }

  private async exchange(request: OsrmRequest, signal: AbortSignal): Promise<OsrmBody> {
    const { timeoutSeconds, mostBytes } = this.options;
    const deadline = new Deadline(signal, timeoutSeconds);
    try {
      const response = await fetch(this.baseUrl + request.path, {
        ...methodOf(request),
        redirect: 'manual',
        signal: deadline.signal,
      });
      return readAnswer(response.status, await readBody(response, mostBytes));
    } catch (error) {
      if (error instanceof OsrmError) throw error;
      signal.throwIfAborted();
      if (deadline.passed) throw osrmUnavailable('timeout', `no whole answer within ${timeoutSeconds} s`);
      throw connectionError(error);
    } finally {
      deadline.clear();
    }
  }
}

/**
 * The address of a server as requests are put behind it: no slash at its end.
 * @throws Error for anything but an http(s) address, perhaps with a path; a password is not repeated
 */
export function readBaseUrl(text: string): string {
  if (!URL.canParse(text)) throw new Error('The address of the OSRM server is not a URL.');
  const url = new URL(text);
  if (url.username || url.password) throw new Error('The address of the OSRM server must not carry a password.');
  if (!['http:', 'https:'].includes(url.protocol) || url.search || url.hash) {
    throw new Error(`The address of the OSRM server is ${text}; it must be like http://127.0.0.1:5000.`);
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function methodOf({ body }: OsrmRequest): RequestInit {
  if (body === undefined) return { method: 'GET' };
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function isWorthRetrying(error: unknown): boolean {
  return error instanceof OsrmError && error.kind === 'unavailable' && error.code !== 'timeout';
}

/** Status and code must agree: OSRM says `Ok` with 200, and everything else with 400 or more. */
function readAnswer(status: number, text: string): OsrmBody {
  if (status >= 300 && status < 400) throw osrmUntrustworthy('redirect', `status ${status}`, status);
  if (status >= 500) throw osrmUnavailable('server-error', `status ${status}`, status);
  const body = parseObject(text);
  const code = body?.['code'];
  if (status >= 400 && typeof code !== 'string') throw osrmRefused(UNNAMED_REFUSAL, '', status);
  if (!body) throw osrmUntrustworthy('not-json', `status ${status} without a JSON object`, status);
  if (typeof code !== 'string') throw osrmUntrustworthy('wrong-shape', 'it has no code', status);
  if ((status === 200) !== (code === 'Ok')) {
    throw osrmUntrustworthy('contradiction', `code ${code} with status ${status}`, status);
  }
  if (status !== 200) throw osrmRefused(code, typeof body['message'] === 'string' ? body['message'] : '', status);
  return body;
}

function parseObject(text: string): OsrmBody | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as OsrmBody) : undefined;
  } catch {
    return undefined;
  }
}

/** What Node's fetch says about a connection: a TypeError whose cause carries a code. */
function connectionError(error: unknown): OsrmError {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no code';
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW') return osrmUntrustworthy('not-http', code);
  if (code.startsWith('Z_')) return osrmUntrustworthy('not-json', `it cannot be unpacked, ${code}`);
  if (UNREACHED_CODES.includes(code)) return osrmUnavailable('unreachable', code);
  return osrmUnavailable('connection-lost', `the connection closed before a whole answer, ${code}`);
}
