import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { GeodataError } from '../../../geodata/errors.ts';
import { problemRuleText } from '../../../server/files/problem-words.ts';
import { conversionFrom, readRoadLines } from '../../../server/networks/read-road-lines.ts';
import { scratchFile } from '../files/scratch-file.ts';

const COORDINATES = [
  [117.1, 32.1],
  [117.2, 32.1],
];

function geojson(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const features = rows.map((properties) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'LineString', coordinates: COORDINATES },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

async function problemsOf(reading: Promise<unknown>): Promise<unknown> {
  const error = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof GeodataError ? error.data['problems'] : error;
}

/** A shapefile with one line and one text field, written by hand (ESRI Shapefile Technical Description, 1998; dBASE III). */
function shapefile(field: Uint8Array, value: Uint8Array): { shp: Uint8Array; dbf: Uint8Array } {
  const content = 4 + 32 + 4 + 4 + 4 + 32;
  const shp = new DataView(new ArrayBuffer(100 + 8 + content));
  shp.setInt32(0, 9994);
  shp.setInt32(24, shp.byteLength / 2);
  shp.setInt32(28, 1000, true);
  shp.setInt32(32, 3, true);
  shp.setInt32(100, 1);
  shp.setInt32(104, content / 2);
  shp.setInt32(108, 3, true);
  [117.1, 32.1, 117.2, 32.1].forEach((value, i) => {
    shp.setFloat64(36 + 8 * i, value, true);
    shp.setFloat64(112 + 8 * i, value, true);
  });
  shp.setInt32(144, 1, true);
  shp.setInt32(148, 2, true);
  shp.setInt32(152, 0, true);
  COORDINATES.flat().forEach((value, i) => {
    shp.setFloat64(156 + 8 * i, value, true);
  });
  const dbf = new Uint8Array(65 + 11 + 1).fill(0x20);
  const head = new DataView(dbf.buffer);
  dbf.fill(0, 0, 65);
  dbf[0] = 3;
  head.setUint32(4, 1, true);
  head.setUint16(8, 65, true);
  head.setUint16(10, 11, true);
  dbf.set(field, 32);
  dbf[43] = 'C'.charCodeAt(0);
  dbf[48] = 10;
  dbf[64] = 0x0d;
  dbf.set(value, 66);
  dbf[76] = 0x1a;
  return { shp: new Uint8Array(shp.buffer), dbf };
}

/** 等级 and 县道 in GBK. */
const GBK = { field: Uint8Array.of(0xb5, 0xc8, 0xbc, 0xb6), value: Uint8Array.of(0xcf, 0xd8, 0xb5, 0xc0) };

describe('readRoadLines', () => {
  it('maps the usual names of classes without a table', async () => {
    const path = await scratchFile('roads.geojson', geojson([{ 等级: '国道' }, { 等级: 'Ｙ' }, { 等级: '四级' }]));
    const { lines } = await readRoadLines(path);
    expect(lines.map(({ tags }) => tags['highway'])).toEqual(['trunk', 'tertiary', 'tertiary']);
  });

  it('takes width, surface, direction, name and bridge through a table', async () => {
    const row = { 类: '甲', 宽: '350', 面: '砂石', 向: '反向', 名: '长淮路', 桥: '桥梁' };
    const roads = await scratchFile('roads.geojson', geojson([row, { ...row, 类: '渠', 桥: '' }]));
    const classesFile = await scratchFile(
      'classes.json',
      JSON.stringify({
        classField: '类',
        classes: { 甲: 'county', 渠: 'ignore' },
        widthField: '宽',
        widthUnit: 'cm',
        surfaceField: '面',
        onewayField: '向',
        nameField: '名',
        bridgeField: '桥',
      }),
    );
    const { lines, ignoredFeatures } = await readRoadLines(roads, { classesFile });
    expect(ignoredFeatures).toBe(1);
    const tags = { highway: 'secondary', width: '3.5', surface: 'gravel', oneway: '-1', name: '长淮路', bridge: 'yes' };
    expect(lines).toEqual([{ feature: 1, points: COORDINATES, level: 1, tags: { ...tags, layer: '1' } }]);
  });

  it('names every unknown class by feature and value, at once, and repeats no other text', async () => {
    const path = await scratchFile('roads.geojson', geojson([{ 等级: '快速路' }, { 等级: '甲乙丙' }, { 等级: '' }]));
    expect(await problemsOf(readRoadLines(path))).toEqual([
      { row: 1, column: '等级', rule: 'road-class-unknown', value: '快速路' },
      { row: 2, column: '等级', rule: 'road-class-unknown' },
      { row: 3, column: '等级', rule: 'road-class-missing' },
    ]);
  });

  it('refuses a table with members and words it does not know', async () => {
    const roads = await scratchFile('roads.geojson', geojson([{ 等级: '国道' }]));
    const classesFile = await scratchFile('classes.json', JSON.stringify({ clases: {}, classes: { 甲: 'big' } }));
    expect(await problemsOf(readRoadLines(roads, { classesFile }))).toEqual([
      { row: 1, column: 'clases', rule: 'road-mapping-member' },
      { row: 1, column: 'classes.甲', rule: 'road-mapping-value' },
    ]);
  });

  it.each<[string, Record<string, Uint8Array>]>([
    ['GB18030 where its bytes are not UTF-8', shapefileZip(GBK.field, GBK.value)],
    ['GBK as .cpg says', { ...shapefileZip(GBK.field, GBK.value), 'r.cpg': strToU8('GBK') }],
    ['UTF-8 where it is', shapefileZip(strToU8('等级'), strToU8('县道'))],
  ])('reads the text of a zipped shapefile as %s', async (_, parts) => {
    const { lines } = await readRoadLines(await scratchFile('roads.zip', zipSync(parts)));
    expect(lines).toEqual([{ feature: 1, points: COORDINATES, level: 0, tags: { highway: 'secondary' } }]);
  });

  it('refuses a shapefile whose reference system it does not know, and a zip without one', async () => {
    const parts = { ...shapefileZip(GBK.field, GBK.value), 'r.prj': strToU8('PROJCS["Beijing_1954"]') };
    const unknown = await scratchFile('roads.zip', zipSync(parts));
    expect(await problemsOf(readRoadLines(unknown))).toEqual([{ row: 1, column: '.prj', rule: 'crs-unsupported' }]);
    const empty = await scratchFile('empty.zip', zipSync({ 'a.txt': strToU8('a') }));
    expect(await problemsOf(readRoadLines(empty))).toEqual([{ row: 1, column: '*', rule: 'shapefile-parts' }]);
  });

  it.each<[string, Record<string, Uint8Array>, string]>([
    ['with two layers', { ...gbkZip(), 's.shp': gbkZip()['r.shp']!, 's.dbf': gbkZip()['r.dbf']! }, 'shapefile-parts'],
    ['without its table', { 'r.shp': gbkZip()['r.shp']! }, 'shapefile-incomplete'],
    ['cut off', { ...gbkZip(), 'r.shp': gbkZip()['r.shp']!.slice(0, 150) }, 'layer-damaged'],
    ['in an encoding that is not known', { ...gbkZip(), 'r.cpg': strToU8('EBCDIC-7') }, 'shapefile-encoding'],
  ])('refuses a shapefile %s, in words of both languages', async (_, parts, rule) => {
    const path = await scratchFile('roads.zip', zipSync(parts));
    expect(await problemsOf(readRoadLines(path))).toMatchObject([{ row: 1, column: '*', rule }]);
    for (const language of ['zh', 'en'] as const) expect(problemRuleText(rule, language)).not.toBe(rule);
  });

  it('refuses a zip that is damaged, and a .prj that is no definition', async () => {
    const cut = await scratchFile('cut.zip', zipSync(gbkZip()).slice(0, 200));
    expect(await problemsOf(readRoadLines(cut))).toMatchObject([{ row: 1, rule: 'zip-damaged' }]);
    const parts = { ...gbkZip(), 'r.prj': strToU8('somewhere') };
    const vague = await scratchFile('vague.zip', zipSync(parts));
    expect(await problemsOf(readRoadLines(vague))).toEqual([{ row: 1, column: '.prj', rule: 'crs-unsupported' }]);
  });

  it('leaves out records marked as deleted', async () => {
    const { 'r.dbf': dbf, ...others } = gbkZip();
    const deleted = Uint8Array.from(dbf!);
    deleted[65] = '*'.charCodeAt(0);
    const path = await scratchFile('roads.zip', zipSync({ ...others, 'r.dbf': deleted }));
    expect(await problemsOf(readRoadLines(path))).toEqual([{ row: 1, column: '*', rule: 'file-empty' }]);
  });

  it('converts from a named reference system', async () => {
    const path = await scratchFile('roads.geojson', geojson([{ 等级: '国道' }]));
    const { lines } = await readRoadLines(path, { toWgs84: conversionFrom('GCJ-02') });
    expect(lines[0]?.points[0]?.[0]).not.toBe(117.1);
    expect(lines[0]?.points[0]?.[0]).toBeCloseTo(117.1, 1);
  });
});

function gbkZip(): Record<string, Uint8Array> {
  return shapefileZip(GBK.field, GBK.value);
}

function shapefileZip(field: Uint8Array, value: Uint8Array): Record<string, Uint8Array> {
  const { shp, dbf } = shapefile(field, value);
  return { 'r.shp': shp, 'r.dbf': dbf };
}
