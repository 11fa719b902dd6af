import ExcelJS from 'exceljs';
import { type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';
import type { OfficeCell, OfficeSheet } from '../../geodata/demo/office/office-file.ts';

/** Nothing in the demonstration county's files comes from a clock. */
const WRITTEN = new Date(Date.UTC(2024, 6, 1, 8));
/** Archives keep local time without a zone, so this gives the same bytes in every zone. */
const ARCHIVED = new Date(2024, 6, 1, 8);
const DATE_FORMAT = 'yyyy-mm-dd';
const TEXT_FORMAT = '@';
const LEAST_WIDTH = 9;

/** Sheets as the bytes of an `.xlsx`: same sheets, same bytes. Long digits that are text are formatted as text. */
export async function workbookBytes(sheets: readonly OfficeSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = workbook.lastModifiedBy = 'Hubshed';
  workbook.created = workbook.modified = WRITTEN;
  for (const sheet of sheets) addSheet(workbook, sheet);
  const packed = await workbook.xlsx.writeBuffer();
  return archiveBytes(unzipSync(new Uint8Array(packed)));
}

/** Files by name as one `.zip` without a trace of when it was made. */
export function archiveBytes(files: Unzipped): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(files)) entries[name] = [bytes, { mtime: ARCHIVED }];
  return zipSync(entries, { level: 6 });
}

function addSheet(workbook: ExcelJS.Workbook, { name, rows, merges }: OfficeSheet): void {
  const sheet = workbook.addWorksheet(name);
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      writeCell(sheet.getCell(row + 1, column + 1), cell);
    });
  });
  for (const { top, left, bottom, right } of merges) {
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
    sheet.getCell(top + 1, left + 1).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  const width = Math.max(...rows.map((cells) => cells.length));
  for (let column = 0; column < width; column++) {
    const longest = Math.max(...rows.map((cells) => (cells.length === 1 ? 0 : cellWidth(cells[column] ?? null))));
    sheet.getColumn(column + 1).width = Math.min(40, Math.max(LEAST_WIDTH, longest + 2));
  }
}

function writeCell(target: ExcelJS.Cell, cell: OfficeCell): void {
  if (cell === null) return;
  if (typeof cell === 'object') {
    target.value = new Date(`${cell.date}T00:00:00Z`);
    target.numFmt = DATE_FORMAT;
  } else {
    target.value = cell;
    if (typeof cell === 'string' && /^\d{6,}$/.test(cell)) target.numFmt = TEXT_FORMAT;
  }
}

/** In digits: a Chinese character takes two. */
function cellWidth(cell: OfficeCell): number {
  if (cell === null) return 0;
  return typeof cell === 'object' ? DATE_FORMAT.length : Array.from(String(cell)).reduce(widthSum, 0);
}

function widthSum(sum: number, character: string): number {
  return sum + ((character.codePointAt(0) ?? 0) > 0xff ? 2 : 1);
}
