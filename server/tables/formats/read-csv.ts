import Papa from 'papaparse';
import type { CellNote, CellValue, Grid } from '../grid.ts';
import { type Pace, startPace } from '../pacing.ts';
import { refusal } from '../refusal.ts';
import { cellBudget } from './cell-budget.ts';
import { decodeText } from './decode-text.ts';

const SEPARATORS = [',', ';', '\t'] as const;
/** Records that the separator is told from. */
const SAMPLE_RECORDS = 100;
const SAMPLE_CHARACTERS = 1 << 17;
/** Characters parsed at one go, some milliseconds' worth. */
const BLOCK_CHARACTERS = 1 << 16;

/**
 * A CSV file (RFC 4180) separated by commas, semicolons or tabs, as a grid of texts; numbers stay as written. Cells
 * that were guarded against being taken for formulas, `'=1` and `="0371"`, come without the guard.
 * @throws `input-invalid` where the encoding is not known or a quotation mark is never closed
 */
export async function readCsv(file: string, bytes: Uint8Array, pace: Pace = startPace()): Promise<Grid> {
  const { text, encoding } = decodeText(file, bytes);
  const rows: CellValue[][] = [];
  const notes: CellNote[] = [];
  const budget = cellBudget(file);
  const config = { delimiter: separatorOf(text), newline: newlineOf(text) };
  pace.expect(linesOf(text));
  for (const block of blocksOfRecords(text)) {
    const { data, errors } = Papa.parse<string[]>(block, config);
    for (const { type, code, row } of errors) {
      if (type !== 'Quotes') continue;
      const at = rows.length + (row ?? 0);
      if (code === 'MissingQuotes') throw refusal(file, 'quote-open', { row: at + 1 });
      notes.push({ row: at, level: 'error', rule: 'quote-misplaced' });
    }
    for (const record of data) {
      const cells = filledCells(record);
      budget.spendRow(cells, rows.length);
      rows.push(cells);
    }
    pace.count(data.length);
    await pace.rest();
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  return { file, format: 'csv', encoding, rows, merges: [], notes };
}

function filledCells(record: readonly string[]): CellValue[] {
  const cells = record.map((cell) => unguarded(cell) || null);
  while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
  return cells;
}

function unguarded(cell: string): string {
  const first = cell.charCodeAt(0);
  if (first === 39) return cell.replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/, '');
  return first === 61 ? cell.replace(/^="([^"]*)"$/, '$1') : cell;
}

/**
 * The text in pieces that end with a record: at a line feed before which quotation marks are even in number. Papa
 * Parse's own chunks are parsed again from their start where a quoted text runs on, which one mark can make quadratic.
 */
function* blocksOfRecords(text: string): Generator<string, void> {
  let start = 0;
  let open = false;
  let quote = nextIndex(text, '"', 0);
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    for (; quote < end; quote = nextIndex(text, '"', quote + 1)) open = !open;
    if (open || end - start < BLOCK_CHARACTERS) continue;
    yield text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    start = end + 1;
  }
  yield text.slice(start).replace(/\r?\n$/, '');
}

function nextIndex(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index < 0 ? text.length : index;
}

/** As many rows as there can be, each of one line. */
function linesOf(text: string): number {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** How the first line ends. */
function newlineOf(text: string): '\r\n' | '\n' | '\r' {
  const [found = '\n'] = /\r\n?|\n/.exec(text) ?? [];
  return found as '\r\n' | '\n' | '\r';
}

/** The separator that divides most of the first records into the same number of cells; a comma where none does. */
function separatorOf(text: string): string {
  let best = { separator: ',', records: 0, cells: 1 };
  for (const separator of SEPARATORS) {
    const { data } = Papa.parse<string[]>(text.slice(0, SAMPLE_CHARACTERS), {
      delimiter: separator,
      preview: SAMPLE_RECORDS,
    });
    const { records, cells } = commonLength(data);
    if (cells > 1 && (records > best.records || (records === best.records && cells > best.cells))) {
      best = { separator, records, cells };
    }
  }
  return best.separator;
}

/** The number of cells above one that most records have, and how many have it. */
function commonLength(records: readonly (readonly string[])[]): { records: number; cells: number } {
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let common = { records: 0, cells: 1 };
  for (const [cells, count] of counts) {
    if (count > common.records || (count === common.records && cells > common.cells))
      common = { records: count, cells };
  }
  return common;
}
