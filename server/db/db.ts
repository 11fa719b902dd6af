/** What a statement may be given for $1, $2, ...: both drivers turn these into the same SQL values. */
export type SqlValue = null | boolean | number | bigint | string | Uint8Array | Date | readonly SqlValue[];

export interface QueryOptions {
  /**
   * Rejects with its reason. On PostgreSQL the statement is cancelled; on the embedded store, which cannot
   * cancel, one that waits its turn is never run, and one that runs is waited for.
   */
  readonly signal?: AbortSignal | undefined;
}

/** Whatever runs SQL: the store itself, a session of its own, a transaction. */
export interface Queryable {
  /**
   * Runs one statement. `Row` is taken at its word. Both drivers answer alike: int8 is a number where that is
   * exact, else a bigint; bytea a Uint8Array; json and jsonb parsed; timestamptz a Date; numeric and
   * geometry (hex of EWKB) are text.
   * @throws StoreError where the store refuses the statement
   */
  query<Row>(sql: string, params?: readonly SqlValue[], options?: QueryOptions): Promise<Row[]>;
  /** Runs several statements without parameters, such as a migration. @throws StoreError */
  execute(sql: string): Promise<void>;
}

/** A run of statements that may use transactions. */
export interface Session extends Queryable {
  /**
   * Runs `work` in one transaction: committed when it returns, rolled back when it throws. Inside, only `tx`
   * may be used. On the embedded store everybody else waits meanwhile, so keep it short.
   */
  transaction<Value>(work: (tx: Queryable) => Promise<Value>): Promise<Value>;
}

/** A store with the schema of `server/migrations`: embedded (PGlite) or a PostgreSQL server. Same SQL, same answers. */
export interface Db extends Session {
  readonly kind: 'embedded' | 'server';
  /** The PostgreSQL schema that unqualified names mean; PostGIS stands in `public`. */
  readonly schema: string;
  /**
   * Runs `work` as the only one of its name, over all processes that use the store. The right to go on ends
   * with the session that holds it, so that a holder which lost it cannot write.
   * @throws StoreError `busy` at once where somebody else holds the name
   */
  exclusive<Value>(name: string, work: (session: Session) => Promise<Value>): Promise<Value>;
  /** Waits for running statements and lets go of the store. */
  close(): Promise<void>;
}

/**
 * The rows of a SELECT, fetched as one JSON value: thousands of rows cross the embedded store's boundary
 * twelve times faster in one row than one by one. Columns must be of types that JSON keeps: text, whole
 * numbers up to 2^53, double precision, boolean, json.
 */
export async function queryAsJson<Row>(
  db: Queryable,
  sql: string,
  params?: readonly SqlValue[],
  options?: QueryOptions,
): Promise<Row[]> {
  const wrapped = `SELECT coalesce(json_agg(row_to_json(r)), '[]'::json) AS rows FROM (${sql}) r`;
  const [answer] = await db.query<{ rows: Row[] }>(wrapped, params, options);
  return answer?.rows ?? [];
}
