import { describe, expect, it } from 'vitest';
import { NO_RECORDS } from '../../../geodata/records/county-records.ts';
import type { IntakeBase } from '../../../server/intake/intake.ts';
import { at } from '../db/suite/small-county.ts';
import {
  BOUNDARY,
  brief,
  check,
  csvFile,
  STATION_ROWS,
  stationRow,
  stations,
  TOWNSHIPS,
  UNIT_HEADER,
  UNIT_ROWS,
  unitRow,
  units,
} from './small-delivery.ts';

const AREAS = [BOUNDARY, TOWNSHIPS];

describe('a delivery of files', () => {
  it('becomes one county, in whatever order the files come', async () => {
    const files = [...AREAS, stations(), units()];
    const checked = await check(files);
    expect(brief(checked)).toEqual([]);
    const { county } = checked;
    expect(county.stations.items.map(({ id, name, officers }) => [id, name, officers])).toEqual([
      ['340121510000', '城关派出所', 8],
      ['340121520000', '东乡派出所', 8],
    ]);
    expect(
      county.settlements.items.map(({ id, kind, township, stationId, unitCode }) => [
        id,
        kind,
        township,
        stationId,
        unitCode,
      ]),
    ).toEqual([
      ['340121100201', 'administrative', '城关镇', '340121510000', '340121100201'],
      ['340121100202', 'administrative', '城关镇', '340121510000', '340121100202'],
      ['340121200201', 'administrative', '东乡', '340121520000', '340121200201'],
    ]);
    expect(county.boundary?.items).toHaveLength(1);
    expect(county.townships?.items.map(({ id, name }) => [id, name])).toEqual([
      ['340121100', '城关镇'],
      ['340121200', '东乡'],
    ]);
    const reversed = await check([...files].reverse());
    expect(reversed.county).toEqual(county);
  });

  it('says of each file what it is, with its hash, and of each table how many rows are bad', async () => {
    const bad = unitRow('340121100203', '王村', '无此派出所', at(3000, 2000));
    const { files } = await check([...AREAS, stations(), units([...UNIT_ROWS, bad])]);
    expect(files.map(({ name, roles }) => [name, roles.join()])).toEqual([
      ['县界.geojson', 'boundary'],
      ['乡镇界.geojson', 'townships'],
      ['派出所.csv', 'tables'],
      ['村（社区）.csv', 'tables'],
    ]);
    expect(files[3]?.tables).toEqual([{ kind: 'units', rowCount: 4, badRows: 1 }]);
    expect(files[3]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('leaves out rows that refer to nothing, lie outside or came before, and says where', async () => {
    const checked = await check([
      ...AREAS,
      stations([
        ...STATION_ROWS,
        stationRow('远方派出所', '340121530000', ['东乡', '340121200', '农村'], at(30_000, 2600)),
      ]),
      units([
        ...UNIT_ROWS,
        unitRow('340121100203', '王村', '无此派出所', at(3000, 2000)),
        unitRow('340121200202', '周村', '东乡派出所', at(2000, 2000)),
      ]),
      csvFile('自然村.csv', [
        ['名称', '所属行政村代码', '户数', '人口', '经度', '纬度', '坐标系'],
        ['大湾', '340121100201', 40, 120, ...at(1200, 2000), 'WGS84'],
        ['小湾', '340121100999', 40, 120, ...at(1300, 2000), 'WGS84'],
        ['张庄', '340121100201', 80, 240, ...at(1000, 2400), 'WGS84'],
      ]),
    ]);
    expect(brief(checked)).toEqual([
      'error outside-county 4 经度',
      'error station-unknown 5 所属派出所',
      'doubt unit-outside-township 6 村委会经度',
      'error unit-unknown 3 所属行政村代码',
    ]);
    const ids = checked.county.settlements.items.map(({ id, kind }) => `${id} ${kind}`);
    expect(ids).toContain('340121100201 administrative');
    expect(ids.filter((id) => id.endsWith('natural'))).toHaveLength(1);
    expect(ids).toHaveLength(5);
  });

  it('asks for the reference system rather than assume one', async () => {
    const rows = UNIT_ROWS.map((row) => row.map((cell) => (cell === 'CGCS2000' ? '' : cell)));
    const unstated = await check([...AREAS, stations(), units(rows)]);
    expect(new Set(brief(unstated).map((line) => line.split(' ').slice(0, 2).join(' ')))).toEqual(
      new Set(['error no-settlements', 'error crs-missing', 'error no-good-row']),
    );
    expect(unstated.county.settlements.items).toEqual([]);
    const choices = { referenceSystems: { '村（社区）.csv': 'CGCS2000' } };
    const stated = await check([...AREAS, stations(), units(rows)], undefined, choices);
    expect(stated.county.settlements.items).toHaveLength(3);
  });

  it('converts positions and keeps where they came from', async () => {
    const choices = { referenceSystems: { '村（社区）.csv': 'GCJ-02' }, trusted: ['村（社区）.csv'] };
    const { county } = await check([...AREAS, stations(), units()], undefined, choices);
    const [origin] = county.origins.filter(({ recordId }) => recordId === '340121100201');
    const [lon, lat] = at(1000, 2400);
    expect(origin).toEqual({ kind: 'units', recordId: '340121100201', referenceSystem: 'GCJ-02', x: lon, y: lat });
    const [settlement] = county.settlements.items;
    expect(Math.abs((settlement?.coord[0] ?? 0) - lon)).toBeGreaterThan(0.003);
  });

  it('refuses a file with personal columns whole, and repeats nothing of it', async () => {
    const secret = `某${'某'}`;
    const file = csvFile('名册.csv', [
      ['姓名', '身份证号', '派出所'],
      [secret, '9'.repeat(18), '城关派出所'],
    ]);
    const checked = await check([...AREAS, stations(), units(), file]);
    expect(checked.files[4]).toMatchObject({ name: '名册.csv', roles: ['refused'], tables: [] });
    expect(checked.files[4]).not.toHaveProperty('sha256');
    expect(brief(checked)).toEqual(
      expect.arrayContaining(['error personal-column 1 姓名', 'error personal-column 1 身份证号']),
    );
    expect(JSON.stringify(checked)).not.toContain(secret);
  });

  it('keeps what the county has already where no file brings it, without what refers to nothing any more', async () => {
    const first = await check([...AREAS, stations(), units()]);
    const { boundary, townships, ...county } = first.county;
    const base: IntakeBase = {
      boundary: boundary?.items.flat(),
      townships: townships?.items ?? [],
      stations: county.stations.items,
      settlements: county.settlements.items,
      records: { ...NO_RECORDS, ...county.records, roadLengths: [{ rank: 'county', kilometres: 12.5 }] },
      origins: county.origins,
    };
    const lengths = csvFile('道路里程.csv', [
      ['等级', '公里数'],
      ['国道', 24.1],
      ['县道', 183.5],
    ]);
    const second = await check([lengths], base);
    expect(brief(second)).toEqual([]);
    expect(second.county.records.roadLengths).toEqual([
      { rank: 'national', kilometres: 24.1 },
      { rank: 'county', kilometres: 183.5 },
    ]);
    expect(second.county.records.units).toEqual(county.records.units);
    expect(second.county.settlements.items).toEqual(county.settlements.items);

    const third = await check([stations(STATION_ROWS.slice(0, 1))], base);
    expect(third.county.stations.items).toHaveLength(1);
    expect(third.county.settlements.items.filter(({ stationId }) => stationId === undefined)).toHaveLength(1);
    expect(third.county.records.strengths).toHaveLength(1);
    expect(brief(third)).toEqual(expect.arrayContaining(['doubt station-gone', 'doubt record-without-referent']));
  });

  it('matches a list of units to settlements from a map, and offers what is not certain', async () => {
    const base: IntakeBase = {
      boundary: undefined,
      townships: [],
      stations: [],
      settlements: [
        { id: 'node/1', name: '张庄', coord: at(1000, 2400), kind: 'natural', township: '城关镇' },
        { id: 'node/2', name: '李家集', coord: at(3000, 2400), kind: 'natural', township: '城关镇' },
      ],
      records: NO_RECORDS,
      origins: [],
    };
    const rows = UNIT_ROWS.map((row) => [...row.slice(0, 3), '', ...row.slice(4, 6), '', '', '', ...row.slice(9)]);
    const file = csvFile('村.csv', [[...UNIT_HEADER, '所属乡镇街道'], ...rows.map((row) => [...row, '城关镇'])]);
    const unstationed = await check([file], base);
    expect(unstationed.matches.byName).toBe(0);
    const stationed = await check(
      [
        stations(),
        csvFile('村.csv', [
          [...UNIT_HEADER, '所属乡镇街道'],
          ...UNIT_ROWS.map((row) => [...row.slice(0, 6), '', '', '', ...row.slice(9), '城关镇']),
        ]),
      ],
      base,
    );
    expect(stationed.matches).toEqual({ byCode: 0, byName: 1, ambiguous: 1, unmatched: 1 });
    expect(stationed.offered[0]).toMatchObject({ code: '340121100202', candidates: [{ settlementId: 'node/2' }] });
    expect(stationed.county.settlements.items.map(({ unitCode }) => unitCode)).toEqual(['340121100201', undefined]);
    const chosen = await check(
      [
        stations(),
        csvFile('村.csv', [
          [...UNIT_HEADER, '所属乡镇街道'],
          ...UNIT_ROWS.map((row) => [...row.slice(0, 6), '', '', '', ...row.slice(9), '城关镇']),
        ]),
      ],
      base,
      { matches: { '340121100202': 'node/2' } },
    );
    expect(chosen.county.settlements.items.map(({ unitCode }) => unitCode)).toEqual(['340121100201', '340121100202']);
  });

  it('does not let a table without a sound row, or a part of one, pass for the whole unseen', async () => {
    const first = await check([...AREAS, stations(), units()]);
    const { boundary, townships, ...county } = first.county;
    const base: IntakeBase = {
      boundary: boundary?.items.flat(),
      townships: townships?.items ?? [],
      stations: county.stations.items,
      settlements: county.settlements.items,
      records: county.records,
      origins: county.origins,
    };
    expect(brief(await check([units(UNIT_ROWS.slice(0, 1))], base))).toContain('doubt fewer-rows');
    const bad = unitRow('3.71622E+11', '王村', '城关派出所', at(3000, 2000));
    expect(brief(await check([units([bad])], base))).toContain('error no-good-row');
    expect(brief(await check([units(), units()], base))).toContain('error file-name-twice');
  });
});
