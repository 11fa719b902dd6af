import type { CellValue } from '../../../../server/tables/grid.ts';
import type { SheetTable } from '../../../../server/tables/sheet-table.ts';
import type { TableKind } from '../../../../server/tables/table-kind.ts';
import type { TemplateField } from '../../../../server/tables/templates/template.ts';
import { TEMPLATES } from '../../../../server/tables/templates/templates.ts';

/** Row of the first row of data: below a header in row 1. */
export const FIRST_ROW = 2;

/** A table with a header in its first row, as the layout finder gives it. Headers may be written `group/header`. */
export function tableOf(
  headers: readonly string[],
  rows: readonly (readonly CellValue[])[],
  facts: Partial<SheetTable> = {},
): SheetTable {
  const columns = headers.map((text, index) => {
    const [group, header] = text.includes('|') ? text.split('|') : [undefined, text];
    return { index, header: header ?? '', ...(group === undefined ? {} : { group }) };
  });
  return {
    file: '表.xlsx',
    sheet: 'Sheet1',
    headerRow: 1,
    columns,
    rows: rows.map((values, index) => ({ row: index + FIRST_ROW, values })),
    leftOut: [],
    ...facts,
  };
}

/** Cells by key of a template's field. */
export type Cells = Readonly<Record<string, CellValue>>;

/** A table of a kind with every column of its template; what a row leaves out stands as in the template's example. */
export function tableLike(kind: TableKind, rows: readonly Cells[], facts: Partial<SheetTable> = {}): SheetTable {
  const { fields } = TEMPLATES[kind];
  const values = rows.map((cells) => fields.map((field) => cellOf(cells, field)));
  return tableOf(
    fields.map(({ zh }) => zh),
    values,
    facts,
  );
}

function cellOf(cells: Cells, { key, example }: TemplateField): CellValue {
  return Object.hasOwn(cells, key) ? (cells[key] ?? null) : example;
}
