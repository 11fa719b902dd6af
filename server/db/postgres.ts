import pg from 'pg';
import type { Db, Queryable, QueryOptions, Session, SqlValue } from './db.ts';
import { inOneTransaction } from './one-transaction.ts';
import { requireSchemaName } from './schema-name.ts';
import { type DriverError, StoreError, storeBusy, storeErrorOf } from './store-error.ts';

/** Connections at once: enough for readers beside a writer, few enough for a small server's default of 100. */
const CONNECTIONS = 10;
const CONNECT_MS = 10_000;

export interface PostgresStart {
  readonly databaseUrl: string;
  readonly schema: string;
}

/**
 * Opens a store on a PostgreSQL server. Connections are made when needed.
 * @throws StoreError `connection-lost` where the server does not answer
 */
export async function openPostgresDb({ databaseUrl, schema }: PostgresStart): Promise<Db> {
  requireSchemaName(schema);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: `-c search_path=${schema},public`,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    types: { getTypeParser },
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new PostgresDb(pool, schema);
  try {
    await db.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return db;
}

const INT8 = 20;
const BYTEA = 17;

/** `pg` gives int8 as text and bytea as Buffer; everything else already comes as from the embedded store. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8) return exactNumber;
  if (oid === BYTEA) return bytesOfHex;
  return pg.types.getTypeParser(oid, format as 'text');
}

function exactNumber(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

/** `\x` and two digits a byte: bytea_output's default. */
function bytesOfHex(text: string): Uint8Array {
  const { buffer, byteOffset, length } = Buffer.from(text.slice(2), 'hex');
  return new Uint8Array(buffer, byteOffset, length);
}

class PostgresDb implements Db {
  readonly kind = 'server';
  readonly schema: string;
  private readonly pool: pg.Pool;

  constructor(pool: pg.Pool, schema: string) {
    this.pool = pool;
    this.schema = schema;
  }

  query<Row>(sql: string, params?: readonly SqlValue[], options?: QueryOptions): Promise<Row[]> {
    return this.withClient((session) => session.query<Row>(sql, params, options));
  }

  execute(sql: string): Promise<void> {
    return this.withClient((session) => session.execute(sql));
  }

  transaction<Value>(work: (tx: Queryable) => Promise<Value>): Promise<Value> {
    return this.withClient((session) => session.transaction(work));
  }

  exclusive<Value>(name: string, work: (session: Session) => Promise<Value>): Promise<Value> {
    const key = `${this.schema} ${name}`;
    return this.withClient(async (session) => {
      const [answer] = await session.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
        [key],
      );
      if (!answer?.taken) throw storeBusy(name);
      try {
        return await work(session);
      } finally {
        // Where the connection is lost the server has let go of the lock by itself.
        await session.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(() => undefined);
      }
    });
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async withClient<Value>(work: (session: Session) => Promise<Value>): Promise<Value> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw storeErrorOfThrown(error);
    });
    const session = new PostgresSession(client, this.pool);
    // pg reports a broken connection here and in the statement; the statement's error is the one that is heard.
    client.on('error', ignoreBrokenConnection);
    try {
      return await work(session);
    } finally {
      client.off('error', ignoreBrokenConnection);
      client.release(session.isBroken);
    }
  }
}

function ignoreBrokenConnection(): void {}

/** One connection. */
class PostgresSession implements Session {
  /** Whether the connection must not be used again. */
  isBroken = false;
  private readonly client: pg.PoolClient;
  private readonly pool: pg.Pool;

  constructor(client: pg.PoolClient, pool: pg.Pool) {
    this.client = client;
    this.pool = pool;
  }

  async query<Row>(sql: string, params: readonly SqlValue[] = [], { signal }: QueryOptions = {}): Promise<Row[]> {
    signal?.throwIfAborted();
    const stopWatching = signal && this.cancelOn(signal);
    try {
      return (await this.client.query(sql, [...params])).rows as Row[];
    } catch (error) {
      signal?.throwIfAborted();
      throw this.noting(storeErrorOfThrown(error));
    } finally {
      await stopWatching?.();
    }
  }

  async execute(sql: string): Promise<void> {
    await this.client.query(sql).catch((error: unknown) => {
      throw this.noting(storeErrorOfThrown(error));
    });
  }

  transaction<Value>(work: (tx: Queryable) => Promise<Value>): Promise<Value> {
    return inOneTransaction(this, work);
  }

  /**
   * Cancels the running statement when the signal aborts, through another connection. What it gives back waits
   * until a cancel under way has done its work, lest it hit this connection's next statement.
   */
  private cancelOn(signal: AbortSignal): () => Promise<void> {
    let cancelling: Promise<unknown> = Promise.resolve();
    const cancel = (): void => {
      const { processID } = this.client as unknown as { readonly processID: number };
      cancelling = this.pool.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => undefined);
    };
    signal.addEventListener('abort', cancel, { once: true });
    return async () => {
      signal.removeEventListener('abort', cancel);
      await cancelling;
    };
  }

  private noting(error: StoreError): StoreError {
    if (error.code === 'connection-lost') this.isBroken = true;
    return error;
  }
}

function storeErrorOfThrown(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  if (!(error instanceof Error)) return storeErrorOf({ message: String(error) });
  const { code, constraint, table } = error as Partial<DriverError>;
  return storeErrorOf({ message: error.message, code, constraint, table });
}
