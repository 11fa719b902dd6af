import type { DemoCounty } from '../county.ts';
import { randomStream } from '../random.ts';
import { AS_OF, AS_OF_TEXT } from './as-of.ts';
import { fullWidth, separated } from './cell-text.ts';
import type { OfficeSheet } from './office-file.ts';
import type { OfficePart } from './office-part.ts';
import type { PlantedRuleName } from './planted-rules.ts';
import { type DraftRow, layOutTable, withFault } from './table-draft.ts';
import { totalRow } from './total-row.ts';
import { officeName, villageFigures } from './village-cells.ts';

const FILE = '村（社区）基本情况.xlsx';
const OFFICE = '治安大队';
const HEADERS = [
  ...['序号', '所属乡镇街道', '区划代码', '名称', '类别', '城乡分类代码', '所属派出所', '户数', '户数口径', '人口'],
  ...['村民小组数', '自然村数', '村委会经度', '村委会纬度', '坐标系', '辅警数', '是否警务助理', '治保会人数'],
  ...['楼栋(院落)数', '已覆盖楼栋数', '信息员数', '截止日期'],
];
const SUMMED = ['户数', '人口', '辅警数', '治保会人数', '楼栋(院落)数', '已覆盖楼栋数', '信息员数'];
/** Townships of the first sheet; the second has the others. */
const FIRST_HALF = 5;
const SHEETS = ['第一片区', '第二片区'];
const COVER: OfficeSheet = {
  name: '说明',
  rows: [
    ['村（社区）基本情况统计说明'],
    [null],
    ['一、本表由各派出所上报、治安大队汇总，分两个片区填写。'],
    ['二、区划代码为12位统计用区划代码，请保持文本格式。'],
    ['三、户数按户籍口径统计，含所辖全部自然村。信息员数只填总数。'],
    [`四、数据截止${AS_OF_TEXT}。`],
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 7 }],
};

/** What is written oddly, and in how many villages each. */
const ODDITIES: readonly (readonly [rule: PlantedRuleName, column: string, villages: number])[] = [
  ['full-width-digits', '人口', 3],
  ['unit-behind-number', '户数', 2],
  ['date-as-text', '截止日期', 3],
  ['code-as-number', '区划代码', 1],
];
const SEPARATED_COMMUNITIES = 2;

/** 治安大队: villages and communities, half the county a sheet, behind a cover sheet. */
export function villagesFile(county: DemoCounty): OfficePart {
  const rows = villageRows(county);
  const tables = SHEETS.map((sheet, half) => {
    const isHere = ({ township }: VillageRow): boolean => township < FIRST_HALF === (half === 0);
    const mine = rows.filter(isHere).map(({ row }, index) => numbered(row, index + 1));
    const table = layOutTable({
      file: FILE,
      sheet,
      above: [
        [`${county.name}村（社区）基本情况统计表（${sheet}）`],
        [`填报单位：${OFFICE}`, ...new Array<null>(8).fill(null), `截止日期：${AS_OF_TEXT}`],
      ],
      columns: HEADERS.map((header) => ({ header })),
      rows: [...mine, totalRow('合计', '所属乡镇街道', mine, SUMMED)],
      below: [['注：村委会经纬度为村委会（居委会）办公地点坐标。']],
    });
    return { sheet, ...table };
  });
  const sheets = tables.map(({ sheet, rows: cells, merges }) => ({ name: sheet, rows: cells, merges }));
  return {
    file: { format: 'xlsx', name: FILE, office: OFFICE, sheets: [COVER, ...sheets] },
    faults: tables.flatMap(({ faults }) => faults),
  };
}

interface VillageRow {
  readonly row: DraftRow;
  readonly code: string;
  readonly isCommunity: boolean;
  /** Its place in the county's list. */
  readonly township: number;
}

function numbered(row: DraftRow, number: number): DraftRow {
  return { ...row, cells: { ...row.cells, 序号: number } };
}

function villageRows(county: DemoCounty): VillageRow[] {
  const good = goodRows(county);
  const { traps, seed } = county;
  const random = randomStream(seed, 'office-village-oddities');
  const isTrap = (code: string): boolean => code === traps.gcjShifted || traps.withoutCoordinates.includes(code);
  const villages = random.shuffled(good.filter(({ isCommunity, code }) => !isCommunity && !isTrap(code)));
  const odd = new Map<string, DraftRow>();
  let next = 0;
  for (const [rule, column, count] of ODDITIES) {
    for (const { code, row } of villages.slice(next, next + count)) odd.set(code, oddRow(row, rule, column));
    next += count;
  }
  const large = good.filter(({ isCommunity, row }) => isCommunity && Number(row.cells['人口']) >= 1_000);
  for (const { code, row } of random.shuffled(large).slice(0, SEPARATED_COMMUNITIES)) {
    odd.set(code, oddRow(row, 'thousands-separator', '人口'));
  }
  const shifted = good.find(({ code }) => code === traps.gcjShifted) as VillageRow;
  const lon = shifted.row.cells['村委会经度'] ?? null;
  odd.set(shifted.code, withFault(shifted.row, 'shifted-position', '村委会经度', lon));
  const written = good.map((village) => ({ ...village, row: odd.get(village.code) ?? village.row }));
  return [...written, ...villages.slice(next, next + 1).map(roundedRow)];
}

function goodRows({ seed, rawRows, townships, settlements }: DemoCounty): VillageRow[] {
  const random = randomStream(seed, 'office-village-names');
  const figures = villageFigures(seed);
  const names = new Map(settlements.map(({ id, name }) => [id, name]));
  return rawRows.villages.map((raw): VillageRow => {
    const code = String(raw['区划代码']);
    const isCommunity = raw['类别'] === '社区';
    const township = townships.findIndex((unit) => code.startsWith(unit.code));
    const blank = (header: string) => (raw[header] === '' ? null : (raw[header] ?? null));
    const cells: DraftRow['cells'] = {
      ...raw,
      ...figures(raw, township),
      所属乡镇街道: townships[township]?.name ?? null,
      名称: officeName(random, names.get(code) ?? '', isCommunity),
      户数口径: '户籍',
      村委会经度: blank('村委会经度'),
      村委会纬度: blank('村委会纬度'),
      坐标系: blank('坐标系'),
      截止日期: { date: AS_OF },
    };
    return { row: { cells }, code, isCommunity, township };
  });
}

function oddRow(row: DraftRow, rule: PlantedRuleName, column: string): DraftRow {
  const count = Number(row.cells[column]);
  switch (rule) {
    case 'full-width-digits':
      return withFault(row, rule, column, fullWidth(count));
    case 'unit-behind-number':
      return withFault(row, rule, column, `${count}户`);
    case 'thousands-separator':
      return withFault(row, rule, column, separated(count));
    case 'code-as-number':
      return withFault(row, rule, column, count);
    default:
      return withFault(row, rule, column, AS_OF_TEXT);
  }
}

/** A village a second time, its code gone through a spreadsheet program and a CSV file. */
function roundedRow(village: VillageRow): VillageRow {
  const code = village.code;
  const rounded = `${(Number(code) / 1e11).toFixed(5)}E+11`;
  return { ...village, row: withFault(village.row, 'code-digits-lost', '区划代码', rounded) };
}
