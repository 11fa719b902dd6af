import type { LeftOutReason } from '../sheet-table.ts';
import type { Header } from './find-header.ts';
import { saysExample, saysNote, saysRemark, saysSignature, saysTotal } from './row-words.ts';
import { type FilledCell, isNumeric, type SheetCells } from './sheet-cells.ts';

/** Words such as 合计 stand in one of the first filled cells, after a running number at most. */
const LEADING_CELLS = 3;
/** A lone text that long below a table is a sentence, not the name of a place. */
const SENTENCE_LENGTH = 30;

/** What the rows so far have shown of a table's body. */
export interface BodyState {
  /** Whether the notes at the foot have begun. */
  readonly inFooter: boolean;
  readonly previous: LeftOutReason | 'data' | undefined;
}

/** Whether a row below a header is data, or why it is not. */
export function classifyRow(cells: SheetCells, header: Header, row: number, state: BodyState): LeftOutReason | 'data' {
  const filled = cells.filled(row);
  if (filled.length === 0) return 'blank';
  const texts = filled.slice(0, LEADING_CELLS).map(({ value }) => String(value));
  if (isHeaderAgain(cells, header, filled)) return 'header';
  if (state.previous === 'header' && isBelowHeader(header, filled)) return 'header';
  if (texts.some(saysExample)) return 'example';
  if (texts.some(saysTotal)) return 'total';
  if (isFooter(header, filled, texts, state)) return 'footer';
  return isSectionHeading(cells, header, filled, row) ? 'remark' : 'data';
}

/** A header that is printed again on each page. */
function isHeaderAgain(cells: SheetCells, { columns }: Header, filled: readonly FilledCell[]): boolean {
  if (filled.length < 2 || filled.some(isNumeric)) return false;
  const headers = new Map(columns.map(({ index, header }) => [index, header]));
  const groups = new Set(columns.map(({ group }) => group));
  const repeats = ({ column, value }: FilledCell) => headers.get(column) === value || groups.has(String(value));
  if (!filled.every(repeats)) return false;
  return filled.length * 2 >= columns.length || filled.some(({ value }) => cells.isKnownHeader(String(value)));
}

/** Units in brackets （人）, or the numbers of the columns: 甲 乙 1 2 3. */
function isBelowHeader({ columns }: Header, filled: readonly FilledCell[]): boolean {
  if (filled.every(({ value }) => /^[(（][^()（）]*[)）]$/.test(String(value)))) return true;
  if (filled.length < 3 || filled.length < columns.length * 0.8) return false;
  const marks = filled.map(({ value }) => String(value).normalize('NFKC').replace(/[()]/g, ''));
  const numbers = marks.filter((mark) => !/^[甲乙丙丁戊己a-e]$/i.test(mark));
  const [first = ''] = numbers;
  return /^[01]$/.test(first) && numbers.every((mark, i) => mark === String(Number(first) + i));
}

function isFooter(header: Header, filled: readonly FilledCell[], texts: string[], { inFooter }: BodyState): boolean {
  const [first = ''] = texts;
  if (saysNote(first) && (filled.length === 1 || filled.length * 2 < header.columns.length)) return true;
  if (isSignatureRow(filled)) return true;
  if (filled.length === 1 && saysRemark(first)) return true;
  if (filled.length === 1 && (first.length > SENTENCE_LENGTH || /[。；]$/.test(first))) return true;
  return inFooter && (filled.length === 1 || filled.length * 2 < header.columns.length);
}

/** 填表人：…  审核人：…: a row that starts with one of its words, whatever it holds. */
export function isSignatureRow(filled: readonly FilledCell[]): boolean {
  const [first] = filled;
  return first !== undefined && typeof first.value === 'string' && saysSignature(first.value);
}

/** The name of a township merged across the table, above the villages of that township. */
function isSectionHeading(cells: SheetCells, { columns }: Header, filled: readonly FilledCell[], row: number): boolean {
  if (filled.length > 1 || columns.length < 2) return false;
  return cells
    .mergesFrom(row)
    .some(
      ({ left, right }) => columns.filter(({ index }) => index >= left && index <= right).length * 2 > columns.length,
    );
}
