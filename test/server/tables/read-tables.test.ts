import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputInvalid } from '../../../geodata/errors.ts';
import { readTables } from '../../../server/tables/read-tables.ts';
import { rulesOf } from './formats/rules-of.ts';
import { workbookBytes } from './formats/write-workbook.ts';

const options = { knownHeaders: new Set(['名称', '户数', '类别']) };
const MOBILE = ['139', '1234', '5678'].join('');
const text = (content: string) => new TextEncoder().encode(content);

describe('readTables', () => {
  it('reads every sheet, flags hidden ones, and lists those without a table', async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.addWorksheet('封面').addRow(['某县公安局']);
      const shown = workbook.addWorksheet('村');
      shown.addRows([['村情统计表'], ['名称', '户数'], ['张庄村', 12]]);
      workbook.addWorksheet('旧', { state: 'hidden' }).addRows([
        ['名称', '户数'],
        ['李庄村', 3],
      ]);
      workbook.addWorksheet('空', { state: 'hidden' });
    });
    const { tables, findings, sheetsWithoutTable } = await readTables('村.xlsx', bytes, options);
    expect(tables.map(({ sheet, title, rows }) => [sheet, title, rows])).toEqual([
      ['村', '村情统计表', [{ row: 3, values: ['张庄村', 12] }]],
      ['旧', undefined, [{ row: 2, values: ['李庄村', 3] }]],
    ]);
    expect(findings).toEqual([{ level: 'doubt', rule: 'sheet-hidden', file: '村.xlsx', sheet: '旧' }]);
    expect(sheetsWithoutTable).toEqual([
      { file: '村.xlsx', sheet: '封面', hidden: false, why: 'no-header' },
      { file: '村.xlsx', sheet: '空', hidden: true, why: 'empty' },
    ]);
  });

  it('refuses the whole file for a mobile number in a hidden sheet, naming the place', async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.addWorksheet('村').addRows([
        ['名称', '户数'],
        ['张庄村', 12],
      ]);
      workbook.addWorksheet('暗', { state: 'veryHidden' }).getCell('C5').value = Number(MOBILE);
    });
    await expect(readTables('村.xlsx', bytes, options)).rejects.toEqual(
      inputInvalid('村.xlsx', [{ sheet: '暗', row: 5, column: '#3', rule: 'personal-mobile' }], 1),
    );
  });

  it('repeats a personal number neither from the name of a sheet nor from that of the file', async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.addWorksheet(MOBILE).addRows([
        ['名称', '户数'],
        ['张庄村', 12],
      ]);
    });
    for (const name of ['村.xlsx', `${MOBILE}.xlsx`]) {
      const error: unknown = await readTables(name, bytes, options).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'input-invalid' });
      expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(MOBILE);
    }
  });

  it('reads a CSV and a GeoJSON by the same door', async () => {
    const csv = await readTables('村.csv', text('村情表,\n名称,户数\n张庄村,12\n合计,12\n'), options);
    expect(csv.tables[0]).toMatchObject({
      title: '村情表',
      headerRow: 2,
      rows: [{ row: 3, values: ['张庄村', '12'] }],
    });
    const point = { type: 'Point', coordinates: [117.5, 37.6] };
    const features = [{ type: 'Feature', properties: { 名称: '合计', 户数: 12 }, geometry: point }];
    const json = text(JSON.stringify({ type: 'FeatureCollection', features }));
    const { tables } = await readTables('村.geojson', json, options);
    expect(tables[0]?.rows).toEqual([{ row: 2, values: ['合计', 12], geometry: point }]);
  });

  it('refuses a file in which no sheet holds a table', async () => {
    expect(await rulesOf(readTables('村.csv', text('说明\n请看附件\n'), options))).toEqual(['table-missing']);
  });

  it('tells how far it is, gives the thread up, and stops when it is called off', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `村${i},${i},村`).join('\n');
    const bytes = text(`名称,户数,类别\n${lines}\n`);
    const seen: [number, number][] = [];
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await readTables('村.csv', bytes, { ...options, onProgress: (done, total) => seen.push([done, total]) });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
    expect(seen.at(-1)).toEqual([60_001, 60_001]);
    expect(seen.every(([done, total], i) => done <= total && done >= (seen[i - 1]?.[0] ?? 0))).toBe(true);
    const controller = new AbortController();
    const called = readTables('村.csv', bytes, { ...options, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('called off')), 5);
    await expect(called).rejects.toThrow('called off');
  });

  it('reads or refuses any text, with every row accounted for', async () => {
    const piece = fc.constantFrom(
      '名称',
      '户数',
      ',',
      '\n',
      '"',
      ';',
      '\t',
      '张庄村',
      '12',
      '合计',
      '注：',
      '\r\n',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const outcome = await readTables('村.csv', text(pieces.join('')), options).then(
          () => 'read',
          (error: unknown) => (error as { code?: string }).code,
        );
        expect(['read', 'input-invalid']).toContain(outcome);
      }),
      { numRuns: 500, seed: 18 },
    );
  });
});
