import type { DemoCounty } from '../county.ts';
import { shiftToGcj02 } from '../gcj02.ts';
import { type Random, randomStream } from '../random.ts';
import type { TableRow } from '../table-row.ts';
import { AS_OF_TEXT } from './as-of.ts';
import type { OfficePart } from './office-part.ts';
import { type DraftRow, layOutTable, withFault } from './table-draft.ts';
import { totalRow } from './total-row.ts';

const FILE = '小区.xlsx';
const SHEET = '智安小区';
const OFFICE = '通信科';
const STATION = '派出所';
const COMMUNITY = '所属社区代码';
const HEADERS = [
  ...[STATION, COMMUNITY, '小区名称', '类别', '楼栋数', '户数', '是否应建', '建设状态', '是否联网'],
  ...['设备数', '在线设备数', '中心点经度', '中心点纬度', '坐标系'],
];
const SUMMED = ['楼栋数', '户数', '设备数', '在线设备数'];
/** No community of a subdistrict has so high a number. */
const UNKNOWN_COMMUNITY = '199';

/** 通信科: residential compounds by station and community, cells merged down, positions picked on a web map. */
export function compoundsFile(county: DemoCounty): OfficePart {
  const good = compoundRows(county);
  const rows = [...good, ...badRows(good)];
  const { faults, ...sheet } = layOutTable({
    file: FILE,
    sheet: SHEET,
    above: [[`${county.name}住宅小区智能安防建设情况`], [`填报单位：${OFFICE}　　截止日期：${AS_OF_TEXT}`]],
    columns: HEADERS.map((header) => ({ header })),
    rows: [...withSubtotals(rows), totalRow('合计', STATION, rows, SUMMED)],
    below: [['注：中心点坐标在互联网地图上拾取，为GCJ-02坐标。']],
    mergedDown: [STATION, COMMUNITY],
  });
  return { file: { format: 'xlsx', name: FILE, office: OFFICE, sheets: [{ name: SHEET, ...sheet }] }, faults };
}

/** In the order of stations, then communities, so that equal cells lie below one another. */
function compoundRows({ seed, rawRows, stations }: DemoCounty): DraftRow[] {
  const random = randomStream(seed, 'office-compounds');
  const rows = rawRows.compounds.map(
    (raw): DraftRow => ({ cells: { ...raw, ...progress(random, raw), ...shifted(raw) } }),
  );
  return stations.flatMap(({ name }) => rows.filter(({ cells }) => cells[STATION] === name));
}

/** Takes most compounds further than the raw table has them, so that the county is near its goal (clause 12). */
function progress(random: Random, raw: TableRow): TableRow {
  const [isDone, isConnected] = [random.chance(0.8), random.chance(0.7)];
  const devices = Number(raw['设备数']) || 14 + random.below(11);
  const online = Number(raw['在线设备数']) || devices - random.below(4);
  if (isDone && raw['是否联网'] === '是') return { 建设状态: '验收' };
  if (isDone && raw['建设状态'] !== '未建' && isConnected) {
    return { 建设状态: '验收', 是否联网: '是', 设备数: devices, 在线设备数: online };
  }
  return isDone && raw['建设状态'] === '未建' ? { 建设状态: '建成', 设备数: devices } : {};
}

function shifted(raw: TableRow): TableRow {
  const [lon, lat] = shiftToGcj02([Number(raw['中心点经度']), Number(raw['中心点纬度'])]);
  return { 中心点经度: lon, 中心点纬度: lat, 坐标系: 'GCJ-02' };
}

function withSubtotals(rows: readonly DraftRow[]): DraftRow[] {
  return rows.flatMap((row, index) => {
    const community = row.cells[COMMUNITY];
    if (rows[index + 1]?.cells[COMMUNITY] === community) return [row];
    const members = rows.filter(({ cells }) => cells[COMMUNITY] === community);
    const subtotal = totalRow('小计', COMMUNITY, members, SUMMED);
    return [row, { cells: { ...subtotal.cells, [STATION]: row.cells[STATION] ?? null } }];
  });
}

/** Compounds that are not among the county's, below those of the last community. */
function badRows(good: readonly DraftRow[]): DraftRow[] {
  const last = good[good.length - 1] as DraftRow;
  const named = (name: string, online: number | null = 15): DraftRow => ({
    cells: { ...last.cells, 小区名称: name, 建设状态: '验收', 是否联网: '是', 设备数: 16, 在线设备数: online },
  });
  const unknown = String(last.cells[COMMUNITY]).slice(0, 9) + UNKNOWN_COMMUNITY;
  return [
    withFault(named('云锦苑'), 'online-over-devices', '在线设备数', 21),
    withFault(named('南苑小区', null), 'negative-count', '设备数', -3),
    withFault(named('和悦家园'), 'not-a-number', '户数', '约三百'),
    withFault(named('新城嘉园'), 'unknown-unit', COMMUNITY, unknown),
  ];
}
