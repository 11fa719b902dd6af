import type { TableKind } from '../tables/table-kind.ts';
import type { AssembledCounty, IntakeBase } from './intake.ts';
import type { IntakeFindings } from './intake-findings.ts';
import type { PlacedTable } from './placed-table.ts';

/** A new table with fewer rows than this share of those that are there may be a part that was meant to be added. */
const USUAL_PERCENT = 80;

/** How many records of a kind a county has. */
const COUNT_OF: { readonly [Kind in TableKind]?: (county: Pick<AssembledCounty, 'records'> & Lists) => number } = {
  stations: ({ stations }) => stations.length,
  units: ({ records }) => records.units.length,
  compounds: ({ records }) => records.compounds.length,
  rooms: ({ records }) => records.rooms.length,
  'road-lengths': ({ records }) => records.roadLengths.length,
  incidents: ({ records }) => records.incidents.length,
  devices: ({ records }) => records.devices.length,
};

interface Lists {
  readonly stations: readonly unknown[];
}

/**
 * A table takes the place of what the county has of its kind. One of which no row is sound would empty it: an error. One
 * that brings much less than there is wants a look: it may be one township's rows only.
 */
export function compareWithBase(
  placed: readonly PlacedTable[],
  { records, stations }: AssembledCounty,
  base: IntakeBase,
  findings: IntakeFindings,
): void {
  for (const { table, rows } of placed) {
    if (table.rowCount > 0 && rows.length === 0) {
      findings.file('error', table.file, 'no-good-row', { rows: table.rowCount }, table.sheet);
    }
  }
  const now = { records, stations: stations.items };
  for (const kind of new Set(placed.map(({ table }) => table.kind))) {
    const count = COUNT_OF[kind];
    const [before, after] = count ? [count(base), count(now)] : [0, 0];
    const file = placed.find(({ table }) => table.kind === kind)?.table.file ?? '';
    if (100 * after < USUAL_PERCENT * before) findings.file('doubt', file, 'fewer-rows', { before, after });
  }
}
