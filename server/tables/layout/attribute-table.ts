import type { Grid } from '../grid.ts';
import { type Pace, startPace } from '../pacing.ts';
import type { SheetRow, SheetTable } from '../sheet-table.ts';
import type { SheetLayout } from './lay-out-sheet.ts';
import { plainValue } from './sheet-cells.ts';
import { findingMaker } from './sheet-findings.ts';

/** The table of a layer of places: its first row is the header, each other row a place. */
export async function attributeTable(grid: Grid, pace: Pace = startPace()): Promise<SheetLayout> {
  const columns = (grid.rows[0] ?? []).map((header, index) => ({ index, header: String(header ?? '').trim() }));
  const rows: SheetRow[] = [];
  for (let row = 1; row < grid.rows.length; row++) {
    const cells = grid.rows[row] ?? [];
    const geometry = grid.geometries?.[row];
    const values = columns.map(({ index }) => plainValue(cells[index] ?? null));
    rows.push({ row: row + 1, values, ...(geometry ? { geometry } : {}) });
    if ((row & 255) === 0) await pace.rest();
  }
  const table: SheetTable = {
    file: grid.file,
    ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }),
    ...(grid.statedCrs === undefined ? {} : { statedCrs: grid.statedCrs }),
    headerRow: 1,
    columns,
    rows,
    leftOut: [{ row: 1, why: 'header' }],
  };
  const make = findingMaker(table);
  const empty = rows.length === 0 ? [make({ level: 'doubt', rule: 'table-empty' })] : [];
  return { tables: [table], findings: [...empty, ...(grid.notes ?? []).map(make)], footerRows: new Set() };
}
