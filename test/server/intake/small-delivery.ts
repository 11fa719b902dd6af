import type { LonLat } from '../../../geodata/units.ts';
import { checkIntake, NO_BASE } from '../../../server/intake/check-intake.ts';
import type { CheckedIntake, IntakeBase, IntakeChoices, IntakeFile } from '../../../server/intake/intake.ts';
import { at, rectangle } from '../db/suite/small-county.ts';

/** Cells of a CSV file; none of them needs quotation marks. */
type Rows = readonly (readonly (string | number)[])[];

export function csvFile(name: string, rows: Rows): IntakeFile {
  return { name, bytes: new TextEncoder().encode(rows.map((row) => row.join(',')).join('\r\n')) };
}

export function geojsonFile(name: string, features: readonly object[]): IntakeFile {
  return { name, bytes: new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })) };
}

/** The county of `smallCounty`: 10 km by 5 km, two townships side by side. */
export const BOUNDARY = geojsonFile('县界.geojson', [
  {
    type: 'Feature',
    properties: { 代码: '340121', 名称: '示例县' },
    geometry: multiPolygon(rectangle(0, 0, 10_000, 5000)),
  },
]);

export const TOWNSHIPS = geojsonFile('乡镇界.geojson', [
  {
    type: 'Feature',
    properties: { 代码: '340121100', 名称: '城关镇' },
    geometry: multiPolygon(rectangle(0, 0, 5000, 5000)),
  },
  {
    type: 'Feature',
    properties: { 代码: '340121200', 名称: '东乡' },
    geometry: multiPolygon(rectangle(5000, 0, 10_000, 5000)),
  },
]);

const STATION_HEADER = [
  ...['派出所名称', '机构代码', '所属乡镇街道', '区划代码', '类型', '经度', '纬度', '坐标系'],
  ...['在编数', '借调出数', '在岗民警数', '社区民警数', '辅警数', '数据截止日期'],
];
export const UNIT_HEADER = [
  ...['区划代码', '名称', '类别', '所属派出所', '户数', '人口', '村委会经度', '村委会纬度', '坐标系'],
  ...['辅警数', '治保会人数', '信息员数', '截止日期'],
];

export function stations(rows: Rows = STATION_ROWS, name = '派出所.csv'): IntakeFile {
  return csvFile(name, [STATION_HEADER, ...rows]);
}

export function units(rows: Rows = UNIT_ROWS, name = '村（社区）.csv'): IntakeFile {
  return csvFile(name, [UNIT_HEADER, ...rows]);
}

export const STATION_ROWS: Rows = [
  stationRow('城关派出所', '340121510000', ['城关镇', '340121100', '城区'], at(2000, 2500)),
  stationRow('东乡派出所', '340121520000', ['东乡', '340121200', '农村'], at(7000, 2600)),
];

export const UNIT_ROWS: Rows = [
  unitRow('340121100201', '张庄村委会', '城关派出所', at(1000, 2400)),
  unitRow('340121100202', '李集村', '340121510000', at(3000, 2400)),
  unitRow('340121200201', '三岔村民委员会', '东乡所', at(8000, 2400)),
];

export function stationRow(
  name: string,
  code: string,
  [township, townshipCode, kind]: readonly [string, string, string],
  place: LonLat,
) {
  return [name, code, township, townshipCode, kind, ...place, 'CGCS2000', 9, 1, 8, 4, 12, '2024-06-30'];
}

export function unitRow(code: string, name: string, station: string, place: LonLat | readonly ['', '']) {
  return [code, name, '村', station, 120, 360, ...place, place[0] === '' ? '' : 'CGCS2000', 1, 3, 8, '2024-06-30'];
}

export function check(
  files: readonly IntakeFile[],
  base: IntakeBase = NO_BASE,
  choices: IntakeChoices = {},
): Promise<CheckedIntake> {
  return checkIntake(files, base, choices);
}

/** Findings as `level rule row column`, for comparing. */
export function brief({ findings }: CheckedIntake): string[] {
  return findings.map(({ level, rule, row, column }) =>
    [level, rule, row, column].filter((part) => part !== undefined).join(' '),
  );
}

function multiPolygon(polygons: ReturnType<typeof rectangle>): object {
  return { type: 'MultiPolygon', coordinates: polygons };
}
