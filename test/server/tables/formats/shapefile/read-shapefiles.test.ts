import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShapefiles } from '../../../../../server/tables/formats/shapefile/read-shapefiles.ts';
import { openZip } from '../../../../../server/tables/formats/zip-archive.ts';
import { gb18030 } from '../gb18030.ts';
import { rulesOf } from '../rules-of.ts';
import { dbfBytes, type PointLayer, shpBytes, zipBytes } from '../shapefile-bytes.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = async (bytes: Uint8Array) => readShapefiles('村.zip', openZip('村.zip', bytes));

function layer(encode: (text: string) => Uint8Array, more: Partial<PointLayer> = {}): PointLayer {
  const rows = ['张庄村', '李庄村'].map((name) => [encode(name), encode('12')]);
  return {
    names: [encode('名称'), encode('户数')],
    rows,
    points: [
      [117.5, 37.6],
      [117.25, 37.5],
    ],
    ...more,
  };
}

function zipOf(points: PointLayer, more: Readonly<Record<string, Uint8Array | string>> = {}): Uint8Array {
  return zipBytes({ 'v.shp': shpBytes(points), 'v.dbf': dbfBytes(points), ...more });
}

const GK = `PROJCS["CGCS2000_3_Degree_GK_CM_117E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",
SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],
PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],
PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

describe('readShapefiles', () => {
  it.each([
    ['GBK, as its .cpg says', zipOf(layer(gb18030), { 'v.cpg': 'GBK' }), 'gb18030'],
    ['GBK, as 936 in its .cpg says', zipOf(layer(gb18030), { 'v.cpg': 'OEM 936\r\n' }), 'gb18030'],
    ['GBK, as its language driver says', zipOf(layer(gb18030, { driver: 0x4d })), 'gb18030'],
    ['GBK, where nothing says so', zipOf(layer(gb18030)), 'gb18030'],
    ['UTF-8, as its .cpg says', zipOf(layer(utf8), { 'v.cpg': 'UTF-8' }), 'utf-8'],
    ['UTF-8, where nothing says so', zipOf(layer(utf8)), 'utf-8'],
  ])('reads text in %s', async (_, bytes, encoding) => {
    expect(await read(bytes)).toEqual([
      {
        ...{ file: '村.zip', format: 'shapefile', encoding, merges: [] },
        rows: [
          ['名称', '户数'],
          ['张庄村', '12'],
          ['李庄村', '12'],
        ],
        geometries: [
          undefined,
          { type: 'Point', coordinates: [117.5, 37.6] },
          { type: 'Point', coordinates: [117.25, 37.5] },
        ],
      },
    ]);
  });

  it.each([
    ['by its code where the definition is understood', GK, 'EPSG:4548'],
    [
      'by the name it gives itself where it is not',
      'PROJCS["Xian_1980_3_Degree_GK_CM_117E",GEOGCS["x"]]',
      'Xian_1980_3_Degree_GK_CM_117E',
    ],
  ])('names the reference system of the .prj %s', async (_, prj, expected) => {
    expect((await read(zipOf(layer(utf8), { 'v.prj': prj })))[0]?.statedCrs).toBe(expected);
  });

  it('gives each layer of a zip its name, in folders and whatever the case', async () => {
    const one = layer(utf8);
    const zip = zipBytes({
      '数据/村.SHP': shpBytes(one),
      '数据/村.dbf': dbfBytes(one),
      '数据/路.shp': shpBytes(one),
      '数据/路.DBF': dbfBytes(one),
      '__MACOSX/数据/._村.dbf': 'x',
    });
    expect((await read(zip)).map(({ sheet }) => sheet)).toEqual(['村', '路']);
  });

  it('leaves out records that are marked as deleted, with their geometry', async () => {
    const [grid] = await read(zipOf(layer(utf8, { deleted: [0] })));
    expect(grid?.rows.slice(1)).toEqual([['李庄村', '12']]);
    expect(grid?.geometries?.slice(1)).toEqual([{ type: 'Point', coordinates: [117.25, 37.5] }]);
  });

  const whole = layer(utf8);
  it.each([
    ['a layer without .dbf', zipBytes({ 'v.shp': shpBytes(whole) }), 'shapefile-incomplete'],
    ['fewer shapes than records', zipOf({ ...whole, points: [[1, 2]] }, { 'v.dbf': dbfBytes(whole) }), 'layer-damaged'],
    ['a .shp that is cut off', zipOf(whole, { 'v.shp': shpBytes(whole).slice(0, -5) }), 'layer-damaged'],
    ['a .dbf that is cut off', zipOf(whole, { 'v.dbf': dbfBytes(whole).slice(0, -25) }), 'layer-damaged'],
    ['an encoding that nobody knows', zipOf(whole, { 'v.cpg': 'klingon' }), 'shapefile-encoding'],
    ['text that is not of its encoding', zipOf(layer(gb18030), { 'v.cpg': 'utf8' }), 'shapefile-encoding'],
  ])('refuses %s', async (_, bytes, rule) => {
    expect(await rulesOf(read(bytes))).toEqual([rule]);
  });

  it('reads or refuses parts that were changed at any place, and never hangs', async () => {
    const change = fc.record({ inShp: fc.boolean(), at: fc.nat(155), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(change, async ({ inShp, at, to }) => {
        const [shp, dbf] = [shpBytes(whole), dbfBytes(whole)];
        (inShp ? shp : dbf)[at] = to;
        const outcome = await read(zipBytes({ 'v.shp': shp, 'v.dbf': dbf })).then(
          () => 'read',
          (error: unknown) => (error as { code?: string }).code,
        );
        expect(['read', 'input-invalid']).toContain(outcome);
      }),
      { numRuns: 300, seed: 17 },
    );
  });
});
