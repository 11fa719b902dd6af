import ExcelJS from 'exceljs';
import type { Language } from '../../language.ts';
import type { Finding } from '../finding.ts';
import { NOTES } from './receipt-words.ts';
import { addSummary } from './summary-sheet.ts';

/**
 * The receipt of a file that was refused for personal data: sheet, row, column and rule of each finding, and nothing of
 * the file. Values and figures of the findings are left out, should any carry one.
 */
export async function refusalReceipt(
  originalName: string,
  findings: readonly Finding[],
  language: Language,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const personal = findings.filter(({ rule }) => rule.startsWith('personal-'));
  const bare = personal.map(({ value: _value, data: _data, ...place }) => place);
  const notes = [NOTES.privacy[language]];
  addSummary(
    workbook,
    { name: originalName, findings: bare, notes, target: () => undefined, restIsInRows: false },
    language,
  );
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
