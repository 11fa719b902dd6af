/** When a call is thought to come in. */
export interface CallTime {
  readonly when: 'now' | 'day' | 'night' | 'at';
  /** Local time as `2026-11-24T22:30`, for `at`. */
  readonly at: string;
  /** Undefined leaves it to the calendar. */
  readonly workingDay: boolean | undefined;
}

/** As things stand. */
export const NOW: CallTime = { when: 'now', at: '', workingDay: undefined };

/** Hours that stand for day and night: well inside either, whatever the county's duty hours. */
const HOUR = { day: '10:00', night: '23:00' } as const;

/** A call's time as the service asks for it; for now, only what was chosen. */
export function callMoment(time: CallTime, today: Date): { time?: string; workingDay?: boolean } {
  const workingDay = time.workingDay === undefined ? {} : { workingDay: time.workingDay };
  if (time.when === 'now') return workingDay;
  if (time.when === 'at') return time.at === '' ? workingDay : { time: time.at, ...workingDay };
  return { time: `${localDate(today)}T${HOUR[time.when]}`, ...workingDay };
}

/** A moment as a local date and minute, the form of an `<input type="datetime-local">`. */
export function localMinute(moment: Date): string {
  return `${localDate(moment)}T${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;
}

function localDate(moment: Date): string {
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
