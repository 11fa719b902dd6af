import { inputInvalid } from '../../geodata/errors.ts';
import { personalValue } from '../files/personal-data.ts';
import { WHOLE_ROW } from '../files/problem-words.ts';
import type { Finding } from './finding.ts';
import { readGrids } from './formats/read-grids.ts';
import type { Grid } from './grid.ts';
import { attributeTable } from './layout/attribute-table.ts';
import { layOutSheet, type SheetLayout } from './layout/lay-out-sheet.ts';
import { type Pace, type PaceOptions, startPace } from './pacing.ts';
import { personalFindings } from './personal-findings.ts';
import { refusal } from './refusal.ts';
import type { SheetTable } from './sheet-table.ts';

/** How to read a file: what its headers may be called (by `headerKey`), how to stop, whom to tell. */
export interface ReadTablesOptions extends PaceOptions {
  readonly knownHeaders: ReadonlySet<string>;
}

/** A sheet in which no table was found: nothing at all, or no header. */
export interface SheetWithoutTable {
  readonly file: string;
  readonly sheet?: string;
  readonly hidden: boolean;
  readonly why: 'empty' | 'no-header';
}

export interface TablesRead {
  readonly tables: readonly SheetTable[];
  /** What was found before any template was asked; an `error` with a row keeps that row out. */
  readonly findings: readonly Finding[];
  readonly sheetsWithoutTable: readonly SheetWithoutTable[];
}

const LISTED_PROBLEMS = 100;

/**
 * The tables in an office's file, from its bytes: every sheet, each table told from what stands around it. The thread
 * is given up every few milliseconds. Nothing is kept of a file that is refused.
 * @throws `input-invalid` where the format is not read, the file is damaged or too large, holds no table, or holds
 *   anything that looks personal, in whatever sheet or cell: then each place, and never the value
 * @throws the signal's reason once it is aborted
 */
export async function readTables(name: string, bytes: Uint8Array, options: ReadTablesOptions): Promise<TablesRead> {
  refusePersonalName(name);
  const pace = startPace(options);
  const grids = (await readGrids(name, bytes, pace)).map(withHarmlessName);
  const layouts: SheetLayout[] = [];
  for (const grid of grids) layouts.push(await layOut(grid, options.knownHeaders, pace));
  await refusePersonal(name, grids, layouts, pace);
  const tables = layouts.flatMap((layout) => layout.tables);
  if (tables.length === 0) throw refusal(name, 'table-missing');
  pace.finish();
  return {
    tables,
    findings: grids.flatMap((grid, i) => [...hiddenFinding(grid, layouts[i]), ...(layouts[i]?.findings ?? [])]),
    sheetsWithoutTable: grids.filter((_, i) => layouts[i]?.tables.length === 0).map(sheetWithoutTable),
  };
}

function layOut(grid: Grid, knownHeaders: ReadonlySet<string>, pace: Pace): Promise<SheetLayout> {
  const isSheet = grid.format === 'xlsx' || grid.format === 'csv';
  return isSheet ? layOutSheet(grid, knownHeaders, pace) : attributeTable(grid, pace);
}

/** A file named after somebody's number is called `*` in the refusal. */
function refusePersonalName(name: string): void {
  const rule = personalValue(name);
  if (!rule) return;
  const extension = /\.[a-z]{1,8}$/i.exec(name)?.[0] ?? '';
  throw inputInvalid(`*${extension}`, [{ row: 1, column: WHOLE_ROW, rule }], 1);
}

/** A sheet named after somebody's number goes by its place, and its name is reported as a cell would be. */
function withHarmlessName(grid: Grid, index: number): Grid {
  const { sheet } = grid;
  if (sheet === undefined || !personalValue(sheet)) return grid;
  return { ...grid, sheet: `#${index + 1}`, rows: [...grid.rows, [sheet]] };
}

async function refusePersonal(name: string, grids: readonly Grid[], layouts: SheetLayout[], pace: Pace): Promise<void> {
  const found: Finding[] = [];
  let count = 0;
  for (const [i, grid] of grids.entries()) {
    const { tables = [], footerRows = new Set<number>() } = layouts[i] ?? {};
    const inSheet = await personalFindings(grid, tables, footerRows, pace);
    count += inSheet.count;
    found.push(...inSheet.findings);
  }
  if (count === 0) return;
  const problems = found.slice(0, LISTED_PROBLEMS).map(({ sheet, row = 1, column, columnIndex = 0, rule }) => ({
    ...(sheet === undefined ? {} : { sheet }),
    row,
    column: column ?? `#${columnIndex + 1}`,
    rule,
  }));
  throw inputInvalid(name, problems, count);
}

function hiddenFinding({ file, sheet, hidden }: Grid, layout: SheetLayout | undefined): Finding[] {
  if (!hidden || sheet === undefined || layout?.tables.length === 0) return [];
  return [{ level: 'doubt', rule: 'sheet-hidden', file, sheet }];
}

function sheetWithoutTable({ file, sheet, hidden = false, rows }: Grid): SheetWithoutTable {
  return { file, ...(sheet === undefined ? {} : { sheet }), hidden, why: rows.length === 0 ? 'empty' : 'no-header' };
}
