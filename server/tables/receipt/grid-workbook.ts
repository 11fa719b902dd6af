import ExcelJS from 'exceljs';
import type { Language } from '../../language.ts';
import type { Finding } from '../finding.ts';
import type { CellValue, Grid } from '../grid.ts';
import { byRow, rowReasons } from './mark-sheet.ts';
import { LEVEL_COLOURS, LEVELS, ORIGINAL_ROW_HEADER, REASON_HEADER } from './receipt-words.ts';
import { storableText } from './safe-text.ts';
import { solid } from './summary-sheet.ts';

/** Name of the sheet for a file that has none. */
const SHEET_NAME = 'Sheet1';

/** The rows of a file that is no workbook as one, row by row under their numbers, codes and all as text. */
export function gridWorkbook(grids: readonly Grid[]): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  for (const grid of grids) {
    const sheet = workbook.addWorksheet(sheetName(workbook, grid));
    for (const row of grid.rows) sheet.addRow(row.map(cellValue));
  }
  return workbook;
}

/** Where a row of the user's file stands in an excerpt. */
export interface Excerpt {
  readonly workbook: ExcelJS.Workbook;
  /** Row of the file -> row of the excerpt, by the sheet's name in the file. */
  readonly rowOf: (
    sheet: string | undefined,
    row: number,
  ) => { readonly sheet: string; readonly row: number } | undefined;
  /** Rows with errors or doubts for which there was no room. */
  readonly rowsLeftOut: number;
}

/** Cells that an excerpt may have. */
const MOST_CELLS = 200_000;
/** Columns that an excerpt adds: the row's number in front, the reasons behind. */
const ADDED_COLUMNS = 2;
const HEADER_ROW = 1;

/**
 * The rows of a file with errors or doubts, each with its number in the file and its reasons, coloured as in a receipt;
 * errors first where there is no room for all.
 */
export function excerptWorkbook(grids: readonly Grid[], findings: readonly Finding[], language: Language): Excerpt {
  const workbook = new ExcelJS.Workbook();
  const places = new Map<string, { readonly sheet: string; readonly row: number }>();
  let cells = 0;
  let rowsLeftOut = 0;
  for (const grid of grids) {
    const concerned = [...byRow(ofSheet(findings, grid.sheet, grids.length))].filter(([, ofRow]) =>
      ofRow.some(({ level }) => level !== 'repair'),
    );
    if (concerned.length === 0) continue;
    const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0) + ADDED_COLUMNS;
    const room = Math.max(0, Math.floor((MOST_CELLS - cells) / width));
    const chosen = new Set(worstRows(concerned).slice(0, room));
    rowsLeftOut += concerned.length - chosen.size;
    cells += chosen.size * width;
    const sheet = workbook.addWorksheet(sheetName(workbook, grid));
    addExcerptHeader(sheet, concerned, width, language);
    for (const [row, ofRow] of concerned.sort(([first], [second]) => first - second)) {
      if (!chosen.has(row)) continue;
      const values = grid.rows[row - 1] ?? [];
      const added = sheet.addRow([row, ...values.map(cellValue)]);
      markExcerptRow(added, ofRow, width, language);
      places.set(`${grid.sheet ?? ''}/${row}`, { sheet: sheet.name, row: added.number });
    }
  }
  return { workbook, rowsLeftOut, rowOf: (sheet, row) => places.get(`${sheet ?? ''}/${row}`) };
}

/** The findings of a sheet; all of them where the file has one sheet and the finding names none. */
export function ofSheet(findings: readonly Finding[], sheet: string | undefined, sheets: number): Finding[] {
  return findings.filter((finding) => finding.sheet === sheet || (finding.sheet === undefined && sheets === 1));
}

function worstRows(concerned: readonly (readonly [number, readonly Finding[]])[]): number[] {
  const withError = concerned.filter(([, ofRow]) => ofRow.some(({ level }) => level === 'error'));
  const others = concerned.filter(([, ofRow]) => !ofRow.some(({ level }) => level === 'error'));
  return [...withError, ...others].map(([row]) => row);
}

function addExcerptHeader(
  sheet: ExcelJS.Worksheet,
  concerned: readonly (readonly [number, readonly Finding[]])[],
  width: number,
  language: Language,
): void {
  const header = sheet.getRow(HEADER_ROW);
  header.getCell(1).value = ORIGINAL_ROW_HEADER[language];
  for (const { column, columnIndex } of concerned.flatMap(([, ofRow]) => ofRow)) {
    if (column !== undefined && columnIndex !== undefined)
      header.getCell(columnIndex + ADDED_COLUMNS).value = storableText(column);
  }
  header.getCell(width).value = REASON_HEADER[language];
  header.font = { bold: true };
  sheet.getColumn(width).width = 60;
}

function markExcerptRow(row: ExcelJS.Row, findings: readonly Finding[], width: number, language: Language): void {
  for (const level of [...LEVELS].reverse()) {
    for (const finding of findings) {
      if (finding.level === level && finding.columnIndex !== undefined) {
        row.getCell(finding.columnIndex + ADDED_COLUMNS).fill = solid(LEVEL_COLOURS[level]);
      }
    }
  }
  row.getCell(width).value = storableText(rowReasons(findings, language));
}

/** Text stays text, whatever it begins with: only an object with `formula` would be one. */
function cellValue(value: CellValue): string | number | boolean | null {
  return typeof value === 'string' ? storableText(value) : value;
}

/** A sheet's name holds at most 31 characters and none of `* ? : \ / [ ]`, and none occurs twice. */
function sheetName(workbook: ExcelJS.Workbook, { sheet }: Grid): string {
  const plain =
    (sheet ?? SHEET_NAME)
      .replace(/[*?:\\/[\]]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, 28) || SHEET_NAME;
  const taken = new Set(workbook.worksheets.map(({ name }) => name.toLowerCase()));
  let name = plain;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain}_${number}`;
  return name;
}
