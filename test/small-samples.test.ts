import { describe, expect, it } from 'vitest';
import {
  isAreaWithheld,
  LEAST_HOUSEHOLDS,
  shownFigures,
  shownSum,
  withheldHouseholds,
  withheldSettlements,
} from '../geodata/small-samples.ts';
import { mulberry32 } from './oracles/random.ts';

describe('figures of few households', () => {
  it('are withheld below thirty, and with each the next smallest of its part', () => {
    const households = [29, 30, 31, 0, undefined, 12, 400, 50];
    const part = ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'b'];
    expect(withheldHouseholds(households, [part])).toEqual([true, true, false, false, false, true, false, true]);
  });

  it('need no companion where two of a part are withheld', () => {
    expect(withheldHouseholds([5, 6, 90], [['a', 'a', 'a']])).toEqual([true, true, false]);
  });

  it('hide behind a companion in every partition', () => {
    const withheld = withheldHouseholds(
      [5, 40, 60, 80],
      [
        ['a', 'a', 'b', 'b'],
        ['x', 'y', 'x', 'y'],
      ],
    );
    expect(withheld).toEqual([true, true, true, true]);
  });

  it('can never be told from the sums of parts and the figures shown', () => {
    const random = mulberry32(11);
    for (let round = 0; round < 300; round++) {
      const count = 1 + Math.floor(random() * 30);
      const households = Array.from({ length: count }, () => (random() < 0.1 ? undefined : Math.floor(random() * 90)));
      const partitions = [3, 5].map((parts) =>
        Array.from({ length: count }, () => `part ${Math.floor(random() * parts)}`),
      );
      const withheld = withheldHouseholds(households, partitions);
      households.forEach((value, i) => {
        if (value !== undefined && value > 0 && value < LEAST_HOUSEHOLDS) expect(withheld[i]).toBe(true);
      });
      for (const partOf of partitions) {
        for (const part of new Set(partOf)) {
          const members = partOf.flatMap((name, i) => (name === part && households[i] ? [i] : []));
          const hidden = members.filter((i) => withheld[i]);
          // One hidden figure is told by the sum, unless it is all that the part has.
          expect(hidden.length === 1 && members.length > 1).toBe(false);
        }
      }
    }
  });
});

describe('the figures of settlements', () => {
  it('are withheld with a companion of the same township and of the same station', () => {
    const settlements = [
      { households: 12, township: '甲镇', stationId: 'A' },
      { households: 90, township: '甲镇', stationId: 'B' },
      { households: 40, township: '乙镇', stationId: 'A' },
      { households: 80, township: '乙镇', stationId: 'B' },
      { households: 50, township: '丙镇', stationId: 'C' },
    ];
    expect(withheldSettlements(settlements)).toEqual([true, true, true, true, false]);
  });

  it('count by people where households are not known', () => {
    expect(withheldSettlements([{ population: 29 }, { population: 30 }, { households: 0, population: 4 }])).toEqual([
      true,
      false,
      true,
    ]);
    expect(withheldSettlements([{}, { households: 0 }, { population: 0 }])).toEqual([false, false, false]);
  });

  it('are shown or withheld together', () => {
    const figures = { households: 12, population: 40 };
    expect(shownFigures(figures, false)).toEqual({ ...figures, sampleTooSmall: false });
    expect(shownFigures(figures, true)).toEqual({
      households: undefined,
      population: undefined,
      sampleTooSmall: true,
    });
  });

  it('are withheld of an area that is small or holds a withheld settlement', () => {
    expect(isAreaWithheld({ households: 400 }, true)).toBe(true);
    expect(isAreaWithheld({ households: 29, population: 100 }, false)).toBe(true);
    expect(isAreaWithheld({ households: 0, population: 0 }, false)).toBe(false);
    expect(isAreaWithheld({ households: 30, population: 90 }, false)).toBe(false);
  });

  it('are added up without those that are withheld, with the number of these', () => {
    const settlements = [{ households: 12 }, { households: 40 }, { households: 80 }, {}];
    const withheld = [true, true, false, false];
    expect(shownSum(settlements, withheld, [0, 1, 2, 3])).toEqual({ households: 80, withheldCount: 2 });
    expect(shownSum(settlements, withheld, [0])).toEqual({ households: undefined, withheldCount: 1 });
    expect(shownSum(settlements, withheld, [3])).toEqual({ households: undefined, withheldCount: 0 });
    expect(shownSum([], [], [])).toEqual({ households: undefined, withheldCount: 0 });
  });
});
