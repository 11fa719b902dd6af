import type { Finding } from '../finding.ts';
import type { CellNote } from '../grid.ts';
import type { SheetTable } from '../sheet-table.ts';

/** Row and column from 0; neither where it is about the table as a whole. */
export type PlacedNote = Omit<CellNote, 'row'> & { readonly row?: number };

export type FindingMaker = (note: PlacedNote) => Finding;

/** Makes findings out of notes: with file, sheet, row as a spreadsheet numbers it, and the column's header. */
export function findingMaker({ file, sheet, columns }: Pick<SheetTable, 'file' | 'sheet' | 'columns'>): FindingMaker {
  const headers = new Map(columns.map(({ index, header }) => [index, header]));
  return ({ level, rule, row, column }) => {
    const header = column === undefined ? undefined : headers.get(column);
    return {
      level,
      rule,
      file,
      ...(sheet === undefined ? {} : { sheet }),
      ...(row === undefined ? {} : { row: row + 1 }),
      ...(header ? { column: header } : {}),
      ...(column === undefined ? {} : { columnIndex: column }),
    };
  };
}
