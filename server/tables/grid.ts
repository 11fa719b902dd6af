import type { Geometry } from 'geojson';

/** A cell's value: a text, a number, yes or no, a date as `YYYY-MM-DD`; null where it is blank. */
export type CellValue = string | number | boolean | null;

/** Rows and columns that are one cell, from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * One sheet of an office's file as it stands, titles, totals and footers included. What is not a sheet, such as a
 * Shapefile, comes as one: its first row holds the names of the attributes.
 */
export interface Grid {
  /** The file's name as the user calls it. */
  readonly file: string;
  /** The sheet's name; undefined in files that have no sheets. */
  readonly sheet?: string;
  readonly format: 'xlsx' | 'csv' | 'geojson' | 'shapefile' | 'geopackage';
  /** How its text was written, where that had to be found out. */
  readonly encoding?: 'utf-8' | 'gb18030';
  /** The reference system that the file itself states: the name in a `.prj`, a GeoPackage's srs. */
  readonly statedCrs?: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Merge[];
  /** One a row of `rows`, in the coordinates of the file; undefined where there are none at all. */
  readonly geometries?: readonly (Geometry | undefined)[];
}
