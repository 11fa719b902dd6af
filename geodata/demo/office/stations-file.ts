import type { DemoCounty } from '../county.ts';
import type { TableRow } from '../table-row.ts';
import { AS_OF, AS_OF_TEXT } from './as-of.ts';
import type { OfficePart } from './office-part.ts';
import { type DraftColumn, type DraftRow, layOutTable, withFault } from './table-draft.ts';
import { totalRow } from './total-row.ts';

const FILE = '派出所警力统计表.xlsx';
const SHEET = '警力统计';
const OFFICER_HEADERS = [
  ...['编制数', '在编数', '借调出数', '在岗民警数'],
  ...['社区民警数', '案件办理民警数', '综合指挥民警数'],
];
const AUXILIARY_HEADERS = ['辅警数', '其中社区驻村辅警数'];
const COLUMNS: readonly DraftColumn[] = [
  ...['序号', '派出所名称', '机构代码', '所属乡镇街道', '区划代码', '类型'].map(ungrouped),
  ...OFFICER_HEADERS.map((header) => ({ header, group: '民警' })),
  ...AUXILIARY_HEADERS.map((header) => ({ header, group: '辅警' })),
  ...['是否设两队一室', '情报分析员数', '法制员数', '巡逻车辆数'].map(ungrouped),
  ...['经度', '纬度'].map((header) => ({ header, group: '坐标' })),
  ...['坐标系', '数据截止日期'].map(ungrouped),
];

/** Stations, by their place in the county's list, whose figures are short of a clause or of sense. */
const MISCOUNTED = 4;
const SHORT_OF_COMMUNITY_OFFICERS = 5;
const WITHOUT_LEGAL_REVIEWER = 7;
const WITHOUT_ANALYST_FIGURE = 8;
const LISTED_TWICE = 3;

/** 政工室: the stations with their headcounts, under a header in two rows. */
export function stationsFile(county: DemoCounty): OfficePart {
  const good = county.rawRows.stations.map(stationRow);
  const rows = [...good, secondListing(good, county)];
  const sums = [...OFFICER_HEADERS, ...AUXILIARY_HEADERS, '巡逻车辆数'];
  const { faults, ...sheet } = layOutTable({
    file: FILE,
    sheet: SHEET,
    above: [[`${county.name}公安局派出所警力统计表`], [`填报单位：政工室　　截止日期：${AS_OF_TEXT}　　单位：人`]],
    columns: COLUMNS,
    rows: [...rows, totalRow('合计', '派出所名称', rows, sums)],
    below: [['注：1. 借调出人员计入在编数，不计入在岗民警数。2. 辅警数含社区、驻村辅警。']],
  });
  return {
    file: { format: 'xlsx', name: FILE, office: '政工室', sheets: [{ name: SHEET, ...sheet }] },
    faults,
  };
}

function ungrouped(header: string): DraftColumn {
  return { header };
}

function stationRow(raw: TableRow, index: number): DraftRow {
  const row: DraftRow = {
    cells: { ...raw, 序号: index + 1, 数据截止日期: { date: AS_OF }, ...shortcomings(raw, index) },
  };
  if (index !== MISCOUNTED) return row;
  return withFault(
    { cells: { ...row.cells, 在编数: Number(raw['在编数']) + 1 } },
    'posts-do-not-add-up',
    '在岗民警数',
    raw['在岗民警数'] ?? null,
  );
}

/** What keeps some stations from meeting clauses 6b, 15 and 19, or from being judged. */
function shortcomings(raw: TableRow, index: number): DraftRow['cells'] {
  if (index === SHORT_OF_COMMUNITY_OFFICERS) {
    return { 社区民警数: Number(raw['社区民警数']) - 1, 案件办理民警数: Number(raw['案件办理民警数']) + 1 };
  }
  if (index === WITHOUT_LEGAL_REVIEWER) return { 法制员数: 0 };
  return index === WITHOUT_ANALYST_FIGURE ? { 情报分析员数: null } : {};
}

/** A station that has moved, left in the table at its old address under the same code. */
function secondListing(rows: readonly DraftRow[], { stations }: DemoCounty): DraftRow {
  const { cells } = rows[LISTED_TWICE] as DraftRow;
  const old = { ...cells, 序号: rows.length + 1, 派出所名称: `${stations[LISTED_TWICE]?.name}（老所）` };
  return withFault({ cells: old }, 'duplicate-code', '机构代码', cells['机构代码'] ?? null);
}
