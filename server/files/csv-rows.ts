import Papa from 'papaparse';
import type { ProblemList } from './input-problems.ts';
import { WHOLE_ROW } from './problem-words.ts';
import type { SourceRow, SourceTable } from './source-table.ts';

/**
 * A CSV file (RFC 4180, commas) as a table: row 1 is the header, blank rows are passed over but
 * counted, cells are trimmed and freed of what `csvText` adds for Excel. Reports unbalanced
 * quotation marks, ragged rows and headers that occur twice; throws at once on a file without data.
 */
export function csvTable(text: string, problems: ProblemList): SourceTable {
  const parsed = Papa.parse<string[]>(text, { delimiter: ',' });
  for (const error of parsed.errors) {
    if (error.type === 'Quotes') problems.add((error.row ?? 0) + 1, WHOLE_ROW, 'csv-quotes');
  }
  const lines = parsed.data.map((cells, index) => ({ row: index + 1, cells: cells.map(plainCell) })).filter(isFilled);
  const [header, ...body] = lines;
  if (!header || body.length === 0) return problems.fail(1, WHOLE_ROW, 'file-empty');
  const labels = header.cells.map(columnLabel);
  reportRepeatedHeaders(header.row, header.cells, problems);
  return {
    headers: new Map(labels.map((label) => [label, header.row])),
    rows: body.map((line) => sourceRow(line, labels, problems)),
    coordinates: 'columns',
  };
}

interface CsvLine {
  readonly row: number;
  readonly cells: readonly string[];
}

/** An apostrophe before a formula's sign is the mark of a guarded cell (see `csvText`), not part of the text. */
function plainCell(cell: string): string {
  return cell.trim().replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/, '');
}

function isFilled(line: CsvLine): boolean {
  return line.cells.some((cell) => cell !== '');
}

/** A column without a header goes by its number, so that its cells are still looked at for personal data. */
function columnLabel(header: string | undefined, index: number): string {
  return header || `#${index + 1}`;
}

function reportRepeatedHeaders(row: number, headers: readonly string[], problems: ProblemList): void {
  headers.forEach((header, index) => {
    if (header !== '' && headers.indexOf(header) < index) problems.add(row, header, 'column-twice');
  });
}

function sourceRow({ row, cells }: CsvLine, labels: readonly string[], problems: ProblemList): SourceRow {
  if (cells.length !== labels.length) problems.add(row, WHOLE_ROW, 'row-ragged');
  return { row, cells: new Map(cells.map((cell, index) => [labels[index] ?? columnLabel(undefined, index), cell])) };
}
