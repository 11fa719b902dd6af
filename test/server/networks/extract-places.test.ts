import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseTagFilter } from '../../../geodata/osm/tag-filter.ts';
import { writeOsm } from '../../../geodata/osm/write-osm.ts';
import { readAreaFeatures } from '../../../server/files/read-areas.ts';
import { readSettlements } from '../../../server/files/read-settlements.ts';
import { extractPlaces } from '../../../server/networks/extract-places.ts';
import { realData } from '../../real-data.ts';
import { scratchFile } from '../files/scratch-file.ts';

const POLICE = parseTagFilter('amenity=police');
const PLACES = parseTagFilter('place=*');

/** A file of nodes with these tags, the n-th at longitude 117 + n / 10, latitude 32. */
async function nodesFile(...tags: Record<string, string>[]): Promise<string> {
  const nodes = tags.map((own, i) => ({ id: i + 1, lonE7: 117e7 + i * 1e6, latE7: 32e7, tags: own }));
  return scratchFile(
    'nodes.osm.pbf',
    writeOsm({ nodes, ways: [], relations: [] }, (raw) => deflateSync(raw)),
  );
}

function box(name: string, west: number, east: number) {
  const ring = [
    [west, 31],
    [east, 31],
    [east, 33],
    [west, 33],
    [west, 31],
  ].map(([lon = 0, lat = 0]) => [lon, lat] as const);
  return { id: name, name, polygons: [[ring]] };
}

describe('extractPlaces', () => {
  it('names a station in Chinese, else as it is tagged, else by its number', async () => {
    const pbf = await nodesFile(
      { amenity: 'police', name: 'North Station', 'name:zh': '北所' },
      { amenity: 'police', name: '南所' },
      { amenity: 'police' },
    );
    const { stations, settlements } = await extractPlaces(pbf, { stations: POLICE });
    expect(stations).toEqual([
      { id: 'node/1', name: '北所', coord: [117, 32], kind: 'rural' },
      { id: 'node/2', name: '南所', coord: [117.1, 32], kind: 'rural' },
      { id: 'node/3', name: '派出所 3', coord: [117.2, 32], kind: 'rural' },
    ]);
    expect(settlements).toEqual([]);
  });

  it.each([
    ['town', 'administrative'],
    ['suburb', 'administrative'],
    ['village', 'administrative'],
    ['hamlet', 'natural'],
    ['isolated_dwelling', 'natural'],
    ['something_else', 'natural'],
  ])('takes place=%s for %s', async (place, kind) => {
    const { settlements } = await extractPlaces(await nodesFile({ place }), { settlements: PLACES });
    expect(settlements).toEqual([{ id: 'node/1', name: 'node/1', coord: [117, 32], kind }]);
  });

  it.each([
    ['1200', 1200],
    ['0', 0],
    ['1,200', undefined],
    ['~1200', undefined],
    ['1200.5', undefined],
    ['-3', undefined],
    ['', undefined],
  ])('reads population=%j as %j', async (population, people) => {
    const pbf = await nodesFile({ place: 'village', population });
    const { settlements } = await extractPlaces(pbf, { settlements: PLACES });
    expect(settlements[0]?.population).toBe(people);
  });

  it('keeps what lies inside the boundary, counts the rest and names townships', async () => {
    const pbf = await nodesFile(
      { place: 'village' },
      { place: 'village' },
      { amenity: 'police' },
      { place: 'village' },
    );
    const extraction = {
      stations: POLICE,
      settlements: PLACES,
      boundary: [box('县', 117.05, 117.25)],
      townships: [box('甲镇', 117.05, 117.15)],
    };
    const { stations, settlements, outsideCount } = await extractPlaces(pbf, extraction);
    expect(stations.map(({ id, township }) => [id, township])).toEqual([['node/3', undefined]]);
    expect(settlements.map(({ id, township }) => [id, township])).toEqual([['node/2', '甲镇']]);
    expect(outsideCount).toBe(2);
  });

  it('names the file in what is wrong with it', async () => {
    const pbf = await scratchFile('nodes.osm.pbf', 'nothing of the kind');
    await expect(extractPlaces(pbf, { stations: POLICE })).rejects.toMatchObject({ data: { file: pbf } });
  });
});

const gushi = realData('gushi/gushi.osm.pbf');

describe.skipIf(!gushi)('extractPlaces on the real Gushi', () => {
  it('finds the seven 派出所 among its police objects', async () => {
    const { stations } = await extractPlaces(gushi ?? '', { stations: POLICE });
    expect(stations.filter(({ name }) => name.endsWith('派出所'))).toHaveLength(7);
  });
});

const changfeng = realData('changfeng');

describe.skipIf(!changfeng)('extractPlaces on the real Changfeng', () => {
  it('finds the same settlements, in the same townships, as another program did', async () => {
    const file = (name: string): string => join(changfeng ?? '', name);
    const { settlements } = await extractPlaces(file('changfeng.osm.pbf'), {
      settlements: PLACES,
      boundary: await readAreaFeatures(file('county.geojson')),
      townships: await readAreaFeatures(file('townships.geojson')),
    });
    const reference = await readSettlements(file('places.geojson'));
    const found = settlements.filter(({ id }) => id.startsWith('node/'));
    expect(new Map(found.map(({ id, township }) => [id, township]))).toEqual(
      new Map(reference.map(({ id, township }) => [`node/${id}`, township])),
    );
  });
});
