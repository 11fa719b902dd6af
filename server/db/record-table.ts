import { type Queryable, queryAsJson } from './db.ts';
import type { RowsToInsert } from './places-json.ts';

/** SQL types that records' columns have. */
type SqlType = 'text' | 'int' | 'bigint' | 'boolean' | 'date' | 'double precision' | 'jsonb';

/** A column of a table and its type. */
export type RecordColumn = readonly [column: string, type: SqlType];

/** A table of a county's records. */
export interface RecordTable {
  readonly table: string;
  /** Key of the record -> its column and type. */
  readonly columns: Readonly<Record<string, RecordColumn>>;
  /** Geometries beside them: `coord` is a point, `area` a multipolygon. */
  readonly places: readonly ('coord' | 'area')[];
}

/** Rows for `insertAsJson`, out of records whose keys are those of `columns` and `places`. */
export function recordRows({ table, columns, places }: RecordTable, records: readonly object[]): RowsToInsert {
  const fields = Object.entries(columns);
  const geometries = places.map((place) => GEOMETRY_COLUMNS[place]);
  const names = ['version_id', 'ordinal', ...fields.map(([, [column]]) => column), ...geometries];
  const values = ['$1', 'ordinal', ...fields.map(([key]) => `"${key}"`), ...geometries.map(insertedGeometry)];
  const types = ['ordinal int', ...fields.map(([key, [, type]]) => `"${key}" ${type}`)];
  const sql = `
    INSERT INTO ${table} (${names.join(', ')})
    SELECT ${values.join(', ')}
    FROM jsonb_to_recordset($2::text::jsonb) AS row(${[...types, ...geometries.map((name) => `${name} jsonb`)].join(', ')})`;
  return { sql, count: records.length, rows: records.map(toRow) };
}

/** A version's records of a table in the order of the import; what is not known is an absent key. */
export function listRecords<Item>(
  db: Queryable,
  { table, columns, places }: RecordTable,
  versionId: number,
): Promise<Item[]> {
  const selected = Object.entries(columns).map(([key, [column]]) => `${column} AS "${key}"`);
  const geometries = places.map((place) => `${SELECTED_GEOMETRY[place]} AS ${place}`);
  const sql = `SELECT ${[...selected, ...geometries].join(', ')} FROM ${table} WHERE version_id = $1 ORDER BY ordinal`;
  return queryAsJson<object>(db, sql, [versionId]).then((rows) => rows.map((row) => withoutNullKeys(row) as Item));
}

const GEOMETRY_COLUMNS = { coord: 'geom', area: 'area' } as const;

/** Fifteen digits keep every position as it was imported. */
const SELECTED_GEOMETRY = {
  coord: 'CASE WHEN geom IS NULL THEN NULL ELSE json_build_array(ST_X(geom), ST_Y(geom)) END',
  area: "(ST_AsGeoJSON(area, 15)::json -> 'coordinates')",
} as const;

function insertedGeometry(name: string): string {
  return `CASE WHEN ${name} IS NULL THEN NULL ELSE ST_SetSRID(ST_GeomFromGeoJSON(${name}::text), 4326) END`;
}

interface Placed {
  readonly coord?: readonly [number, number];
  readonly area?: readonly unknown[];
}

function toRow(record: object): object {
  const { coord, area, ...rest } = record as Placed;
  return {
    ...rest,
    ...(coord ? { geom: { type: 'Point', coordinates: coord } } : {}),
    ...(area ? { area: { type: 'MultiPolygon', coordinates: area } } : {}),
  };
}

function withoutNullKeys(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
