import { describe, expect, it } from 'vitest';
import { parseCivilTime, weekdayOf } from '../../geodata/dispatch/civil-time.ts';
import { mulberry32 } from '../oracles/random.ts';

const MS_PER_DAY = 86_400_000;
const FIRST_DAY = Date.parse('0001-01-01T00:00Z');
const LAST_DAY = Date.parse('9999-12-31T00:00Z');

/** The date as the host's own calendar has it. */
function hostDate(ms: number) {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

describe('parseCivilTime', () => {
  it('reads a date and a time of day', () => {
    expect(parseCivilTime('2024-02-29T08:05')).toEqual({ year: 2024, month: 2, day: 29, hour: 8, minute: 5 });
    expect(parseCivilTime('0001-01-01T00:00')).toEqual({ year: 1, month: 1, day: 1, hour: 0, minute: 0 });
    expect(parseCivilTime('9999-12-31T23:59')).toEqual({ year: 9999, month: 12, day: 31, hour: 23, minute: 59 });
  });

  it.each([
    '',
    '2024-02-29',
    '08:05',
    '2024-2-29T08:05',
    '2024-02-29 08:05',
    '2024-02-29t08:05',
    '2024-02-29T08:05:00',
    '2024-02-29T08:05Z',
    '2024-02-29T08:05+08:00',
    ' 2024-02-29T08:05',
    '2024-02-29T08:05\n',
    '02024-02-29T08:05',
    '-024-02-29T08:05',
    '２０２４-02-29T08:05',
  ])('does not read another form: %j', (text) => {
    expect(parseCivilTime(text)).toBeUndefined();
  });

  it.each([
    '0000-01-01T00:00',
    '2023-02-29T00:00',
    '1900-02-29T00:00',
    '2024-02-30T00:00',
    '2024-04-31T00:00',
    '2024-00-10T00:00',
    '2024-13-10T00:00',
    '2024-01-00T00:00',
    '2024-01-32T00:00',
    '2024-01-01T24:00',
    '2024-01-01T12:60',
  ])('does not read what no calendar or clock shows: %s', (text) => {
    expect(parseCivilTime(text)).toBeUndefined();
  });

  it('reads just those days of a month that the host`s calendar has', () => {
    for (const year of [1900, 2000, 2023, 2024]) {
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        const found = Array.from({ length: 31 }, (_, i) => i + 1).filter((day) =>
          parseCivilTime(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T12:00`),
        );
        expect(found).toEqual(Array.from({ length: last }, (_, i) => i + 1));
      }
    }
  });
});

describe('weekdayOf', () => {
  it('is what the host`s calendar says, on every day of two centuries', () => {
    let wrong = 0;
    for (let ms = Date.UTC(1899, 11, 1); ms < Date.UTC(2101, 0, 1); ms += MS_PER_DAY) {
      if (weekdayOf(hostDate(ms)) % 7 !== new Date(ms).getUTCDay()) wrong++;
    }
    expect(wrong).toBe(0);
  });

  it('is what the host`s calendar says, on days from the year 1 to the year 9999', () => {
    const random = mulberry32(11);
    const days = (LAST_DAY - FIRST_DAY) / MS_PER_DAY;
    for (const at of [0, 1, ...Array.from({ length: 5000 }, random), 1]) {
      const ms = FIRST_DAY + Math.round(at * days) * MS_PER_DAY;
      expect(weekdayOf(hostDate(ms)) % 7).toBe(new Date(ms).getUTCDay());
    }
  });
});
