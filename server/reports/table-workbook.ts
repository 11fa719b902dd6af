import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { archiveBytes } from '../counties/demo-workbook.ts';
import type { Language } from '../language.ts';
import { displayWidth } from './display-width.ts';
import { cellValue, checkTable, columnHeader, type Table } from './table.ts';

/** Of no meaning: a workbook must have a date, and the same table must give the same bytes. */
const WRITTEN = new Date(Date.UTC(2024, 0, 1));
const WIDEST = 48;
const NARROWEST = 8;
/** Longest name of a sheet that Excel opens. */
const LONGEST_NAME = 31;

/**
 * A table as the bytes of an `.xlsx` of one sheet: headers as in CSV, numbers as numbers, text as text whatever it
 * looks like (a code of twelve digits stays one, and a name that begins with `=` is no formula). Same table, same bytes.
 * @param name of the sheet; characters that Excel forbids in it are left out
 * @throws Error on a table that does not add up (see `checkTable`)
 */
export async function tableWorkbook(table: Table, name: string, language: Language): Promise<Uint8Array> {
  checkTable(table);
  const workbook = new ExcelJS.Workbook();
  workbook.creator = workbook.lastModifiedBy = 'Hubshed';
  workbook.created = workbook.modified = WRITTEN;
  const sheet = workbook.addWorksheet(name.replace(/[\\/?*[\]:]/g, '').slice(0, LONGEST_NAME), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  const headers = table.columns.map((column) => columnHeader(column, language));
  sheet.addRow(headers).font = { bold: true };
  for (const { values } of table.rows) sheet.addRow(values.map((value) => cellValue(value, language) ?? null));
  sheet.columns.forEach((column, index) => {
    const cells = [headers[index], ...table.rows.map(({ values }) => cellValue(values[index], language))];
    const longest = Math.max(...cells.map((cell) => displayWidth(String(cell ?? ''))));
    column.width = Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
    if (table.rows.some(({ values }) => typeof values[index] === 'string')) column.numFmt = '@';
  });
  return archiveBytes(unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer())));
}
