import ExcelJS from 'exceljs';
import { openZip } from '../formats/zip-archive.ts';

/** Parts of a workbook that ExcelJS does not carry over. */
const LOST_PARTS =
  /^xl\/(?:charts|chartsheets|pivotTables|pivotCache|vbaProject|slicers|externalLinks|ctrlProps|diagrams)/i;
const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
/** A cell takes about 30 bytes of XML; the memory follows the cells: 25,000 rows of 20 take 440 MB (see receipt.ts). */
export const MOST_SHEET_BYTES = 16 * 2 ** 20;

/** Whether bytes are an XLSX workbook, by the signature of a zip and the name. */
export function isWorkbook(name: string, bytes: Uint8Array): boolean {
  return /\.xls[xm]$/i.test(name) && bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** How large a workbook is, and whether a receipt would lose parts of it, from its table of contents alone. */
export function workbookShape(
  name: string,
  bytes: Uint8Array,
): { readonly sheetBytes: number; readonly losesParts: boolean } {
  const { entries } = openZip(name, bytes);
  const sheets = entries.filter((entry) => WORKSHEET.test(entry.name));
  return {
    sheetBytes: sheets.reduce((sum, { size }) => sum + size, 0),
    losesParts: entries.some((entry) => LOST_PARTS.test(entry.name)),
  };
}

/**
 * Opens the user's workbook to be changed. Where a drop-down is set on whole columns, ExcelJS would make a million
 * objects of it, so such lists are left out of the receipt; `losesLists` says so.
 */
export async function openWorkbook(
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly workbook: ExcelJS.Workbook; readonly losesLists: boolean }> {
  const losesLists = await hasEndlessLists(name, bytes);
  const workbook = new ExcelJS.Workbook();
  const options = losesLists ? { ignoreNodes: ['dataValidations'] } : {};
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer, options);
  return { workbook, losesLists };
}

const MOST_LISTED_CELLS = 200_000;
const RULE = /<(?:\w+:)?dataValidation\b[^>]*?\bsqref="([^"]*)"/g;

async function hasEndlessLists(name: string, bytes: Uint8Array): Promise<boolean> {
  const zip = openZip(name, bytes);
  let cells = 0;
  for (const entry of zip.entries.filter((part) => WORKSHEET.test(part.name))) {
    const xml = new TextDecoder().decode(await zip.unpackWhole(entry));
    for (const [, ranges = ''] of xml.matchAll(RULE)) {
      for (const range of ranges.split(/\s+/)) cells += cellsOf(range);
    }
  }
  return cells > MOST_LISTED_CELLS;
}

/** Cells of `A2:B10`; a range without letters or numbers is endless. */
function cellsOf(range: string): number {
  if (!range.includes(':')) return 1;
  const [, left, top, right, bottom] = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(range) ?? [];
  if (!left || !top || !right || !bottom) return Number.POSITIVE_INFINITY;
  return (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1);
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
