import { readFileSync } from 'node:fs';
import type { FeatureCollection, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { OpenByteStream } from '../../geodata/osm/elements.ts';
import { readPlaces } from '../../geodata/osm/places.ts';
import { parseTagFilter } from '../../geodata/osm/tag-filter.ts';
import { inflateZlib, openOsmFile } from '../../server/files/osm-file.ts';
import { realData } from '../real-data.ts';
import { at, gridFile, squareNodes, wayMember } from './area-scene.ts';

const CHANGFENG = realData('changfeng/changfeng.osm.pbf');
const PLACES = realData('changfeng/places.geojson');
const GUSHI = realData('gushi/gushi.osm.pbf');
const POLICE = realData('gushi/police.geojson');

const FILTERS = { settlements: parseTagFilter('place=village,town'), police: parseTagFilter('amenity=police') };
const police = { amenity: 'police' };

describe('reading places', () => {
  it('gives each filter its own nodes, sorted by id', async () => {
    const { settlements, police: stations } = await readPlaces(gridFile([], []), inflateZlib, FILTERS);
    expect(settlements.map(({ osmType, osmId, lon, lat, tags }) => [osmType, osmId, lon, lat, tags.name])).toEqual([
      ['node', at(9, 0), 9, 0, '王庄'],
      ['node', at(9, 1), 9, 1, '双墩镇'],
    ]);
    expect(stations.map(({ tags }) => tags.name)).toEqual(['双墩派出所']);
  });

  it('sets a closed way and a multipolygon at their centroids, after the nodes', async () => {
    const ways = [
      { id: 1, nodeIds: squareNodes(0, 0, 4) },
      { id: 2, nodeIds: squareNodes(2, 0, 2) },
      { id: 3, nodeIds: squareNodes(4, 6, 2), tags: police },
    ];
    const relation = {
      id: 1,
      members: [wayMember(1), wayMember(2, 'inner')],
      tags: { ...police, type: 'multipolygon' },
    };
    const { police: stations } = await readPlaces(gridFile(ways, [relation]), inflateZlib, FILTERS);
    expect(stations.map(({ osmType, osmId, lon, lat }) => [osmType, osmId, lon, lat])).toEqual([
      ['node', at(9, 2), 9, 2],
      ['way', 3, 5, 7],
      ['relation', 1, expect.closeTo(5 / 3, 12), expect.closeTo(7 / 3, 12)],
    ]);
  });

  it('counts a building once whose outline is tagged as well as its relation', async () => {
    const outline = { id: 1, nodeIds: squareNodes(0, 0, 2), tags: police };
    const relation = { id: 8, members: [wayMember(1)], tags: { ...police, type: 'multipolygon' } };
    const { police: stations } = await readPlaces(gridFile([outline], [relation]), inflateZlib, FILTERS);
    expect(stations.map(({ osmType }) => osmType)).toEqual(['node', 'relation']);
  });

  it('sets a place whose outline is not whole at the mean of the points it has, and leaves out one that has none', async () => {
    const half = { id: 1, nodeIds: [at(0, 0), at(4, 0), at(4, 4)] };
    const relations = [[1, 2], [2]].map((ids, index) => ({
      id: index + 1,
      members: ids.map((id) => wayMember(id)),
      tags: { ...police, type: 'multipolygon' },
    }));
    const { police: stations } = await readPlaces(gridFile([half], relations), inflateZlib, FILTERS);
    expect(stations.map(({ osmType, osmId, lon, lat }) => [osmType, osmId, lon, lat])).toEqual([
      ['node', at(9, 2), 9, 2],
      ['relation', 1, expect.closeTo(8 / 3, 12), expect.closeTo(4 / 3, 12)],
    ]);
  });

  it('takes neither open ways nor boundary relations', async () => {
    const open = { id: 1, nodeIds: [at(0, 0), at(1, 0), at(1, 1)], tags: police };
    const boundary = { id: 1, members: [wayMember(2)], tags: { type: 'boundary', place: 'town' } };
    const places = await readPlaces(
      gridFile([open, { id: 2, nodeIds: squareNodes(0, 0, 2) }], [boundary]),
      inflateZlib,
      FILTERS,
    );
    expect([...places.settlements, ...places.police].map(({ osmType }) => osmType)).toEqual(['node', 'node', 'node']);
  });

  it('reads the file once where only nodes match, and twice at the most', async () => {
    const countOpens = async (stream: OpenByteStream): Promise<number> => {
      let opened = 0;
      const counted: OpenByteStream = () => {
        opened++;
        return stream();
      };
      await readPlaces(counted, inflateZlib, FILTERS);
      return opened;
    };
    expect(await countOpens(gridFile([], []))).toBe(1);
    expect(await countOpens(gridFile([{ id: 1, nodeIds: squareNodes(0, 0, 1), tags: police }], []))).toBe(2);
  });
});

describe.skipIf(!CHANGFENG || !PLACES)('the settlements of the county', () => {
  it('stand where another program found them', async () => {
    const { features } = JSON.parse(readFileSync(PLACES ?? '', 'utf8')) as FeatureCollection<
      Point,
      { osm_node: number; place: string; name: string }
    >;
    const { named } = await readPlaces(openOsmFile(CHANGFENG ?? ''), inflateZlib, { named: parseTagFilter('place=*') });
    const byId = new Map(named.filter(({ osmType }) => osmType === 'node').map((place) => [place.osmId, place]));
    expect(features).toHaveLength(220);
    for (const { properties, geometry } of features) {
      const place = byId.get(properties.osm_node);
      expect(place).toMatchObject({ tags: { place: properties.place } });
      expect([place?.lon, place?.lat]).toEqual(geometry.coordinates);
    }
  });
});

describe.skipIf(!GUSHI || !POLICE)('the police stations of a county', () => {
  it('are the 13 that another program found: eight nodes and five buildings', async () => {
    const { features } = JSON.parse(readFileSync(POLICE ?? '', 'utf8')) as FeatureCollection<Point, { name: string }>;
    const { police: found } = await readPlaces(openOsmFile(GUSHI ?? ''), inflateZlib, FILTERS);
    expect(found.map(({ tags }) => tags.name).sort()).toEqual(features.map(({ properties }) => properties.name).sort());
    expect(found.map(({ osmType }) => osmType)).toEqual([...new Array(8).fill('node'), ...new Array(5).fill('way')]);
  });
});
