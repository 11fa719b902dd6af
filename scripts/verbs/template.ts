import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../server/files/atomic-file.ts';
import type { Language } from '../../server/language.ts';
import { textTable } from '../../server/reports/text-table.ts';
import { TABLE_KINDS, type TableKind } from '../../server/tables/table-kind.ts';
import { templateCsv } from '../../server/tables/templates/template-csv.ts';
import { allTemplatesWorkbook, templateWorkbook } from '../../server/tables/templates/template-workbook.ts';
import { TEMPLATES } from '../../server/tables/templates/templates.ts';
import type { CommandContext } from '../cli/command-context.ts';
import { UsageFailure } from '../cli/failures.ts';
import { oneOf, text } from '../cli/option-values.ts';
import type { OptionTable } from '../cli/options.ts';
import { defineVerb } from '../cli/verb.ts';

type Format = 'xlsx' | 'csv';

const OPTIONS = {
  kind: {
    operands: '[KIND]',
    least: 0,
    most: 1,
    zh: `模板种类：${TABLE_KINDS.join('、')}`,
    en: `kind of table: ${TABLE_KINDS.join(', ')}`,
  },
  format: { value: 'xlsx|csv', parse: oneOf(['xlsx', 'csv']), zh: '格式（默认 xlsx）', en: 'format (default xlsx)' },
  out: { value: 'FILE|DIR', parse: text, zh: '写入文件或文件夹', en: 'file or folder to write to' },
} as const satisfies OptionTable;

/** `hubshed template`: what the offices' tables look like, and templates to fill in. */
export const template = defineVerb({
  name: 'template',
  summary: {
    zh: '列出数据模板，写成 XLSX 或 CSV 供各部门填写',
    en: 'list the templates, write them as XLSX or CSV to fill in',
  },
  details: {
    zh: '不给 --out 时列出各模板及必填项（给出 KIND 和 --format csv 时输出该模板）。--out 为文件夹时每个模板一个文件；不给 KIND 而 --out 以 .xlsx 结尾时全部写入一个工作簿。',
    en: 'Without --out, lists the templates and what they require, or prints one (KIND with --format csv). Where --out is a\nfolder each template is a file; without KIND, an --out that ends in .xlsx is one workbook of them all.',
  },
  options: OPTIONS,
  examples: [
    'template',
    'template compounds --out 小区.xlsx',
    'template --out templates',
    'template units --format csv',
  ],
  async run({ kind: [word], format, out }, context) {
    const kind = word === undefined ? undefined : kindOf(word);
    if (out !== undefined) return write(kind, format ?? (/\.csv$/i.test(out) ? 'csv' : 'xlsx'), out, context);
    if (kind !== undefined && format === 'csv') return context.print(templateCsv(kind, context.language));
    if (format !== undefined) {
      const en = '--out FILE|DIR is needed, or a KIND with --format csv';
      throw new UsageFailure([{ zh: '需要 --out FILE|DIR，或给出 KIND 和 --format csv', en }], 'template');
    }
    await context.print(listText(kind === undefined ? TABLE_KINDS : [kind], context));
  },
});

function kindOf(word: string): TableKind {
  const kind = TABLE_KINDS.find((one) => one === word || TEMPLATES[one].zh === word);
  if (kind) return kind;
  const list = TABLE_KINDS.join(', ');
  throw new UsageFailure(
    [{ zh: `没有模板“${word}”，可选：${list}`, en: `there is no template "${word}"; there is ${list}` }],
    'template',
  );
}

async function write(kind: TableKind | undefined, format: Format, out: string, context: CommandContext): Promise<void> {
  const { language, note } = context;
  const isFolder =
    !/\.(?:xlsx|csv)$/i.test(out) ||
    (await stat(out).then(
      (found) => found.isDirectory(),
      () => false,
    ));
  const paths: string[] = [];
  const put = async (path: string, content: string | Uint8Array): Promise<void> => {
    await writeFileAtomically(path, content);
    paths.push(path);
  };
  if (isFolder) {
    await mkdir(out, { recursive: true });
    for (const one of kind === undefined ? TABLE_KINDS : [kind]) {
      await put(join(out, `${TEMPLATES[one][language]}.${format}`), await contentOf(one, format, language));
    }
  } else if (kind !== undefined) await put(out, await contentOf(kind, format, language));
  else if (format === 'xlsx') await put(out, await allTemplatesWorkbook(language));
  else {
    const en = 'a CSV file holds one template: name its KIND, or give a folder';
    throw new UsageFailure([{ zh: 'CSV 文件只能放一个模板：请给出 KIND，或给出文件夹', en }], 'template');
  }
  note({ zh: `已写入 ${paths.join('、')}`, en: `written to ${paths.join(', ')}` });
}

async function contentOf(kind: TableKind, format: Format, language: Language): Promise<string | Uint8Array> {
  return format === 'csv' ? templateCsv(kind, language) : templateWorkbook(kind, language);
}

function listText(kinds: readonly TableKind[], { language, json }: CommandContext): string {
  const listed = kinds.map((kind) => {
    const { zh, en, fields } = TEMPLATES[kind];
    return {
      ...{ kind, name: { zh, en } },
      fields: fields.map(({ key, required, note, ...names }) => ({
        ...{ key, name: { zh: names.zh, en: names.en }, required, note },
      })),
    };
  });
  if (json) return JSON.stringify(listed);
  const headers = language === 'zh' ? ['种类', '名称', '必填项'] : ['kind', 'name', 'required'];
  const separator = language === 'zh' ? '、' : ', ';
  return textTable(
    headers.map((header) => ({ header, maxWidth: 80 })),
    listed.map(({ kind, name, fields }) => [
      ...[kind, name[language]],
      fields.flatMap((field) => (field.required ? [field.name[language]] : [])).join(separator),
    ]),
  );
}
