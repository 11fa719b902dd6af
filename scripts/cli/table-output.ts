import { writeFileAtomically } from '../../server/files/atomic-file.ts';
import { CONTENT_FORMATS, type NamedTable, tableContent } from '../../server/reports/table-content.ts';
import type { CommandContext } from './command-context.ts';
import { UsageFailure } from './failures.ts';
import { oneOf } from './option-values.ts';
import type { OptionTable, OptionValues } from './options.ts';
import { OUTPUT_OPTIONS, writeResult } from './output.ts';

/** The forms of a result that is a table, workbooks among them. */
export const TABLE_OUTPUT_OPTIONS = {
  format: {
    value: 'NAME',
    parse: oneOf(['text', ...CONTENT_FORMATS]),
    default: 'text',
    zh: '格式：text、csv、geojson、json、xlsx（需要 --out）',
    en: 'format: text, csv, geojson, json or xlsx (which needs --out)',
  },
  ...OUTPUT_OPTIONS,
} as const satisfies OptionTable;

/**
 * Writes a table in the form that the options ask for.
 * @param textOf the table for people
 * @param verb whose help a wrong choice points to
 * @throws UsageFailure for a workbook without a file
 */
export async function writeTableResult(
  table: NamedTable,
  textOf: () => string,
  { format: asked, out }: OptionValues<typeof TABLE_OUTPUT_OPTIONS>,
  verb: string,
  context: CommandContext,
): Promise<void> {
  const format = context.json ? 'json' : asked;
  if (format === 'text') return writeResult([textOf()], out, context);
  if (format === 'xlsx' && out === undefined) {
    throw new UsageFailure([{ zh: '--format xlsx 还需要 --out', en: '--format xlsx also needs --out' }], verb);
  }
  const content = await tableContent(format, table, context.language);
  if (typeof content === 'string') return writeResult([content], out, context);
  await writeFileAtomically(out ?? '', Buffer.from(content));
  context.note({ zh: `已写入 ${out}`, en: `written to ${out}` });
}
