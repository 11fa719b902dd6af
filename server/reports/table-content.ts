import type { Language } from '../language.ts';
import type { Table } from './table.ts';
import { type TableFormat, tableFileText } from './table-file.ts';
import { tableWorkbook } from './table-workbook.ts';

/** Every form that a table leaves in. */
export const CONTENT_FORMATS = ['csv', 'geojson', 'json', 'xlsx'] as const;

export type ContentFormat = TableFormat | 'xlsx';

/** A table and what a workbook calls its sheet. */
export interface NamedTable extends Table {
  readonly title: Readonly<Record<Language, string>>;
}

/** The text, or of a workbook the bytes, of a table's file. The figures are the same in each form. */
export async function tableContent(
  format: ContentFormat,
  { title, ...table }: NamedTable,
  language: Language,
): Promise<string | Uint8Array> {
  return format === 'xlsx' ? tableWorkbook(table, title[language], language) : tableFileText(format, table, language);
}
