import { read } from 'shapefile';
import { describe, expect, it } from 'vitest';
import type { Ring } from '../../../geodata/hexgrid/polygon.ts';
import { polygonShapefile } from '../../../server/files/polygon-shapefile.ts';

const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const hole = [...square(116.1, 33.1, 0.2)].reverse();
const layer = {
  name: '乡镇界',
  attributes: ['代码', '名称'],
  areas: [
    { values: ['990321001', '石店街道'], polygons: [[square(116, 33, 1), hole], [square(118, 33, 0.5)]] },
    { values: ['990321002', '清墩街道'], polygons: [[square(117, 33, 1)]] },
  ],
};

describe('a Shapefile of areas', () => {
  it('is read by another program with its rings, holes and Chinese text', async () => {
    const files = polygonShapefile(layer);
    const { features, bbox } = await read(files['乡镇界.shp'] as Uint8Array, files['乡镇界.dbf'], {
      encoding: 'gb18030',
    });
    expect(features.map(({ properties }) => properties)).toEqual([
      { 代码: '990321001', 名称: '石店街道' },
      { 代码: '990321002', 名称: '清墩街道' },
    ]);
    const [first, second] = features.map(({ geometry }) => geometry);
    expect(first).toMatchObject({ type: 'MultiPolygon' });
    const rings = first?.type === 'MultiPolygon' ? first.coordinates.map((polygon) => polygon.length) : [];
    expect(rings).toEqual([2, 1]);
    expect(second).toEqual({ type: 'Polygon', coordinates: [[...square(117, 33, 1)].reverse()] });
    expect(bbox).toEqual([116, 33, 118.5, 34]);
  });

  it('has an index that points at each record', () => {
    const files = polygonShapefile(layer);
    const main = new DataView((files['乡镇界.shp'] as Uint8Array).buffer);
    const index = new DataView((files['乡镇界.shx'] as Uint8Array).buffer);
    expect(main.getInt32(24)).toBe(main.byteLength / 2);
    expect(index.byteLength).toBe(100 + 8 * 2);
    for (const record of [0, 1]) {
      const offset = 2 * index.getInt32(100 + 8 * record);
      expect(main.getInt32(offset)).toBe(record + 1);
      expect(main.getInt32(offset + 4)).toBe(index.getInt32(104 + 8 * record));
    }
  });

  it('says its code page and its reference system', () => {
    const files = polygonShapefile(layer);
    const text = (name: string): string => new TextDecoder().decode(files[name]);
    expect(text('乡镇界.cpg')).toBe('GBK');
    expect(text('乡镇界.prj')).toMatch(/^GEOGCS\["GCS_China_Geodetic_Coordinate_System_2000".*\]$/);
    expect(files['乡镇界.dbf']?.[29]).toBe(0x4d);
  });

  it('refuses the name of an attribute that is too long', () => {
    expect(() => polygonShapefile({ ...layer, attributes: ['乡镇街道代码', '名称'] })).toThrow(
      '乡镇街道代码 takes 12 bytes of GBK, more than 10.',
    );
  });
});
