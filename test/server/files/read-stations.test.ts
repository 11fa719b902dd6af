import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { TableFacts } from '../../../server/files/place-table.ts';
import { readStations } from '../../../server/files/read-stations.ts';
import { realData } from '../../real-data.ts';
import { problemsOf, refusalOf } from './problems-of.ts';
import { scratchFile } from './scratch-file.ts';

const TEMPLATE = '派出所名称*,机构代码,所属乡镇街道*,类型（城区/农村）*,经度*,纬度*,坐标系*,在岗民警数*,辅警数*';

async function stationsIn(csv: string) {
  return readStations(await scratchFile('stations.csv', csv));
}

describe('readStations from CSV', () => {
  it('says in which row each place stands and which columns it did not use', async () => {
    const heard: TableFacts[] = [];
    const read = async (csv: string) => readStations(await scratchFile('s.csv', csv), (facts) => heard.push(facts));
    await read('名称,经度,纬度,备注,所属乡镇\n甲所,117.1,32.1,无,甲镇\n\n乙所,117.2,32.1,,\n');
    await read('名称,经度,纬度\n甲所,117.1,32.1\n');
    expect(heard).toEqual([
      { rows: [2, 4], unusedColumns: ['备注'] },
      { rows: [2], unusedColumns: [] },
    ]);
  });

  it('refuses a column that names who holds a post', async () => {
    const problems = await problemsOf(
      readStations(await scratchFile('s.csv', '名称,经度,纬度,所长\n甲所,117.1,32.1,某人\n')),
    );
    expect(problems).toEqual(['1 所长 personal-column']);
  });

  it('reads the county template, with or without a byte order mark', async () => {
    const table = `${TEMPLATE}\r\n城关派出所,371622010000,城关镇,城区,117.58,37.64,CGCS2000,12,24\r\n`;
    const expected = {
      id: '371622010000',
      name: '城关派出所',
      coord: [117.58, 37.64],
      kind: 'urban',
      township: '城关镇',
      officers: 12,
      auxiliaries: 24,
    };
    expect(await stationsIn(table)).toEqual([expected]);
    expect(await stationsIn(`\uFEFF${table}`)).toEqual([expected]);
  });

  it('reads English headers, and takes a station for rural where nothing is said', async () => {
    const table =
      'id,name,kind,lon,lat,township,officers,auxiliaries\nS1,North,,117.5,37.5,,,\nS2,South,URBAN,1.5,2,,3,0\n';
    expect(await stationsIn(table)).toEqual([
      { id: 'S1', name: 'North', coord: [117.5, 37.5], kind: 'rural' },
      { id: 'S2', name: 'South', coord: [1.5, 2], kind: 'urban', officers: 3, auxiliaries: 0 },
    ]);
  });

  it('calls a row without an id by its name, or by its row where the name is not alone', async () => {
    const table = 'id,name,lon,lat\n,甲所,1,1\n,乙所,1,1\n,乙所,1,1\n丁所,丙所,1,1\n,丁所,1,1\n';
    expect((await stationsIn(table)).map(({ id }) => id)).toEqual(['甲所', 'row-3', 'row-4', '丁所', 'row-6']);
  });

  it('passes over blank rows, unknown columns, quotation marks and full-width digits', async () => {
    const table = 'name,lon,lat,备注\n\n"甲,所",１１７．５,37,"a\nb"\n,,,\n乙所,117,37.,\n';
    expect((await stationsIn(table)).map(({ name, coord }) => [name, ...coord])).toEqual([
      ['甲,所', 117.5, 37],
      ['乙所', 117, 37],
    ]);
  });

  it('gathers every problem of every row before it refuses the file', async () => {
    const rows = [
      ',1,城关镇,城区,117.5,37.5,WGS84,1,1',
      '甲所,2,城关镇,水上,117.5,37.5,WGS84,-1,1.5',
      '乙所,3,城关镇,农村,,北纬37,WGS84,五,1',
      '丙所,3,城关镇,农村,37.5,117.5,GCJ-02,1,1',
      '丁所,4,城关镇,农村,217.5,37.5,,1,1',
      '戊所,5,城关镇,农村,117.5,37.5,WGS84',
      '己所,3.71622E+11,城关镇,农村,117.5,-91,WGS84,1,1',
    ];
    expect(await problemsOf(stationsIn([TEMPLATE, ...rows].join('\n')))).toEqual([
      '2 派出所名称* name-missing',
      '3 类型（城区/农村）* kind-unknown',
      '3 在岗民警数* count-negative',
      '3 辅警数* count-fraction',
      '4 经度* coordinate-missing',
      '4 纬度* coordinate-not-number',
      '4 在岗民警数* count-not-number',
      '5 机构代码 id-twice',
      '5 坐标系* crs-unsupported',
      '5 纬度* coordinates-swapped',
      '6 坐标系* crs-missing',
      '6 经度* coordinate-range',
      '7 * row-ragged',
      '8 机构代码 id-rounded',
      '8 纬度* coordinate-range',
    ]);
  });

  it('takes a whole number with a decimal point for a count', async () => {
    expect((await stationsIn('name,lon,lat,officers\n甲所,1,1,12.0\n'))[0]?.officers).toBe(12);
  });

  it('names each missing column once', async () => {
    expect(await problemsOf(stationsIn('name,officers\n甲所,1\n乙所,1\n'))).toEqual([
      '1 经度/村委会经度/lon/longitude column-missing',
      '1 纬度/村委会纬度/lat/latitude column-missing',
    ]);
  });

  it('guesses nothing between two columns of the same meaning', async () => {
    const table = 'name,lon,lat,在岗民警数（年初）,在岗民警数（年末）,x,x\n甲所,1,1,3,4,,\n';
    expect(await problemsOf(stationsIn(table))).toEqual(['1 x column-twice', '1 在岗民警数（年末） column-twice']);
  });

  it.each([
    ['nothing at all', '', '1 * file-empty'],
    ['a header alone', 'name,lon,lat\n', '1 * file-empty'],
    ['an open quotation mark', 'name,lon,lat\n"甲所,1,1\n', '2 * csv-quotes'],
  ])('refuses a file with %s', async (_, table, problem) => {
    expect(await problemsOf(stationsIn(table))).toContain(problem);
  });

  it('refuses a file in GBK with one problem that says so', async () => {
    const gbk = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x6c, 0x6f, 0x6e, 0x0a]);
    expect(await problemsOf(readStations(await scratchFile('stations.csv', gbk)))).toEqual(['1 * not-utf8']);
  });

  it('refuses a file of another type', async () => {
    expect(await problemsOf(readStations(await scratchFile('stations.xlsx', 'PK')))).toEqual(['1 * file-type']);
  });

  it('lists at most a hundred problems and counts all', async () => {
    const refusal = await refusalOf(stationsIn(`name,lon,lat\n${'甲所,x,1\n'.repeat(130)}`));
    expect([refusal.problems.length, refusal.problemCount]).toEqual([100, 130]);
  });
});

describe('readStations and personal data', () => {
  it('refuses personal columns and cells, used or not, and repeats none of them', async () => {
    const secrets = ['张三', '371622199001011230', '13912345678', '幸福小区3号楼2单元501', '11010519491231002X'];
    const table = [
      'name,lon,lat,所长姓名,备注,说明,officers',
      `甲所,1,1,${secrets[0]},${secrets[1]},${secrets[2]},${secrets[4]}`,
      `乙所,1,1,,${secrets[3]},,${secrets[2]}`,
    ].join('\n');
    const refusal = await refusalOf(stationsIn(table));
    expect(refusal.problems.map(({ row, column, rule }) => `${row} ${column} ${rule}`)).toEqual([
      '1 所长姓名 personal-column',
      '2 备注 personal-id-number',
      '2 说明 personal-mobile',
      '2 officers personal-id-number',
      '2 officers count-not-number',
      '3 备注 personal-flat-address',
      '3 officers personal-mobile',
    ]);
    const told = refusal.error.message + JSON.stringify(refusal.error.data);
    for (const secret of secrets) expect(told).not.toContain(secret);
  });

  it('keeps quiet about the first row of a table without headers, and about cells beyond the last header', async () => {
    const refusal = await refusalOf(stationsIn('13912345678,x\n1,2,13812345678\n'));
    const told = refusal.error.message + JSON.stringify(refusal.error.data);
    expect(told).not.toMatch(/1391234|1381234/);
    expect(refusal.problems).toContainEqual({ row: 1, column: '*', rule: 'personal-mobile' });
    expect(refusal.problems).toContainEqual({ row: 2, column: '#3', rule: 'personal-mobile' });
  });
});

describe('readStations from GeoJSON', () => {
  const point = { type: 'Point', coordinates: [115.66, 32.18, 40] };
  const feature = (properties: object | null, geometry: object | null = point) => ({
    type: 'Feature',
    properties,
    geometry,
  });

  async function stationsOf(root: object) {
    return readStations(await scratchFile('stations.geojson', JSON.stringify(root)));
  }

  it('reads properties in Chinese or English and the feature’s own id', async () => {
    const features = [
      feature({ 派出所名称: '甲所', 类型: '城区', 在岗民警数: 9, 机构代码: null }),
      { ...feature({ name: '乙所', officers: '7' }), id: 'node/13912345678' },
    ];
    expect(await stationsOf({ type: 'FeatureCollection', features })).toEqual([
      { id: '甲所', name: '甲所', coord: [115.66, 32.18], kind: 'urban', officers: 9 },
      { id: 'node/13912345678', name: '乙所', coord: [115.66, 32.18], kind: 'rural', officers: 7 },
    ]);
  });

  it('names a problem by the position of its feature, counting from 1, and by its property', async () => {
    const features = [
      feature({ name: '甲所' }),
      feature(null, { type: 'Point', coordinates: [32.18, 115.66] }),
      feature({ name: '丙所', phone: '0376-1234567', officers: -2 }, { type: 'LineString', coordinates: [] }),
      { type: 'Point', coordinates: [1, 1] },
      feature({ name: '戊所', note: { to: '13912345678' } }, { type: 'Point', coordinates: ['1', '1'] }),
      feature({ name: '己所' }, null),
    ];
    expect(await problemsOf(stationsOf({ type: 'FeatureCollection', features }))).toEqual([
      '2 name name-missing',
      '2 geometry coordinates-swapped',
      '3 geometry geometry-not-point',
      '3 phone personal-column',
      '3 officers count-negative',
      '4 * not-feature',
      '5 note personal-mobile',
      '5 geometry coordinate-not-number',
      '6 geometry geometry-not-point',
    ]);
  });

  it.each([
    ['a lone feature', feature({ name: '甲所' }), '1 * not-feature-collection'],
    ['a list', [1], '1 * not-feature-collection'],
    ['no features', { type: 'FeatureCollection', features: [] }, '1 * file-empty'],
    [
      'another coordinate reference system',
      {
        type: 'FeatureCollection',
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } },
        features: [feature({ name: '甲所' })],
      },
      '1 crs crs-unsupported',
    ],
  ])('refuses %s', async (_, root, problem) => {
    expect(await problemsOf(stationsOf(root))).toEqual([problem]);
  });

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4490', 'EPSG:4326'])(
    'accepts the crs member %s',
    async (name) => {
      const crs = { type: 'name', properties: { name } };
      expect(await stationsOf({ type: 'FeatureCollection', crs, features: [feature({ name: '甲所' })] })).toHaveLength(
        1,
      );
    },
  );

  it.each([
    ['{"type":', '1 * json-malformed'],
    [' ', '1 * file-empty'],
  ])('refuses the text "%s"', async (text, problem) => {
    expect(await problemsOf(readStations(await scratchFile('stations.json', text)))).toEqual([problem]);
  });
});

const police = realData('gushi/police.geojson');

describe.skipIf(!police)('readStations from the police objects of Gushi', () => {
  it('refuses the five that are drawn as outlines', async () => {
    expect(await problemsOf(readStations(police ?? ''))).toEqual(
      [9, 10, 11, 12, 13].map((row) => `${row} geometry geometry-not-point`),
    );
  });

  it('reads the eight that are points, called by their names', async () => {
    const root = JSON.parse(await readFile(police ?? '', 'utf8')) as { features: { geometry: { type: string } }[] };
    root.features = root.features.filter(({ geometry }) => geometry.type === 'Point');
    const stations = await readStations(await scratchFile('police.geojson', JSON.stringify(root)));
    expect(stations).toHaveLength(8);
    expect(stations[0]).toEqual({
      id: '西关派出所',
      name: '西关派出所',
      coord: [115.6601474, 32.1849068],
      kind: 'rural',
    });
  });
});
