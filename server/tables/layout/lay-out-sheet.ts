import type { Finding } from '../finding.ts';
import { cellBudget } from '../formats/cell-budget.ts';
import type { CellValue, Grid } from '../grid.ts';
import { type Pace, startPace } from '../pacing.ts';
import type { LeftOutReason, SheetColumn, SheetRow, SheetTable } from '../sheet-table.ts';
import { asOfDate } from './as-of-date.ts';
import { classifyRow } from './classify-row.ts';
import { type Block, findBlocks } from './find-blocks.ts';
import { isRemarkRow } from './find-header.ts';
import { type MergedData, mergedData } from './merged-data.ts';
import { plainValue, type SheetCells, sheetCells } from './sheet-cells.ts';
import { type FindingMaker, findingMaker } from './sheet-findings.ts';

/** What was made of one sheet. */
export interface SheetLayout {
  readonly tables: readonly SheetTable[];
  readonly findings: readonly Finding[];
  /** Rows of signatures, from 0: who signed is dropped, and looked at for nothing but numbers that are personal. */
  readonly footerRows: ReadonlySet<number>;
}

/**
 * Tells the tables of a sheet from the titles, remarks, totals, examples and notes around them. A header is known by
 * its words (`knownHeaders`, as `headerKey` makes them), where there are none by its shape. Every row that is not data
 * is named with its reason. No tables where the sheet holds none.
 */
export async function layOutSheet(
  grid: Grid,
  knownHeaders: ReadonlySet<string>,
  pace: Pace = startPace(),
): Promise<SheetLayout> {
  const cells = sheetCells(grid, knownHeaders);
  const blocks = await findBlocks(cells, pace);
  const tables: SheetTable[] = [];
  const findings: Finding[] = [];
  const footerRows = new Set<number>();
  for (const block of blocks) {
    const table = await layOutBlock(grid, cells, block, pace);
    tables.push(table.table);
    for (const finding of table.findings) findings.push(finding);
    for (const { row, why } of table.table.leftOut) {
      if (why === 'footer' || why === 'remark' || why === 'title') footerRows.add(row - 1);
    }
  }
  return { tables, findings, footerRows };
}

interface SortedRows {
  readonly data: number[];
  readonly leftOut: { readonly row: number; readonly why: LeftOutReason }[];
}

async function layOutBlock(
  grid: Grid,
  cells: SheetCells,
  block: Block,
  pace: Pace,
): Promise<{ table: SheetTable; findings: Finding[] }> {
  const { header } = block;
  const above = rowsAbove(cells, block);
  const { data, leftOut } = await sortRows(cells, block, above.leftOut, pace);
  const columns = await allColumns(grid, header.columns, data, pace);
  const isData = new Set(data);
  const merged = await mergedData(grid, columns, (row) => isData.has(row), cellBudget(grid.file), pace);
  const asOf = above.asOf ?? footerDate(grid, leftOut);
  const table: SheetTable = {
    file: grid.file,
    ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }),
    ...(above.title === undefined ? {} : { title: above.title }),
    ...(asOf?.day === undefined ? {} : { asOf: asOf.day }),
    ...(grid.statedCrs === undefined ? {} : { statedCrs: grid.statedCrs }),
    headerRow: header.bottom + 1,
    columns,
    rows: await dataRows(grid, columns, data, merged, pace),
    leftOut,
  };
  const make = findingMaker(table);
  const asOfRow = asOf && asOf.day === undefined ? [make({ level: 'doubt', rule: 'as-of-incomplete' })] : [];
  return { table, findings: [...asOfRow, ...tableFindings(grid, block, table, isData, merged, make)] };
}

/** Title, remarks and as-of date from the lines above a header. */
function rowsAbove(cells: SheetCells, { start, header }: Block) {
  const leftOut: SortedRows['leftOut'] = [];
  let title: string | undefined;
  let asOf: ReturnType<typeof asOfDate>;
  for (let row = start; row < header.top; row++) {
    const filled = cells.filled(row);
    const isTitle = title === undefined && filled.length === 1 && !isRemarkRow(filled);
    if (isTitle) title = String(filled[0]?.value);
    leftOut.push({ row: row + 1, why: filled.length === 0 ? 'blank' : isTitle ? 'title' : 'remark' });
    asOf ??= asOfDate(filled.map(({ value }) => value));
  }
  for (let row = header.top; row <= header.bottom; row++) leftOut.push({ row: row + 1, why: 'header' });
  return { leftOut, title, asOf };
}

function footerDate(grid: Grid, leftOut: SortedRows['leftOut']): ReturnType<typeof asOfDate> {
  for (const { row, why } of leftOut) {
    const stated = why === 'footer' ? asOfDate(grid.rows[row - 1] ?? []) : undefined;
    if (stated) return stated;
  }
  return undefined;
}

async function sortRows(
  cells: SheetCells,
  { header, end }: Block,
  above: SortedRows['leftOut'],
  pace: Pace,
): Promise<SortedRows> {
  const data: number[] = [];
  const leftOut = [...above];
  let inFooter = false;
  let previous: LeftOutReason | 'data' = 'header';
  for (let row = header.bottom + 1; row < end; row++) {
    previous = classifyRow(cells, header, row, { inFooter, previous });
    inFooter = previous === 'footer' || (inFooter && previous !== 'data');
    if (previous === 'data') data.push(row);
    else leftOut.push({ row: row + 1, why: previous });
    if ((row & 63) === 0) await pace.rest();
  }
  return { data, leftOut };
}

/** Those of the header, and those that have data without a header: their header is ''. */
async function allColumns(
  grid: Grid,
  named: readonly SheetColumn[],
  data: readonly number[],
  pace: Pace,
): Promise<SheetColumn[]> {
  const columns = new Map(named.map((column) => [column.index, column]));
  for (const row of data) {
    const cells = grid.rows[row] ?? [];
    for (let index = 0; index < cells.length; index++) {
      if (!columns.has(index) && plainValue(cells[index] ?? null) !== null) columns.set(index, { index, header: '' });
    }
    if ((row & 255) === 0) await pace.rest();
  }
  return [...columns.values()].sort((a, b) => a.index - b.index);
}

async function dataRows(
  grid: Grid,
  columns: readonly SheetColumn[],
  data: readonly number[],
  { filledDown }: MergedData,
  pace: Pace,
): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for (const row of data) {
    const cells = grid.rows[row] ?? [];
    const filled = filledDown.get(row);
    const values = columns.map(
      ({ index }): CellValue => plainValue(cells[index] ?? null) ?? filled?.get(index) ?? null,
    );
    const geometry = grid.geometries?.[row];
    rows.push({ row: row + 1, values, ...(geometry ? { geometry } : {}) });
    if ((row & 255) === 0) await pace.rest();
  }
  return rows;
}

function tableFindings(
  grid: Grid,
  { start, end, header }: Block,
  table: SheetTable,
  isData: ReadonlySet<number>,
  merged: MergedData,
  make: FindingMaker,
): Finding[] {
  const headless = table.columns.filter((column) => column.header === '');
  const findings = headless.map(({ index }) =>
    make({ level: 'doubt', rule: 'header-missing', row: header.bottom, column: index }),
  );
  if (table.rows.length === 0) findings.push(make({ level: 'doubt', rule: 'table-empty', row: header.bottom }));
  for (const note of grid.notes ?? []) {
    if (note.row < start || note.row >= end) continue;
    findings.push(make(isData.has(note.row) ? note : { ...note, level: 'doubt' }));
  }
  for (const { row, column, rule } of merged.notes) {
    const level = rule === 'merge-across' ? 'error' : rule === 'merge-filled-down' ? 'repair' : 'doubt';
    findings.push(make({ level, rule, row, column }));
  }
  return findings.sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.columnIndex ?? 0) - (b.columnIndex ?? 0));
}
