import { describe, expect, it } from 'vitest';
import { straightMetres } from '../../geodata/catchment/catchments.ts';
import { generateDemoCounty } from '../../geodata/demo/county.ts';

const county = generateDemoCounty();
const { settlements, stations, traps, rawRows } = county;
const settlementOf = (id: string) => settlements.find((settlement) => settlement.id === id);
const isBlank = (row: Readonly<Record<string, string | number>>): boolean => (row['经度'] ?? row['村委会经度']) === '';

describe('the difficulties of the demonstration county', () => {
  it('include a hamlet of 8 households', () => {
    expect(settlementOf(traps.tinyHamlet)).toMatchObject({ kind: 'natural', households: 8 });
  });

  it('include village names that two townships share', () => {
    expect(traps.sharedNames.length).toBeGreaterThan(0);
    for (const name of traps.sharedNames) {
      const sharing = settlements.filter((settlement) => settlement.name === name);
      expect(new Set(sharing.map(({ township }) => township)).size, name).toBeGreaterThan(1);
    }
  });

  it('include a township without a station, whose settlements name a neighbour', () => {
    const { stationlessTownship } = traps;
    expect(county.townships.map(({ name }) => name)).toContain(stationlessTownship);
    expect(stations.map(({ township }) => township)).not.toContain(stationlessTownship);
    const orphans = settlements.filter(({ township }) => township === stationlessTownship);
    expect(orphans.length).toBeGreaterThan(30);
    const guardians = new Set(orphans.map(({ stationId }) => stationId));
    expect(guardians.size).toBe(1);
    expect(stations.filter(({ id, kind }) => guardians.has(id) && kind === 'rural')).toHaveLength(1);
  });

  it('include a station that lends officers out, whose posts add up', () => {
    for (const row of rawRows.stations) {
      const { 在编数, 借调出数, 在岗民警数, 社区民警数, 案件办理民警数, 综合指挥民警数 } = row as Record<
        string,
        number
      >;
      expect(Number(在编数) - Number(借调出数), String(row['派出所名称'])).toBe(在岗民警数);
      expect(Number(社区民警数) + Number(案件办理民警数) + Number(综合指挥民警数)).toBe(在岗民警数);
      expect(Number(借调出数) > 0).toBe(row['机构代码'] === traps.lendingStation);
    }
  });

  it('include rows without coordinates, which the clean list has', () => {
    const blank = new Set(
      [...rawRows.villages, ...rawRows.hamlets].filter(isBlank).map((row) => String(row['名称']).replace('村委会', '')),
    );
    expect(blank).toEqual(new Set(traps.withoutCoordinates.map((id) => settlementOf(id)?.name)));
    expect(traps.withoutCoordinates.length).toBeGreaterThan(1);
  });

  it('include one village that is half a kilometre east of where it is said to be', () => {
    const metresOff = rawRows.villages
      .filter((row) => !isBlank(row))
      .flatMap((row) => {
        const settlement = settlementOf(String(row['区划代码']));
        const [lon, lat] = [Number(row['村委会经度']), Number(row['村委会纬度'])];
        const metres = straightMetres([lon, lat], settlement?.coord ?? [0, 0]);
        expect(row['坐标系']).toBe('CGCS2000');
        return metres === 0 ? [] : [{ id: settlement?.id, metres, isEast: lon > (settlement?.coord[0] ?? 180) }];
      });
    expect(metresOff).toEqual([{ id: traps.gcjShifted, metres: expect.closeTo(545, -2), isEast: true }]);
  });

  it('include compounds under construction, none of which is connected', () => {
    const unfinished = rawRows.compounds.filter((row) => row['建设状态'] === '在建');
    expect(unfinished.length).toBeGreaterThan(3);
    for (const row of unfinished) expect(row).toMatchObject({ 是否联网: '否', 设备数: 0 });
  });
});

describe('the tables of the demonstration county', () => {
  it('count every household once by village, and once more by natural village', () => {
    const households = (rows: readonly Readonly<Record<string, string | number>>[]): number =>
      rows.reduce((total, row) => total + Number(row['户数']), 0);
    const all = settlements.reduce((total, settlement) => total + (settlement.households ?? 0), 0);
    expect(households(rawRows.villages)).toBe(all);
    const communities = rawRows.villages.filter((row) => row['类别'] === '社区');
    expect(households(rawRows.hamlets) + households(communities)).toBe(all);
  });

  it('have a row for every settlement and station', () => {
    expect(rawRows.stations).toHaveLength(stations.length);
    expect(rawRows.villages).toHaveLength(settlements.filter(({ kind }) => kind === 'administrative').length);
    const named = new Set(rawRows.hamlets.map((row) => row['名称']));
    for (const { kind, name } of settlements) if (kind === 'natural') expect(named.has(name), name).toBe(true);
  });

  it('name a station that exists in every row of a village', () => {
    const names = stations.map(({ name }) => name);
    for (const row of rawRows.villages) expect(names).toContain(row['所属派出所']);
  });

  it('list some 120 compounds', () => {
    expect(rawRows.compounds.length).toBeGreaterThan(95);
    expect(rawRows.compounds.length).toBeLessThan(150);
  });
});
