import type { Position } from './position.ts';

/** One row of a table, or one feature of a collection, before anything is understood of it. */
export interface SourceRow {
  /** Counts from 1: in a table the header is row 1, in GeoJSON row 1 is the first feature. */
  readonly row: number;
  /** Header or property -> trimmed text, '' where there is none. Every cell is here, whether it will be used or not. */
  readonly cells: ReadonlyMap<string, string>;
  /** The feature's point. Undefined in a table, and where the geometry is not a point, which has been reported. */
  readonly point?: Position | undefined;
}

/** A file of places as CSV and GeoJSON have it in common. */
export interface SourceTable {
  /** Header or property -> the row in which it first stands. */
  readonly headers: ReadonlyMap<string, number>;
  readonly rows: readonly SourceRow[];
  /** Whether the coordinates stand in columns (CSV) or in each row's `point` (GeoJSON). */
  readonly coordinates: 'columns' | 'points';
}
