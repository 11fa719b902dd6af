import { describe, expect, it } from 'vitest';
import type { CountyRecords } from '../../../../geodata/records/county-records.ts';
import { listOrigins, type PositionOrigin, readRecords } from '../../../../server/db/county-records.ts';
import { importCounty } from '../../../../server/db/import-county.ts';
import { listRememberedColumns, rememberColumns } from '../../../../server/db/remembered-columns.ts';
import { listSettlements } from '../../../../server/db/settlements.ts';
import { listStandardRules, saveStandardRules } from '../../../../server/db/standard-rules.ts';
import { at, rectangle, rowOfSettlements, smallCounty } from './small-county.ts';
import { newCountyCode, type StoreUnderTest } from './store-under-test.ts';

const RECORDS: CountyRecords = {
  strengths: [
    {
      stationId: 'S1',
      authorised: 26,
      onRolls: 25,
      secondedOut: 1,
      onDuty: 24,
      community: 10,
      twoTeams: true,
      asOf: '2024-06-30',
    },
    { stationId: 'S2', onDuty: 7, twoTeams: false },
  ],
  units: [
    {
      code: '340121100201',
      name: '张庄村',
      kind: 'village',
      urbanRuralCode: '220',
      stationId: 'S1',
      township: '城关镇',
      households: 320,
      householdBasis: 'resident',
      policeAssistant: true,
      volunteers: 0,
      coord: at(1200, 2400),
      asOf: '2024-06-30',
    },
    { code: '340121100001', name: '河东社区', kind: 'community', buildings: 12, coveredBuildings: 9 },
  ],
  compounds: [
    {
      id: 'C1',
      name: '翠湖花园',
      unitCode: '340121100001',
      stationId: 'S1',
      kind: 'new',
      households: 180,
      due: true,
      state: 'accepted',
      networked: true,
      devices: 20,
      onlineDevices: 18,
      coord: at(2100, 2500),
      area: rectangle(2000, 2400, 2200, 2600),
    },
    { id: 'C2', name: '福安小区', unitCode: '340121100001', kind: 'old', due: false, state: 'none', networked: false },
  ],
  rooms: [{ id: 'R1', name: '东乡警务室', stationId: 'S2', kinds: ['rural', 'round-the-clock'], hours: '00:00-24:00' }],
  roadLengths: [{ rank: 'village', kilometres: 717.4, asOf: '2024-06-30' }],
  incidents: [{ settlementId: 'V3', fromHour: 20, toHour: 24, count: 5 }],
  devices: [{ coord: at(2110, 2510), rangeMetres: 30, azimuth: 270, fieldOfView: 90 }, { coord: at(2120, 2510) }],
  facts: { officers: 290, informantFundsYuan: 200_000, asOf: '2024-06-30' },
};

const ORIGINS: readonly PositionOrigin[] = [
  { kind: 'compounds', recordId: 'C1', referenceSystem: 'gcj02', x: 117.1056789012345, y: 33.3512345678 },
  { kind: 'stations', recordId: 'S1', referenceSystem: 'cgcs2000', x: 117.1, y: 33.3 },
];

/** What a county's offices report, and what its users said of rules and headers. */
export function describeRecords(store: StoreUnderTest): void {
  describe('the records of a version', () => {
    it('come back as they went in, what is not known as an absent key', async () => {
      const version = await importCounty(store(), smallCounty({ records: RECORDS, origins: ORIGINS }));
      expect(await readRecords(store(), version.id)).toEqual(RECORDS);
      expect(await listOrigins(store(), version.id)).toEqual(ORIGINS);
    });

    it('are empty in a version without them', async () => {
      const version = await importCounty(store(), smallCounty());
      expect(await readRecords(store(), version.id)).toEqual({
        ...{ strengths: [], units: [], compounds: [], rooms: [], roadLengths: [], incidents: [], devices: [] },
        facts: {},
      });
    });

    it('never change', async () => {
      const version = await importCounty(store(), smallCounty({ records: RECORDS }));
      const change = store().query('UPDATE village_unit SET volunteers = 9 WHERE version_id = $1', [version.id]);
      await expect(change).rejects.toThrow(/never changed/);
    });

    it('leave nothing behind where one of them cannot be stored', async () => {
      const strengths = [{ stationId: 'nobody', onDuty: 3 }];
      const county = smallCounty({ records: { ...RECORDS, strengths } });
      await expect(importCounty(store(), county)).rejects.toThrow();
      const rows = await store().query('SELECT 1 FROM dataset_version WHERE county_code = $1', [county.code]);
      expect(rows).toEqual([]);
    });

    it('have settlements that name their unit', async () => {
      const [first, ...others] = rowOfSettlements(4);
      if (!first) throw new Error('There is no settlement.');
      const items = [{ ...first, unitCode: '340121100201' }, ...others];
      const version = await importCounty(store(), smallCounty({ settlements: { file: 'villages.csv', items } }));
      expect(await listSettlements(store(), version.id)).toEqual(items);
    });
  });

  describe("a county's rules", () => {
    it('are kept version by version', async () => {
      const { countyCode } = await importCounty(store(), smallCounty());
      expect(await listStandardRules(store(), countyCode)).toEqual([]);
      const first = await saveStandardRules(store(), countyCode, { edits: { c4: { minimum: 6 } }, note: 'six' });
      const second = await saveStandardRules(store(), countyCode, { edits: {}, note: 'back' });
      expect([first.number, second.number]).toEqual([1, 2]);
      expect(await listStandardRules(store(), countyCode)).toEqual([second, first]);
    });
  });

  describe('what headers mean', () => {
    it('is remembered for a county, the last word counting', async () => {
      const code = newCountyCode();
      await rememberColumns(store(), code, { units: { 信息员合计: 'volunteers', 备注二: 'ignore' } });
      await rememberColumns(store(), code, { units: { 备注二: 'groups' }, rooms: { 值班: 'hours' } });
      expect(await listRememberedColumns(store(), code)).toEqual({
        rooms: { 值班: 'hours' },
        units: { 信息员合计: 'volunteers', 备注二: 'groups' },
      });
      expect(await listRememberedColumns(store(), newCountyCode())).toEqual({});
    });
  });
}
