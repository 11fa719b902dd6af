import type { Feature, Geometry } from 'geojson';
import { writeFileAtomically } from '../files/atomic-file.ts';
import { csvText } from '../files/csv-text.ts';
import { rfc7946Geometry } from '../files/geojson-geometry.ts';
import type { Language } from '../language.ts';
import { cellValue, checkTable, columnHeader, type Table, type TableRow, type TableValue } from './table.ts';

export const TABLE_FORMATS = ['csv', 'geojson', 'json'] as const;

export type TableFormat = (typeof TABLE_FORMATS)[number];

/**
 * Writes a table to a file, whole or not at all, or to standard output where `path` is undefined.
 * The bytes are the same in both cases. `language` words the headers of a CSV file; GeoJSON and JSON
 * carry the columns' keys. Throws `Error` on a table that does not add up (see `checkTable`), before
 * anything is written; errors of the disk are Node's own.
 */
export async function writeTable(
  path: string | undefined,
  format: TableFormat,
  table: Table,
  language: Language = 'zh',
): Promise<void> {
  const text = tableFileText(format, table, language);
  if (path === undefined) await writeToStandardOutput(text);
  else await writeFileAtomically(path, text);
}

/**
 * The text of a table's file.
 *
 * - `csv`: see `csvText` for what makes it safe to open in a spreadsheet.
 * - `geojson`: a FeatureCollection (RFC 7946), one feature a row, its geometry null where it has none.
 *   `about` is a foreign member.
 * - `json`: `{about?, columns: [{key, zh, en, unit?}], rows: [{<key>: value}]}`, no answer being null.
 */
export function tableFileText(format: TableFormat, table: Table, language: Language): string {
  checkTable(table);
  return TEXT_OF_FORMAT[format](table, language);
}

const TEXT_OF_FORMAT: Readonly<Record<TableFormat, (table: Table, language: Language) => string>> = {
  csv: tableCsv,
  geojson: tableGeojson,
  json: tableJson,
};

function tableCsv({ columns, rows }: Table, language: Language): string {
  const header = columns.map((column) => columnHeader(column, language));
  return csvText([header, ...rows.map(({ values }) => values.map((value) => cellValue(value, language)))]);
}

function tableGeojson(table: Table): string {
  const features = table.rows.map(
    (row): Feature<Geometry | null> => ({
      type: 'Feature',
      geometry: row.geometry ? rfc7946Geometry(row.geometry) : null,
      properties: keyedValues(table, row),
    }),
  );
  return listInLines({ type: 'FeatureCollection', ...aboutOf(table) }, 'features', features);
}

function tableJson(table: Table): string {
  const columns = table.columns.map(({ key, zh, en, unit }) => ({ key, zh, en, unit }));
  return listInLines(
    { ...aboutOf(table), columns },
    'rows',
    table.rows.map((row) => keyedValues(table, row)),
  );
}

/** Left out where a table says nothing of itself, so that the form stays what it was. */
function aboutOf({ about }: Table): { about?: Table['about'] } {
  return about === undefined ? {} : { about };
}

function keyedValues({ columns }: Table, { values }: TableRow): Record<string, NonNullable<TableValue> | null> {
  return Object.fromEntries(columns.map(({ key }, index) => [key, values[index] ?? null]));
}

/** JSON with one line for each member of its list, so that a long file can be read, searched and compared. */
function listInLines(head: object, listKey: string, members: readonly object[]): string {
  const opening = JSON.stringify(head).slice(0, -1);
  const lines = members.map((member) => `\n${JSON.stringify(member)}`);
  return `${opening},${JSON.stringify(listKey)}:[${lines.join(',')}\n]}\n`;
}

function writeToStandardOutput(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
