import { describe, expect, it } from 'vitest';
import { type CheckOptions, checkTable } from '../../../../server/tables/check-table.ts';
import { findingText } from '../../../../server/tables/finding-words.ts';
import type { SheetTable } from '../../../../server/tables/sheet-table.ts';
import { TABLE_KINDS, type TableKind } from '../../../../server/tables/table-kind.ts';
import { type Cells, tableLike, tableOf } from './table-of.ts';

/** Level, rule, row and header of each finding. */
async function found(table: SheetTable, kind: TableKind, options: CheckOptions = {}): Promise<string[]> {
  const { findings } = await checkTable(table, kind, options);
  return findings.map(({ level, rule, row, column }) => [level, rule, row ?? '-', column ?? '-'].join(' '));
}

const like = (kind: TableKind, ...rows: Cells[]) => found(tableLike(kind, rows), kind);

describe('a row', () => {
  it.each(TABLE_KINDS)('as in the example of the template of %s has no finding', async (kind) => {
    const checked = await checkTable(tableLike(kind, [{}]), kind);
    expect(checked.findings).toEqual([]);
    expect(checked).toMatchObject({ kind, rowCount: 1, badRows: 0, unknownColumns: [], ignoredColumns: [] });
    expect(checked.rows).toHaveLength(1);
  });

  it('gives an item with its fields under their own names, and its position apart', async () => {
    const { rows } = await checkTable(tableLike('stations', [{ stationId: null }]), 'stations');
    expect(rows).toEqual([
      {
        row: 2,
        position: { x: 116.208333, y: 31.7625, crs: 'CGCS2000' },
        item: {
          name: '城关派出所',
          stationId: '城关派出所',
          township: '城关镇',
          townshipCode: '990321100000',
          kind: 'rural',
          authorised: 10,
          onRolls: 9,
          secondedOut: 1,
          onDuty: 8,
          community: 4,
          cases: 3,
          command: 1,
          auxiliaries: 16,
          villageAuxiliaries: 10,
          twoTeams: false,
          analysts: 1,
          legalReviewers: 1,
          vehicles: 3,
          asOf: '2024-06-30',
        },
      },
    ]);
  });

  it('lacks what it must have, a finding a cell, and the rest is checked all the same', async () => {
    expect(await like('stations', { name: null, onRolls: ' ', kind: '—', vehicles: -1 })).toEqual([
      'error required-missing 2 派出所名称',
      'repair blank-mark 2 类型',
      'error required-missing 2 类型',
      'error required-missing 2 在编数',
      'error count-negative 2 巡逻车辆数',
    ]);
  });

  it.each([
    [
      'stations',
      { secondedOut: 10, onDuty: 8 },
      ['error secondment-exceeds-rolls 2 借调出数', 'doubt duty-not-rolls-less-seconded 2 在岗民警数'],
    ],
    ['stations', { onDuty: 9, secondedOut: 1 }, ['doubt duty-not-rolls-less-seconded 2 在岗民警数']],
    ['stations', { onDuty: 9, secondedOut: null }, []],
    ['stations', { community: 5 }, ['error teams-exceed-duty 2 社区民警数']],
    ['stations', { community: 5, cases: null }, []],
    ['stations', { villageAuxiliaries: 17 }, ['error village-auxiliaries-exceed 2 其中社区驻村辅警数']],
    ['compounds', { onlineDevices: 25 }, ['error online-exceed-devices 2 在线设备数']],
    ['compounds', { state: '在建' }, ['doubt networked-not-built 2 是否联网']],
    ['units', { coveredBuildings: 1 }, ['error covered-exceed-buildings 2 已覆盖楼栋数']],
    ['units', { population: 319 }, ['doubt household-size 2 人口']],
    ['units', { population: 320 }, []],
    ['units', { population: 2560 }, []],
    ['units', { population: 2561 }, ['doubt household-size 2 人口']],
    ['units', { population: 5, households: 0 }, []],
  ] as const)('of %s with %j is held against the rules of its row', async (kind, cells, findings) => {
    expect(await like(kind, cells)).toEqual(findings);
  });
});

describe('a position', () => {
  it.each([
    [
      { lon: '116°12′30″E', lat: "31度45'45" + '"' },
      ['repair degrees-minutes-seconds 2 经度', 'repair degrees-minutes-seconds 2 纬度'],
    ],
    [
      { lon: '东经116.2', lat: '31.76°' },
      ['repair degrees-minutes-seconds 2 经度', 'repair degrees-minutes-seconds 2 纬度'],
    ],
    [{ lon: '116°72′30″' }, ['error coordinate-malformed 2 经度']],
    [{ lon: '116.5°12′' }, ['error coordinate-malformed 2 经度']],
    [{ lon: '31°45′45″N' }, ['error coordinates-swapped 2 经度']],
    [{ lon: '路口' }, ['error coordinate-not-number 2 经度']],
    [{ lon: 31.7625, lat: 116.208333 }, ['error coordinates-swapped 2 纬度']],
    [{ lon: 216.2 }, ['error coordinate-range 2 经度']],
    [{ lon: 0, lat: 0 }, ['error coordinate-zero 2 经度']],
    [{ lat: null }, ['error required-missing 2 纬度']],
    [{ crs: null }, ['error required-missing 2 坐标系']],
    [{ crs: '北京54' }, ['error crs-unsupported 2 坐标系']],
    [{ lon: 425_123.4, lat: 3_515_678.9 }, ['error crs-for-degrees 2 坐标系']],
    [{ lon: 425_123.4, lat: '3,515,678.9', crs: 'EPSG:4548' }, ['repair thousands-separator 2 纬度']],
    [{ crs: 'EPSG:4548' }, ['error crs-for-metres 2 坐标系']],
  ])('%j is read or refused', async (cells, findings) => {
    expect(await like('settlements', cells)).toEqual(findings);
  });

  it('in degrees, minutes and seconds is what arithmetic says', async () => {
    const { rows } = await checkTable(
      tableLike('settlements', [{ lon: '116°12′30″E', lat: '31º45’45.5”' }]),
      'settlements',
    );
    expect(rows[0]?.position?.x).toBeCloseTo(116 + 12 / 60 + 30 / 3600, 12);
    expect(rows[0]?.position?.y).toBeCloseTo(31 + 45 / 60 + 45.5 / 3600, 12);
  });

  it('may be blank where the template allows it, but not by half, and not without its system', async () => {
    expect(await like('units', { lon: null, lat: null, crs: null })).toEqual([]);
    expect(await like('units', { lon: null, crs: null })).toEqual(['error coordinate-half 2 村委会经度']);
    expect(await like('units', { crs: null })).toEqual(['error crs-missing 2 坐标系']);
  });

  it('needs no column of the system where the file or the import states it', async () => {
    const headers = ['名称', '所属行政村代码', '经度', '纬度'];
    const rows = [['东庄', '990321100201', 116.2, 31.7]];
    expect(await found(tableOf(headers, rows), 'settlements')).toEqual(['error column-missing 1 坐标系']);
    expect(await found(tableOf(headers, rows, { statedCrs: 'CGCS2000' }), 'settlements')).toEqual([]);
    const checked = await checkTable(tableOf(headers, rows), 'settlements', { statedCrs: 'GCJ-02' });
    expect(checked).toMatchObject({ statedCrs: 'GCJ-02', findings: [] });
    expect(checked.rows[0]?.position).toEqual({ x: 116.2, y: 31.7 });
  });

  it('of a device is never repeated', async () => {
    const { findings } = await checkTable(tableLike('devices', [{ lon: '116°72′31″', lat: 231.76257 }]), 'devices');
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toMatch(/72|231/);
  });

  it('of a geometry is taken as it is, and areas of compounds only', async () => {
    const ring = [
      [116, 31],
      [116.1, 31],
      [116.1, 31.1],
      [116, 31],
    ];
    const table = tableLike('compounds', [{}, {}, {}]);
    const geometries = [
      { type: 'Polygon' as const, coordinates: [ring] },
      { type: 'Point' as const, coordinates: [116.3, 31.4] },
      { type: 'Polygon' as const, coordinates: [ring.slice(0, 3)] },
    ];
    const rows = table.rows.map((row, index) => ({
      ...row,
      values: row.values.map((value, at) => (at < 2 ? `${value}${index}` : at > 11 && at < 15 ? null : value)),
      geometry: geometries[index]!,
    }));
    const checked = await checkTable({ ...table, rows, statedCrs: 'WGS 84' }, 'compounds');
    expect(checked.findings).toMatchObject([{ rule: 'ring-short', row: 4 }]);
    expect(checked.rows[0]?.area).toEqual([[ring]]);
    expect(checked.rows[1]?.position).toEqual({ x: 116.3, y: 31.4 });
    const { findings } = await checkTable({ ...table, rows: rows.slice(0, 2) }, 'compounds');
    expect(findings.map(({ rule }) => rule)).toEqual(['crs-missing']);
  });
});

describe('rows among others', () => {
  it('may not have an identity that an earlier one has', async () => {
    const checked = await checkTable(
      tableLike('units', [{}, { name: '西庄村' }, { name: '南庄村', code: '990321100202' }]),
      'units',
    );
    expect(checked.findings).toMatchObject([
      { rule: 'id-twice', row: 3, column: '区划代码(12位)', data: { firstRow: 2 }, value: '990321100201' },
    ]);
    expect(checked).toMatchObject({ rowCount: 3, badRows: 1 });
    expect(checked.rows.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('may share a settlement or hours, but not both and the day', async () => {
    expect(await like('incidents', {}, { hours: '0-8' }, { settlement: 'x' }, { asOf: '2024-03-31' }, {})).toEqual([
      'error id-twice 6 居民点编号或名称',
    ]);
  });

  it('of nearly one name in one village are doubted', async () => {
    expect(
      await like(
        'settlements',
        { id: 'a', name: '东庄' },
        { id: 'b', name: '东庄村' },
        { id: 'c', name: '东庄', unitCode: '990321100202' },
        { id: 'd', name: '西庄' },
      ),
    ).toEqual(['doubt name-similar 3 名称']);
  });

  it('of another county than most, or than the county itself, are doubted', async () => {
    const codes = ['990321100201', '990321100202', '990322100203'].map((code) => ({ code, name: code }));
    expect(await like('units', ...codes)).toEqual(['doubt code-county 4 区划代码(12位)']);
    expect(await found(tableLike('units', codes), 'units', { countyCode: '990322' })).toEqual([
      'doubt code-county 2 区划代码(12位)',
      'doubt code-county 3 区划代码(12位)',
    ]);
  });

  it('of a day more than a year from that of most are doubted', async () => {
    const rows = ['2024-06-30', '2024-06-30', '2025-06-30', '2042-06-30', '2024-06-30', '2024-06-30'].map(
      (asOf, index) => ({ asOf, name: `村${index}甲`, code: `99032110020${index}` }),
    );
    expect(await like('units', ...rows)).toEqual(['doubt as-of-differs 5 截止日期']);
  });

  it('are told apart where the findings are: by row, then column', async () => {
    const findings = await like(
      'units',
      { households: '1,234', name: '张 庄' },
      { households: -1 },
      { code: 'x', households: 'y' },
    );
    expect(findings).toEqual([
      'repair spaces-in-text 2 名称',
      'repair thousands-separator 2 户数(口径:户籍/常住)',
      'doubt household-size 2 人口',
      'error id-twice 3 区划代码(12位)',
      'error count-negative 3 户数(口径:户籍/常住)',
      'error code-not-digits 4 区划代码(12位)',
      'error count-not-number 4 户数(口径:户籍/常住)',
    ]);
  });
});

describe('columns', () => {
  const headers = ['序号', '区划代码', '名称', '类别', '所属派出所', '户数(户籍)'];
  const row = [1, '990321100201', '城东村', '村', '城关派出所', 320];

  it('that say what they count are believed', async () => {
    const { rows, findings, ignoredColumns, columnOfField } = await checkTable(tableOf(headers, [row]), 'units');
    expect(findings).toEqual([]);
    expect(rows[0]?.item).toMatchObject({ households: 320, householdBasis: 'registered' });
    expect(ignoredColumns.map(({ header }) => header)).toEqual(['序号']);
    expect(columnOfField['households']).toEqual({ index: 5, header: '户数(户籍)' });
  });

  it('that claim one field are an error that names both, and no row is good', async () => {
    const table = tableOf([...headers, '户数(常住)'], [[...row, 300]]);
    const checked = await checkTable(table, 'units');
    expect(checked.findings).toMatchObject([
      { level: 'error', rule: 'field-twice', data: { first: '户数(户籍)', second: '户数(常住)' } },
    ]);
    expect(checked).toMatchObject({ rows: [], badRows: 1 });
    const remembered = { '户数(常住)': 'ignore' };
    expect((await checkTable(table, 'units', { remembered })).rows).toHaveLength(1);
  });

  it('that nobody knows are asked about once', async () => {
    const table = tableOf([...headers, '联防员'], [[...row, 7]]);
    const checked = await checkTable(table, 'units');
    expect(checked.unknownColumns).toEqual([{ index: 6, header: '联防员' }]);
    expect(checked.findings).toMatchObject([{ level: 'doubt', rule: 'column-unknown', row: 1, column: '联防员' }]);
    const told = await checkTable(table, 'units', { remembered: { 联防员: 'auxiliaries' } });
    expect(told).toMatchObject({ unknownColumns: [], findings: [] });
    expect(told.rows[0]?.item.auxiliaries).toBe(7);
  });

  it('that are missing though required keep every row out, and the day may stand in the title', async () => {
    const headersOfIncidents = ['居民点', '时段', '件数'];
    const rows = [['东庄', '0-8', 3]];
    expect(await found(tableOf(headersOfIncidents, rows), 'incidents')).toEqual(['error column-missing 1 截止日期']);
    const dated = await checkTable(tableOf(headersOfIncidents, rows, { asOf: '2024-06-30' }), 'incidents');
    expect(dated.rows[0]?.item).toEqual({ settlement: '东庄', fromHour: 0, toHour: 8, count: 3, asOf: '2024-06-30' });
  });

  it('in another unit are multiplied, which is said once', async () => {
    const table = tableOf(
      [...headers, '人口（万人）'],
      [
        [...row, 0.105],
        [1, '990321100202', '城西村', '村', '城关派出所', 99, '310人'],
      ],
    );
    const checked = await checkTable(table, 'units');
    expect(checked.rows.map(({ item }) => item.population)).toEqual([1050, 310]);
    expect(checked.findings.map(({ rule }) => rule)).toEqual(['header-unit', 'unit-behind-number']);
  });
});

describe('a check', () => {
  it('can be called off, and says how far it is', async () => {
    const table = tableLike(
      'units',
      Array.from({ length: 5_000 }, (_, index) => ({ code: `99032110${1000 + index}`, name: `村${index}` })),
    );
    const steps: number[] = [];
    await checkTable(table, 'units', { onProgress: (done, total) => steps.push(done / total) });
    expect(steps[0]).toBe(0);
    expect(steps[steps.length - 1]).toBe(1);
    const controller = new AbortController();
    const called = checkTable(table, 'units', {
      signal: controller.signal,
      onProgress: (done) => done >= 2_000 && controller.abort(new Error('enough')),
    });
    await expect(called).rejects.toThrow('enough');
  });

  it('is worded with sheet, row, column and figures', async () => {
    const { findings } = await checkTable(
      tableLike('stations', [{ community: 5 }], { file: '派出所.xlsx' }),
      'stations',
    );
    expect(findingText(findings[0]!, 'zh')).toBe(
      '派出所.xlsx［Sheet1］第 2 行“社区民警数”列：社区、案件办理、综合指挥民警共 9 人，超过在岗民警 8 人（填的是“5”）',
    );
    expect(findingText(findings[0]!, 'en')).toBe(
      '派出所.xlsx [Sheet1] row 2, column "社区民警数": community, case and command officers are 9 together, more than the 8 on duty post (found "5")',
    );
    expect(findingText({ level: 'error', rule: 'table-missing', file: 'a.csv' }, 'zh')).toBe(
      'a.csv：文件中没有找到表格',
    );
  });
});
