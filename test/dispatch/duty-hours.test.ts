import { describe, expect, it } from 'vitest';
import { type CivilTime, parseCivilTime } from '../../geodata/dispatch/civil-time.ts';
import { DEFAULT_DUTY_HOURS, type DutyHours, dutyAt } from '../../geodata/dispatch/duty-hours.ts';

function at(text: string): CivilTime {
  const time = parseCivilTime(text);
  if (!time) throw new Error(`${text} is no time.`);
  return time;
}

describe('dutyAt', () => {
  it.each([
    ['Friday at 7:59', '2024-03-01T07:59', 'night', true, true, 3000],
    ['Friday at 8:00', '2024-03-01T08:00', 'day', true, false, 1200],
    ['Friday at 19:59', '2024-03-01T19:59', 'day', true, false, 1200],
    ['Friday at 20:00', '2024-03-01T20:00', 'night', true, true, 3000],
    ['Saturday at 0:00', '2024-03-02T00:00', 'night', false, true, 3000],
    ['Saturday at 12:00', '2024-03-02T12:00', 'day', false, true, 1200],
    ['Sunday at 12:00', '2024-03-03T12:00', 'day', false, true, 1200],
    ['Monday at 12:00', '2024-03-04T12:00', 'day', true, false, 1200],
  ])('on %s', (_, text, period, workingDay, pooled, turnoutDs) => {
    expect(dutyAt(at(text))).toEqual({ period, workingDay, pooled, turnoutDs });
  });

  it('takes the caller`s word for a public holiday and for a swapped working day', () => {
    expect(dutyAt(at('2024-03-01T12:00'), DEFAULT_DUTY_HOURS, false)).toMatchObject({
      workingDay: false,
      pooled: true,
    });
    expect(dutyAt(at('2024-03-03T12:00'), DEFAULT_DUTY_HOURS, true)).toMatchObject({ workingDay: true, pooled: false });
  });

  it('pools duty by night on a working day too, whoever says that it is one', () => {
    expect(dutyAt(at('2024-03-03T23:00'), DEFAULT_DUTY_HOURS, true)).toMatchObject({ workingDay: true, pooled: true });
  });

  it('keeps a county`s own hours, weekdays and turnouts', () => {
    const hours: DutyHours = {
      dayStartMinute: 390,
      dayEndMinute: 1440,
      workingWeekdays: [6],
      dayTurnoutDs: 900,
      nightTurnoutDs: 0,
    };
    expect(dutyAt(at('2024-03-02T06:29'), hours)).toMatchObject({ period: 'night', turnoutDs: 0 });
    expect(dutyAt(at('2024-03-02T06:30'), hours)).toEqual({
      period: 'day',
      workingDay: true,
      pooled: false,
      turnoutDs: 900,
    });
    expect(dutyAt(at('2024-03-01T23:59'), hours)).toMatchObject({ period: 'day', workingDay: false });
  });

  it.each([
    [{ dayStartMinute: 1200, dayEndMinute: 480 }, 'A day from minute 1200 to minute 480 is none within 0 and 1440.'],
    [{ dayStartMinute: 480, dayEndMinute: 480 }, 'A day from minute 480 to minute 480'],
    [{ dayEndMinute: 1441 }, 'A day from minute 480 to minute 1441'],
    [{ dayStartMinute: Number.NaN }, 'A day from minute NaN'],
    [{ dayTurnoutDs: -1 }, 'Turnouts of -1 ds and 3000 ds are not whole numbers from 0.'],
    [{ nightTurnoutDs: 0.5 }, 'Turnouts of 1200 ds and 0.5 ds'],
  ])('refuses duty hours that mean nothing: %j', (change, message) => {
    expect(() => dutyAt(at('2024-03-01T12:00'), { ...DEFAULT_DUTY_HOURS, ...change })).toThrow(message);
  });
});
