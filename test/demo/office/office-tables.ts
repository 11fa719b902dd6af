import type { OfficeCell, OfficeFile, OfficeMerge } from '../../../geodata/demo/office/office-file.ts';

/** A sheet, or a CSV file as one, and where its header stands. */
export interface TableSheet {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly rows: readonly (readonly OfficeCell[])[];
  readonly merges: readonly OfficeMerge[];
  readonly hasTable: boolean;
  /** Of a header in two rows, the lower where there is one. */
  readonly headers: readonly string[];
  /** Position of the first row of data, from 0. */
  readonly firstRow: number;
}

const SUMS = /^(合计|小计)$/;

/** The sheets of a file by eye: the header is the first row with four cells or more, or the last before numbers. */
export function sheetsOf(file: OfficeFile): TableSheet[] {
  const plain = { merges: [] as readonly OfficeMerge[], sheet: undefined };
  const found =
    file.format === 'xlsx'
      ? file.sheets.map(({ name, rows, merges }) => ({ sheet: name, rows, merges }))
      : file.format === 'csv'
        ? [{ ...plain, rows: file.rows }]
        : [];
  return found.map(({ sheet, rows, merges }) => {
    const top = rows.findIndex((cells) => cells.filter((cell) => cell !== null).length >= (rows.length > 12 ? 4 : 2));
    if (top === -1)
      return { file: file.name, sheet, rows, merges, hasTable: false, headers: [], firstRow: rows.length };
    const isTwoRows = merges.some((merge) => merge.top === top && merge.bottom === top + 1);
    const upper = (rows[top] ?? []).map((cell) => String(cell ?? ''));
    const headers = isTwoRows ? upper.map((header, index) => String(rows[top + 1]?.[index] ?? header)) : upper;
    return { file: file.name, sheet, rows, merges, hasTable: true, headers, firstRow: top + (isTwoRows ? 2 : 1) };
  });
}

/** Column of a header, from 0. Throws where there is none. */
export function headerAt({ file, headers }: TableSheet, header: string): number {
  const index = headers.indexOf(header);
  if (index === -1) throw new Error(`${file} has no column ${header}.`);
  return index;
}

/** Places of the cells that a merge makes one, the first first. */
export function cellsOf({
  top,
  left,
  bottom,
  right,
}: OfficeMerge): { readonly row: number; readonly column: number }[] {
  const columns = right - left + 1;
  return Array.from({ length: (bottom - top + 1) * columns }, (_, index) => ({
    row: top + Math.floor(index / columns),
    column: left + (index % columns),
  }));
}

/** Rows of data with merged cells filled, without sums and footers; numbered as a spreadsheet does. */
export function tableRows(table: TableSheet) {
  const filled = table.rows.map((cells) => [...cells]);
  for (const { top, left, bottom } of table.merges) {
    for (let row = Math.max(top, table.firstRow); row <= bottom; row++) {
      (filled[row] as OfficeCell[])[left] = table.rows[top]?.[left] ?? null;
    }
  }
  return filled.flatMap((cells, index) => {
    const isData = index >= table.firstRow && cells.length > 1 && !cells.some((cell) => SUMS.test(String(cell)));
    const named = Object.fromEntries(table.headers.map((header, column) => [header, cells[column] ?? null] as const));
    return isData ? [{ sheet: table.sheet, row: index + 1, cells: named }] : [];
  });
}
