import { describe, expect, it } from 'vitest';
import { readGeojson } from '../../../../server/tables/formats/read-geojson.ts';
import { rulesOf } from './rules-of.ts';

const read = (value: unknown) => readGeojson('村.geojson', new TextEncoder().encode(JSON.stringify(value)));
const point = { type: 'Point', coordinates: [117.5, 37.6] };
const feature = (properties: unknown, geometry: unknown = point) => ({ type: 'Feature', properties, geometry });
const collection = (features: unknown, more: object = {}) => ({ type: 'FeatureCollection', features, ...more });

describe('readGeojson', () => {
  it('names all properties in the order of their first appearance, and keeps what a feature lacks blank', async () => {
    const grid = await read(
      collection([
        feature({ 名称: '张庄村', 户数: 12 }),
        feature({ 人口: 30, 名称: '', 有: true, 表: [1] }),
        feature(null, null),
      ]),
    );
    expect(grid.rows).toEqual([
      ['名称', '户数', '人口', '有', '表'],
      ['张庄村', 12],
      [null, null, 30, true, '[1]'],
      [],
    ]);
    expect(grid.geometries).toEqual([undefined, point, point, undefined]);
    expect(grid.statedCrs).toBeUndefined();
  });

  it("lets a feature's own id stand in for the property, and takes the crs member for what is stated", async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } };
    const grid = await read(collection([{ ...feature({ name: '甲' }), id: 7 }], { crs }));
    expect(grid.rows).toEqual([
      ['name', 'id'],
      ['甲', 7],
    ]);
    expect(grid.statedCrs).toBe('urn:ogc:def:crs:EPSG::4490');
  });

  it('reads a property of any name as a column', async () => {
    const text =
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":"x","1":2},"geometry":null}]}';
    expect((await readGeojson('a.json', new TextEncoder().encode(text))).rows).toEqual([
      ['1', '__proto__'],
      [2, 'x'],
    ]);
  });

  it.each([
    ['coordinates that are no numbers', { type: 'Point', coordinates: ['117', '37'] }],
    ['coordinates nested wrongly', { type: 'Polygon', coordinates: [[117, 37]] }],
    ['an unknown type', { type: 'toString', coordinates: [117, 37] }],
    ['a collection of geometries', { type: 'GeometryCollection', geometries: [] }],
  ])('notes %s by the row', async (_, geometry) => {
    const grid = await read(collection([feature({}, geometry)]));
    expect(grid.notes).toEqual([{ row: 1, level: 'error', rule: 'geojson-geometry' }]);
    expect(grid.geometries).toEqual([undefined, undefined]);
  });

  it('notes what is no feature', async () => {
    expect((await read(collection([3]))).notes).toEqual([{ row: 1, level: 'error', rule: 'geojson-not-feature' }]);
  });

  it('refuses what is no collection, and what is no JSON', async () => {
    expect(await rulesOf(read(feature({})))).toEqual(['geojson-not-collection']);
    expect(await rulesOf(readGeojson('a.json', new TextEncoder().encode('{"type":')))).toEqual(['geojson-malformed']);
  });
});
