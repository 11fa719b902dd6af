import { describe, expect, it } from 'vitest';
import { publicAccess } from '../../../geodata/grouping/duty/public-access.ts';
import { evaluateResponses } from '../../../geodata/grouping/evaluate.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { type ArrayCounty, arrayInput, drive, settlement, station } from '../county-arrays.ts';

const MINUTES = [
  [5, 12, 28, 40],
  [20, 6, 4, 40],
  [50, 50, 50, undefined],
];
const county: ArrayCounty = {
  stations: [station('a'), station('b'), station('c')],
  settlements: [100, 200, 300, 400].map((population, index) => settlement(`s${index}`, { population })),
  owners: [0, 0, 1, 2],
  toSettlement: (from, to) => drive(MINUTES[from]?.[to], 1 + from),
};
const PLAN = [{ id: 'g', centreId: 'a', memberIds: ['b'] }];

describe('publicAccess', () => {
  const today = evaluateResponses(arrayInput(county, []));
  const planned = evaluateResponses(arrayInput(county, PLAN));

  it('measures from the own station before and from the centre after, weighted by people', () => {
    const { county: tally, units } = publicAccess(today, planned);
    expect(tally).toEqual({
      count: 3,
      weight: 600,
      beforeDs: 600 * (100 * 5 + 200 * 12 + 300 * 4),
      afterDs: 600 * (100 * 5 + 200 * 12 + 300 * 28),
      beforeDm: 10_000 * (100 + 200 + 300 * 2),
      afterDm: 10_000 * (100 + 200 + 300),
      slowerCount: 1,
      slowerWeight: 300,
    });
    expect(units.map(({ unitId, farthestAfter }) => [unitId, farthestAfter?.settlement])).toEqual([
      ['g', 2],
      ['c', undefined],
    ]);
  });

  it('lists a settlement without a route, which is in no sum', () => {
    expect(publicAccess(today, planned).units[1]).toMatchObject({ unreached: [3], tally: { count: 0, weight: 0 } });
  });

  it('changes nothing where the plan is the same', () => {
    for (const { before, after } of publicAccess(planned, planned).settlements) expect(after).toEqual(before);
  });

  it('says the same whatever the people of a withheld settlement are', () => {
    const accessWith = (small: number) => {
      const settlements = [{ ...settlement('small', { population: small, households: small }) }];
      for (let i = 1; i < 4; i++)
        settlements.push({ ...settlement(`s${i}`, { population: 10 * i + 500, households: 40 * i }) });
      const input = { ...county, settlements };
      return publicAccess(evaluateResponses(arrayInput(input, [])), evaluateResponses(arrayInput(input, PLAN)));
    };
    expect(accessWith(7)).toEqual(accessWith(22));
    expect(accessWith(7).withheldCount).toBe(2);
    expect(accessWith(7)).not.toEqual(accessWith(700));
  });

  it('adds up: the county is the sum of its units on random counties', () => {
    const random = mulberry32(3);
    for (let round = 0; round < 100; round++) {
      const minutes = Array.from({ length: 9 }, () => (random() < 0.1 ? undefined : Math.floor(random() * 40)));
      const input: ArrayCounty = {
        ...county,
        owners: county.owners.map(() => Math.floor(random() * 3)),
        toSettlement: (from, to) => drive(minutes[(from * 4 + to) % 9]),
      };
      const access = publicAccess(evaluateResponses(arrayInput(input, [])), evaluateResponses(arrayInput(input, PLAN)));
      const keys = [
        'count',
        'weight',
        'beforeDs',
        'afterDs',
        'beforeDm',
        'afterDm',
        'slowerCount',
        'slowerWeight',
      ] as const;
      for (const key of keys) {
        expect(access.units.reduce((sum, { tally }) => sum + tally[key], 0)).toBe(access.county[key]);
      }
      const unreached = access.units.flatMap((unit) => unit.unreached);
      expect(unreached.length + access.county.count).toBe(4);
    }
  });

  it('refuses evaluations of different settlements', () => {
    const other = evaluateResponses(
      arrayInput({ ...county, settlements: county.settlements.map((each) => ({ ...each, id: `x${each.id}` })) }, []),
    );
    expect(() => publicAccess(other, planned)).toThrow('Access before is of 4 settlements, after of 4, or of others.');
  });
});
