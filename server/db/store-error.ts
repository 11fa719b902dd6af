/** What can go wrong with a store, as hosts tell cases apart. */
export type StoreErrorCode =
  /** A row with this key is there already. */
  | 'unique-violation'
  /** A row names another that is not there, or is itself still named. */
  | 'foreign-key-violation'
  /** A value that the schema forbids: a check, a missing value. */
  | 'check-violation'
  /** A value that PostgreSQL cannot take: a number out of range, a zero byte in a text, a broken geometry. */
  | 'invalid-value'
  /** Two transactions were in each other's way; the same one may pass when it is tried again. */
  | 'serialization-failure'
  /** Cancelled by an abort signal or by the server's time limit. */
  | 'cancelled'
  /** No connection, or it broke. */
  | 'connection-lost'
  /** The embedded store's folder is used by another process. */
  | 'folder-in-use'
  /** Somebody else is writing. */
  | 'busy'
  /** A change to a complete dataset version. */
  | 'version-complete'
  /** The store's schema is newer than this program, or an old migration was changed. */
  | 'schema-mismatch'
  /** A mistake in our SQL, or anything else. */
  | 'unexpected';

/** A refusal of the store. `message` is for the log; it may hold values of the statement, so a host words its own. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: StoreErrorCode, message: string, data: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
    this.data = data;
  }
}

/** SQLSTATE raised by our own triggers (server/migrations); classes beginning with H are free for such use. */
const VERSION_COMPLETE = 'HS001';

const CODE_OF_STATE: ReadonlyMap<string, StoreErrorCode> = new Map([
  ['23505', 'unique-violation'],
  ['23503', 'foreign-key-violation'],
  ['23514', 'check-violation'],
  ['23502', 'check-violation'],
  ['40001', 'serialization-failure'],
  ['40P01', 'serialization-failure'],
  ['57014', 'cancelled'],
  ['57P01', 'connection-lost'],
  ['57P02', 'connection-lost'],
  ['57P03', 'connection-lost'],
  ['53300', 'connection-lost'],
  [VERSION_COMPLETE, 'version-complete'],
]);

/** Classes of SQLSTATE, its first two characters, for states not listed above. PostgreSQL manual, appendix A. */
const CODE_OF_CLASS: ReadonlyMap<string, StoreErrorCode> = new Map([
  ['08', 'connection-lost'],
  ['22', 'invalid-value'],
]);

const CONNECTION_ERRNOS = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'];

/** A driver's error as plain values, so that it crosses from a thread. */
export interface DriverError {
  readonly message: string;
  /** SQLSTATE or an errno of Node. */
  readonly code?: string | undefined;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
}

/** The `StoreError` of what a driver threw. */
export function storeErrorOf({ message, code, constraint, table }: DriverError): StoreError {
  return new StoreError(storeCodeOf(message, code), message, {
    ...(code === undefined ? {} : { sqlState: code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
  });
}

/** PostGIS raises its own complaints about geometry as XX000, `pg` its lost connections without a code. */
function storeCodeOf(message: string, state: string | undefined): StoreErrorCode {
  if (state === undefined) return /^(Connection terminated|timeout)/.test(message) ? 'connection-lost' : 'unexpected';
  if (CONNECTION_ERRNOS.includes(state)) return 'connection-lost';
  return CODE_OF_STATE.get(state) ?? CODE_OF_CLASS.get(state.slice(0, 2)) ?? 'unexpected';
}

/** Somebody else holds an exclusive name. */
export function storeBusy(name: string): StoreError {
  return new StoreError('busy', `Somebody else is writing ${name}; one at a time.`, { name });
}
