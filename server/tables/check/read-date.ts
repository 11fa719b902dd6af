import type { CellReader, CellReport } from './cell-report.ts';
import { halfWidth } from './half-width.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WRITTEN =
  /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const WITHOUT_DAY = /^\d{4}\s*(?:年|[年./-]\s*\d{1,2}\s*月?)$/;
const CHINESE_NUMERALS =
  /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/;

/** Day 1 of a spreadsheet is 1900-01-01; since it believes in 29 February 1900, later days count from 30 December 1899. */
const SPREADSHEET_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** 2000-01-01 and 2099-12-31 as a spreadsheet numbers them. */
const SERIALS = { least: 36_526, most: 73_050 };
const YEARS = { least: 1949, most: 2100 };

/** Reads a day as `YYYY-MM-DD`. Every other way to write one day is a repair; a month or a year alone is no day. */
export const readDate: CellReader = (value, report) => {
  if (typeof value === 'boolean') return malformed(report);
  const text = typeof value === 'number' ? String(value) : halfWidth(value, report);
  const iso = ISO.exec(text);
  if (iso) return dayOf(iso, report);
  const serial = /^\d{5}$/.test(text) ? Number(text) : Number.NaN;
  if (serial >= SERIALS.least && serial <= SERIALS.most) return dayOfSerial(serial, report);
  const parts = WRITTEN.exec(text) ?? RUN_TOGETHER.exec(text) ?? partsOfNumerals(text);
  if (!parts) return WITHOUT_DAY.test(text) ? incomplete(report) : malformed(report);
  const day = dayOf(parts, report);
  if (day !== undefined) report('repair', 'date-as-text', { date: day });
  return day;
};

function dayOf([, year, month, day]: readonly string[], report: CellReport): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (exists && Number(year) >= YEARS.least && Number(year) <= YEARS.most) return isoDay(date);
  report('error', 'date-impossible');
  return undefined;
}

function dayOfSerial(serial: number, report: CellReport): string {
  const date = isoDay(new Date(SPREADSHEET_EPOCH_MS + serial * DAY_MS));
  report('repair', 'date-serial', { date });
  return date;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

function partsOfNumerals(text: string): string[] | undefined {
  const [, year, month, day] = CHINESE_NUMERALS.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const digits = [...year].map((numeral) =>
    numeral === '○' || numeral === '零' ? 0 : '〇一二三四五六七八九'.indexOf(numeral),
  );
  return [text, digits.join(''), String(upToNinetyNine(month)), String(upToNinetyNine(day))];
}

/** 十 is 10, 十二 12, 三十 30, 三十一 31; NaN for what is no numeral, such as 一二. */
function upToNinetyNine(numeral: string): number {
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(numeral) ?? [];
  const digit = (sign: string | undefined, absent: number) =>
    sign === undefined ? absent : '〇一二三四五六七八九'.indexOf(sign);
  if (ten === undefined) return numeral.length === 1 ? digit(tens ?? ones, Number.NaN) : Number.NaN;
  return digit(tens, 1) * 10 + digit(ones, 0);
}

function incomplete(report: CellReport): undefined {
  report('error', 'date-incomplete');
  return undefined;
}

function malformed(report: CellReport): undefined {
  report('error', 'date-malformed');
  return undefined;
}
