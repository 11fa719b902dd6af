import type { CellBudget } from '../formats/cell-budget.ts';
import type { CellValue, Grid, Merge } from '../grid.ts';
import type { Pace } from '../pacing.ts';
import type { ReadingRule } from '../reading-words.ts';
import type { SheetColumn } from '../sheet-table.ts';
import { plainValue } from './sheet-cells.ts';

/** What merged cells do to the rows of data of one table. Rows and columns from 0. */
export interface MergedData {
  /** Values of cells that are blank because they are merged with one above. */
  readonly filledDown: ReadonlyMap<number, ReadonlyMap<number, CellValue>>;
  readonly notes: readonly { readonly row: number; readonly column: number; readonly rule: ReadingRule }[];
}

/**
 * Fills cells that are merged downwards into each of their rows of data, and notes it; notes those that are merged
 * across columns of the table, since nobody can tell which of them is meant. Merges of title, header and total rows
 * are let be.
 */
export async function mergedData(
  grid: Grid,
  columns: readonly SheetColumn[],
  isData: (row: number) => boolean,
  budget: CellBudget,
  pace: Pace,
): Promise<MergedData> {
  const filledDown = new Map<number, Map<number, CellValue>>();
  const notes: { row: number; column: number; rule: ReadingRule }[] = [];
  const inTable = new Set(columns.map(({ index }) => index));
  for (const merge of grid.merges) {
    const value = plainValue(grid.rows[merge.top]?.[merge.left] ?? null);
    if (value === null) continue;
    await pace.rest();
    const rows = dataRows(merge, grid.rows.length, isData, budget);
    const [first] = rows;
    if (first === undefined) continue;
    if (spansColumns(merge, inTable)) notes.push({ row: first, column: merge.left, rule: 'merge-across' });
    const below = rows.filter((row) => row > merge.top);
    for (const row of below) valuesOf(filledDown, row).set(merge.left, value);
    if (below.length === 0 || !inTable.has(merge.left)) continue;
    const rule = typeof value === 'number' && rows.length > 1 ? 'merge-number-filled-down' : 'merge-filled-down';
    notes.push({ row: first, column: merge.left, rule });
  }
  return { filledDown, notes };
}

function dataRows(merge: Merge, rowCount: number, isData: (row: number) => boolean, budget: CellBudget): number[] {
  const last = Math.min(merge.bottom, rowCount - 1);
  budget.spend(Math.max(0, last - merge.top));
  const rows: number[] = [];
  for (let row = merge.top; row <= last; row++) if (isData(row)) rows.push(row);
  return rows;
}

/** At most so many columns exist as a row has cells, so that this ends soon. */
function spansColumns({ left, right }: Merge, inTable: ReadonlySet<number>): boolean {
  if (left === right || !inTable.has(left)) return false;
  for (let column = left + 1; column <= right; column++) if (inTable.has(column)) return true;
  return false;
}

function valuesOf(rows: Map<number, Map<number, CellValue>>, row: number): Map<number, CellValue> {
  const values = rows.get(row) ?? new Map<number, CellValue>();
  rows.set(row, values);
  return values;
}
