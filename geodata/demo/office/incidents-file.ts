import type { Settlement } from '../../catchment/places.ts';
import type { DemoCounty } from '../county.ts';
import { randomStream } from '../random.ts';
import { AS_OF } from './as-of.ts';
import type { OfficePart } from './office-part.ts';
import { type DraftRow, layOutTable, withFault } from './table-draft.ts';

const FILE = '警情统计.csv';
const HEADERS = ['居民点编号', '时段', '警情数', '截止日期'];
/** DOMAIN.md section 7, county A. */
const CALLS_PER_1000_PEOPLE = 75;
/** Shares of a day's calls by band of hours. */
const BANDS: readonly (readonly [hours: string, share: number])[] = [
  ['0-8', 0.17],
  ['8-20', 0.58],
  ['20-24', 0.25],
];
/** From quiet to busy places, about 1 in the mean. */
const ACTIVITY = { least: 0.6, most: 1.4 };

/** 指挥中心: a year's calls as counts by settlement and band of the day; no single call is in it. */
export function incidentsFile({ seed, settlements, townships }: DemoCounty): OfficePart {
  const random = randomStream(seed, 'office-incidents');
  const rows = settlements.flatMap((settlement) => {
    const activity = random.between(ACTIVITY.least, ACTIVITY.most);
    const calls = (activity * (settlement.population ?? 0) * CALLS_PER_1000_PEOPLE) / 1_000;
    // Rounded up or down by chance, so that small places keep their share of the county's calls.
    return BANDS.map(([hours, share]) => countRow(settlement, hours, Math.floor(calls * share + random.next())));
  });
  const [first] = settlements as [Settlement];
  const unknownId = `${townships[townships.length - 1]?.code}299-01`;
  const bad = [
    withFault(countRow(first, '8-20', 6), 'unknown-settlement', '居民点编号', unknownId),
    withFault(countRow(first, '0-8', 3), 'hours-impossible', '时段', '20-28'),
  ];
  const columns = HEADERS.map((header) => ({ header }));
  const { rows: cells, faults } = layOutTable({ file: FILE, above: [], columns, rows: [...rows, ...bad], below: [] });
  return { file: { format: 'csv', name: FILE, office: '指挥中心', encoding: 'utf-8', rows: cells }, faults };
}

function countRow({ id }: Settlement, hours: string, calls: number): DraftRow {
  return { cells: { 居民点编号: id, 时段: hours, 警情数: calls, 截止日期: AS_OF } };
}
