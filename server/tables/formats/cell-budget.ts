import type { CellValue } from '../grid.ts';
import { refusal } from '../refusal.ts';

/** Most cells of one file, those blank ones counted that stand before a filled one in its row. */
const MOST_CELLS = 5_000_000;
/** What spreadsheet programs can hold: columns of a sheet, and characters of a cell. */
const MOST_COLUMNS = 16_384;
const LONGEST_TEXT = 32_767;

/** Counts what a file takes up in memory, and keeps rows within what a sheet can be. */
export interface CellBudget {
  /** @throws `input-invalid` where the file has more than five million cells */
  readonly spend: (cells: number) => void;
  /** Spends a row, numbered from 0. @throws `input-invalid` where it is wider, or a text longer, than in any sheet */
  readonly spendRow: (cells: readonly CellValue[], row: number) => void;
}

export function cellBudget(file: string): CellBudget {
  let left = MOST_CELLS;
  const spend = (cells: number): void => {
    left -= cells;
    if (left < 0) throw refusal(file, 'cells-too-many');
  };
  return {
    spend,
    spendRow: (cells, row) => {
      spend(cells.length);
      if (cells.length > MOST_COLUMNS) throw refusal(file, 'columns-too-many', { row: row + 1 });
      if (cells.some((cell) => typeof cell === 'string' && cell.length > LONGEST_TEXT)) {
        throw refusal(file, 'text-too-long', { row: row + 1 });
      }
    },
  };
}
