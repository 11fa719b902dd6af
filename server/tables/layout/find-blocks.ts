import type { Pace } from '../pacing.ts';
import { isSignatureRow } from './classify-row.ts';
import { type Header, headerByShape, headerByWords, isRemarkRow } from './find-header.ts';
import { saysNote, saysTotal } from './row-words.ts';
import { isNumeric, type SheetCells } from './sheet-cells.ts';

/** One table of a sheet with the rows around it; rows from 0, `end` excluded. */
export interface Block {
  readonly start: number;
  readonly header: Header;
  readonly end: number;
}

/** A lone text that ends here and there: lines above a header are no more than these. */
const MOST_LINES_ABOVE = 12;

/**
 * The tables of a sheet, one below another, each with its title lines; every row from 0 to the last belongs to one.
 * Empty where the sheet holds no table.
 */
export async function findBlocks(cells: SheetCells, pace: Pace): Promise<Block[]> {
  let headers = await findHeaders(cells, pace);
  if (headers.length === 0) {
    const first = await findFirstByShape(cells, pace);
    headers = first ? [first] : [];
  }
  const starts = headers.map((header, i) => (i === 0 ? 0 : titleStart(cells, header.top, headers[i - 1]?.bottom ?? 0)));
  return headers.map((header, i) => ({ start: starts[i] ?? 0, header, end: starts[i + 1] ?? cells.rowCount }));
}

async function findHeaders(cells: SheetCells, pace: Pace): Promise<Header[]> {
  const headers: Header[] = [];
  for (let row = 0; row < cells.rowCount; row++) {
    const last = headers[headers.length - 1];
    const header = headerByWords(cells, row) ?? (last && isTitled(cells, row) ? headerByShape(cells, row) : undefined);
    if (header && !(last && isPageBreak(cells, last, header))) {
      headers.push(header);
      row = header.bottom;
    }
    if ((row & 63) === 0) await pace.rest();
  }
  return headers;
}

async function findFirstByShape(cells: SheetCells, pace: Pace): Promise<Header | undefined> {
  for (let row = 0; row < cells.rowCount; row++) {
    const header = headerByShape(cells, row);
    if (header) return header;
    if ((row & 63) === 0) await pace.rest();
  }
  return undefined;
}

/** Whether a lone title after a blank row stands above. */
function isTitled(cells: SheetCells, row: number): boolean {
  return (
    row >= 2 && isTitleLine(cells, row - 1) && cells.filled(row - 1).length === 1 && cells.filled(row - 2).length === 0
  );
}

/** The same header straight below data is the same table's, printed again. */
function isPageBreak(cells: SheetCells, last: Header, header: Header): boolean {
  if (last.columns.length !== header.columns.length) return false;
  const same = last.columns.every((column, i) => {
    const other = header.columns[i];
    return column.header === other?.header && column.index === other.index;
  });
  return same && !isTitleLine(cells, header.top - 1) && cells.filled(header.top - 1).length > 0;
}

/** The first of the title lines directly above a header; they end at a blank row, at data, or at another table's foot. */
function titleStart(cells: SheetCells, headerTop: number, after: number): number {
  let start = headerTop;
  const limit = Math.max(after + 1, headerTop - MOST_LINES_ABOVE);
  while (start > limit && isTitleLine(cells, start - 1)) start--;
  return start;
}

function isTitleLine(cells: SheetCells, row: number): boolean {
  const filled = cells.filled(row);
  const [first] = filled;
  if (!first || isSignatureRow(filled)) return false;
  if (filled.length > 1) return isRemarkRow(filled) && !filled.some(isNumeric);
  return typeof first.value === 'string' && !saysNote(first.value) && !saysTotal(first.value);
}
