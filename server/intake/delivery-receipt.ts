import type { Language } from '../language.ts';
import type { Finding } from '../tables/finding.ts';
import { RECEIPT_SHEET } from '../tables/receipt/receipt-words.ts';
import { refusalReceipt } from '../tables/receipt/refusal-receipt.ts';
import { makeReceipt } from '../workers/make-receipt.ts';

/** A file of a delivery and what was found in it. */
export interface ReceiptOf {
  readonly name: string;
  /** Undefined where none are kept: the receipt is then the list of places alone. */
  readonly bytes: Uint8Array | undefined;
  readonly findings: readonly Finding[];
  /** Whether the file was refused, for whatever reason: nothing of it can be shown again. */
  readonly isRefused: boolean;
}

const NO_BYTES = new Uint8Array();

/**
 * The receipt of one file of a delivery as XLSX: the user's own workbook, marked; of a refused file, of one with
 * anything personal in it above all, the list of places and no cell of it.
 */
export async function deliveryReceipt(file: ReceiptOf, language: Language, signal?: AbortSignal): Promise<Uint8Array> {
  const { name, findings, bytes, isRefused } = file;
  if (hasPersonal(findings)) return refusalReceipt(name, findings, language);
  return makeReceipt({ name, bytes: isRefused ? NO_BYTES : (bytes ?? NO_BYTES), findings, language }, signal);
}

/** Whether any finding says that a file holds something personal. */
export function hasPersonal(findings: readonly Finding[]): boolean {
  return findings.some(({ rule }) => rule.startsWith('personal-'));
}

/** What a receipt is called: `校验回执-派出所.xlsx`, `校验回执-村.csv.xlsx`. */
export function receiptName(name: string, language: Language): string {
  const prefix = RECEIPT_SHEET[language].replace(/\s/g, '-');
  return `${prefix}-${/\.xlsx$/i.test(name) ? name : `${name}.xlsx`}`;
}
