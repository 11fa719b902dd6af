import type { Merge } from '../../grid.ts';

/** Rows and columns of a sheet (ECMA-376; every spreadsheet program in use). */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Row and column from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** `B3` is row 2, column 1; undefined for what is no cell of a sheet. */
export function cellPosition(reference: string): CellPosition | undefined {
  let at = 0;
  let column = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = Number(reference.slice(at));
  if (column < 1 || column > MOST_COLUMNS || !isRowNumber(row)) return undefined;
  return { row: row - 1, column: column - 1 };
}

/** Whether a row is one of a sheet, numbered from 1. */
export function isRowNumber(row: number): boolean {
  return Number.isInteger(row) && row >= 1 && row <= MOST_ROWS;
}

/** `A1:C2` as rows and columns; undefined for what is no range of more than one cell. */
export function mergedRange(reference: string): Merge | undefined {
  const [first = '', last = ''] = reference.split(':');
  const [from, to] = [cellPosition(first), cellPosition(last)];
  if (!from || !to) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
