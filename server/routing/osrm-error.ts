/**
 * What kind of failure it is, which decides what a host does about it:
 * - `unavailable`: nobody answers, or answers that they cannot (connection, time-out, 5xx). The embedded
 *   engine may stand in.
 * - `refused`: the server understood, and says no (4xx with a code of OSRM's).
 * - `untrustworthy`: the answer is not one that OSRM would give (wrong shape, contradiction, impossible
 *   values). Nothing of it is used, and nobody stands in: somebody has to look at the server.
 */
export type OsrmFailure = 'unavailable' | 'refused' | 'untrustworthy';

export type UnavailableCode = 'not-configured' | 'unreachable' | 'connection-lost' | 'timeout' | 'server-error';
export type UntrustworthyCode =
  | 'redirect'
  | 'too-large'
  | 'not-http'
  | 'not-json'
  | 'wrong-shape'
  | 'contradiction'
  | 'implausible';

/** Code of a refusal by a server, or by something before it, that names none. */
export const UNNAMED_REFUSAL = 'http-error';

const MOST_MESSAGE_CHARACTERS = 200;

/** The one error of the OSRM client. `message` is English, for developers and logs. */
export class OsrmError extends Error {
  readonly kind: OsrmFailure;
  /** Ours for `unavailable` and `untrustworthy`; the server's own (`TooBig`, `NoSegment`) for `refused`. */
  readonly code: string;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;

  constructor(kind: OsrmFailure, code: string, message: string, status?: number) {
    super(message);
    this.name = 'OsrmError';
    this.kind = kind;
    this.code = code;
    this.status = status;
  }
}

export function osrmUnavailable(code: UnavailableCode, reason: string, status?: number): OsrmError {
  return new OsrmError('unavailable', code, `OSRM is not available (${code}): ${reason}.`, status);
}

/** @param said the server's own words, which may be empty and are cut at 200 characters */
export function osrmRefused(code: string, said: string, status: number): OsrmError {
  const words = said === '' ? 'no reason given' : said.slice(0, MOST_MESSAGE_CHARACTERS);
  return new OsrmError('refused', code, `OSRM refused with ${code}, status ${status}: ${words}`, status);
}

export function osrmUntrustworthy(code: UntrustworthyCode, reason: string, status?: number): OsrmError {
  return new OsrmError('untrustworthy', code, `OSRM's answer cannot be used (${code}): ${reason}.`, status);
}
