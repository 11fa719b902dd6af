import { refusal } from '../refusal.ts';

/** Most cells of one file, those blank ones counted that stand before a filled one in its row. */
const MOST_CELLS = 5_000_000;

/** Counts what a file takes up in memory. */
export interface CellBudget {
  /** @throws `input-invalid` where the file has more than five million cells */
  readonly spend: (cells: number) => void;
}

export function cellBudget(file: string): CellBudget {
  let left = MOST_CELLS;
  return {
    spend: (cells) => {
      left -= cells;
      if (left < 0) throw refusal(file, 'cells-too-many');
    },
  };
}
