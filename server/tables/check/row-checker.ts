import type { GoodRow } from '../checked-table.ts';
import type { Finding } from '../finding.ts';
import type { SheetRow, SheetTable } from '../sheet-table.ts';
import type { TableKind } from '../table-kind.ts';
import type { AcrossRows } from './across-rows.ts';
import { asItem, completeItem } from './build-item.ts';
import { compareFindings } from './findings-list.ts';
import type { ReadPlan } from './read-plan.ts';
import { areaOf } from './row-position.ts';
import { brokenRule } from './row-rules.ts';
import { RowState } from './row-state.ts';

export interface RowChecker<Kind extends TableKind> {
  /** Checks the row at a position of the table; undefined where it has an error. */
  readonly check: (position: number) => GoodRow<Kind> | undefined;
  /** Of all rows checked so far, in order of row, then column. */
  readonly findings: readonly Finding[];
}

/** Checks the rows of one table, one after the other. `tableCrs` is the system of rows that name none. */
export function rowChecker<Kind extends TableKind>(
  table: SheetTable,
  plan: ReadPlan,
  tableCrs: string | undefined,
  across: AcrossRows,
): RowChecker<Kind> {
  const findings: Finding[] = [];
  const state = new RowState(table, plan, tableCrs, findings);
  const { kind, rules } = plan.template;
  const basis = plan.slotOf.has('householdBasis') ? basisOfHeader(plan) : undefined;

  const check = (position: number): GoodRow<Kind> | undefined => {
    const row = table.rows[position] as SheetRow;
    const before = findings.length;
    state.begin(row);
    for (const column of plan.columns) state.read(column);
    if (kind === 'county') state.convertCountyFigure();
    const area = row.geometry ? areaOf(row.geometry) : undefined;
    const place = state.place(area);
    for (const rule of rules) {
      const broken = brokenRule(rule, state.meaningOf);
      if (broken) state.report(rule.level, rule.rule, broken.field, broken.data);
    }
    const item = completeItem(kind, state.fields(basis));
    across.see(row.row, position, (key) => item[key] ?? state.meaningOf(key));
    if (findings.length - before > 1) sortTail(findings, before);
    if (state.isBad) return undefined;
    return {
      row: row.row,
      item: asItem<Kind>(item),
      ...(place ? { position: place } : undefined),
      ...(area ? { area } : undefined),
    };
  };
  return { check, findings };
}

/** What the header of 户数 says of its basis: 户数(户籍), 常住户数; undefined where it names both or neither. */
function basisOfHeader({ columns }: ReadPlan): string | undefined {
  const column = columns.find(({ field }) => field.key === 'households')?.column;
  const header = `${column?.group ?? ''}${column?.header ?? ''}`;
  const [registered, resident] = [/户籍/.test(header), /常住/.test(header)];
  if (registered === resident) return undefined;
  return registered ? 'registered' : 'resident';
}

function sortTail(findings: Finding[], start: number): void {
  const tail = findings.splice(start).sort(compareFindings);
  for (const finding of tail) findings.push(finding);
}
