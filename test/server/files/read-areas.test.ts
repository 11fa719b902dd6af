import { describe, expect, it } from 'vitest';
import { readAreaFeatures } from '../../../server/files/read-areas.ts';
import { realData } from '../../real-data.ts';
import { problemsOf } from './problems-of.ts';
import { scratchFile } from './scratch-file.ts';

const RING = [
  [117, 32],
  [118, 32],
  [118, 33],
  [117, 32],
];

function area(properties: object | null, ...rings: unknown[]) {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings } };
}

async function areasOf(root: object) {
  return readAreaFeatures(await scratchFile('areas.geojson', JSON.stringify(root)));
}

function collection(...features: object[]) {
  return { type: 'FeatureCollection', features };
}

describe('readAreaFeatures', () => {
  it('reads polygons and multipolygons with their holes, heights left aside', async () => {
    const hole = RING.map(([lon = 0, lat = 0]) => [lon, lat, 30]);
    const two = { type: 'MultiPolygon', coordinates: [[RING], [RING, hole]] };
    const areas = await areasOf(
      collection(area({ 区划代码: '340121', 名称: '长丰县' }, RING, hole), {
        type: 'Feature',
        properties: { osm_id: 7, NAME: 'B' },
        geometry: two,
      }),
    );
    expect(areas).toEqual([
      { id: '340121', name: '长丰县', polygons: [[RING, RING]] },
      { id: '7', name: 'B', polygons: [[RING], [RING, RING]] },
    ]);
  });

  it('reads a lone feature, and calls an area without a name by its row', async () => {
    expect(await areasOf(area(null, RING))).toEqual([{ id: 'row-1', name: 'row-1', polygons: [[RING]] }]);
  });

  it('gathers the first problem of every ring, and every other', async () => {
    const root = collection(
      area({ id: 1, name: 'A' }, RING.slice(0, 3), [...RING, [117, 33]]),
      area(
        { id: 1, name: 'B' },
        [...RING.slice(0, 3), ['x', 32], [181, 32], [117, 32]],
        RING.map((pair) => [...pair].reverse()),
      ),
      area({ id: 2 }, [...RING.slice(0, 3), [181, 32], [117, 32]]),
      area({ id: 3 }),
      { type: 'Feature', properties: { id: 4, 户主: 'x' }, geometry: { type: 'Point', coordinates: [117, 32] } },
      area({ id: 5 }, 'ring'),
    );
    expect(await problemsOf(areasOf(root))).toEqual([
      '1 geometry ring-short',
      '1 geometry ring-open',
      '2 id id-twice',
      '2 geometry coordinate-not-number',
      '2 geometry coordinates-swapped',
      '3 geometry coordinate-range',
      '4 geometry geometry-not-polygon',
      '5 户主 personal-column',
      '5 geometry geometry-not-polygon',
      '6 geometry ring-short',
    ]);
  });

  it('refuses a bare geometry', async () => {
    expect(await problemsOf(areasOf({ type: 'Polygon', coordinates: [RING] }))).toEqual(['1 * not-feature-collection']);
  });
});

describe('readAreaFeatures from real boundaries', () => {
  const files = [
    ['changfeng/county.geojson', 1, '3288957', '长丰县 (Changfeng)'],
    ['changfeng/townships.geojson', 14, '7011517', '朱巷镇'],
    ['gushi/clip.geojson', 1, 'row-1', 'row-1'],
    ['gushi/county_approx_wgs84.geojson', 1, '411525', '固始县'],
    ['gushi/residential.geojson', 146, '水云居', '水云居'],
  ] as const;
  for (const [file, count, id, name] of files) {
    const path = realData(file);
    it.skipIf(!path)(`reads ${file}`, async () => {
      const areas = await readAreaFeatures(path ?? '');
      expect(areas).toHaveLength(count);
      expect(areas[0]).toMatchObject({ id, name });
    });
  }
});
