import type { SheetColumn } from '../sheet-table.ts';
import { type FilledCell, isNumeric, type SheetCells } from './sheet-cells.ts';

/** A header found in a sheet; rows from 0, both ends included. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  /** Those that have a text, in the order of the sheet. */
  readonly columns: readonly SheetColumn[];
}

/** A header has at most so many rows: groups of groups, groups, columns. */
const MOST_HEADER_ROWS = 3;
const LEAST_KNOWN = 2;
const LEAST_KNOWN_SHARE = 0.4;
const LONGEST_HEADER = 60;
/** Rows of data that are looked at where only the shape tells. */
const SAMPLE_ROWS = 20;

/**
 * The header that starts in a row, told by its words: at least two of its columns, and two in five of them, are known.
 * Undefined where none starts there.
 */
export function headerByWords(cells: SheetCells, top: number): Header | undefined {
  if (!mayHoldHeader(cells, top)) return undefined;
  const header = headerFrom(cells, top);
  const known = header.columns.filter(
    (column) => cells.isKnownHeader(column.header) || cells.isKnownHeader((column.group ?? '') + column.header),
  ).length;
  const isHeader = known >= LEAST_KNOWN && known >= LEAST_KNOWN_SHARE * header.columns.length;
  return isHeader && header.columns.length > 1 ? header : undefined;
}

/**
 * The header that starts in a row, told by its shape: several different short texts, above rows of which some column
 * holds numbers for the most part. Undefined where none starts there.
 */
export function headerByShape(cells: SheetCells, top: number): Header | undefined {
  const filled = cells.filled(top);
  if (filled.length < 2 || filled.some(isNumeric) || isRemarkRow(filled)) return undefined;
  const header = headerFrom(cells, top);
  const names = new Set(header.columns.map((column) => `${column.group ?? ''}\n${column.header}`));
  if (names.size < header.columns.length) return undefined;
  return hasNumbersBelow(cells, header) ? header : undefined;
}

/** Whether a row is a line of remarks such as 填报单位：…  截止日期：…, not a header. */
export function isRemarkRow(filled: readonly FilledCell[]): boolean {
  return filled.some(({ value }) => typeof value === 'string' && (hasColon(value) || HAS_DATE.test(value)));
}

const HAS_DATE = /\d{4}\s*[-/.年]\s*\d{1,2}/;

/** A colon in brackets belongs to a header, as in 户数(口径:户籍). */
function hasColon(text: string): boolean {
  return /[:：]/.test(text.replace(/[(（][^()（）]*[)）]/g, ''));
}

/** Cheap, since every row is asked: at least one known word in it or, below groups, in the next. */
function mayHoldHeader(cells: SheetCells, top: number): boolean {
  const filled = cells.filled(top);
  if (filled.length < 2 || filled.filter(isText).length < filled.length * 0.8) return false;
  const known = filled.some(({ value }) => cells.isKnownHeader(String(value)));
  return (known || cells.filled(top + 1).some(({ value }) => isKnownText(cells, value))) && !isRemarkRow(filled);
}

function isText(cell: FilledCell): boolean {
  return typeof cell.value === 'string' && cell.value.length <= LONGEST_HEADER && !isNumeric(cell);
}

function isKnownText(cells: SheetCells, value: FilledCell['value']): boolean {
  return typeof value === 'string' && cells.isKnownHeader(value);
}

function headerFrom(cells: SheetCells, top: number): Header {
  const bottom = headerBottom(cells, top);
  const columns: SheetColumn[] = [];
  const width = Math.max(...rowsBetween(top, bottom).map((row) => (cells.filled(row).at(-1)?.column ?? -1) + 1));
  const upper = rowsBetween(top, bottom - 1).map((row) => groupTexts(cells, row, width));
  for (let index = 0; index < width; index++) {
    const texts = [...upper.map((texts) => texts[index] ?? ''), cells.text(bottom, index)].filter(
      (text) => text !== '',
    );
    const header = texts.pop();
    if (header === undefined) continue;
    const group = [...new Set(texts)].join(' ');
    columns.push({ index, header, ...(group === '' || group === header ? {} : { group }) });
  }
  return { top, bottom, columns };
}

function rowsBetween(top: number, bottom: number): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
}

/** Merged cells say how far a header goes down; without them a row of groups does, which has gaps that the next fills. */
function headerBottom(cells: SheetCells, top: number): number {
  let bottom = top;
  for (const merge of cells.mergesFrom(top)) {
    if (merge.bottom - top < MOST_HEADER_ROWS) bottom = Math.max(bottom, merge.bottom);
  }
  bottom = Math.min(bottom, cells.rowCount - 1);
  while (bottom - top + 1 < MOST_HEADER_ROWS && continuesBelow(cells, bottom)) bottom++;
  return bottom;
}

function continuesBelow(cells: SheetCells, row: number): boolean {
  const [upper, lower] = [cells.filled(row), cells.filled(row + 1)];
  if (lower.length === 0 || !lower.every(isText) || isRemarkRow(lower)) return false;
  const above = new Set(upper.map(({ column }) => column));
  const below = new Set(lower.map(({ column }) => column));
  const underGroup = cells
    .mergesFrom(row)
    .some(({ left, right }) => right > left && below.has(left) && below.has(right));
  const fillsGap = lower.some(({ column }) => !above.has(column));
  if (!fillsGap) return false;
  if (underGroup) return true;
  const leavesGap = upper.some(({ column }) => !below.has(column));
  const first = Math.min(upper[0]?.column ?? 0, lower[0]?.column ?? 0);
  const isAllGroups = !upper.some(({ value }) => isKnownText(cells, value)) && lower.length > upper.length;
  return (leavesGap && !below.has(first)) || (isAllGroups && knownShare(cells, lower) >= LEAST_KNOWN_SHARE);
}

function knownShare(cells: SheetCells, filled: readonly FilledCell[]): number {
  return filled.filter(({ value }) => isKnownText(cells, value)).length / filled.length;
}

/** The texts of a row of groups, each over all columns that it is the group of. */
function groupTexts(cells: SheetCells, row: number, width: number): string[] {
  const texts = Array.from({ length: width }, (_, column) => cells.text(row, column));
  for (const { left, right } of cells.mergesFrom(row)) {
    for (let column = left + 1; column <= Math.min(right, width - 1); column++) texts[column] ||= texts[left] ?? '';
  }
  for (let column = 1; column < width; column++) {
    const besides =
      texts[column] === '' && cells.text(row + 1, column) !== '' && cells.text(row + 1, column - 1) !== '';
    if (besides) texts[column] = texts[column - 1] ?? '';
  }
  return texts;
}

function hasNumbersBelow(cells: SheetCells, { bottom, columns }: Header): boolean {
  const rows = rowsBetween(bottom + 1, Math.min(bottom + SAMPLE_ROWS, cells.rowCount - 1))
    .map((row) => cells.filled(row))
    .filter((filled) => filled.length > 1);
  const numbers = new Map<number, number>();
  for (const filled of rows) {
    for (const cell of filled) if (isNumeric(cell)) numbers.set(cell.column, (numbers.get(cell.column) ?? 0) + 1);
  }
  return columns.some(({ index }) => (numbers.get(index) ?? 0) * 2 > rows.length);
}
