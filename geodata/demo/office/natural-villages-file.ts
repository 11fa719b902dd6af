import type { Settlement } from '../../catchment/places.ts';
import type { DemoCounty } from '../county.ts';
import { randomStream } from '../random.ts';
import { fullWidth } from './cell-text.ts';
import type { OfficePart } from './office-part.ts';
import { type DraftRow, layOutTable, withFault } from './table-draft.ts';

const FILE = '自然村.csv';
const HEADERS = ['编号', '名称', '所属行政村代码', '户数', '人口', '经度', '纬度', '坐标系'];
const FULL_WIDTH_ROWS = 12;
/** Digits of a division code; a natural village's id has more behind them. */
const CODE_DIGITS = 12;

/**
 * 民政局: every settlement but the communities, each under the county's own id, which for the houses round a committee
 * is the village's code.
 */
export function naturalVillagesFile(county: DemoCounty): OfficePart {
  const communities = new Set(
    county.rawRows.villages.filter((row) => row['类别'] === '社区').map((row) => String(row['区划代码'])),
  );
  const settlements = county.settlements.filter(({ id }) => !communities.has(id));
  const random = randomStream(county.seed, 'office-natural-villages');
  const order = random.shuffled(settlements);
  const odd = new Set(order.slice(0, FULL_WIDTH_ROWS).map(({ id }) => id));
  const rows = settlements.map((settlement) => {
    const row = settlementRow(settlement);
    if (!odd.has(settlement.id)) return row;
    return withFault(row, 'full-width-digits', '户数', fullWidth(settlement.households ?? 0));
  });
  const [twice, ...others] = order.slice(FULL_WIDTH_ROWS).filter(({ kind }) => kind === 'natural');
  const renamed = others.find(({ name }) => /^.庄$/.test(name)) ?? others[0];
  const columns = HEADERS.map((header) => ({ header }));
  const extra = twice && renamed ? [duplicateRow(twice), unplacedRow(renamed)] : [];
  const { rows: cells, faults } = layOutTable({ file: FILE, above: [], columns, rows: [...rows, ...extra], below: [] });
  return { file: { format: 'csv', name: FILE, office: '民政局', encoding: 'gbk', rows: cells }, faults };
}

function settlementRow({ id, name, households, population, coord }: Settlement): DraftRow {
  return {
    cells: {
      编号: id,
      名称: name,
      所属行政村代码: id.slice(0, CODE_DIGITS),
      户数: households ?? null,
      人口: population ?? null,
      经度: coord[0],
      纬度: coord[1],
      坐标系: 'CGCS2000',
    },
  };
}

function duplicateRow(settlement: Settlement): DraftRow {
  return withFault(settlementRow(settlement), 'duplicate-code', '编号', settlement.id);
}

/** The same place under a near name (张庄, 张家庄), without an id and without a position. */
function unplacedRow(settlement: Settlement): DraftRow {
  const { cells } = settlementRow(settlement);
  const name = /^.庄$/.test(settlement.name) ? settlement.name.replace('庄', '家庄') : `${settlement.name}自然村`;
  const row = { cells: { ...cells, 编号: null, 名称: name, 纬度: null, 坐标系: null } };
  return withFault(row, 'coordinates-missing', '经度', null);
}
