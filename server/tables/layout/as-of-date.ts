import type { CellValue } from '../grid.ts';

const AS_OF_WORDS = /(?:截止|截至|数据(?:日期|时间)|统计(?:日期|时点|截止)|as of)/i;
const DAY = /(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?/;
const MONTH_END = /(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*月?\s*[底末]/;
const MONTH = /(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})/;
const YEAR_END = /(\d{4})\s*年\s*[底末]/;

/** The as-of date that a line states: a day `YYYY-MM-DD`, or that it names none. Undefined where it states nothing. */
export type StatedAsOf = { readonly day: string } | { readonly day: undefined };

/**
 * 截止日期 of a line above or below a table, its cells joined; 年底 and 月底 are their last day. Only the date is kept:
 * such lines name people.
 */
export function asOfDate(cells: readonly CellValue[]): StatedAsOf | undefined {
  const line = cells
    .filter((cell) => cell !== null)
    .join(' ')
    .normalize('NFKC');
  const words = AS_OF_WORDS.exec(line);
  if (!words) return undefined;
  const rest = line.slice(words.index, words.index + 60);
  const [year, month, day] = (DAY.exec(rest) ?? []).slice(1).map(Number);
  if (year !== undefined) return { day: isoDay(year, month ?? 0, day ?? 0) };
  const [endYear, endMonth = 12] = (MONTH_END.exec(rest) ?? YEAR_END.exec(rest) ?? []).slice(1).map(Number);
  if (endYear !== undefined) return { day: isoDay(endYear, endMonth, daysOfMonth(endYear, endMonth)) };
  return MONTH.test(rest) ? { day: undefined } : undefined;
}

function daysOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
