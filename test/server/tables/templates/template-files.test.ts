import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { checkTable } from '../../../../server/tables/check-table.ts';
import { readTables } from '../../../../server/tables/read-tables.ts';
import { receiptWorkbook } from '../../../../server/tables/receipt/receipt-workbook.ts';
import { recogniseKind } from '../../../../server/tables/recognise-kind.ts';
import { TABLE_KINDS } from '../../../../server/tables/table-kind.ts';
import { knownHeaders } from '../../../../server/tables/templates/known-headers.ts';
import { templateCsv } from '../../../../server/tables/templates/template-csv.ts';
import { exampleRow } from '../../../../server/tables/templates/template-rows.ts';
import { allTemplatesWorkbook, templateWorkbook } from '../../../../server/tables/templates/template-workbook.ts';
import { TEMPLATES } from '../../../../server/tables/templates/templates.ts';

const options = { knownHeaders: knownHeaders() };
const EXAMPLE_ROW = 3;

/** A template's file filled in with one row, the example's, below the example. */
async function filledIn(kind: (typeof TABLE_KINDS)[number], language: 'zh' | 'en'): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await templateWorkbook(kind, language)) as unknown as ArrayBuffer);
  const row = workbook.worksheets[0]!.getRow(EXAMPLE_ROW + 1);
  exampleRow(TEMPLATES[kind], language).forEach((value, index) => {
    row.getCell(index + 1).value = index === 0 ? 1 : value;
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('the file of a template', () => {
  it.each(
    TABLE_KINDS.flatMap(
      (kind) =>
        [
          [kind, 'zh'],
          [kind, 'en'],
        ] as const,
    ),
  )(
    'of %s (%s), filled in, is read, recognised and without a finding, its example left out',
    async (kind, language) => {
      const { tables, findings } = await readTables('模板.xlsx', await filledIn(kind, language), options);
      expect(findings).toEqual([]);
      const table = tables.find((candidate) => candidate.sheet === TEMPLATES[kind][language])!;
      expect(table.leftOut).toContainEqual({ row: EXAMPLE_ROW, why: 'example' });
      expect(recogniseKind(table)).toMatchObject({ kind, ambiguous: false });
      const checked = await checkTable(table, kind);
      expect(checked.findings).toEqual([]);
      expect(checked.rows.map(({ row }) => row)).toEqual([EXAMPLE_ROW + 1]);
    },
  );

  it.each(TABLE_KINDS)('of %s as CSV has its example left out', async (kind) => {
    const { tables } = await readTables('模板.csv', new TextEncoder().encode(templateCsv(kind)), options);
    expect(tables[0]?.rows).toEqual([]);
    expect(tables[0]?.leftOut).toContainEqual({ row: 2, why: 'example' });
  });

  it('holds no other table: what explains it is taken for none', async () => {
    const { tables } = await readTables('模板.xlsx', await allTemplatesWorkbook('zh'), options);
    const kinds = tables.map((table) => recogniseKind(table)?.kind);
    expect(kinds.filter((kind) => kind !== undefined)).toEqual([...TABLE_KINDS]);
  });

  it('comes back as a receipt that can be sent again', async () => {
    const bytes = await filledIn('units', 'zh');
    const finding = {
      level: 'doubt',
      rule: 'name-similar',
      file: '模板.xlsx',
      sheet: TEMPLATES.units.zh,
      row: 4,
      column: '名称*',
      columnIndex: 2,
      data: { firstRow: 3 },
    } as const;
    const receipt = await receiptWorkbook('模板.xlsx', bytes, [finding], 'zh');
    const { tables } = await readTables('回执.xlsx', receipt, options);
    const recognised = tables.flatMap((table) => recogniseKind(table)?.kind ?? []);
    expect(recognised).toEqual(['units']);
    const table = tables.find((candidate) => candidate.sheet === TEMPLATES.units.zh)!;
    expect((await checkTable(table, 'units')).findings).toEqual([]);
  });
});
