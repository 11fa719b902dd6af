import type ExcelJS from 'exceljs';
import type { Language } from '../../language.ts';
import type { Finding } from '../finding.ts';
import { readGrids } from '../formats/read-grids.ts';
import type { Grid } from '../grid.ts';
import { cellCount } from './cell-count.ts';
import { excerptWorkbook, gridWorkbook, ofSheet } from './grid-workbook.ts';
import { type MarkedSheet, markSheet } from './mark-sheet.ts';
import { isWorkbook, MOST_SHEET_BYTES, openWorkbook, workbookShape } from './original-workbook.ts';
import { NOTES, RECEIPT_SHEET } from './receipt-words.ts';
import { addSummary } from './summary-sheet.ts';

/**
 * Cells beyond which a receipt is an excerpt. ExcelJS 4.4 opens and writes 25,000 rows of 20 columns in 4 to 9 s within
 * 440 MB of memory, 100,000 rows in 18 s within 1.9 GB, which a server shared by an office does not have.
 */
export const MOST_CELLS = 500_000;

/**
 * The receipt of a checked file: the user's own workbook with the cells of the findings coloured (red error, amber
 * doubt, blue repair), the reasons in comments and in an added column 校验结果, and a first sheet 校验回执 with counts and
 * a list of links. Another kind of file comes back as a workbook with the same rows; its `grids` may be given, else they are
 * read again. A file of more than `MOST_CELLS` cells comes back as its rows with errors and doubts alone, which the first
 * sheet says. Charts, pivot tables and macros are not carried over, which it says too.
 *
 * Never to be called for a file that was refused for personal data, whose cells would be repeated: `refusalReceipt`.
 * @throws `Error` when it is, `input-invalid` where the file cannot be read
 */
export async function receiptWorkbook(
  originalName: string,
  bytes: Uint8Array,
  findings: readonly Finding[],
  language: Language,
  grids?: readonly Grid[],
): Promise<Uint8Array> {
  const personal = findings.find(({ rule }) => rule.startsWith('personal-'));
  if (personal) throw new Error(`A receipt would repeat a file that was refused by ${personal.rule}.`);
  const receipt = isWorkbook(originalName, bytes)
    ? await ofWorkbook(originalName, bytes, findings, language, grids)
    : ofGrids(originalName, grids ?? (await readGrids(originalName, bytes)), findings, language);
  return new Uint8Array(await receipt.xlsx.writeBuffer());
}

async function ofWorkbook(
  name: string,
  bytes: Uint8Array,
  findings: readonly Finding[],
  language: Language,
  grids: readonly Grid[] | undefined,
): Promise<ExcelJS.Workbook> {
  const { sheetBytes, losesParts } = workbookShape(name, bytes);
  if (sheetBytes > MOST_SHEET_BYTES)
    return ofManyCells(name, grids ?? (await readGrids(name, bytes)), findings, language);
  const { workbook, losesLists } = await openWorkbook(name, bytes);
  for (const old of workbook.worksheets.filter((sheet) => isReceiptSheet(sheet.name))) workbook.removeWorksheet(old.id);
  const notes = losesParts || losesLists ? [NOTES.lost[language]] : [];
  return markedWorkbook(workbook, name, findings, notes, language);
}

function ofGrids(
  name: string,
  grids: readonly Grid[],
  findings: readonly Finding[],
  language: Language,
): ExcelJS.Workbook {
  if (cellCount(grids) > MOST_CELLS) return ofManyCells(name, grids, findings, language);
  return markedWorkbook(
    gridWorkbook(grids),
    name,
    findings,
    grids.length > 0 ? [NOTES.converted[language]] : [],
    language,
  );
}

function markedWorkbook(
  workbook: ExcelJS.Workbook,
  name: string,
  findings: readonly Finding[],
  notes: readonly string[],
  language: Language,
): ExcelJS.Workbook {
  const marked = new Map<string, MarkedSheet>();
  const sheets = workbook.worksheets;
  for (const sheet of sheets) {
    const own = ofSheet(findings, sheet.name, sheets.length);
    if (own.some(({ row }) => row !== undefined)) marked.set(sheet.name, markSheet(sheet, own, language));
  }
  const target = ({ sheet, row, columnIndex }: Finding) => {
    const shown = workbook.getWorksheet(sheet ?? sheets[0]?.name ?? '');
    const reasons = shown && marked.get(shown.name);
    if (!reasons || row === undefined) return undefined;
    return { sheet: shown.name, address: shown.getCell(row, (columnIndex ?? reasons.reasonColumn - 1) + 1).address };
  };
  addSummary(workbook, { name, findings, notes, target, restIsInRows: true }, language);
  return workbook;
}

function ofManyCells(
  name: string,
  grids: readonly Grid[],
  findings: readonly Finding[],
  language: Language,
): ExcelJS.Workbook {
  const { workbook, rowOf, rowsLeftOut } = excerptWorkbook(grids, findings, language);
  const notes = [NOTES.excerpt[language].replace('{most}', String(MOST_CELLS))];
  if (rowsLeftOut > 0) notes.push(NOTES.excerptRows[language].replace('{rest}', String(rowsLeftOut)));
  const target = ({ sheet, row, columnIndex }: Finding) => {
    const place = row === undefined ? undefined : rowOf(sheet, row);
    const shown = place && workbook.getWorksheet(place.sheet);
    return shown && { sheet: shown.name, address: shown.getCell(place.row, (columnIndex ?? -1) + 2).address };
  };
  addSummary(workbook, { name, findings, notes, target, restIsInRows: false }, language);
  return workbook;
}

function isReceiptSheet(name: string): boolean {
  return Object.values(RECEIPT_SHEET).some((words) => name === words);
}
