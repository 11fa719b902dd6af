import type { Deciseconds, Minutes } from '../units.ts';
import { type CivilTime, type Weekday, weekdayOf } from './civil-time.ts';

/** When stations keep their own duty, and how soon a crew leaves. A county's choice: clause 8 gives no numbers. */
export interface DutyHours {
  /** Minutes after midnight at which day begins, inclusive. */
  readonly dayStartMinute: Minutes;
  /** Minutes after midnight at which day ends, exclusive; at most 1440. */
  readonly dayEndMinute: Minutes;
  readonly workingWeekdays: readonly Weekday[];
  /** 接警至出发, from call to departure. */
  readonly dayTurnoutDs: Deciseconds;
  readonly nightTurnoutDs: Deciseconds;
}

/** Day from 8:00 to 20:00, Monday to Friday; turnout 2 minutes by day and 5 by night, both estimates (DOMAIN.md section 6). */
export const DEFAULT_DUTY_HOURS: DutyHours = {
  dayStartMinute: 8 * 60,
  dayEndMinute: 20 * 60,
  workingWeekdays: [1, 2, 3, 4, 5],
  dayTurnoutDs: 1200,
  nightTurnoutDs: 3000,
};

/** How duty stands at one moment. */
export interface Duty {
  readonly period: 'day' | 'night';
  /** Whether the calendar date is a working day. */
  readonly workingDay: boolean;
  /** 集约用警 (clause 8): by night, and all day where it is no working day, a group's duty stands at its centre. */
  readonly pooled: boolean;
  /** Goes by the period alone. */
  readonly turnoutDs: Deciseconds;
}

const MINUTES_PER_DAY = 24 * 60;

/**
 * The duty at a local time.
 * @param workingDay whether the date is a working day, where the caller knows: public holidays and the
 * working days swapped for them 调休 are announced year by year, and no rule gives them; the weekday otherwise
 * @throws Error for duty hours that mean nothing, with the values
 */
export function dutyAt(time: CivilTime, hours: DutyHours = DEFAULT_DUTY_HOURS, workingDay?: boolean): Duty {
  checkDutyHours(hours);
  const minute = time.hour * 60 + time.minute;
  const isDay = minute >= hours.dayStartMinute && minute < hours.dayEndMinute;
  const isWorkingDay = workingDay ?? hours.workingWeekdays.includes(weekdayOf(time));
  return {
    period: isDay ? 'day' : 'night',
    workingDay: isWorkingDay,
    pooled: !isDay || !isWorkingDay,
    turnoutDs: isDay ? hours.dayTurnoutDs : hours.nightTurnoutDs,
  };
}

function checkDutyHours({ dayStartMinute, dayEndMinute, dayTurnoutDs, nightTurnoutDs }: DutyHours): void {
  if (!(dayStartMinute >= 0 && dayStartMinute < dayEndMinute && dayEndMinute <= MINUTES_PER_DAY)) {
    throw new Error(`A day from minute ${dayStartMinute} to minute ${dayEndMinute} is none within 0 and 1440.`);
  }
  if (![dayTurnoutDs, nightTurnoutDs].every((ds) => Number.isInteger(ds) && ds >= 0)) {
    throw new Error(`Turnouts of ${dayTurnoutDs} ds and ${nightTurnoutDs} ds are not whole numbers from 0.`);
  }
}
