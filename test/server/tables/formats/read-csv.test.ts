import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../server/tables/formats/read-csv.ts';
import { gb18030 } from './gb18030.ts';
import { rulesOf } from './rules-of.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const utf16BigEndian = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());
const rowsOf = async (bytes: Uint8Array) => (await readCsv('村.csv', bytes)).rows;

const TABLE = '名称,户数\r\n张庄村,120\r\n"李庄,东",""\r\n';
const ROWS = [['名称', '户数'], ['张庄村', '120'], ['李庄,东']];

describe('readCsv', () => {
  it.each([
    ['UTF-8', utf8(TABLE), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${TABLE}`), 'utf-8'],
    ['UTF-16', utf16(TABLE), 'utf-16'],
    ['UTF-16, big end first', utf16BigEndian(TABLE), 'utf-16'],
    ['GBK', gb18030(TABLE), 'gb18030'],
  ])('reads %s and says so', async (_, bytes, encoding) => {
    expect(await readCsv('村.csv', bytes)).toMatchObject({ rows: ROWS, encoding, notes: [] });
  });

  it('reads GBK that is valid UTF-8 by chance', async () => {
    expect(await rowsOf(gb18030('联通'))).toEqual([['联通']]);
  });

  it('takes long text of another script, and whatever bears the mark of UTF-8, for UTF-8', async () => {
    const uyghur = 'مەھەللە كەنت'.repeat(4);
    expect(await rowsOf(utf8(uyghur))).toEqual([[uyghur]]);
    expect(await rowsOf(utf8('\uFEFFكەنت'))).toEqual([['كەنت']]);
  });

  it('reads random grids in every encoding and with every separator, cell for cell', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('村', '户', 'a', '1', '"', ',', ';', '\t', '\n', '。'),
      maxLength: 6,
    });
    const grid = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 10 });
    const encode = fc.constantFrom(utf8, utf16, gb18030);
    await fc.assert(
      fc.asyncProperty(grid, encode, fc.constantFrom(',', ';', '\t'), async (rows, encoding, separator) => {
        const table = [['名称', '类别', '户数', '备注'], ...rows.map((row) => [...row, '完'])];
        const text = table
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator))
          .join('\r\n');
        expect(await rowsOf(encoding(text))).toEqual(table.map((row) => row.map((value) => value || null)));
      }),
      { numRuns: 200, seed: 15 },
    );
  });

  it('reads a long file in pieces without losing or adding a row', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`村${i}`, i % 7 === 0 ? `第一行\n第二行 ${i}` : `${i}`]);
    const text = rows.map(([name, note]) => `${name},"${note}"`).join('\r\n');
    expect(await rowsOf(utf8(`${text}\r\n`))).toEqual(rows);
  });

  it('takes the guard off cells that stand guarded against formulas', async () => {
    expect(await rowsOf(utf8('\'=1,="0371",\'甲\n'))).toEqual([['=1', '0371', "'甲"]]);
  });

  it('notes a quotation mark in the wrong place by its row', async () => {
    const { notes } = await readCsv('村.csv', utf8('a,b\n"c"d",e\nf,g\n'));
    expect(notes).toEqual([{ row: 1, level: 'error', rule: 'quote-misplaced' }]);
  });

  it.each([
    ['a quotation mark that is never closed', utf8('a,b\n"c,d\n'), 'quote-open'],
    ['a row of more columns than a sheet has', utf8(`a${',b'.repeat(16_384)}`), 'columns-too-many'],
    ['a text longer than a cell holds', utf8(`a,${'b'.repeat(32_768)}`), 'text-too-long'],
    ['half a character of GBK', gb18030('张庄村').slice(0, -1), 'text-encoding-unknown'],
    ['Cyrillic of one byte', Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x21, 0xff), 'text-encoding-unknown'],
    ['UTF-16 without a mark', utf16('村,1').slice(2), 'text-encoding-unknown'],
  ])('refuses %s', async (_, bytes, rule) => {
    expect(await rulesOf(readCsv('村.csv', bytes))).toEqual([rule]);
  });

  it('needs no more than seconds for ten million characters after an open quotation mark', async () => {
    const start = performance.now();
    expect(await rulesOf(readCsv('村.csv', utf8(`a,b\n"${'c,d\n'.repeat(2_500_000)}`)))).toEqual(['quote-open']);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
