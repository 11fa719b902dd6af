import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Table } from '../../../server/reports/table.ts';
import { tableFileText, writeTable } from '../../../server/reports/table-file.ts';
import { scratchFolder } from '../files/scratch-file.ts';

const TABLE: Table = {
  columns: [
    { key: 'id', zh: '区划代码', en: 'division code' },
    { key: 'driveMinutes', zh: '行车时间', en: 'driving time', unit: 'min' },
    { key: 'passes', zh: '达标', en: 'passes' },
  ],
  rows: [
    { values: ['371622001001', 12.5, true], geometry: { type: 'Point', coordinates: [117.123_456_78, 37] } },
    { values: ['=cmd', undefined, false] },
  ],
};

describe('tableFileText', () => {
  it('writes CSV with headers in the language asked for', () => {
    expect(tableFileText('csv', TABLE, 'zh')).toBe(
      "\uFEFF区划代码,行车时间(min),达标\r\n371622001001\t,12.5,是\r\n'=cmd,,否\r\n",
    );
    expect(tableFileText('csv', TABLE, 'en')).toBe(
      "\uFEFFdivision code,driving time(min),passes\r\n371622001001\t,12.5,yes\r\n'=cmd,,no\r\n",
    );
  });

  it('writes GeoJSON with keys for property names, a geometry or null for each row', () => {
    expect(JSON.parse(tableFileText('geojson', TABLE, 'zh'))).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [117.123_457, 37] },
          properties: { id: '371622001001', driveMinutes: 12.5, passes: true },
        },
        { type: 'Feature', geometry: null, properties: { id: '=cmd', driveMinutes: null, passes: false } },
      ],
    });
  });

  it('writes JSON with the columns’ labels and units beside the rows', () => {
    expect(JSON.parse(tableFileText('json', TABLE, 'en'))).toEqual({
      columns: TABLE.columns,
      rows: [
        { id: '371622001001', driveMinutes: 12.5, passes: true },
        { id: '=cmd', driveMinutes: null, passes: false },
      ],
    });
  });

  it.each(['geojson', 'json'] as const)('writes a table without rows as valid %s', (format) => {
    const empty = JSON.parse(tableFileText(format, { columns: TABLE.columns, rows: [] }, 'zh'));
    expect(empty.features ?? empty.rows).toEqual([]);
  });

  it.each([
    ['Row 0 has 1 values for 3 columns.', { ...TABLE, rows: [{ values: ['a'] }] }],
    ['Row 0, column driveMinutes is not a finite number.', { ...TABLE, rows: [{ values: ['a', Number.NaN, true] }] }],
    [
      '2 columns have only 1 different keys.',
      { columns: [TABLE.columns[0], TABLE.columns[0]] as Table['columns'], rows: [] },
    ],
  ])('refuses a table that does not add up: %s', (message, table) => {
    expect(() => tableFileText('json', table, 'zh')).toThrow(message);
  });
});

describe('writeTable', () => {
  it('writes the same bytes to a file and to standard output', async () => {
    const path = join(await scratchFolder(), 'table.csv');
    await writeTable(path, 'csv', TABLE);
    const written: string[] = [];
    const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
      written.push(String(text));
      for (const callback of rest) if (typeof callback === 'function') callback();
      return true;
    });
    await writeTable(undefined, 'csv', TABLE).finally(() => stdout.mockRestore());
    expect(written.join('')).toBe(await readFile(path, 'utf8'));
    expect(written.join('')).toBe(tableFileText('csv', TABLE, 'zh'));
  });

  it('touches no file where the table does not add up', async () => {
    const folder = await scratchFolder();
    await expect(writeTable(join(folder, 'a.csv'), 'csv', { ...TABLE, rows: [{ values: [] }] })).rejects.toThrow(
      'Row 0',
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
