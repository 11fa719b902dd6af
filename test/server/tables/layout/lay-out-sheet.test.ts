import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../../server/tables/grid.ts';
import { layOutSheet } from '../../../../server/tables/layout/lay-out-sheet.ts';

const KNOWN = new Set(['名称', '区划代码', '户数', '人口', '派出所名称', '在岗民警数', '辅警数', '类别', '截止日期']);
const HEADER = ['区划代码', '名称', '户数'];
const VILLAGE = ['371622101201', '张庄村', 120];

function gridOf(rows: readonly (readonly CellValue[])[], more: Partial<Grid> = {}): Grid {
  return { file: '村.xlsx', sheet: '一', format: 'xlsx', rows, merges: [], ...more };
}

async function layOut(rows: readonly (readonly CellValue[])[], more: Partial<Grid> = {}) {
  return layOutSheet(gridOf(rows, more), KNOWN);
}

async function onlyTable(rows: readonly (readonly CellValue[])[], more: Partial<Grid> = {}) {
  const { tables } = await layOut(rows, more);
  expect(tables).toHaveLength(1);
  return tables[0]!;
}

const leftOutOf = (table: { leftOut: readonly { row: number; why: string }[] }) =>
  Object.fromEntries(table.leftOut.map(({ row, why }) => [row, why]));

describe('layOutSheet', () => {
  it('finds title, remarks, totals, examples, notes and signatures around the data, and names each row', async () => {
    const table = await onlyTable([
      ['某县行政村基本情况统计表'],
      ['填报单位：某县公安局', null, '截止日期：2024年12月31日'],
      HEADER,
      ['示例', '示例村', 100],
      VILLAGE,
      [],
      ['371622101202', '李庄村', 80],
      ['信城街道小计', null, 200],
      ['合  计', null, 200],
      ['注：1. 户数按户籍统计；'],
      ['2. 数据来源于统计局'],
      ['填表人：', null, '审核人：'],
    ]);
    expect(table).toMatchObject({ title: '某县行政村基本情况统计表', asOf: '2024-12-31', headerRow: 3 });
    expect(table.rows).toEqual([
      { row: 5, values: VILLAGE },
      { row: 7, values: ['371622101202', '李庄村', 80] },
    ]);
    expect(leftOutOf(table)).toEqual({
      ...{ 1: 'title', 2: 'remark', 3: 'header', 4: 'example', 6: 'blank', 8: 'total', 9: 'total' },
      ...{ 10: 'footer', 11: 'footer', 12: 'footer' },
    });
  });

  it('takes every row either as data or leaves it out with a reason, whatever the sheet holds', async () => {
    const cell = fc.constantFrom<CellValue>(
      null,
      '名称',
      '户数',
      '合计',
      '注：',
      '张庄村',
      12,
      '填表人：',
      '截止日期',
      true,
    );
    const rows = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 14 });
    const merge = fc.record({ top: fc.nat(13), left: fc.nat(3), height: fc.nat(2), width: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(rows, fc.array(merge, { maxLength: 3 }), async (sheet, boxes) => {
        const merges = boxes.map(({ top, left, height, width }) => ({
          top,
          left,
          bottom: top + height,
          right: left + width,
        }));
        const { tables } = await layOut(sheet, { merges });
        const named = tables.flatMap(({ rows, leftOut }) => [...rows, ...leftOut].map(({ row }) => row));
        const all = tables.length === 0 ? [] : sheet.map((_, i) => i + 1);
        expect(named.sort((a, b) => a - b)).toEqual(all);
      }),
      { numRuns: 500, seed: 16 },
    );
  });

  it('reads a header in two rows by its merged cells', async () => {
    const table = await onlyTable(
      [
        ['派出所名称', '警力', null, '位置', null],
        [null, '在岗民警数', '辅警数', '经度', '纬度'],
        ['信城派出所', 20, 30, 117.5, 37.6],
      ],
      {
        merges: [
          { top: 0, left: 0, bottom: 1, right: 0 },
          { top: 0, left: 1, bottom: 0, right: 2 },
          { top: 0, left: 3, bottom: 0, right: 4 },
        ],
      },
    );
    expect(table.columns).toEqual([
      { index: 0, header: '派出所名称' },
      { index: 1, header: '在岗民警数', group: '警力' },
      { index: 2, header: '辅警数', group: '警力' },
      { index: 3, header: '经度', group: '位置' },
      { index: 4, header: '纬度', group: '位置' },
    ]);
    expect(table.rows).toEqual([{ row: 3, values: ['信城派出所', 20, 30, 117.5, 37.6] }]);
  });

  it('reads a header in two rows without merged cells, as a CSV has it', async () => {
    const table = await onlyTable([
      ['派出所名称', '警力', null, '类别'],
      [null, '在岗民警数', '辅警数'],
      ['信城派出所', '20', '30', '城区'],
    ]);
    expect(table.columns.map(({ group, header }) => [group, header])).toEqual([
      [undefined, '派出所名称'],
      ['警力', '在岗民警数'],
      ['警力', '辅警数'],
      [undefined, '类别'],
    ]);
    expect(table.rows.map(({ row }) => row)).toEqual([3]);
  });

  it('does not take a row of data whose first cell is blank for the second row of a header', async () => {
    const table = await onlyTable([HEADER, [null, '张庄村', 12], VILLAGE]);
    expect(table.rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('leaves out the rows of units and of column numbers below a header', async () => {
    const table = await onlyTable([HEADER, ['甲', '乙', '1'], VILLAGE]);
    expect(leftOutOf(table)).toEqual({ 1: 'header', 2: 'header' });
    const other = await onlyTable([HEADER, [null, null, '（户）'], VILLAGE]);
    expect(leftOutOf(other)).toEqual({ 1: 'header', 2: 'header' });
  });

  it('leaves out a header that is printed again', async () => {
    expect(leftOutOf(await onlyTable([HEADER, VILLAGE, HEADER, VILLAGE]))).toEqual({ 1: 'header', 3: 'header' });
  });

  it('finds several tables one below another, each with its title', async () => {
    const { tables } = await layOut([
      ['一、村'],
      HEADER,
      VILLAGE,
      ['填表人：', '审核人：'],
      [],
      ['二、派出所'],
      ['派出所名称', '辅警数'],
      ['信城派出所', 3],
      [],
      ['三、其他'],
      ['路名', '等级', '里程'],
      ['某路', '县道', 12.5],
    ]);
    expect(tables.map(({ title, headerRow, rows }) => [title, headerRow, rows.map(({ row }) => row)])).toEqual([
      ['一、村', 2, [3]],
      ['二、派出所', 7, [8]],
      ['三、其他', 11, [12]],
    ]);
  });

  it('finds a header by its shape where no word is known', async () => {
    const table = await onlyTable([['道路表'], ['路名', '等级', '里程'], ['甲路', '县道', 3], ['乙路', '乡道', 4.5]]);
    expect(table).toMatchObject({ title: '道路表', headerRow: 2 });
    expect(table.rows).toHaveLength(2);
  });

  it.each([
    ['a cover', [['某县公安局'], ['二〇二四年'], ['内部']]],
    [
      'instructions',
      [
        ['字段', '说明'],
        ['名称', '填写全称'],
        ['户数', '按户籍填写'],
      ],
    ],
    ['nothing', []],
  ])('finds no table in %s', async (_, rows) => {
    expect((await layOut(rows)).tables).toEqual([]);
  });

  it('fills a merged cell down into its rows and says so, of numbers with doubt', async () => {
    const { tables, findings } = await layOut(
      [HEADER, ['3716', '张庄村', 12], [null, '李庄村', null], [null, '王庄村', 5]],
      {
        merges: [
          { top: 1, left: 0, bottom: 3, right: 0 },
          { top: 1, left: 2, bottom: 2, right: 2 },
        ],
      },
    );
    expect(tables[0]?.rows.map(({ values }) => values)).toEqual([
      ['3716', '张庄村', 12],
      ['3716', '李庄村', 12],
      ['3716', '王庄村', 5],
    ]);
    expect(findings).toMatchObject([
      { level: 'repair', rule: 'merge-filled-down', row: 2, column: '区划代码', columnIndex: 0 },
      { level: 'doubt', rule: 'merge-number-filled-down', row: 2, column: '户数', columnIndex: 2 },
    ]);
  });

  it('reports a cell of the data that is merged across columns, unless the header is too', async () => {
    const across = { top: 1, left: 1, bottom: 1, right: 2 };
    const { findings } = await layOut([HEADER, ['3716', '张庄村']], { merges: [across] });
    expect(findings).toMatchObject([{ level: 'error', rule: 'merge-across', row: 2, column: '名称' }]);
    const wide = await layOut(
      [
        ['名称', '户数'],
        ['张庄村', 3],
      ],
      { merges: [across, { ...across, top: 0, bottom: 0 }] },
    );
    expect(wide.findings).toEqual([]);
  });

  it('takes the name of a township merged across the table for a heading', async () => {
    const rows = [HEADER, ['商店镇'], VILLAGE];
    expect(leftOutOf(await onlyTable(rows, { merges: [{ top: 1, left: 0, bottom: 1, right: 2 }] }))[2]).toBe('remark');
    expect((await onlyTable(rows)).rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('keeps a column that has data but no header, and passes on what the reader noted', async () => {
    const { tables, findings } = await layOut([HEADER, [...VILLAGE, '外面']], {
      notes: [{ row: 1, column: 2, level: 'error', rule: 'cell-error-value' }],
    });
    expect(tables[0]?.columns[3]).toEqual({ index: 3, header: '' });
    expect(findings).toEqual([
      { level: 'doubt', rule: 'header-missing', file: '村.xlsx', sheet: '一', row: 1, columnIndex: 3 },
      {
        level: 'error',
        rule: 'cell-error-value',
        file: '村.xlsx',
        sheet: '一',
        row: 2,
        column: '户数',
        columnIndex: 2,
      },
    ]);
  });

  it('says that a table has no data', async () => {
    expect((await layOut([HEADER])).findings).toMatchObject([{ level: 'doubt', rule: 'table-empty', row: 1 }]);
  });

  it.each([
    ['截止日期：2024年12月31日', '2024-12-31'],
    ['（截至2024-6-30）', '2024-06-30'],
    ['数据截止时间：２０２４．１２．３１', '2024-12-31'],
    ['截至2024年底', '2024-12-31'],
    ['截止2024年2月末', '2024-02-29'],
    ['填报日期：2025年1月3日', undefined],
  ])('reads the as-of date of %s', async (line, expected) => {
    expect((await onlyTable([[line], HEADER, VILLAGE])).asOf).toBe(expected);
  });

  it('asks for the day where the as-of date names only a month', async () => {
    const { tables, findings } = await layOut([['截止2024年6月'], HEADER, VILLAGE]);
    expect(tables[0]?.asOf).toBeUndefined();
    expect(findings).toMatchObject([{ level: 'doubt', rule: 'as-of-incomplete' }]);
  });
});
