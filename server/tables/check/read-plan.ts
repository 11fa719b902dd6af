import { headerKey } from '../../files/header-key.ts';
import type { SheetColumn, SheetTable } from '../sheet-table.ts';
import type { ColumnMatch } from '../templates/match-columns.ts';
import type { FieldType, Template, TemplateField } from '../templates/template.ts';
import type { CellReader } from './cell-report.ts';
import { codeReader } from './read-code.ts';
import { readCrs } from './read-crs.ts';
import { readDate } from './read-date.ts';
import { degreesReader } from './read-degrees.ts';
import { readHours } from './read-hours.ts';
import { numberReader } from './read-number.ts';
import { readText } from './read-text.ts';
import { readYesNo, wordListReader, wordReader } from './read-words.ts';

/** A column to read. */
export interface PlannedColumn {
  readonly field: TemplateField;
  /** Position of its field in the template, where its meaning is put. */
  readonly slot: number;
  /** Position in a row's values. */
  readonly position: number;
  readonly column: SheetColumn;
  readonly read: CellReader;
  /** What the header's unit multiplies numbers by, such as 10,000 for 人口(万人). */
  readonly headerScale: number;
}

/** How a table's rows are read: made once, so that a cell costs one call. */
export interface ReadPlan {
  readonly template: Template;
  /** In the order of the sheet. */
  readonly columns: readonly PlannedColumn[];
  readonly slotOf: ReadonlyMap<string, number>;
  /** By slot; undefined where the table has no such column. */
  readonly columnOfSlot: readonly (PlannedColumn | undefined)[];
}

/** The plan for a table whose columns are matched. Fields that two columns claim are left out. */
export function readPlan(table: SheetTable, template: Template, match: ColumnMatch): ReadPlan {
  const slotOf = new Map(template.fields.map(({ key }, slot) => [key, slot]));
  const columns: PlannedColumn[] = [];
  template.fields.forEach((field, slot) => {
    const positions = match.positionsOfField.get(field.key) ?? [];
    const position = positions[0];
    const column = position === undefined ? undefined : table.columns[position];
    if (position === undefined || column === undefined || positions.length > 1) return;
    const headerScale = scaleOfHeader(column, field);
    columns.push({ field, slot, position, column, read: readerOf(field, headerScale), headerScale });
  });
  columns.sort((first, second) => first.column.index - second.column.index);
  const columnOfSlot = template.fields.map((_, slot) => columns.find((planned) => planned.slot === slot));
  return { template, columns, slotOf, columnOfSlot };
}

function readerOf(field: TemplateField, headerScale: number): CellReader {
  return READERS[field.type](field, headerScale);
}

const READERS: Readonly<Record<FieldType, (field: TemplateField, headerScale: number) => CellReader>> = {
  text: () => readText,
  code: codeReader,
  count: numberReader,
  decimal: numberReader,
  'yes-no': () => readYesNo,
  word: wordReader,
  'word-list': wordListReader,
  date: () => readDate,
  hours: () => readHours,
  longitude: () => degreesReader('lon'),
  latitude: () => degreesReader('lat'),
  crs: () => readCrs,
};

/** What a remark in brackets says of the column's unit: 户数(万户), 数值(单位:万元); 1 where it says nothing. */
function scaleOfHeader({ header, group }: SheetColumn, { units }: TemplateField): number {
  for (const text of [header, group ?? '']) {
    const remark = /\(([^()]*)\)\*?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1] ?? '';
    const unit = headerKey(remark).replace(/^单位:?/, '');
    if (units && Object.hasOwn(units, unit)) return units[unit] ?? 1;
  }
  return 1;
}
