import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { read } from 'shapefile';
import { describe, expect, it } from 'vitest';
import { generateDemoCounty } from '../../../geodata/demo/county.ts';
import { devicesFile } from '../../../geodata/demo/office/devices-file.ts';
import { officeFaults, officeFiles } from '../../../geodata/demo/office/office-files.ts';
import { areaSquareMetres } from '../../../geodata/hexgrid/polygon-area.ts';
import { bytesOf, officeFileBytes, writeOfficeFiles } from '../../../server/counties/demo-office-files.ts';
import { recogniseKind } from '../../../server/tables/recognise-kind.ts';
import { matchColumns } from '../../../server/tables/templates/match-columns.ts';
import { TEMPLATES } from '../../../server/tables/templates/templates.ts';
import { sheetsOf } from '../../demo/office/office-tables.ts';

const county = generateDemoCounty();
const files = await officeFileBytes(county);
const bytesNamed = (name: string): Uint8Array => files.find((file) => file.name === name)?.bytes ?? new Uint8Array();
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function workbook(name: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const bytes = bytesNamed(name);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return book;
}

describe('the bytes of the ten files', () => {
  it('are the same for the same seed', async () => {
    const again = await officeFileBytes(generateDemoCounty());
    expect(again.map(({ name, bytes }) => [name, sha256(bytes)])).toEqual(
      files.map(({ name, bytes }) => [name, sha256(bytes)]),
    );
    expect(files).toHaveLength(10);
  });

  it('lie in a folder under the names that offices gave them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hubshed-office-'));
    try {
      const names = await writeOfficeFiles(county, join(folder, 'county'));
      expect(names).toEqual(files.map(({ name }) => name));
      for (const { name, bytes } of files) {
        expect(sha256(await readFile(join(folder, 'county', name))), name).toBe(sha256(bytes));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('of the natural villages are GBK without a mark, which is not UTF-8', () => {
    const bytes = bytesNamed('自然村.csv');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const lines = new TextDecoder('gb18030', { fatal: true }).decode(bytes).split('\r\n');
    expect(lines[0]).toBe('编号,名称,所属行政村代码,户数,人口,经度,纬度,坐标系');
    const ids = new Set(lines.slice(1).map((line) => line.split(',')[0]));
    const missing = county.settlements.filter(({ id }) => !ids.has(id));
    expect(missing.map(({ name }) => name).filter((name) => !name.endsWith('社区'))).toEqual([]);
  });

  it('of the calls are UTF-8 with a byte order mark', () => {
    const bytes = bytesNamed('警情统计.csv');
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toMatch(/^居民点编号,时段,警情数,截止日期\r\n/);
  });

  it('of workbooks are read by another reader, planted mistakes in their cells, merges and dates included', async () => {
    for (const { file, sheet, row, column, rule } of officeFaults(county)) {
      if (!file.endsWith('.xlsx')) continue;
      const described = officeFiles(county)
        .flatMap(sheetsOf)
        .find((table) => table.file === file && table.sheet === sheet);
      const at = described?.headers.indexOf(column) ?? -1;
      const cell = (await workbook(file)).getWorksheet(sheet)?.getCell(row, at + 1);
      expect(cell?.value, `${rule} ${file} ${row}`).toBe(described?.rows[row - 1]?.[at] ?? null);
    }
    const stations = (await workbook('派出所警力统计表.xlsx')).getWorksheet('警力统计');
    expect(stations?.getCell('A1').master).toBe(stations?.getCell('H1').master);
    expect([stations?.getCell('G3').value, stations?.getCell('G4').value]).toEqual(['民警', '编制数']);
    expect(stations?.getCell('M3').master.value).toBe('民警');
    const villages = (await workbook('村（社区）基本情况.xlsx')).getWorksheet('第一片区');
    expect(villages?.getCell('C4').value).toBe('990321001001');
    expect(villages?.getCell('C4').numFmt).toBe('@');
    expect(villages?.getCell('V4').value).toEqual(new Date('2024-06-30T00:00:00Z'));
  });

  it('of the areas are two layers of a Shapefile that cover each other', async () => {
    const layers = unzipSync(bytesNamed('县界和乡镇界.zip'));
    expect(Object.keys(layers)).toHaveLength(10);
    const areaOf = async (name: string): Promise<number[]> => {
      const { features } = await read(layers[`${name}.shp`] as Uint8Array, layers[`${name}.dbf`], {
        encoding: 'gb18030',
      });
      return features.map(({ geometry }) => {
        if (geometry.type !== 'Polygon') throw new Error(`${name} holds a ${geometry.type}.`);
        return areaSquareMetres([geometry.coordinates as [number, number][][]]);
      });
    };
    const [whole] = await areaOf('县界');
    const parts = await areaOf('乡镇界');
    expect(parts).toHaveLength(10);
    expect(parts.reduce((sum, part) => sum + part, 0) / (whole ?? 0)).toBeCloseTo(1, 6);
  });

  it('of the devices, which are no part of the ten, are positions and angles alone', async () => {
    const text = new TextDecoder().decode(await bytesOf(county, devicesFile(county)));
    const [header, ...lines] = text.trim().split('\r\n');
    expect(header).toBe('经度,纬度,坐标系,有效距离,朝向方位角,视场角');
    expect(lines.length).toBeGreaterThan(200);
  });
});

describe('the tables of the ten files', () => {
  const KINDS: Record<string, string> = {
    '派出所警力统计表.xlsx': 'stations',
    '村（社区）基本情况.xlsx': 'units',
    '自然村.csv': 'settlements',
    '小区.xlsx': 'compounds',
    '警务室.xlsx': 'rooms',
    '道路里程.xlsx': 'road-lengths',
    '警情统计.csv': 'incidents',
    '全县指标.xlsx': 'county',
  };
  const tables = [...officeFiles(county), devicesFile(county)].flatMap(sheetsOf).filter(({ hasTable }) => hasTable);

  it('are told apart by their headers, without doubt', () => {
    for (const { file, sheet, headers } of tables) {
      const columns = headers.map((header, index) => ({ index, header }));
      const kind = recogniseKind({ file, columns, rows: [], ...(sheet === undefined ? {} : { sheet }) });
      expect([kind?.kind, kind?.ambiguous], file).toEqual([KINDS[file] ?? 'devices', false]);
    }
  });

  it('have headers that the templates know, each for one field, and all that are required', () => {
    for (const { file, headers } of tables) {
      const template = TEMPLATES[(KINDS[file] ?? 'devices') as keyof typeof TEMPLATES];
      const columns = headers.map((header, index) => ({ index, header }));
      const match = matchColumns(columns, template);
      expect(
        match.unknown.map((position) => headers[position]),
        file,
      ).toEqual([]);
      const required = template.fields.filter((field) => field.required).map(({ key }) => key);
      expect(
        required.filter((key) => !match.positionsOfField.has(key)),
        file,
      ).toEqual([]);
      const doubled = Array.from(match.positionsOfField).filter(([, positions]) => positions.length > 1);
      expect(doubled, file).toEqual([]);
    }
  });
});
