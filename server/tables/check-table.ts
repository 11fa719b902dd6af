import { setImmediate as nextTurn } from 'node:timers/promises';
import { acrossRows } from './check/across-rows.ts';
import { compareFindings, makeFinding, mergeFindings } from './check/findings-list.ts';
import { type ReadPlan, readPlan } from './check/read-plan.ts';
import { rowChecker } from './check/row-checker.ts';
import { tableFindings } from './check/table-findings.ts';
import type { CheckedTable, GoodRow } from './checked-table.ts';
import type { Finding } from './finding.ts';
import type { SheetColumn, SheetTable } from './sheet-table.ts';
import type { TableKind } from './table-kind.ts';
import { matchColumns, type RememberedColumns } from './templates/match-columns.ts';
import { TEMPLATES } from './templates/templates.ts';

export interface CheckOptions {
  /** What the county has said that columns mean. */
  readonly remembered?: RememberedColumns;
  /** 坐标系 that the import claims for rows and files that say nothing. */
  readonly statedCrs?: string;
  /** GB/T 2260 code of the county, six digits; without it, that of most rows. */
  readonly countyCode?: string;
  readonly signal?: AbortSignal;
  /** Called with rows done of all rows, now and then and at the end. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Rows between two chances for others to run: some milliseconds. */
const ROWS_A_TURN = 1_000;

/**
 * Holds every row of a table against the template of its kind. Nothing is dropped or corrected in silence: each repair
 * is a finding, each row with an error is counted and left out of `rows`. Where a required column is missing or two
 * columns claim one field, no row is good. Rejects with the signal's reason when aborted.
 */
export async function checkTable<Kind extends TableKind>(
  table: SheetTable,
  kind: Kind,
  options: CheckOptions = {},
): Promise<CheckedTable<Kind>> {
  const template = TEMPLATES[kind];
  const match = matchColumns(table.columns, template, options.remembered);
  const plan = readPlan(table, template, match);
  const tableCrs = table.statedCrs ?? options.statedCrs;
  const ofTable = tableFindings(table, plan, match, tableCrs);
  const across = acrossRows(template, options.countyCode);
  const checker = rowChecker<Kind>(table, plan, tableCrs, across);
  const good: (GoodRow<Kind> | undefined)[] = [];
  for (let position = 0; position < table.rows.length; position++) {
    if (position % ROWS_A_TURN === 0) await giveWay(position, table.rows.length, options);
    good.push(checker.check(position));
  }
  await giveWay(table.rows.length, table.rows.length, options);
  const ofRows = acrossFindings(table, plan, across.findings(), good);
  const rows = ofTable.some(({ level }) => level === 'error') ? [] : good.filter((row) => row !== undefined);
  return {
    file: table.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    kind,
    ...(tableCrs === undefined ? {} : { statedCrs: tableCrs }),
    rows,
    rowCount: table.rows.length,
    badRows: table.rows.length - rows.length,
    findings: mergeFindings(mergeFindings(checker.findings, ofRows), ofTable),
    unknownColumns: columnsAt(table, match.unknown),
    ignoredColumns: columnsAt(table, match.ignored),
    columnOfField: Object.fromEntries(plan.columns.map(({ field, column }) => [field.key, column])),
  };
}

async function giveWay(done: number, total: number, { signal, onProgress }: CheckOptions): Promise<void> {
  onProgress?.(done, total);
  await nextTurn();
  signal?.throwIfAborted();
}

/** Makes findings of what was seen across rows, in order, and takes the rows with an error out of the good ones. */
function acrossFindings<Kind extends TableKind>(
  table: SheetTable,
  { slotOf, columnOfSlot, template }: ReadPlan,
  seen: ReturnType<ReturnType<typeof acrossRows>['findings']>,
  good: (GoodRow<Kind> | undefined)[],
): Finding[] {
  const nameColumn = columnOfSlot[slotOf.get('name') ?? -1]?.column;
  return seen
    .map(({ level, rule, row, position, field, data }) => {
      if (level === 'error') good[position] = undefined;
      const planned = columnOfSlot[slotOf.get(field) ?? -1];
      const column = planned?.column ?? nameColumn;
      const value =
        planned && !template.fields[planned.slot]?.concealed
          ? table.rows[position]?.values[planned.position]
          : undefined;
      return makeFinding(table, level, rule, column ? { row, column } : { row }, data, value);
    })
    .sort(compareFindings);
}

function columnsAt({ columns }: SheetTable, positions: readonly number[]): SheetColumn[] {
  return positions.map((position) => columns[position]).filter((column) => column !== undefined);
}
