import { describe, expect, it } from 'vitest';
import { checkRoster, DEFAULT_ROSTER, minimumOfficers, officersFor } from '../../../geodata/grouping/duty/roster.ts';

describe('officersFor', () => {
  it.each([
    ['one post round the clock', { day: 1, night: 1 }, {}, 5],
    ['one post by day', { day: 1, night: 0 }, {}, 3],
    ['two posts by day and one by night', { day: 2, night: 1 }, {}, 8],
    ['no post', { day: 0, night: 0 }, {}, 0],
    ['one post without any absence', { day: 1, night: 1 }, { absentPermille: 0 }, 5],
    [
      'one post by a week of 42 hours without absence',
      { day: 1, night: 1 },
      { absentPermille: 0, officerWeekHours: 42 },
      4,
    ],
    ['one post with one in a thousand more absent', { day: 1, night: 1 }, { absentPermille: 161 }, 6],
    ['a day shift of eight hours alone', { day: 3, night: 0 }, { dayHours: 8 }, 5],
  ])('takes for %s', (_, posts, change, officers) => {
    expect(officersFor(posts, { ...DEFAULT_ROSTER, ...change })).toBe(officers);
  });

  it('agrees with what a consolidation takes for one post', () => {
    expect(officersFor({ day: 1, night: 1 }, DEFAULT_ROSTER)).toBe(5);
  });

  it('finds the least number whose hours cover the posts, on every small roster', () => {
    for (let officerWeekHours = 30; officerWeekHours <= 60; officerWeekHours += 3) {
      for (let absentPermille = 0; absentPermille < 300; absentPermille += 37) {
        for (let day = 0; day < 4; day++) {
          const rule = { ...DEFAULT_ROSTER, officerWeekHours, absentPermille };
          const covers = (officers: number): boolean =>
            officers * officerWeekHours * (1000 - absentPermille) >= 1000 * 7 * 12 * (day + 1);
          const found = officersFor({ day, night: 1 }, rule);
          expect(covers(found) && !covers(found - 1)).toBe(true);
        }
      }
    }
  });
});

describe('minimumOfficers', () => {
  it('adds three for every member to the ten of a command post', () => {
    expect([0, 1, 3].map((members) => minimumOfficers(DEFAULT_ROSTER, members))).toEqual([10, 13, 19]);
  });
});

describe('checkRoster', () => {
  it('names everything that means nothing, at once', () => {
    expect(() => checkRoster(DEFAULT_ROSTER)).not.toThrow();
    const wrong = {
      ...DEFAULT_ROSTER,
      command: { day: -1, night: 0.5 },
      dayHours: 25,
      officerWeekHours: 0,
      absentPermille: 1000,
    };
    expect(() => checkRoster(wrong)).toThrow(
      'The roster has a count of -1, a count of 0.5, a day shift of 25 hours, a week of 0 hours, an absence of 1000 in a thousand.',
    );
  });
});
