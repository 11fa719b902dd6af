import { headerKey } from '../../files/header-key.ts';
import type { CellValue, Grid, Merge } from '../grid.ts';

const NUMERIC = /^[+-]?[\d,]*\.?\d+(?:[eE][+-]?\d+)?%?$/;
const MOST_REMEMBERED = 50_000;

/** A filled cell of a row. */
export interface FilledCell {
  readonly column: number;
  readonly value: string | number | boolean;
}

/** A grid as its layout is looked at: texts trimmed, merged cells by their top row, which texts are known headers. */
export interface SheetCells {
  readonly rowCount: number;
  readonly filled: (row: number) => FilledCell[];
  /** Trimmed; '' where it is blank or beyond the sheet. */
  readonly text: (row: number, column: number) => string;
  readonly value: (row: number, column: number) => CellValue;
  readonly mergesFrom: (row: number) => readonly Merge[];
  readonly isKnownHeader: (text: string) => boolean;
}

export function sheetCells(grid: Grid, knownHeaders: ReadonlySet<string>): SheetCells {
  const mergesByTop = new Map<number, Merge[]>();
  for (const merge of grid.merges) {
    const others = mergesByTop.get(merge.top);
    if (others) others.push(merge);
    else mergesByTop.set(merge.top, [merge]);
  }
  const value = (row: number, column: number): CellValue => plainValue(grid.rows[row]?.[column] ?? null);
  return {
    rowCount: grid.rows.length,
    filled: (row) => filledCells(grid.rows[row] ?? []),
    text: (row, column) => String(value(row, column) ?? ''),
    value,
    mergesFrom: (row) => mergesByTop.get(row) ?? [],
    isKnownHeader: rememberedTest((text) => knownHeaders.has(headerKey(text))),
  };
}

/** A value as data has it: texts trimmed, blank texts null. */
export function plainValue(value: CellValue): CellValue {
  return typeof value === 'string' ? value.trim() || null : value;
}

/** Whether a cell holds a number, be it written as a text. */
export function isNumeric({ value }: FilledCell): boolean {
  return typeof value === 'number' || (typeof value === 'string' && NUMERIC.test(value.normalize('NFKC')));
}

function filledCells(cells: readonly CellValue[]): FilledCell[] {
  const filled: FilledCell[] = [];
  for (let column = 0; column < cells.length; column++) {
    const value = plainValue(cells[column] ?? null);
    if (value !== null) filled.push({ column, value });
  }
  return filled;
}

/** Tables repeat few texts very often: each is looked at once. */
function rememberedTest(test: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    if (text.length > 60) return false;
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const answer = test(text);
    known.set(text, answer);
    return answer;
  };
}
