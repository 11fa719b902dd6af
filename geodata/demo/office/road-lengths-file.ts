import type { DemoCounty } from '../county.ts';
import { AS_OF_TEXT } from './as-of.ts';
import type { OfficePart } from './office-part.ts';
import { type DraftRow, layOutTable } from './table-draft.ts';
import { totalRow } from './total-row.ts';

const FILE = '道路里程.xlsx';
const SHEET = '公路里程';
const CLASS = '等级';
const KILOMETRES = '公里数';
/** How much longer than on the map a class is on the books: the map lacks some small roads. */
const BOOKED_SHARE: Readonly<Record<string, number>> = { 县道: 1.01, 乡道: 1.035, 村道: 1.06 };

/** 交通局: kilometres of road on its books by class, rural roads 县乡村道 summed once more. */
export function roadLengthsFile(county: DemoCounty): OfficePart {
  const rows = county.rawRows.roads.map((raw): DraftRow => {
    const booked = Number(raw[KILOMETRES]) * (BOOKED_SHARE[String(raw[CLASS])] ?? 1);
    return { cells: { [CLASS]: raw[CLASS] ?? null, [KILOMETRES]: tenths(booked) } };
  });
  const rural = rows.filter(({ cells }) => String(cells[CLASS]) in BOOKED_SHARE);
  const written = [...rows, sumRow('小计', rural), sumRow('合计', rows)];
  const { faults, ...sheet } = layOutTable({
    file: FILE,
    sheet: SHEET,
    above: [[`${county.name}公路里程统计表`], [`填报单位：交通局　　截止日期：${AS_OF_TEXT}`]],
    columns: [{ header: CLASS }, { header: KILOMETRES }],
    rows: written,
    below: [['注：小计为县道、乡道、村道（农村公路）之和。']],
  });
  return { file: { format: 'xlsx', name: FILE, office: '交通局', sheets: [{ name: SHEET, ...sheet }] }, faults };
}

function sumRow(label: string, rows: readonly DraftRow[]): DraftRow {
  const { cells } = totalRow(label, CLASS, rows, [KILOMETRES]);
  return { cells: { ...cells, [KILOMETRES]: tenths(Number(cells[KILOMETRES])) } };
}

function tenths(kilometres: number): number {
  return Math.round(kilometres * 10) / 10;
}
