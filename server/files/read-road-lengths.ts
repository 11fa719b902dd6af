import type { RoadLength, RoadRank } from '../../geodata/records/county-records.ts';
import { csvTable } from './csv-rows.ts';
import { headerKey } from './header-key.ts';
import { problemList } from './input-problems.ts';
import { reportPersonalData } from './report-personal-data.ts';
import { readUtf8 } from './utf8-file.ts';

const RANKS: ReadonlyMap<string, RoadRank> = new Map<string, RoadRank>([
  ...['高速', '高速公路', 'motorway'].map((word) => [word, 'motorway'] as const),
  ...['国道', '国', 'g', 'national'].map((word) => [word, 'national'] as const),
  ...['省道', '省', 's', 'provincial'].map((word) => [word, 'provincial'] as const),
  ...['县道', '县', 'x', 'county'].map((word) => [word, 'county'] as const),
  ...['乡道', '乡', 'y', 'township'].map((word) => [word, 'township'] as const),
  ...['村道', '村', 'c', 'village'].map((word) => [word, 'village'] as const),
]);
const TOTALS: ReadonlySet<string> = new Set(['合计', '总计', 'total']);
const RANK_HEADERS = ['等级', '道路等级', '行政等级', 'rank', 'class'];
const KILOMETRE_HEADERS = ['公里数', '里程', '里程公里', 'kilometres', 'km'];

/**
 * Reads official road lengths 道路里程核对 from a CSV table with the columns 等级 and 公里数. A row of totals is passed
 * over. All or nothing: throws one `input-invalid` with every problem of the file.
 */
export async function readRoadLengths(path: string): Promise<RoadLength[]> {
  const problems = problemList(path);
  const table = csvTable(await readUtf8(path, problems), problems);
  reportPersonalData(table, problems);
  const columnOf = (names: readonly string[]): string => {
    const header = Array.from(table.headers.keys()).find((candidate) => names.includes(headerKey(candidate)));
    if (header === undefined) problems.add(1, names[0] ?? '', 'column-missing');
    return header ?? '';
  };
  const [rankColumn, kilometreColumn] = [columnOf(RANK_HEADERS), columnOf(KILOMETRE_HEADERS)];
  problems.throwIfAny();
  const lengths: RoadLength[] = [];
  for (const { row, cells } of table.rows) {
    const word = headerKey(cells.get(rankColumn) ?? '');
    if (TOTALS.has(word)) continue;
    const rank = RANKS.get(word);
    const text = (cells.get(kilometreColumn) ?? '').normalize('NFKC');
    const isNumber = /^\d+(?:\.\d+)?$/.test(text);
    if (rank === undefined) problems.add(row, rankColumn, 'road-class-unknown', cells.get(rankColumn));
    else if (!isNumber) problems.add(row, kilometreColumn, 'road-number', text);
    else lengths.push({ rank, kilometres: Number(text) });
  }
  problems.throwIfAny();
  return lengths;
}
