import type { CellReport } from './cell-report.ts';

const FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/;
const FULL_WIDTH_ALL = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_LETTERS = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
const OFFSET = 0xfe_e0;

/** A trimmed text with every full-width sign as its ASCII counterpart, as numbers and codes need it; says so. */
export function halfWidth(text: string, report: CellReport): string {
  const trimmed = text.trim();
  if (!FULL_WIDTH.test(trimmed)) return trimmed;
  report('repair', 'full-width');
  return trimmed.replace(/\u3000/g, ' ').replace(FULL_WIDTH_ALL, toAscii);
}

/** The same for names, in which full-width brackets and commas are right: letters and digits only. */
export function halfWidthName(text: string, report: CellReport): string {
  const plain = text.replace(FULL_WIDTH_LETTERS, toAscii);
  if (plain !== text) report('repair', 'full-width');
  return plain;
}

function toAscii(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) - OFFSET);
}
