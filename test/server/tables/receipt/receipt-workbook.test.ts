import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../../server/files/csv-text.ts';
import { checkTable } from '../../../../server/tables/check-table.ts';
import type { Finding } from '../../../../server/tables/finding.ts';
import type { Grid } from '../../../../server/tables/grid.ts';
import { LEVEL_COLOURS } from '../../../../server/tables/receipt/receipt-words.ts';
import { MOST_CELLS, receiptWorkbook } from '../../../../server/tables/receipt/receipt-workbook.ts';
import { refusalReceipt } from '../../../../server/tables/receipt/refusal-receipt.ts';
import { tableOf } from '../check/table-of.ts';

const NAME = '村.xlsx';
const SHEET = '村 表';
const HEADERS = ['区划代码', '名称', '类别', '所属派出所', '户数', '人口'];
const ROWS = [
  ['990321100201', '城东村', '村', '城关派出所', 320, 1050],
  ['990321100202', '城西村', '村', '城关派出所', '1,200', 3600],
  ['990321100203', '城南村', '屯子', '城关派出所', -5, 30],
  ['990321100204', '城北村', '村', '城关派出所', 10, 300],
];
const TITLE_ROWS = 1;

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

/** An office's workbook: a merged title, styles shared by many cells, a comment, a formula and another sheet. */
async function officeWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET);
  sheet.addRow(['村情况表']);
  sheet.mergeCells('A1:F1');
  sheet.addRow(HEADERS);
  for (const row of ROWS) sheet.addRow(row);
  for (const row of [3, 4, 5, 6]) sheet.getCell(row, 1).numFmt = '@';
  sheet.getCell('E5').note = '去年是 5';
  sheet.getColumn(2).width = 33;
  const other = workbook.addWorksheet('其他');
  other.getCell('A1').value = { formula: 'SUM(1,2)', result: 3 };
  other.getCell('B1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function findingsOf(file: string, sheet: string | undefined, titleRows: number): Promise<readonly Finding[]> {
  const table = tableOf(HEADERS, ROWS);
  const rows = table.rows.map(({ values }, index) => ({ values, row: index + titleRows + 2 }));
  const { sheet: _, ...bare } = table;
  const placed = { ...bare, ...(sheet === undefined ? {} : { sheet }), file, headerRow: titleRows + 1, rows };
  return (await checkTable(placed, 'units')).findings;
}

function colourOf(cell: ExcelJS.Cell): string | undefined {
  return cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined;
}

function noteOf({ note }: ExcelJS.Cell): string | undefined {
  return typeof note === 'string' ? note : note?.texts?.map(({ text }) => text).join('');
}

describe('the receipt of a workbook', () => {
  it('is the workbook itself with its bad cells coloured, the reasons in comments and in an added column', async () => {
    const findings = await findingsOf(NAME, SHEET, TITLE_ROWS);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'thousands-separator',
      'word-unknown',
      'count-negative',
      'household-size',
    ]);
    const receipt = await opened(await receiptWorkbook(NAME, await officeWorkbook(), findings, 'zh'));
    const sheet = receipt.getWorksheet(SHEET)!;
    const coloured: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell((cell) => colourOf(cell) && coloured.push(`${cell.address} ${colourOf(cell)}`)),
    );
    const { error, doubt, repair } = LEVEL_COLOURS;
    expect(coloured).toEqual([
      `E4 ${repair}`,
      `G4 ${repair}`,
      `C5 ${error}`,
      `E5 ${error}`,
      `G5 ${error}`,
      `F6 ${doubt}`,
      `G6 ${doubt}`,
    ]);
    expect(noteOf(sheet.getCell('E4'))).toBe('【已修正】已去掉千位分隔符');
    expect(noteOf(sheet.getCell('E5'))).toBe('去年是 5\n【错误】不能为负数');
    expect(sheet.getCell('G2').value).toBe('校验结果');
    expect(sheet.getCell('G3').value).toBeNull();
    expect(sheet.getCell('G5').value).toBe('【错误】“类别”列：无法识别，应为：村、社区；【错误】“户数”列：不能为负数');
    expect(sheet.getCell('G6').value).toBe('【疑问】“人口”列：平均每户 30 人，不在 1 至 8 人之间');
  });

  it('leaves everything else as it was', async () => {
    const receipt = await opened(
      await receiptWorkbook(NAME, await officeWorkbook(), await findingsOf(NAME, SHEET, TITLE_ROWS), 'zh'),
    );
    const sheet = receipt.getWorksheet(SHEET)!;
    ROWS.forEach((row, index) => {
      expect(row.map((_, column) => sheet.getCell(index + 3, column + 1).value)).toEqual(row);
      expect(sheet.getCell(index + 3, 1).numFmt).toBe('@');
    });
    expect(sheet.getCell('F1').isMerged).toBe(true);
    expect(sheet.getCell('G1').isMerged).toBe(false);
    expect(sheet.getColumn(2).width).toBe(33);
    const other = receipt.getWorksheet('其他')!;
    expect(other.getCell('A1').formula).toBe('SUM(1,2)');
    expect(colourOf(other.getCell('B1'))).toBe('FF00FF00');
  });

  it('begins with a sheet that counts and lists them, the worst first, with links to the cells', async () => {
    const receipt = await opened(
      await receiptWorkbook(NAME, await officeWorkbook(), await findingsOf(NAME, SHEET, TITLE_ROWS), 'zh'),
    );
    expect(receipt.worksheets.map(({ name }) => name)).toEqual(['校验回执', SHEET, '其他']);
    const list: string[][] = [];
    receipt.worksheets[0]!.eachRow((row) => list.push([1, 2, 3, 4, 5].map((column) => row.getCell(column).text)));
    expect(list.slice(2, 5).map(([level, count]) => `${level} ${count}`)).toEqual(['错误 2', '疑问 1', '已修正 1']);
    expect(list.slice(-4)).toEqual([
      ['错误', SHEET, '5', '类别', '无法识别，应为：村、社区'],
      ['错误', SHEET, '5', '户数', '不能为负数'],
      ['疑问', SHEET, '6', '人口', '平均每户 30 人，不在 1 至 8 人之间'],
      ['已修正', SHEET, '4', '户数', '已去掉千位分隔符'],
    ]);
    expect(receipt.worksheets[0]!.getCell(receipt.worksheets[0]!.rowCount, 5).hyperlink).toBe(`#'${SHEET}'!E4`);
  });

  it('corrected and sent again is read without its own column, and marked anew', async () => {
    const first = await receiptWorkbook(NAME, await officeWorkbook(), await findingsOf(NAME, SHEET, TITLE_ROWS), 'zh');
    const remaining = (await findingsOf(NAME, SHEET, TITLE_ROWS)).slice(-1);
    const again = await opened(await receiptWorkbook(NAME, first, remaining, 'zh'));
    expect(again.worksheets.map(({ name }) => name)).toEqual(['校验回执', SHEET, '其他']);
    const sheet = again.getWorksheet(SHEET)!;
    expect(sheet.getCell('G5').value).toBeNull();
    expect(sheet.getCell('G6').value).toContain('平均每户');
    expect(sheet.getCell('H2').value).toBeNull();
    const checked = await checkTable(tableOf([...HEADERS, '校验结果'], [[...ROWS[0]!, '【错误】']]), 'units');
    expect(checked).toMatchObject({ findings: [], ignoredColumns: [{ header: '校验结果' }] });
  });

  it('survives lists on whole columns, which it leaves out', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet(SHEET);
    sheet.addRow(HEADERS);
    sheet.addRow(ROWS[2]!);
    const rules = (
      sheet as unknown as { dataValidations: { add: (range: string, rule: ExcelJS.DataValidation) => void } }
    ).dataValidations;
    for (const column of ['A', 'B', 'C', 'D'])
      rules.add(`${column}2:${column}1048576`, { type: 'list', formulae: ['"村,社区"'] });
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const started = performance.now();
    const receipt = await opened(await receiptWorkbook(NAME, bytes, await findingsOf(NAME, SHEET, 0), 'zh'));
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(receipt.worksheets[0]!.getSheetValues().flat().join()).toContain('未带入本回执');
  });
});

describe('the receipt of another file', () => {
  it('is a workbook with the same rows under the same numbers', async () => {
    const bytes = new TextEncoder().encode(csvText([HEADERS, ...ROWS]));
    const receipt = await opened(
      await receiptWorkbook('村.csv', bytes, await findingsOf('村.csv', undefined, 0), 'en'),
    );
    const sheet = receipt.worksheets[1]!;
    expect(receipt.worksheets[0]!.name).toBe('Check receipt');
    expect(sheet.getCell('B4').value).toBe('城南村');
    expect(colourOf(sheet.getCell('C4'))).toBe(LEVEL_COLOURS.error);
    expect(sheet.getCell('G1').value).toBe('Check result');
    expect(sheet.getCell('G4').value).toMatch(/^\[Error\] "类别": not known/);
  });

  it('has no formula that the file did not have as one', async () => {
    const evil = '=HYPERLINK("http://x","y")';
    const grid: Grid = {
      file: 'a.csv',
      format: 'csv',
      rows: [
        [evil, '名称'],
        [evil, '@SUM(1)'],
      ],
      merges: [],
    };
    const finding: Finding = {
      level: 'error',
      rule: 'word-unknown',
      file: 'a.csv',
      row: 2,
      column: evil,
      columnIndex: 0,
      data: { words: evil },
    };
    const receipt = await opened(await receiptWorkbook('a.csv', new Uint8Array(), [finding], 'zh', [grid]));
    const formulas: string[] = [];
    for (const sheet of receipt.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => cell.type === ExcelJS.ValueType.Formula && formulas.push(cell.address)),
      );
    }
    expect(formulas).toEqual([]);
    const list = receipt.worksheets[0]!;
    expect(list.getCell(list.rowCount, 4).value).toBe(`'${evil}`);
    expect(receipt.worksheets[1]!.getCell('A2').value).toBe(evil);
  });

  it('that is very large has the rows concerned alone, with their numbers in the file', async () => {
    const width = 20;
    const count = Math.ceil(MOST_CELLS / width) + 1;
    const rows = Array.from({ length: count }, (_, index) =>
      Array.from({ length: width }, (_, column) => `${index + 1}-${column}`),
    );
    const findings: Finding[] = [7, 20_000].map((row) => ({
      level: 'error',
      rule: 'count-negative',
      file: 'a.csv',
      row,
      column: '1-3',
      columnIndex: 3,
    }));
    const repair: Finding = {
      level: 'repair',
      rule: 'full-width',
      file: 'a.csv',
      row: 9,
      column: '1-3',
      columnIndex: 3,
    };
    const grid: Grid = { file: 'a.csv', format: 'csv', rows, merges: [] };
    const receipt = await opened(await receiptWorkbook('a.csv', new Uint8Array(), [...findings, repair], 'zh', [grid]));
    const sheet = receipt.worksheets[1]!;
    expect(sheet.rowCount).toBe(3);
    expect([1, 2, 3].map((row) => sheet.getCell(row, 1).value)).toEqual(['原行号', 7, 20_000]);
    expect(sheet.getCell(3, 5).value).toBe('20000-3');
    expect(colourOf(sheet.getCell(3, 5))).toBe(LEVEL_COLOURS.error);
    expect(sheet.getCell(3, width + 2).value).toBe('【错误】“1-3”列：不能为负数');
    expect(receipt.worksheets[0]!.getSheetValues().flat().join()).toContain('原文件过大');
    expect(receipt.worksheets[0]!.getCell(10, 5).hyperlink ?? receipt.worksheets[0]!.getCell(9, 5).hyperlink).toMatch(
      /^#'Sheet1'!E[23]$/,
    );
  });
});

describe('the receipt of a file refused for personal data', () => {
  const digits = ['138', '0013', '8000'].join('');
  const finding: Finding = {
    level: 'error',
    rule: 'personal-mobile',
    file: NAME,
    sheet: SHEET,
    row: 3,
    column: '备注',
    columnIndex: 6,
    value: digits,
  };

  it('names sheet, row, column and rule, and holds nothing of the file', async () => {
    const receipt = await opened(await refusalReceipt(NAME, [finding], 'zh'));
    expect(receipt.worksheets).toHaveLength(1);
    const sheet = receipt.worksheets[0]!;
    const last = [1, 2, 3, 4, 5].map((column) => sheet.getCell(sheet.rowCount, column).text);
    expect(last).toEqual(['错误', SHEET, '3', '备注', '疑似手机号，请删除后再导入']);
    expect(JSON.stringify(receipt.model)).not.toContain(digits);
  });

  it('is the only one: the workbook is never repeated', async () => {
    await expect(receiptWorkbook(NAME, await officeWorkbook(), [finding], 'zh')).rejects.toThrow('personal-mobile');
  });
});
