import type { Geometry } from 'geojson';
import type { CellValue } from './grid.ts';

/** A column of a recognised table. */
export interface SheetColumn {
  /** Position in the sheet, from 0. */
  readonly index: number;
  /** As the sheet writes it; of a header in two rows, the lower one, and `group` the upper. */
  readonly header: string;
  readonly group?: string;
}

/** A row of data. */
export interface SheetRow {
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number;
  /** One a column of the table, in their order. */
  readonly values: readonly CellValue[];
  readonly geometry?: Geometry;
}

/** Why a row of a sheet is no row of data. */
export type LeftOutReason = 'title' | 'remark' | 'header' | 'blank' | 'total' | 'footer' | 'example';

/** A sheet's table, told apart from what stands around it. */
export interface SheetTable {
  readonly file: string;
  readonly sheet?: string;
  readonly title?: string;
  /** 截止日期 of the line below the title, `YYYY-MM-DD`. */
  readonly asOf?: string;
  readonly statedCrs?: string;
  /** The lowest row of the header, as a spreadsheet numbers it. */
  readonly headerRow: number;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** Rows that were not taken as data, each with the reason, so that none is passed over in silence. */
  readonly leftOut: readonly { readonly row: number; readonly why: LeftOutReason }[];
}
