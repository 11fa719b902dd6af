import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../server/tables/grid.ts';
import { layOutSheet } from '../../../server/tables/layout/lay-out-sheet.ts';
import { personalFindings } from '../../../server/tables/personal-findings.ts';

const KNOWN = new Set(['名称', '户数', '备注']);
const MOBILE = ['139', '1234', '5678'].join('');
const ID_NUMBER = ['371622', '19900101', '1230'].join('');

async function found(rows: readonly (readonly CellValue[])[], more: Partial<Grid> = {}) {
  const grid: Grid = { file: '村.xlsx', sheet: '一', format: 'xlsx', rows, merges: [], ...more };
  const { tables, footerRows } = await layOutSheet(grid, KNOWN);
  const { findings, count } = await personalFindings(grid, tables, footerRows);
  expect(count).toBe(findings.length);
  return findings.map(({ rule, row, column, columnIndex }) => [rule, row, column, columnIndex]);
}

const HEADER = ['名称', '户数', '备注'];

describe('personalFindings', () => {
  it('names file, sheet, row, column and rule, and never the value', async () => {
    const grid: Grid = {
      file: '村.xlsx',
      sheet: '一',
      format: 'xlsx',
      merges: [],
      rows: [HEADER, ['张庄村', 3, MOBILE]],
    };
    const { tables, footerRows } = await layOutSheet(grid, KNOWN);
    const { findings } = await personalFindings(grid, tables, footerRows);
    expect(findings).toEqual([
      { level: 'error', rule: 'personal-mobile', file: '村.xlsx', sheet: '一', row: 2, column: '备注', columnIndex: 2 },
    ]);
    expect(JSON.stringify(findings)).not.toContain(MOBILE);
  });

  it('finds a column by its header, and by the group above it', async () => {
    expect(
      await found([
        ['名称', '户数', '负责人'],
        ['张庄村', 3, '甲'],
      ]),
    ).toEqual([['personal-column', 1, '负责人', 2]]);
    expect(
      await found([
        ['名称', '户主', null],
        [null, '户数', '备注'],
        ['张庄村', 3, '甲'],
      ]),
    ).toEqual([
      ['personal-column', 2, '户数', 1],
      ['personal-column', 2, '备注', 2],
    ]);
  });

  it.each<[string, CellValue, string]>([
    ['a mobile number stored as a number', Number(MOBILE), 'personal-mobile'],
    ['an ID number stored as a number, its end lost', Number(ID_NUMBER), 'personal-id-number'],
    ['an ID number in powers of ten', `${Number(ID_NUMBER).toExponential(14)}`.replace('e', 'E'), 'personal-id-number'],
    [
      'an ID number in pieces',
      `${ID_NUMBER.slice(0, 6)} ${ID_NUMBER.slice(6, 14)} ${ID_NUMBER.slice(14)}`,
      'personal-id-number',
    ],
    ['an ID number of single digits', [...ID_NUMBER].join('-'), 'personal-id-number'],
    ['a mobile number of single digits', [...MOBILE].join(' '), 'personal-mobile'],
    [
      'a mobile number cut elsewhere',
      `${MOBILE.slice(0, 4)}—${MOBILE.slice(4, 7)}－${MOBILE.slice(7)}`,
      'personal-mobile',
    ],
    ['a mobile number with dots', `${MOBILE.slice(0, 3)}.${MOBILE.slice(3, 7)}.${MOBILE.slice(7)}`, 'personal-mobile'],
    ['a mobile number with unseen characters', [...MOBILE].join('\u200b'), 'personal-mobile'],
    [
      'full-width digits',
      [...MOBILE].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
      'personal-mobile',
    ],
    ['an address of a flat', '3号楼2单元', 'personal-flat-address'],
    ['the label of a list of people below', '身份证号', 'personal-column'],
  ])('finds %s', async (_, value, rule) => {
    expect(await found([HEADER, ['张庄村', 3, value]])).toEqual([[rule, 2, '备注', 2]]);
  });

  it.each<[string, CellValue]>([
    ['a division code as a number', 371622001001],
    ['coordinates of a grid', 39512345.678],
    ['degrees, minutes and seconds', '117 15 36.5, 37 26 43.2'],
    ['two dates', '2024-12-31 2025-01-31'],
    ['hours', '08:00-20:00'],
    ['numbers in a row', '13 15 18 20 22 30'],
    ['code and month', '371622001001 202412'],
    ['a remark that names a function', '负责人外出学习'],
  ])('lets %s pass', async (_, value) => {
    expect(await found([HEADER, ['张庄村', 3, value]])).toEqual([]);
  });

  it('drops who signed without a word, but not a number beside the name', async () => {
    const table = [HEADER, ['张庄村', 3]];
    expect(await found([...table, ['填表人：甲', '审核人：乙', '联系电话：']])).toEqual([]);
    expect(await found([['填报单位：某局', '联系人', '甲'], ...table])).toEqual([]);
    expect(await found([...table, ['填表人：甲', `联系电话：${MOBILE}`]])).toEqual([
      ['personal-mobile', 3, undefined, 1],
    ]);
  });

  it('looks at cells beside the table and at sheets that hold none', async () => {
    expect(await found([HEADER, ['张庄村', 3, null, null, null, MOBILE]])).toEqual([
      ['personal-mobile', 2, undefined, 5],
    ]);
    expect(await found([['通讯录'], ['姓名', '单位'], ['甲', '某局']])).toEqual([['personal-column', 2, undefined, 0]]);
  });

  it('lets the numbers of OpenStreetMap pass in their own columns', async () => {
    expect(
      await found([
        ['名称', '户数', 'osm_id'],
        ['张庄村', 3, MOBILE],
      ]),
    ).toEqual([]);
  });
});
