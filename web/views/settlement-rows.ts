import type { SettlementResult, SettlementView } from '../api/answers.ts';
import type { MapBounds } from '../map/map-listeners.ts';
import type { CountyIndex } from './use-county-data.ts';

/** A settlement with its result, as one row of the table. */
export interface SettlementRow {
  readonly settlement: SettlementView;
  readonly result: SettlementResult;
  readonly ownName: string;
  readonly centreName: string;
}

/** Which rows the table shows. */
export interface RowFilter {
  readonly status: 'fail' | 'marginal' | 'all';
  readonly text: string;
  /** Only those on this ground. */
  readonly within: MapBounds | undefined;
}

/** Columns that the table can be sorted by. */
export type RowKey =
  | 'status'
  | 'name'
  | 'township'
  | 'own'
  | 'centre'
  | 'first'
  | 'support'
  | 'length'
  | 'reason'
  | 'households'
  | 'population';

export interface RowOrder {
  readonly key: RowKey;
  readonly descending: boolean;
}

/** The worst first. */
export const WORST_FIRST: RowOrder = { key: 'support', descending: true };

const SEVERITY = { fail: 0, marginal: 1, pass: 2 } as const;
/** A settlement without a route is farther than any with one. */
const NO_ROUTE = Number.POSITIVE_INFINITY;

const VALUES: Readonly<Record<RowKey, (row: SettlementRow) => string | number>> = {
  status: ({ result }) => SEVERITY[result.status],
  name: ({ settlement }) => settlement.name,
  township: ({ settlement }) => settlement.township ?? '',
  own: ({ ownName }) => ownName,
  centre: ({ centreName }) => centreName,
  first: ({ result }) => result.firstResponseSeconds ?? NO_ROUTE,
  support: ({ result }) => result.supportSeconds ?? NO_ROUTE,
  length: ({ result }) => result.supportMetres ?? NO_ROUTE,
  reason: ({ result }) => result.reason ?? '',
  households: ({ settlement }) => settlement.households ?? -1,
  population: ({ settlement }) => settlement.population ?? -1,
};

/** Joins a county's settlements with their results; one that the scope does not count is left out. */
export function settlementRows(index: CountyIndex): SettlementRow[] {
  return [...index.result.values()].flatMap((result) => {
    const settlement = index.settlement.get(result.id);
    if (!settlement || !result.counted) return [];
    const names = { ownName: index.stationName(result.ownStationId), centreName: index.stationName(result.centreId) };
    return [{ settlement, result, ...names }];
  });
}

/** The rows that a filter leaves. */
export function filterRows(rows: readonly SettlementRow[], { status, text, within }: RowFilter): SettlementRow[] {
  const wanted = text.trim();
  return rows.filter(
    ({ settlement, result, ownName, centreName }) =>
      (status === 'all' || result.status === status) &&
      (wanted === '' ||
        [settlement.name, settlement.township ?? '', ownName, centreName].some((name) => name.includes(wanted))) &&
      (!within || isWithin(settlement.coord, within)),
  );
}

/** Sorted by a column, then by id, so that the order never depends on the answer's. */
export function sortRows(rows: readonly SettlementRow[], { key, descending }: RowOrder): SettlementRow[] {
  const value = VALUES[key];
  const collator = new Intl.Collator('zh-CN');
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    const order =
      typeof left === 'string' || typeof right === 'string'
        ? collator.compare(String(left), String(right))
        : compareNumbers(left, right);
    return sign * order || (a.settlement.id < b.settlement.id ? -1 : 1);
  });
}

/** The same of infinities, whose difference is no number. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function isWithin([lon, lat]: SettlementView['coord'], [west, south, east, north]: MapBounds): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
