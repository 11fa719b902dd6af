import type { LonLat } from '../../geodata/units.ts';
import type { Session } from './db.ts';

/**
 * Rows a statement at a time: few statements for many rows, and none that holds up the embedded store's other
 * users for long: 500 settlements take it 25 ms, once its code is warm.
 */
export const ROWS_A_STATEMENT = 500;

/** Nor do long rows: no row begins a statement's next 256 KB. */
const LENGTH_A_STATEMENT = 1 << 18;

/** A row without the keys whose value is NULL: "not known" is an absent key, as in the engine's types. */
export function withoutNulls<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row;
}

/** Turns the columns lon and lat of a row into its `coord`. */
export function withCoord<Row extends { readonly lon: number; readonly lat: number }>(
  row: Row,
): Omit<Row, 'lon' | 'lat'> & { readonly coord: LonLat } {
  const { lon, lat, ...rest } = withoutNulls(row);
  return { ...rest, coord: [lon, lat] };
}

/** Rows for one table. */
export interface RowsToInsert {
  /** Finds the version's id in $1 and rows in $2 (json as text), each with its `ordinal`. */
  readonly sql: string;
  readonly count: number;
  /** Made while they are written, so that many rows do not keep the thread for long. */
  readonly rows: Iterable<object>;
}

/**
 * Inserts rows as JSON: a statement for every 500 rows or 256 KB.
 * @param onRows told how many rows have gone in, after each statement
 */
export async function insertAsJson(
  session: Pick<Session, 'query'>,
  versionId: number,
  { sql, rows }: RowsToInsert,
  { signal, onRows }: { readonly signal?: AbortSignal | undefined; readonly onRows?: (done: number) => void } = {},
): Promise<void> {
  let done = 0;
  for (const texts of inPortions(rows)) {
    signal?.throwIfAborted();
    await session.query(sql, [versionId, `[${texts.join()}]`]);
    done += texts.length;
    onRows?.(done);
  }
}

/** The rows of each statement, as JSON. */
function* inPortions(rows: Iterable<object>): Generator<string[]> {
  let portion: string[] = [];
  let length = 0;
  let ordinal = 0;
  for (const row of rows) {
    const text = JSON.stringify({ ...row, ordinal: ordinal++ });
    portion.push(text);
    length += text.length;
    if (portion.length < ROWS_A_STATEMENT && length < LENGTH_A_STATEMENT) continue;
    yield portion;
    portion = [];
    length = 0;
  }
  if (portion.length > 0) yield portion;
}
