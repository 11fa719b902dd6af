import { csvText } from '../../files/csv-text.ts';
import type { Language } from '../../language.ts';
import type { TableKind } from '../table-kind.ts';
import { exampleRow, templateHeader } from './template-rows.ts';
import { TEMPLATES } from './templates.ts';

/**
 * A template as a CSV file: UTF-8 with a byte order mark, the header and the example row. A tab behind hours such as
 * 8-20 keeps a spreadsheet from taking them for a date.
 */
export function templateCsv(kind: TableKind, language: Language = 'zh'): string {
  const template = TEMPLATES[kind];
  const example = exampleRow(template, language).map((cell) =>
    typeof cell === 'string' && /^\d{1,2}-\d{1,2}$/.test(cell) ? `${cell}\t` : cell,
  );
  return csvText([templateHeader(template, language), example]);
}
