import type { DateFormat } from './date-format.ts';

const SECONDS_A_DAY = 86_400;
/** 1899-12-30 and 1904-01-01 before 1970-01-01, days. */
const EPOCH_1900_DAYS = 25_569;
const EPOCH_1904_DAYS = 24_107;
/** The calendar of 1900 has a 29 February that never was, serial 60: days before it are off by one. */
const FALSE_LEAP_DAY = 60;
/** 9999-12-31 in the calendar of 1900. */
const LAST_DAY = 2_958_465;

/**
 * A count of days as a date `YYYY-MM-DD`, with its time of day where it has one and the format shows it or there is
 * one to lose; rounded to the second. A time alone is `HH:MM` or `HH:MM:SS`. Undefined where no such day exists.
 */
export function serialDate(serial: number, format: DateFormat, calendar1904: boolean): string | undefined {
  const seconds = Math.round(serial * SECONDS_A_DAY);
  const day = Math.floor(seconds / SECONDS_A_DAY);
  const time = clock(seconds - day * SECONDS_A_DAY);
  if (day < 0) return undefined;
  if (format === 'time' && day === 0) return time;
  const date = calendarDay(day, calendar1904);
  if (date === undefined) return undefined;
  return seconds % SECONDS_A_DAY === 0 ? date : `${date} ${time}`;
}

function calendarDay(day: number, calendar1904: boolean): string | undefined {
  if (calendar1904) return day > LAST_DAY - 1462 ? undefined : isoDay(day - EPOCH_1904_DAYS);
  if (day < 1 || day === FALSE_LEAP_DAY || day > LAST_DAY) return undefined;
  return isoDay(day - EPOCH_1900_DAYS + (day < FALSE_LEAP_DAY ? 1 : 0));
}

function isoDay(daysSince1970: number): string {
  return new Date(daysSince1970 * SECONDS_A_DAY * 1000).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const text = new Date(seconds * 1000).toISOString();
  return seconds % 60 === 0 ? text.slice(11, 16) : text.slice(11, 19);
}
