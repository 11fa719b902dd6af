import type { OfficeCell, OfficeMerge } from './office-file.ts';
import { PLANTED_RULES, type PlantedRule, type PlantedRuleName } from './planted-rules.ts';

/** A mistake that one cell of the county's files has on purpose. */
export interface OfficeFault extends PlantedRule {
  readonly rule: PlantedRuleName;
  readonly file: string;
  /** Undefined in a file that has no sheets. */
  readonly sheet?: string;
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number;
  /** Header as the file writes it. */
  readonly column: string;
}

/** A column; with a group above it, the table's header has two rows. */
export interface DraftColumn {
  readonly header: string;
  readonly group?: string;
}

/** A row of data, of sums, or a mistake: cells by header; a header that is not there is a blank cell. */
export interface DraftRow {
  readonly cells: Readonly<Record<string, OfficeCell>>;
  readonly faults?: readonly { readonly rule: PlantedRuleName; readonly column: string }[];
}

/** A table and what stands around it, in the order of the sheet. */
export interface TableDraft {
  readonly file: string;
  readonly sheet?: string;
  /** Lines above the header. One of a single cell is merged across the table, as titles are. */
  readonly above: readonly (readonly OfficeCell[])[];
  readonly columns: readonly DraftColumn[];
  readonly rows: readonly DraftRow[];
  /** Lines below the table, merged as those above. */
  readonly below: readonly (readonly OfficeCell[])[];
  /** Headers of columns in which equal cells, one below the other, are merged. */
  readonly mergedDown?: readonly string[];
}

export interface LaidOutTable {
  readonly rows: readonly (readonly OfficeCell[])[];
  readonly merges: readonly OfficeMerge[];
  readonly faults: readonly OfficeFault[];
}

/** A copy of a row in which one cell is written wrongly, or in a way that has to be put right. */
export function withFault(row: DraftRow, rule: PlantedRuleName, column: string, cell: OfficeCell): DraftRow {
  return { cells: { ...row.cells, [column]: cell }, faults: [...(row.faults ?? []), { rule, column }] };
}

/** Puts a table on its sheet; only here do rows get their numbers. Throws a plain `Error` on a fault in no column. */
export function layOutTable(draft: TableDraft): LaidOutTable {
  const { above, below, columns } = draft;
  const header = headerRows(columns, above.length);
  const top = above.length + header.rows.length;
  const data = dataRows(draft, top);
  const end = top + data.rows.length;
  return {
    rows: [...above, ...header.rows, ...data.rows, ...below],
    merges: [
      ...fullWidthMerges(above, 0, columns.length),
      ...header.merges,
      ...data.merges,
      ...fullWidthMerges(below, end, columns.length),
    ],
    faults: draft.rows.flatMap((row, index) => faultsOf(draft, row, top + index + 1)),
  };
}

function faultsOf({ file, sheet, columns }: TableDraft, { faults = [] }: DraftRow, row: number): OfficeFault[] {
  return faults.map(({ rule, column }) => {
    if (!columns.some(({ header }) => header === column)) throw new Error(`${file} has no column ${column}.`);
    return { rule, file, ...(sheet === undefined ? {} : { sheet }), row, column, ...PLANTED_RULES[rule] };
  });
}

function fullWidthMerges(lines: readonly (readonly OfficeCell[])[], first: number, width: number): OfficeMerge[] {
  return lines.flatMap((cells, index) => {
    const top = first + index;
    return cells.length === 1 && width > 1 ? [{ top, left: 0, bottom: top, right: width - 1 }] : [];
  });
}

/** One row, or two where there are groups: a group is merged across its columns, a column without one down. */
function headerRows(columns: readonly DraftColumn[], top: number) {
  const lower = columns.map(({ header }) => header);
  if (columns.every(({ group }) => group === undefined)) return { rows: [lower], merges: [] };
  const merges: OfficeMerge[] = [];
  const isFirst = (index: number): boolean => index === 0 || columns[index - 1]?.group !== columns[index]?.group;
  columns.forEach(({ group }, index) => {
    if (group === undefined) merges.push({ top, left: index, bottom: top + 1, right: index });
    else if (isFirst(index)) {
      const next = columns.findIndex((column, at) => at > index && column.group !== group);
      const right = (next === -1 ? columns.length : next) - 1;
      if (right > index) merges.push({ top, left: index, bottom: top, right });
    }
  });
  const upper = columns.map(({ header, group }, index) =>
    group === undefined ? header : isFirst(index) ? group : null,
  );
  return { rows: [upper, columns.map(({ header, group }) => (group === undefined ? null : header))], merges };
}

function dataRows({ columns, rows, mergedDown = [] }: TableDraft, top: number) {
  const values = rows.map(({ cells }) => columns.map(({ header }) => cells[header] ?? null));
  const merges = mergedDown.flatMap((name) => {
    const column = columns.findIndex(({ header }) => header === name);
    return runsOf(values.map((cells) => cells[column] ?? null)).map(({ from, to }) => {
      for (let index = from + 1; index <= to; index++) (values[index] as OfficeCell[])[column] = null;
      return { top: top + from, left: column, bottom: top + to, right: column };
    });
  });
  return { rows: values, merges };
}

/** Stretches of two or more equal cells that are not blank; `to` is the last. */
function runsOf(cells: readonly OfficeCell[]): { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let from = 0; from < cells.length; ) {
    let to = from;
    while (cells[from] !== null && to + 1 < cells.length && cells[to + 1] === cells[from]) to++;
    if (to > from) runs.push({ from, to });
    from = to + 1;
  }
  return runs;
}
