import { describe, expect, it } from 'vitest';
import { NO_STATION } from '../../../geodata/catchment/nearest-stations.ts';
import type { Settlement, Station } from '../../../geodata/catchment/places.ts';
import { Engine } from '../../../geodata/engine/engine.ts';
import { type CountyCatchments, countyCatchments } from '../../../server/counties/county-catchments.ts';
import { cellTable, settlementTable, stationTable } from '../../../server/reports/catchment-tables.ts';
import { checkTable, type Table } from '../../../server/reports/table.ts';
import { metreADecisecond } from '../../scenes/profiles.ts';
import { openScene } from '../../scenes/scene.ts';

/** A road of 20 km with a station at its west end; places by their metres from it. */
async function catchmentsOf(
  places: readonly (readonly [east: number, figures: Pick<Settlement, 'households' | 'population'>])[],
): Promise<CountyCatchments> {
  const scene = await openScene({ nodes: { a: [0, 0], b: [20_000, 0] }, ways: [{ nodes: 'ab' }] }, metreADecisecond);
  const engine = new Engine();
  engine.call('open', { buffer: scene.network.buffer });
  const stations: Station[] = [{ id: 'S', name: '甲派出所', coord: scene.node('a'), kind: 'rural' }];
  const settlements = places.map(
    ([east, figures], i): Settlement => ({
      ...{ id: `V${i}`, name: `${i}村`, coord: scene.at(east, 10), kind: 'natural', township: '甲镇' },
      ...figures,
    }),
  );
  const rule = { limitDm: 150_000, limitDs: 18_000, combine: 'and', metric: 'road' } as const;
  const county = { stations, settlements, boundary: undefined };
  return countyCatchments(county, { rule, resolution: 8 }, async (request) => engine.call('catchments', request));
}

function records(table: Table): Record<string, unknown>[] {
  checkTable(table);
  return table.rows.map(({ values }) => Object.fromEntries(table.columns.map(({ key }, i) => [key, values[i]])));
}

/** Two villages share a cell: V0 and V1; V4 lies beyond the rule. */
const COUNTY = [
  [3000, { households: 12, population: 37 }],
  [3020, { households: 200, population: 610 }],
  [7000, { households: 45, population: 150 }],
  [11_000, { households: 80, population: 250 }],
  [19_000, { households: 90, population: 300 }],
] as const;

describe('tables of catchments', () => {
  it('withhold a settlement of few households, and a companion of its township', async () => {
    const rows = records(settlementTable(await catchmentsOf(COUNTY)));
    expect(rows.map(({ households, population, sampleTooSmall }) => [households, population, sampleTooSmall])).toEqual([
      [undefined, undefined, true],
      [200, 610, false],
      [undefined, undefined, true],
      [80, 250, false],
      [90, 300, false],
    ]);
  });

  it('withhold a cell in which a withheld settlement stands, however many live there', async () => {
    const rows = records(cellTable(await catchmentsOf(COUNTY)));
    const inhabited = rows.filter(({ households }) => households !== 0);
    expect(inhabited.map(({ households, population }) => [households, population])).toHaveLength(4);
    const shown = inhabited.filter(({ sampleTooSmall }) => !sampleTooSmall);
    expect(shown.map(({ households, population }) => [households, population]).sort()).toEqual([
      [80, 250],
      [90, 300],
    ]);
    expect(
      inhabited.filter(({ households, population }) => households === undefined && population === undefined),
    ).toHaveLength(2);
  });

  it('add up in a station’s catchment only what is shown, and count the others', async () => {
    const [row] = records(stationTable(await catchmentsOf([...COUNTY, [9000, {}]])));
    expect(row).toMatchObject({
      settlements: 5,
      households: 280,
      settlementsUnknownHouseholds: 1,
      settlementsSampleTooSmall: 2,
    });
  });

  it('give no household figure where none is known, and no station where none is reached', async () => {
    const county = await catchmentsOf([[3000, {}]]);
    expect(records(stationTable(county))[0]).toMatchObject({ households: undefined, settlementsUnknownHouseholds: 1 });
    const unreached = { ...county.settlements, station: new Uint32Array(3).fill(NO_STATION) };
    expect(records(settlementTable({ ...county, settlements: unreached }))[0]).toMatchObject({
      station: undefined,
      minutes: undefined,
      kilometres: undefined,
    });
  });
});
