import type { LonLat } from '../../geodata/units.ts';
import type { Session } from './db.ts';

/**
 * Rows a statement at a time: few statements for many rows, and none that holds up the embedded store's other
 * users for long: 500 settlements take it 25 ms, once its code is warm.
 */
export const ROWS_A_STATEMENT = 500;

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

/**
 * Inserts rows as JSON, some hundred a statement. `sql` finds the version's id in $1 and the rows in $2 (json as
 * text), each with its `ordinal`.
 * @param onRows told how many rows have gone in, after each statement
 */
export async function insertAsJson(
  session: Pick<Session, 'query'>,
  sql: string,
  versionId: number,
  rows: readonly object[],
  { signal, onRows }: { readonly signal?: AbortSignal | undefined; readonly onRows?: (done: number) => void } = {},
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    signal?.throwIfAborted();
    const some = rows.slice(from, from + ROWS_A_STATEMENT).map((row, i) => ({ ...row, ordinal: from + i }));
    await session.query(sql, [versionId, JSON.stringify(some)]);
    onRows?.(from + some.length);
  }
}
