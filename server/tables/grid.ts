import type { Geometry } from 'geojson';
import type { FindingLevel } from './finding.ts';
import type { ReadingRule } from './reading-words.ts';

/**
 * A cell's value: a text, a number, yes or no, a date as `YYYY-MM-DD` (with ` HH:MM` or ` HH:MM:SS` where the cell has
 * a time of day, which stands alone where it has no date); null where it is blank.
 */
export type CellValue = string | number | boolean | null;

/** Rows and columns that are one cell, from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a reader had to say of a cell, or of a row where there is no column. Positions from 0. */
export interface CellNote {
  readonly row: number;
  readonly column?: number;
  readonly level: FindingLevel;
  readonly rule: ReadingRule;
}

/**
 * One sheet of an office's file as it stands, titles, totals and footers included. What is not a sheet, such as a
 * Shapefile, comes as one: its first row holds the names of the attributes.
 */
export interface Grid {
  /** The file's name as the user calls it. */
  readonly file: string;
  /** The sheet's name, or the layer's where a zip holds several; undefined in files that have no sheets. */
  readonly sheet?: string;
  /** Whether spreadsheet programs keep the sheet out of sight. */
  readonly hidden?: boolean;
  readonly format: 'xlsx' | 'csv' | 'geojson' | 'shapefile';
  /** How its text was written, where that had to be found out. */
  readonly encoding?: 'utf-8' | 'utf-16' | 'gb18030';
  /** The reference system that the file itself states: the name in a `.prj`, a GeoJSON's `crs`. */
  readonly statedCrs?: string;
  /** A row ends with its last filled cell; cells beyond are blank. Below the last row all is blank. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Merge[];
  /** One a row of `rows`, in the coordinates of the file; undefined where there are none at all. */
  readonly geometries?: readonly (Geometry | undefined)[];
  readonly notes?: readonly CellNote[];
}
