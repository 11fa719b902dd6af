import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readAreas } from '../../geodata/osm/areas.ts';
import { signedArea } from '../../geodata/osm/rings.ts';
import { parseTagFilter } from '../../geodata/osm/tag-filter.ts';
import { inflateZlib, openOsmFile } from '../../server/files/osm-file.ts';
import { realData } from '../real-data.ts';
import { at, gridFile, type SceneWay, squareNodes, wayMember } from './area-scene.ts';

const CHANGFENG = realData('changfeng/changfeng.osm.pbf');
const COUNTY = realData('changfeng/county.geojson');
const TOWNSHIPS = realData('changfeng/townships.geojson');
const NORTH_ANHUI = realData('north-anhui.osm.pbf');
const COUNTIES = parseTagFilter('boundary=administrative&admin_level=6');

const WANTED = parseTagFilter('use=wanted');
const tags = { type: 'multipolygon', use: 'wanted', name: '区' };

describe('reading areas', () => {
  it('draws a closed way that matches, counterclockwise and closed', async () => {
    const clockwise = { id: 1, nodeIds: squareNodes(0, 0, 2).reverse(), tags: { use: 'wanted' } };
    const { areas, incomplete } = await readAreas(gridFile([clockwise], []), inflateZlib, WANTED);
    expect(incomplete).toEqual([]);
    expect(areas).toMatchObject([{ osmType: 'way', osmId: 1, tags: { use: 'wanted' } }]);
    expect(areas[0]?.polygons).toEqual([
      [
        [
          [0, 0],
          [2, 0],
          [2, 2],
          [0, 2],
          [0, 0],
        ],
      ],
    ]);
  });

  it('joins the ways of a relation and gives each hole to its outer, whatever the roles say', async () => {
    const ways = [
      { id: 1, nodeIds: [at(0, 0), at(4, 0), at(4, 4)] },
      { id: 2, nodeIds: [at(0, 0), at(0, 4), at(4, 4)] },
      { id: 3, nodeIds: squareNodes(1, 1, 2) },
      { id: 4, nodeIds: squareNodes(5, 5, 3) },
      { id: 5, nodeIds: squareNodes(6, 6, 1) },
    ];
    const members = [
      wayMember(5, ''),
      wayMember(3, 'outer'),
      wayMember(1),
      wayMember(4, 'inner'),
      wayMember(2),
      wayMember(2),
    ];
    const { areas } = await readAreas(gridFile(ways, [{ id: 7, members, tags }]), inflateZlib, WANTED);
    expect(areas.map(({ osmType, osmId }) => [osmType, osmId])).toEqual([['relation', 7]]);
    expect(areas[0]?.polygons.map((polygon) => polygon.map(signedArea))).toEqual([
      [16, -4],
      [9, -1],
    ]);
  });

  it('sorts ways before relations and each by id', async () => {
    const ways = [1, 2, 3].map(
      (id): SceneWay => ({ id, nodeIds: squareNodes(id, 0, 1), tags: id < 3 ? { use: 'wanted' } : {} }),
    );
    const relations = [4, 5].map((id) => ({ id, members: [wayMember(3)], tags }));
    const { areas } = await readAreas(gridFile(ways, relations), inflateZlib, WANTED);
    expect(areas.map(({ osmType, osmId }) => `${osmType} ${osmId}`)).toEqual([
      'way 1',
      'way 2',
      'relation 4',
      'relation 5',
    ]);
  });

  it('leaves a closed way to the relation that it is part of', async () => {
    const outline = { id: 1, nodeIds: squareNodes(0, 0, 2), tags: { use: 'wanted' } };
    const { areas } = await readAreas(
      gridFile([outline], [{ id: 1, members: [wayMember(1)], tags }]),
      inflateZlib,
      WANTED,
    );
    expect(areas.map(({ osmType }) => osmType)).toEqual(['relation']);
  });

  it('takes neither open ways nor relations of another type nor what does not match', async () => {
    const ways = [
      { id: 1, nodeIds: [at(0, 0), at(1, 0), at(1, 1), at(0, 1)], tags: { use: 'wanted' } },
      { id: 2, nodeIds: squareNodes(0, 0, 2), tags: { use: 'other' } },
    ];
    const site = { id: 1, members: [wayMember(2)], tags: { type: 'site', use: 'wanted' } };
    expect(await readAreas(gridFile(ways, [site]), inflateZlib, WANTED)).toEqual({ areas: [], incomplete: [] });
  });

  const half = { id: 1, nodeIds: [at(0, 0), at(4, 0), at(4, 4)] };
  const otherHalf = { id: 2, nodeIds: [at(0, 0), at(0, 4), at(4, 4)] };
  const island = { id: 3, nodeIds: squareNodes(6, 6, 2) };
  it.each([
    ['a way is missing', [half], [1, 2], [], '1 of 2 ways of the outline are missing from the file'],
    [
      'a whole island is missing',
      [half, otherHalf],
      [1, 2, 3],
      [],
      '1 of 3 ways of the outline are missing from the file',
    ],
    [
      'a node is missing',
      [half, otherHalf],
      [1, 2],
      [at(0, 4)],
      '1 of 4 nodes of the outline are missing from the file',
    ],
    ['the ways do not close', [half, island], [1, 3], [], 'the outline has 2 loose ends'],
    ['there is no way at all', [half], [], [], 'the outline encloses nothing'],
  ])('lists and does not draw a relation of which %s', async (_what, ways, memberIds, missing, reason) => {
    const relation = { id: 7, members: memberIds.map((id) => wayMember(id)), tags };
    const { areas, incomplete } = await readAreas(gridFile(ways, [relation], missing), inflateZlib, WANTED);
    expect(areas).toEqual([]);
    expect(incomplete).toEqual([{ osmType: 'relation', osmId: 7, name: '区', reason }]);
  });
});

/** Square kilometres on the sphere of the Earth's mean radius. */
function squareKilometres(polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]): number {
  const lat = polygons[0]?.[0]?.[0]?.[1] ?? 0;
  const degreesSquared = polygons.flat().reduce((sum, ring) => sum + signedArea(ring), 0);
  return degreesSquared * 111.195 ** 2 * Math.cos((lat * Math.PI) / 180);
}

describe.skipIf(!CHANGFENG || !COUNTY || !TOWNSHIPS)('the county and its townships', () => {
  const outlines = (path: string) =>
    (JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<MultiPolygon, { osm_id: string }>).features.map(
      (feature) => ({
        id: Number(feature.properties.osm_id),
        points: new Set(feature.geometry.coordinates.flat(2).map(String)),
      }),
    );

  it.each([
    ['county', COUNTY, 'admin_level=6'],
    ['townships', TOWNSHIPS, 'admin_level=8'],
  ])('have the outlines that another program drew: %s', async (_what, path, level) => {
    const { areas } = await readAreas(
      openOsmFile(CHANGFENG ?? ''),
      inflateZlib,
      parseTagFilter(`boundary=administrative&${level}`),
    );
    const expected = outlines(path ?? '');
    expect(expected.length).toBeGreaterThan(0);
    for (const { id, points } of expected) {
      const area = areas.find(({ osmType, osmId }) => osmType === 'relation' && osmId === id);
      expect(new Set(area?.polygons.flat(2).map(String))).toEqual(points);
    }
  });

  it('measures 1,835 square kilometres', async () => {
    const { areas } = await readAreas(openOsmFile(CHANGFENG ?? ''), inflateZlib, COUNTIES);
    const county = areas.find(({ osmId }) => osmId === 3288957);
    expect(squareKilometres(county?.polygons ?? [])).toBeGreaterThan(1_825);
    expect(squareKilometres(county?.polygons ?? [])).toBeLessThan(1_845);
  });
});

describe.skipIf(!NORTH_ANHUI)('the file of 36 counties', () => {
  it('holds 38 county-level boundaries whole and lists the others with what they lack', async () => {
    const { areas, incomplete } = await readAreas(openOsmFile(NORTH_ANHUI ?? ''), inflateZlib, COUNTIES);
    expect(areas).toHaveLength(38);
    expect(incomplete).toHaveLength(37);
    for (const { reason } of incomplete)
      expect(reason).toMatch(/^[1-9]\d* of \d+ ways of the outline are missing from the file$/);
    for (const { polygons } of areas) {
      for (const [outer, ...holes] of polygons) {
        expect(signedArea(outer ?? [])).toBeGreaterThan(0);
        for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0);
      }
      for (const ring of polygons.flat()) expect(ring[0]).toEqual(ring[ring.length - 1]);
    }
  });
});
