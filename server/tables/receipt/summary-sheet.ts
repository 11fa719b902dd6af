import type ExcelJS from 'exceljs';
import type { Language } from '../../language.ts';
import type { Finding } from '../finding.ts';
import { findingReason } from '../finding-words.ts';
import {
  LEVEL_COLOURS,
  LEVEL_MEANINGS,
  LEVEL_WORDS,
  LEVELS,
  LIST_HEADERS,
  NOTES,
  RECEIPT_SHEET,
} from './receipt-words.ts';
import { safeText } from './safe-text.ts';

/** More findings than a person reads; every one of them still stands in its row. */
export const MOST_LISTED = 5_000;

export interface Summary {
  readonly name: string;
  readonly findings: readonly Finding[];
  /** Sentences about the receipt itself. */
  readonly notes: readonly string[];
  /** Name of the sheet and the cell that a finding is shown in, such as `C7`; undefined where it is in none. */
  readonly target: (finding: Finding) => { readonly sheet: string; readonly address: string } | undefined;
  /** Whether findings beyond the list are shown in their rows all the same. */
  readonly restIsInRows: boolean;
}

/** Adds the sheet 校验回执 in front of all others: how many findings, what the colours mean, and the list with links. */
export function addSummary(workbook: ExcelJS.Workbook, summary: Summary, language: Language): void {
  const sheet = workbook.addWorksheet(freeName(workbook, RECEIPT_SHEET[language]));
  putFirst(workbook, sheet);
  sheet.addRow([RECEIPT_SHEET[language]]).font = { bold: true, size: 16 };
  sheet.addRow([NOTES.file[language], safeText(summary.name)]);
  for (const level of LEVELS) {
    const count = summary.findings.filter((finding) => finding.level === level).length;
    const row = sheet.addRow([LEVEL_WORDS[level][language], count, LEVEL_MEANINGS[level][language]]);
    row.getCell(1).fill = solid(LEVEL_COLOURS[level]);
  }
  for (const note of summary.notes) sheet.addRow([note]);
  const rest = summary.findings.length - MOST_LISTED;
  if (rest > 0) {
    const words = summary.restIsInRows ? NOTES.list : NOTES.shortList;
    sheet.addRow([words[language].replace('{most}', String(MOST_LISTED)).replace('{rest}', String(rest))]);
  }
  sheet.addRow([]);
  sheet.addRow([...LIST_HEADERS[language]]).font = { bold: true };
  for (const finding of worstFirst(summary.findings).slice(0, MOST_LISTED))
    addFinding(sheet, finding, summary, language);
  [10, 20, 10, 30, 80].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
}

function addFinding(sheet: ExcelJS.Worksheet, finding: Finding, { target }: Summary, language: Language): void {
  const { level, row, column } = finding;
  const cells = [finding.sheet ?? '', row ?? '', column ?? '', findingReason(finding, language)];
  const added = sheet.addRow([
    LEVEL_WORDS[level][language],
    ...cells.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)),
  ]);
  added.getCell(1).fill = solid(LEVEL_COLOURS[level]);
  const shown = target(finding);
  if (!shown) return;
  const link = added.getCell(5);
  link.value = { text: String(link.value), hyperlink: `#'${shown.sheet.replace(/'/g, "''")}'!${shown.address}` };
  link.font = { underline: true, color: { argb: 'FF0563C1' } };
}

/** All errors, then doubts, then repairs, each in the order of the file. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}

export function solid(argb: string): ExcelJS.FillPattern {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** A name that no sheet has yet; sheets' names differ without regard to case. */
function freeName(workbook: ExcelJS.Workbook, name: string): string {
  const taken = new Set(workbook.worksheets.map((sheet) => sheet.name.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}${number}`;
  return free;
}

/** ExcelJS keeps the order of sheets in a field that its types leave out. */
function putFirst(workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet): void {
  for (const other of workbook.worksheets as (ExcelJS.Worksheet & { orderNo: number })[]) other.orderNo += 1;
  (sheet as ExcelJS.Worksheet & { orderNo: number }).orderNo = 0;
  // A workbook that was opened may have none, whatever the types say.
  const [view] = (workbook.views as ExcelJS.WorkbookView[] | undefined) ?? [];
  const shown = { x: 0, y: 0, width: 20_000, height: 15_000, visibility: 'visible' as const };
  workbook.views = [{ ...shown, ...view, firstSheet: 0, activeTab: 0 }];
}
