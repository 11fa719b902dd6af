import type { MultiPolygonRings } from '../../hexgrid/polygon.ts';

/** A cell that holds a true date, `YYYY-MM-DD`, where other cells hold a date as text. */
export interface OfficeDate {
  readonly date: string;
}

/** Null where the cell is blank. A code is text, unless a spreadsheet program has made a number of it. */
export type OfficeCell = string | number | OfficeDate | null;

/** Rows and columns that are one cell, from 0, both ends included. Its value stands in the first. */
export interface OfficeMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet as it stands, with titles, totals and footers. */
export interface OfficeSheet {
  readonly name: string;
  readonly rows: readonly (readonly OfficeCell[])[];
  readonly merges: readonly OfficeMerge[];
}

/** A layer of a Shapefile: areas and what is written beside them, in degrees of CGCS2000. */
export interface OfficeLayer {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly areas: readonly { readonly values: readonly string[]; readonly polygons: MultiPolygonRings }[];
}

interface Sent {
  /** The file's name, ending included. */
  readonly name: string;
  /** Which office sends it. */
  readonly office: string;
}

export interface OfficeWorkbook extends Sent {
  readonly format: 'xlsx';
  readonly sheets: readonly OfficeSheet[];
}

export interface OfficeCsv extends Sent {
  readonly format: 'csv';
  /** UTF-8 begins with a byte order mark, GBK with nothing. */
  readonly encoding: 'gbk' | 'utf-8';
  readonly rows: readonly (readonly OfficeCell[])[];
}

/** Layers of a Shapefile in one archive, their text in GBK. */
export interface OfficeShapefile extends Sent {
  readonly format: 'shapefile';
  readonly layers: readonly OfficeLayer[];
}

/** The county's roads: its `elements` as an `.osm.pbf`. */
export interface OfficeRoads extends Sent {
  readonly format: 'pbf';
}

/** A file that an office sends, described cell by cell. */
export type OfficeFile = OfficeWorkbook | OfficeCsv | OfficeShapefile | OfficeRoads;
