import type { Language } from '../language.ts';
import { displayWidth, splitGraphemes } from './display-width.ts';
import { cellValue, columnHeader, type Table } from './table.ts';

/** A column of a table for the terminal. */
export interface TextColumn {
  /** The header, with the unit where there is one. */
  readonly header: string;
  /** Default: right where every value given is a number, else left. */
  readonly align?: 'left' | 'right';
  /** Cells of the terminal, at least 2. Longer text goes on in the next line; nothing is ever cut off. */
  readonly maxWidth?: number;
}

const GAP = '  ';
const NO_VALUE = '—';

/**
 * A plain-text table: headers, a rule, rows; columns two spaces apart, Chinese characters counted as
 * two cells, `—` for undefined, no space at the end of a line and no line end after the last. Line
 * breaks in a cell are kept; other control characters, which could steer the terminal, become `�`.
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  const layouts = columns.map((column, index) =>
    columnLayout(
      column,
      rows.map((cells) => cells[index]),
    ),
  );
  const rule = layouts.map(({ width }) => '-'.repeat(width)).join(GAP);
  const [header = '', ...body] = [columns.map(({ header }) => header), ...rows].map((cells) => rowText(cells, layouts));
  return [header, rule, ...body].join('\n');
}

/** The same for the table that the files are written from, in one language. */
export function textOfTable({ columns, rows }: Table, language: Language, maxWidth?: number): string {
  return textTable(
    columns.map((column) => ({ header: columnHeader(column, language), maxWidth })),
    rows.map(({ values }) => values.map((value) => cellValue(value, language))),
  );
}

type Cell = string | number | undefined;

interface ColumnLayout {
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly maxWidth: number;
}

function columnLayout(
  { header, align, maxWidth = Number.POSITIVE_INFINITY }: TextColumn,
  cells: readonly Cell[],
): ColumnLayout {
  if (!(maxWidth >= 2)) throw new Error(`Column ${header} is ${maxWidth} cells wide when at least 2 are needed.`);
  const given = cells.filter((cell) => cell !== undefined);
  const isNumeric = given.length > 0 && given.every((cell) => typeof cell === 'number');
  let width = 0;
  for (const cell of [header, ...cells]) {
    for (const line of cellLines(cell, maxWidth)) width = Math.max(width, displayWidth(line));
  }
  return { width, align: align ?? (isNumeric ? 'right' : 'left'), maxWidth };
}

function rowText(cells: readonly Cell[], layouts: readonly ColumnLayout[]): string {
  const columns = layouts.map(({ maxWidth }, index) => cellLines(cells[index], maxWidth));
  const height = Math.max(0, ...columns.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, line) =>
    layouts.map((layout, index) => padded(columns[index]?.[line] ?? '', layout)).join(GAP),
  );
  return lines.map((line) => line.trimEnd()).join('\n');
}

function padded(text: string, { width, align }: ColumnLayout): string {
  const space = ' '.repeat(width - displayWidth(text));
  return align === 'right' ? space + text : text + space;
}

function cellLines(cell: Cell, maxWidth: number): string[] {
  const text = String(cell ?? NO_VALUE);
  return text.split(/\r\n|\r|\n/).flatMap((line) => wrapped(line.replace(/\p{Cc}/gu, '\uFFFD').trimEnd(), maxWidth));
}

/** Fills lines greedily. A word that is wider than a whole line is broken between its characters. */
function wrapped(text: string, maxWidth: number): string[] {
  if (displayWidth(text) <= maxWidth) return [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of unbrokenPieces(text)) {
    for (const part of displayWidth(piece) <= maxWidth ? [piece] : splitGraphemes(piece)) {
      if (displayWidth(line + part) > maxWidth) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += line === '' && lines.length > 0 ? part.trimStart() : part;
    }
  }
  return [...lines, line.trimEnd()];
}

/** Words, spaces and single wide characters: a line may end after any of them. */
function unbrokenPieces(text: string): string[] {
  const pieces: string[] = [];
  let previous = 'space';
  for (const grapheme of splitGraphemes(text)) {
    const kind = grapheme.trim() === '' ? 'space' : displayWidth(grapheme) > 1 ? 'wide' : 'narrow';
    if (kind === 'narrow' && previous === 'narrow') pieces.push((pieces.pop() ?? '') + grapheme);
    else pieces.push(grapheme);
    previous = kind;
  }
  return pieces;
}
