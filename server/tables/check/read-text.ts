import type { CellReader, CellReport } from './cell-report.ts';
import { halfWidthName } from './half-width.ts';

const LONGEST_TEXT = 200;
/** Control characters, and halves of characters, which no database stores. */
const UNUSABLE = /[\p{Cc}\p{Surrogate}\uFFFD]/u;
/** A space between two Han characters: written to spread a name over its cell. */
const SPREAD = /(?<=\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu;

/** Reads a name or a remark; letters and digits become half-width, spaces inside Chinese go, both with a repair. */
export const readText: CellReader = (value, report) => {
  if (typeof value === 'boolean') {
    report('error', 'text-unusable');
    return undefined;
  }
  if (typeof value === 'number') return String(value);
  const plain = halfWidthName(value.trim(), report);
  const joined = plain.replace(SPREAD, '');
  if (joined !== plain) report('repair', 'spaces-in-text');
  return unusableText(joined, report) ? undefined : joined;
};

/** Whether a text cannot be stored, which is then reported. */
export function unusableText(text: string, report: CellReport): boolean {
  if (UNUSABLE.test(text)) report('error', 'text-unusable');
  else if (text.length > LONGEST_TEXT) report('error', 'text-long', { most: LONGEST_TEXT });
  else return false;
  return true;
}
