import type { DemoCounty } from '../county.ts';
import { AS_OF, AS_OF_TEXT } from './as-of.ts';
import { separated } from './cell-text.ts';
import type { OfficePart } from './office-part.ts';
import { layOutTable, withFault } from './table-draft.ts';

const FILE = '全县指标.xlsx';
const SHEET = '全县指标';
const HEADERS = ['序号', '指标', '数值', '单位', '截止日期'];
const FUNDS_YUAN = 216_000;
/** Officers that the bureau could have more and still have 40 % of them at its stations (clause 4). */
const OFFICERS_SPARE = 4;

/** 警务保障室: figures of the whole county: officers of the bureau (clause 4) and informant funds (clause 15). */
export function countyFactsFile(county: DemoCounty): OfficePart {
  const atStations = county.stations.reduce((sum, { officers = 0 }) => sum + officers, 0);
  const officers = Math.floor((5 * atStations) / 2) - OFFICERS_SPARE;
  const row = (number: number, indicator: string, value: number, unit: string) => ({
    cells: { 序号: number, 指标: indicator, 数值: value, 单位: unit, 截止日期: { date: AS_OF } },
  });
  const funds = row(2, '治安信息员专项经费', FUNDS_YUAN, '元');
  const { faults, ...sheet } = layOutTable({
    file: FILE,
    sheet: SHEET,
    above: [[`${county.name}公安局全县指标`], [`填报单位：警务保障室　　截止日期：${AS_OF_TEXT}`]],
    columns: HEADERS.map((header) => ({ header })),
    rows: [
      row(1, '县局民警总数', officers, '人'),
      withFault(funds, 'thousands-separator', '数值', separated(FUNDS_YUAN)),
    ],
    below: [['注：专项经费为当年预算数。']],
  });
  return { file: { format: 'xlsx', name: FILE, office: '警务保障室', sheets: [{ name: SHEET, ...sheet }] }, faults };
}
