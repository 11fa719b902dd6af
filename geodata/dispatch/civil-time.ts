/** A civil local time: the date and the time of day that a clock on the wall shows, without a zone. */
export interface CivilTime {
  /** 1 to 9999, Gregorian throughout. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to the month's last. */
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

/** Monday is 1, Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const CIVIL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/**
 * Reads a local time written `YYYY-MM-DDTHH:MM`, as an input of type `datetime-local` gives it.
 * @returns undefined for any other form, seconds and zones included, and for what no calendar or clock shows
 */
export function parseCivilTime(text: string): CivilTime | undefined {
  const found = CIVIL_TIME.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
  const isDate = year >= 1 && day >= 1 && day <= daysInMonth(year, month);
  return isDate && hour <= 23 && minute <= 59 ? { year, month, day, hour, minute } : undefined;
}

/** What each month adds to the weekday of its first, January and February counted with the year before. */
const MONTH_SHIFT = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const;

/** Weekday of a date by the Gregorian calendar (Tomohiko Sakamoto, comp.lang.c, 1992). */
export function weekdayOf({ year, month, day }: Pick<CivilTime, 'year' | 'month' | 'day'>): Weekday {
  const y = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const fromSunday = (y + leapDays + MONTH_SHIFT[month - 1]! + day) % 7;
  return (fromSunday === 0 ? 7 : fromSunday) as Weekday;
}

/** 0 for a month that there is not. */
function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
