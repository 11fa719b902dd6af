import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvTable } from '../../../server/files/csv-rows.ts';
import { csvText } from '../../../server/files/csv-text.ts';
import { problemList } from '../../../server/files/input-problems.ts';

describe('csvText', () => {
  it('begins with a byte order mark and ends every row with CRLF', () => {
    expect(
      csvText([
        ['名称', 'x'],
        ['甲', 1.5],
      ]),
    ).toBe('\uFEFF名称,x\r\n甲,1.5\r\n');
  });

  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quotation mark', 'a"b', '"a""b"'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['nothing', undefined, ''],
    ['a formula', '=1+1', "'=1+1"],
    ['a formula after a space', ' =1+1', "' =1+1"],
    ['a full-width formula', '\uFF1D1+1', "'\uFF1D1+1"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a plus sign', '+a', "'+a"],
    ['a formula that also needs quoting', '-a,"b"', `"'-a,""b"""`],
    ['a negative number', -3, '-3'],
    ['a negative number as text', '-3.5', '-3.5'],
    ['a division code', '371622001001', '371622001001\t'],
    ['a leading zero', '007', '007\t'],
    ['a code that looks like a power of ten', '12e5', '12e5\t'],
    ['a short number as text', '0.5', '0.5'],
    ['a large number', 371622001001, '371622001001'],
    ['a hexagon’s id', '88310d9a2bfffff', '88310d9a2bfffff'],
  ])('writes %s so that it survives', (_, value, cell) => {
    expect(csvText([[value]])).toBe(`\uFEFF${cell}\r\n`);
  });

  it('is read by another parser cell for cell, whatever the text', () => {
    const word = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/^[\s'=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\de]+$/i.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1 }), (rows) => {
        const text = csvText(rows).slice(1);
        const parsed = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' });
        expect(parsed.data.slice(0, -1)).toEqual(rows);
      }),
      { seed: 20_240_601, numRuns: 200 },
    );
  });

  it('gives codes and guarded text back to our own reader as they were', () => {
    const cells = ['371622001001', '007', '=1+1', '@a', '普通'];
    const text = csvText([cells.map((_, index) => `c${index}`), cells]).slice(1);
    const table = csvTable(text, problemList('a.csv'));
    expect([...(table.rows[0]?.cells.values() ?? [])]).toEqual(cells);
  });
});
