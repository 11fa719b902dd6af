import { describe, expect, it } from 'vitest';
import { evaluateResponses } from '../../../geodata/grouping/evaluate.ts';
import { groupsTable, settlementsTable } from '../../../server/reports/groups-tables.ts';
import { checkTable, type Table } from '../../../server/reports/table.ts';
import { arrayInput, drive, settlement, station } from '../../grouping/county-arrays.ts';

const evaluation = evaluateResponses(
  arrayInput(
    {
      stations: [station('a', { officers: 6, coord: [117.5, 32.5] }), station('b'), station('c', { officers: 4 })],
      settlements: [
        settlement('s0', { population: 100 }),
        settlement('s1', { population: 200, coord: [117.25, 32.25] }),
        settlement('s2', { population: 300 }),
      ],
      owners: [2, 1, 0],
      toSettlement: (from, to) => drive(to === 1 && from === 0 ? undefined : 10 + to, 4),
    },
    [{ id: 'g', centreId: 'a', memberIds: ['b'] }],
  ),
);

function records({ columns, rows }: Table): Record<string, unknown>[] {
  return rows.map(({ values }) => Object.fromEntries(columns.map(({ key }, i) => [key, values[i]])));
}

describe('groupsTable', () => {
  it('has a row for each group and each lone station, at the centre', () => {
    const table = groupsTable(evaluation, 'zh');
    checkTable(table);
    expect(table.rows.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [117.5, 32.5] },
      { type: 'Point', coordinates: [117, 32] },
    ]);
    const [group, lone] = records(table);
    expect(group).toMatchObject({
      groupId: 'g',
      standAlone: false,
      centreId: 'a',
      members: 'b所',
      statusCode: 'fail',
      status: '不达标',
      rate: 60,
    });
    expect(lone).toMatchObject({ groupId: 'c', standAlone: true, members: '', statusCode: 'pass', officers: 4 });
  });

  it('gives no headcount of which a part is unknown', () => {
    expect(records(groupsTable(evaluation, 'en'))[0]!['officers']).toBeUndefined();
  });
});

describe('settlementsTable', () => {
  it('has every settlement once, with first response and support side by side', () => {
    const table = settlementsTable(evaluation, 'en');
    checkTable(table);
    const rows = records(table);
    expect(rows.map(({ id }) => id).sort()).toEqual(['s0', 's1', 's2']);
    expect(rows.find(({ id }) => id === 's1')).toMatchObject({
      groupId: 'g',
      ownStation: 'b所',
      centre: 'a所',
      firstResponseMinutes: 11,
      supportMinutes: undefined,
      reason: 'the roads do not lead there',
      proof: 'no-route',
      offRoadMinutes: undefined,
      weight: 200,
      sampleTooSmall: false,
    });
  });

  it('withholds the weight of few households and of a companion, unless all weigh the same', () => {
    const rowsOf = (figures: readonly Parameters<typeof settlement>[1][]) => {
      const input = {
        stations: [station('a')],
        settlements: figures.map((figure, i) => settlement(`s${i}`, figure)),
        owners: figures.map(() => 0),
        toSettlement: () => drive(10, 4),
      };
      const rows = records(settlementsTable(evaluateResponses(arrayInput(input, [])), 'en'));
      return rows.map(({ weight, sampleTooSmall }) => [weight, sampleTooSmall]);
    };
    expect(
      rowsOf([
        { households: 9, population: 31 },
        { households: 80, population: 240 },
        { households: 60, population: 210 },
      ]),
    ).toEqual([
      [undefined, true],
      [240, false],
      [undefined, true],
    ]);
    expect(rowsOf([{ households: 9 }, {}])).toEqual([
      [1, true],
      [1, false],
    ]);
  });

  it('has the same keys and codes in both languages', () => {
    const keys = (language: 'zh' | 'en') =>
      records(settlementsTable(evaluation, language)).map(({ statusCode, proof }) => [statusCode, proof]);
    expect(keys('zh')).toEqual(keys('en'));
  });
});
