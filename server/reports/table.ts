import type { Geometry } from 'geojson';
import type { Language } from '../language.ts';

/** A cell. Undefined is "no answer": `—` on screen, an empty cell in CSV, null in JSON. */
export type TableValue = string | number | boolean | undefined;

/** A column of a table for people and programs. */
export interface TableColumn {
  /** The name in GeoJSON and JSON, the same in every language: `driveMinutes`. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** Stands in the header, never in the cells: `km`, `min`. */
  readonly unit?: string;
}

/** One row: a value for each column, in their order, and the place it is about, if it has one. */
export interface TableRow {
  readonly values: readonly TableValue[];
  /** Degrees, WGS 84. */
  readonly geometry?: Geometry;
}

/** The one model behind every exit of a result: the screen, CSV, GeoJSON and JSON. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** What the figures rest on: network, profile, rule. JSON and GeoJSON carry it as `about`; CSV has no place for it. */
  readonly about?: Readonly<Record<string, unknown>>;
}

/** A column's header, its unit in brackets: `距离(km)`. */
export function columnHeader(column: TableColumn, language: Language): string {
  return column.unit === undefined ? column[language] : `${column[language]}(${column.unit})`;
}

/** A value as a cell shows it: yes and no in words, everything else as it is. */
export function cellValue(value: TableValue, language: Language): string | number | undefined {
  if (typeof value !== 'boolean') return value;
  if (language === 'zh') return value ? '是' : '否';
  return value ? 'yes' : 'no';
}

/**
 * Refuses a table that no exit could write truly: a row with more or fewer values than there are
 * columns, two columns with one key, or a number that is not finite (JSON would turn it into null).
 */
export function checkTable({ columns, rows }: Table): void {
  const keys = new Set(columns.map(({ key }) => key));
  if (keys.size !== columns.length) throw new Error(`${columns.length} columns have only ${keys.size} different keys.`);
  rows.forEach(({ values }, index) => {
    if (values.length !== columns.length) {
      throw new Error(`Row ${index} has ${values.length} values for ${columns.length} columns.`);
    }
    const column = columns[values.findIndex((value) => typeof value === 'number' && !Number.isFinite(value))];
    if (column) throw new Error(`Row ${index}, column ${column.key} is not a finite number.`);
  });
}
