import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../../../server/tables/formats/xlsx/read-workbook.ts';
import { openZip } from '../../../../../server/tables/formats/zip-archive.ts';
import { rulesOf } from '../rules-of.ts';
import { handMadeWorkbook, workbookBytes } from '../write-workbook.ts';

const read = async (bytes: Uint8Array) => readWorkbook('甲.xlsx', openZip('甲.xlsx', bytes));

function sheetXml(rows: string): string {
  return `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
}

describe('readWorkbook', () => {
  it('reads random grids that another library wrote, cell for cell', async () => {
    const text = fc
      .string({
        unit: fc.constantFrom('村', 'a', ' ', '０', '<', '&', '"', '\n', '_x', '🏠'),
        minLength: 1,
        maxLength: 8,
      })
      .filter((value) => !/_x[0-9a-f]{4}_/i.test(value));
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
    const cell = fc.oneof(fc.constant(null), text, number, fc.integer(), fc.boolean());
    const grid = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(grid, { minLength: 1, maxLength: 3 }), async (sheets) => {
        const bytes = await workbookBytes((workbook) => {
          sheets.forEach((rows, i) => {
            const sheet = workbook.addWorksheet(`表${i}`);
            rows.forEach((cells, r) => {
              cells.forEach((value, c) => {
                sheet.getCell(r + 1, c + 1).value = value;
              });
            });
          });
        });
        const grids = await read(bytes);
        expect(grids.map(({ sheet }) => sheet)).toEqual(sheets.map((_, i) => `表${i}`));
        expect(grids.map(({ rows }) => rows)).toEqual(sheets.map(trimmed));
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  it('joins the runs of rich text', async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.addWorksheet('一').getCell('A1').value = {
        richText: [{ text: '信城' }, { text: '派出所', font: { bold: true } }],
      };
    });
    expect((await read(bytes))[0]?.rows).toEqual([['信城派出所']]);
  });

  it('leaves the phonetic guide of a text out, and reads escaped characters', async () => {
    const bytes = handMadeWorkbook(sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
      'xl/sharedStrings.xml': '<sst><si><t>张庄_x000A_村</t><rPh sb="0" eb="1"><t>zhang</t></rPh></si></sst>',
    });
    expect((await read(bytes))[0]?.rows).toEqual([['张庄\n村']]);
  });

  it('reads cells and rows that say no position, inline text, and prefixed elements', async () => {
    const bytes = handMadeWorkbook(
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row>' +
        '<x:row r="3"><x:c r="B3"><x:v><![CDATA[0.1]]></x:v></x:c></x:row></x:sheetData></x:worksheet>',
    );
    expect((await read(bytes))[0]?.rows).toEqual([['甲', 2], [], [null, 0.1]]);
  });

  it('reads merged cells, and says which sheets are hidden', async () => {
    const bytes = await workbookBytes((workbook) => {
      const shown = workbook.addWorksheet('明');
      shown.getCell('A1').value = '标题';
      shown.mergeCells('A1:C2');
      workbook.addWorksheet('暗', { state: 'veryHidden' });
    });
    const grids = await read(bytes);
    expect(grids.map(({ hidden }) => hidden)).toEqual([undefined, true]);
    expect(grids[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
  });

  it('reads a formula by its stored result, and notes where there is none or an error', async () => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet('一');
      sheet.getCell('A1').value = { formula: '1+1', result: 2 };
      sheet.getCell('B1').value = { formula: '"村"', result: '村' };
      sheet.getCell('C1').value = { formula: '1+2' };
      sheet.getCell('D1').value = { error: '#REF!' };
      sheet.getCell('E1').value = { formula: 'A9', result: { error: '#N/A' } };
    });
    const [grid] = await read(bytes);
    expect(grid?.rows).toEqual([[2, '村']]);
    expect(grid?.notes).toEqual([
      { row: 0, column: 2, level: 'error', rule: 'formula-without-value' },
      { row: 0, column: 3, level: 'error', rule: 'cell-error-value' },
      { row: 0, column: 4, level: 'error', rule: 'cell-error-value' },
    ]);
  });

  it.each([
    ['yyyy"年"m"月"d"日"', 45657, '2024-12-31'],
    ['yyyy-mm-dd', 45657.5, '2024-12-31 12:00'],
    ['[$-804]yyyy年m月d日', 45657, '2024-12-31'],
    ['yyyy/m/d h:mm', 45657.25, '2024-12-31 06:00'],
    ['m"月"d"日"', 59, '1900-02-28'],
    ['yyyy-mm-dd', 61, '1900-03-01'],
    ['h:mm', 1 / 3, '08:00'],
    ['上午/下午h"时"mm"分"ss"秒"', 0.500011574, '12:00:01'],
    ['[h]:mm', 1.5, 1.5],
    ['0.00E+00', 45657, 45657],
    ['#,##0"days"', 45657, 45657],
    ['[Red]0.00;[Blue]-0.00', 1.5, 1.5],
    ['General', 45657, 45657],
  ])('shows a number in the format %s as what it means', async (format, value, expected) => {
    const bytes = await workbookBytes((workbook) => {
      const cell = workbook.addWorksheet('一').getCell('A1');
      cell.value = value;
      cell.numFmt = format;
    });
    expect((await read(bytes))[0]?.rows).toEqual([[expected]]);
  });

  it.each([14, 27, 31, 57, 58])('knows the built-in Chinese format %i for a date', async (id) => {
    const bytes = handMadeWorkbook(sheetXml('<row r="1"><c r="A1" s="1"><v>45657</v></c></row>'), {
      'xl/styles.xml': `<s><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="${id}"/></cellXfs></s>`,
    });
    expect((await read(bytes))[0]?.rows).toEqual([['2024-12-31']]);
  });

  it('counts from 1904 where the workbook says so', async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.properties.date1904 = true;
      const cell = workbook.addWorksheet('一').getCell('A1');
      cell.value = 45657 - 1462;
      cell.numFmt = 'yyyy-mm-dd';
    });
    expect((await read(bytes))[0]?.rows).toEqual([['2024-12-31']]);
  });

  it('notes the day that only the calendar of 1900 has', async () => {
    const bytes = await workbookBytes((workbook) => {
      const cell = workbook.addWorksheet('一').getCell('A1');
      cell.value = 60;
      cell.numFmt = 'yyyy-mm-dd';
    });
    expect((await read(bytes))[0]?.notes).toEqual([
      { row: 0, column: 0, level: 'error', rule: 'date-outside-calendar' },
    ]);
  });

  it.each([
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml('')}`],
    ['an unknown entity', sheetXml('<row r="1"><c r="A1" t="str"><v>&lol;</v></c></row>')],
    ['an element that is not closed', '<worksheet><sheetData>'],
    ['rows out of order', sheetXml('<row r="2"/><row r="1"/>')],
    ['a cell in another row', sheetXml('<row r="2"><c r="A3"><v>1</v></c></row>')],
    ['a text that is not there', sheetXml('<row r="1"><c r="A1" t="s"><v>5</v></c></row>')],
    ['a row beyond the last', sheetXml('<row r="1048577"/>')],
    ['a text without end', sheetXml(`<row r="1"><c r="A1" t="str"><v>${'村'.repeat(500_000)}</v></c></row>`)],
  ])('refuses %s', async (_, xml) => {
    expect(await rulesOf(read(handMadeWorkbook(xml)))).toEqual(['workbook-damaged']);
  });

  it('refuses more than five million cells before it holds them', async () => {
    const rows = Array.from({ length: 310 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`);
    expect(await rulesOf(read(handMadeWorkbook(sheetXml(rows.join('')))))).toEqual(['cells-too-many']);
  });

  it('reads or refuses a file that was cut off or changed at any place, and never hangs', async () => {
    const whole = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet('一');
      for (let i = 0; i < 40; i++) sheet.addRow([`村${i}`, i, new Date(0), true]);
    });
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255), cut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, to, cut }) => {
        const bytes = cut ? whole.slice(0, at) : whole.slice();
        if (!cut) bytes[at] = to;
        const outcome = await read(bytes).then(
          (grids) => grids.length,
          (error: unknown) => (error as { code?: string }).code,
        );
        expect([0, 1, 'input-invalid']).toContain(outcome);
      }),
      { numRuns: 300, seed: 14 },
    );
  });
});

/** Without the blank cells at the end of rows and the blank rows at the end of the sheet. */
function trimmed(rows: readonly (readonly unknown[])[]): unknown[][] {
  const cells = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== null) + 1));
  return cells.slice(0, cells.findLastIndex((row) => row.length > 0) + 1);
}
