import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { checkTable } from '../../../../server/tables/check-table.ts';
import type { CellValue } from '../../../../server/tables/grid.ts';
import { recogniseKind } from '../../../../server/tables/recognise-kind.ts';
import { TABLE_KINDS } from '../../../../server/tables/table-kind.ts';
import { templateCsv } from '../../../../server/tables/templates/template-csv.ts';
import { allTemplatesWorkbook, templateWorkbook } from '../../../../server/tables/templates/template-workbook.ts';
import { TEMPLATES } from '../../../../server/tables/templates/templates.ts';
import { tableOf } from '../check/table-of.ts';

const HEADER_ROW = 2;
const EXAMPLE_ROW = 3;

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

/** The cells of a row as a reader of workbooks gives them. */
function cellsOf(sheet: ExcelJS.Worksheet, row: number): CellValue[] {
  return Array.from({ length: sheet.columnCount }, (_, index) => {
    const { value } = sheet.getCell(row, index + 1);
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    return value as CellValue;
  });
}

describe.each(TABLE_KINDS)('the template of %s', (kind) => {
  it.each(['zh', 'en'] as const)('filled in as its example (%s) is recognised and has no finding', async (language) => {
    const workbook = await opened(await templateWorkbook(kind, language));
    const sheet = workbook.worksheets[0]!;
    const headers = cellsOf(sheet, HEADER_ROW).map(String);
    const example = cellsOf(sheet, EXAMPLE_ROW);
    expect(example[0]).toMatch(/^示例$|^Example$/);
    const table = tableOf(headers, [example], { sheet: sheet.name });
    expect(recogniseKind(table)).toMatchObject({ kind, ambiguous: false });
    const checked = await checkTable(table, kind);
    expect(checked.findings).toEqual([]);
    expect(checked.rows).toHaveLength(1);
  });

  it.each(['zh', 'en'] as const)('as CSV (%s) begins with a byte order mark and reads the same', async (language) => {
    const text = templateCsv(kind, language);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [headers, example] = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
    const checked = await checkTable(tableOf(headers ?? [], [example ?? []]), kind);
    expect(checked.findings).toEqual([]);
    expect(checked.rows).toHaveLength(1);
  });

  it('has text cells for codes, notes in its header, lists for words and a frozen header', async () => {
    const workbook = await opened(await templateWorkbook(kind, 'zh'));
    const sheet = workbook.worksheets[0]!;
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: HEADER_ROW });
    expect(sheet.getCell(1, 1).value).toBe(TEMPLATES[kind].zh);
    expect(sheet.getCell(1, 2).isMerged).toBe(true);
    TEMPLATES[kind].fields.forEach((field, index) => {
      const column = index + 2;
      const header = sheet.getCell(HEADER_ROW, column);
      expect(String(header.value).endsWith('*')).toBe(field.required);
      expect(noteText(header)).toContain(field.note.zh);
      if (field.type === 'code' || field.type === 'hours') expect(sheet.getColumn(column).numFmt).toBe('@');
      const list = sheet.getCell(500, column).dataValidation;
      if (field.type === 'yes-no') expect(list).toMatchObject({ type: 'list', formulae: ['"是,否"'] });
      if (field.type === 'word') expect(list?.formulae?.[0]).toBe(`"${field.words?.map(({ zh }) => zh).join(',')}"`);
    });
    expect(workbook.worksheets[1]?.name).toBe('填表说明');
  });
});

describe('one workbook of all templates', () => {
  it('has a sheet of each, and one that explains', async () => {
    const workbook = await opened(await allTemplatesWorkbook('en'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...TABLE_KINDS.map((kind) => TEMPLATES[kind].en),
      'How to fill in',
    ]);
  });
});

function noteText({ note }: ExcelJS.Cell): string {
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
}
