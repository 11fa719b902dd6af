import { describe, expect, it } from 'vitest';
import { problemRuleText } from '../../../../server/files/problem-words.ts';
import { readGrids } from '../../../../server/tables/formats/read-grids.ts';
import { rulesOf } from './rules-of.ts';
import { zipBytes } from './shapefile-bytes.ts';
import { workbookBytes } from './write-workbook.ts';

const text = (content: string) => new TextEncoder().encode(content);
const ole = (content = '') =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(content, 'utf16le')]);

describe('readGrids', () => {
  it.each([
    ['an empty file', '村.xlsx', new Uint8Array(), 'content-empty'],
    ['an old workbook', '村.xls', ole('Workbook'), 'workbook-old'],
    ['an old workbook by another name', '村.xlsx', ole('Workbook'), 'workbook-old'],
    ['a workbook of WPS', '村.et', ole(), 'workbook-old'],
    ['an encrypted workbook', '村.xlsx', ole('EncryptedPackage'), 'workbook-encrypted'],
    ['an old document', '村.doc', ole(), 'format-document'],
    ['a document', '村.docx', zipBytes({ '[Content_Types].xml': '', 'word/document.xml': '' }), 'format-document'],
    ['a PDF', '村.pdf', text('%PDF-1.7'), 'format-document'],
    ['a binary workbook', '村.xlsb', zipBytes({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }), 'workbook-binary'],
    ['a web page that calls itself a workbook', '村.xls', text('\r\n<html xmlns="x">'), 'workbook-web-page'],
    ['a GeoPackage', '村.gpkg', text('SQLite format 3\0'), 'geopackage'],
    ['a zipped GeoPackage', '村.zip', zipBytes({ '村.gpkg': 'SQLite' }), 'geopackage'],
    ['a zip of something else', '村.zip', zipBytes({ '村.txt': '村' }), 'zip-without-table'],
    ['a workbook that is no zip', '村.xlsx', text('名称,户数'), 'zip-damaged'],
    ['anything else', '村.bin', text('名称'), 'format-unknown'],
  ])('refuses %s with one reason, which is worded in both languages', async (_, name, bytes, rule) => {
    expect(await rulesOf(readGrids(name, bytes))).toEqual([rule]);
    expect(problemRuleText(rule, 'zh')).toMatch(/[一-鿿]/);
    expect(problemRuleText(rule, 'en')).not.toBe(rule);
  });

  it('refuses an entry that is encrypted, or of which the check sum is wrong', async () => {
    const whole = await workbookBytes((workbook) => workbook.addWorksheet('一').addRow(['名称', '户数']));
    const central = Buffer.from(whole).indexOf(Uint8Array.of(0x50, 0x4b, 1, 2));
    const encrypted = whole.slice();
    encrypted[central + 8] = 1;
    expect(await rulesOf(readGrids('村.xlsx', encrypted))).toEqual(['zip-encrypted']);
    const changed = whole.slice();
    for (let at = central; at >= 0; at = Buffer.from(changed).indexOf(Uint8Array.of(0x50, 0x4b, 1, 2), at + 4)) {
      changed[at + 16] = (changed[at + 16] ?? 0) ^ 1;
    }
    expect(await rulesOf(readGrids('村.xlsx', changed))).toEqual(['zip-damaged']);
  });

  it('stops unpacking a bomb', async () => {
    const bomb = zipBytes({
      '[Content_Types].xml': '',
      'xl/workbook.xml': `<workbook>${' '.repeat(3_000_000)}</workbook>`,
    });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await rulesOf(readGrids('村.xlsx', bomb))).toEqual(['workbook-damaged']);
    const declared = bomb.slice();
    const entry = Buffer.from(declared).lastIndexOf(Uint8Array.of(0x50, 0x4b, 1, 2));
    new DataView(declared.buffer).setUint32(entry + 24, 0xf0000000, true);
    expect(await rulesOf(readGrids('村.xlsx', declared))).toEqual(['content-too-large']);
  });

  it('tells formats by their bytes, not by their name', async () => {
    const bytes = await workbookBytes((workbook) => workbook.addWorksheet('一').addRow(['名称']));
    expect((await readGrids('村.csv', bytes))[0]?.format).toBe('xlsx');
  });
});
