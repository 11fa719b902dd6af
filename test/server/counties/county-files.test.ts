import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CountyFiles, loadCountyNetwork, readCountyFiles } from '../../../server/counties/county-files.ts';
import { countySources } from '../../../server/counties/county-sources.ts';
import type { NamedFile } from '../../../server/files/named-file.ts';
import { loadNetwork, saveNetwork } from '../../../server/networks/load-network.ts';
import { townFile } from '../../scripts/town-scene.ts';
import { refusalOf } from '../files/problems-of.ts';
import { scratchFile } from '../files/scratch-file.ts';

const BY_TAGS = { stations: { tags: 'amenity=police' }, settlements: { tags: 'place=*' } } as const;

/** A file whose owner calls it by another name than that of the path. */
async function named(name: string, content: string, stored = 'stored.csv'): Promise<NamedFile> {
  return { path: await scratchFile(stored, content), name };
}

async function townPbf(): Promise<NamedFile> {
  return { path: (await townFile()).pbf, name: 'town.osm.pbf' };
}

describe('readCountyFiles', () => {
  it('says in which row of its table each place stands, blank rows and the header counted', async () => {
    const stations = { file: await named('派出所.csv', 'name,lon,lat\n甲所,117,32\n\n乙所,117.1,32\n') };
    const county = await readCountyFiles({ pbf: await townPbf(), ...BY_TAGS, stations });
    expect(county.stations).toMatchObject({ file: '派出所.csv', rows: [2, 4] });
    expect(county.stations.items.map(({ name }) => name)).toEqual(['甲所', '乙所']);
    expect(county.settlements).toMatchObject({ file: 'OSM', items: [{ name: '乙村' }, { name: 'node/10' }] });
  });

  it('calls a file by the name its owner gave it, in problems and in notes, and never by its path', async () => {
    const bad = await named('村庄.csv', 'name,lon,lat\n甲村,200,32\n,117,32\n');
    const files: CountyFiles = { pbf: await townPbf(), ...BY_TAGS, settlements: { file: bad } };
    const { error, problems } = await refusalOf(readCountyFiles(files));
    expect(error.data['file']).toBe('村庄.csv');
    expect(error.message).toContain('村庄.csv: 2 problem(s)');
    expect(error.message).not.toContain(bad.path);
    expect(problems.map(({ row, column, rule }) => [row, column, rule])).toEqual([
      [2, 'lon', 'coordinate-range'],
      [3, 'name', 'name-missing'],
    ]);
    const extra = { file: await named('村庄.csv', 'name,lon,lat,海拔\n甲村,117,32,40\n') };
    const { notes } = await readCountyFiles({ ...files, settlements: extra });
    expect(notes).toEqual([
      { zh: '派出所 1 个，居民点 1 个', en: '1 station(s), 1 settlement(s)' },
      { zh: '村庄.csv：未使用的列：海拔', en: '村庄.csv: columns not used: 海拔' },
    ]);
  });

  it('names the OSM file in what is wrong with it', async () => {
    const pbf = await named('道路.osm.pbf', 'no roads', 'roads.pbf');
    const refusal = { code: 'osm-malformed', data: { file: '道路.osm.pbf' } };
    await expect(readCountyFiles({ pbf, ...BY_TAGS })).rejects.toMatchObject(refusal);
    await expect(loadCountyNetwork({ pbf, ...BY_TAGS }, {})).rejects.toMatchObject(refusal);
  });

  it('refuses tags and roads without a file to take them from', async () => {
    await expect(readCountyFiles(BY_TAGS)).rejects.toThrow('Places by tags without an OSM file.');
    await expect(loadCountyNetwork(BY_TAGS, {})).rejects.toThrow('without an OSM file or a saved network');
  });
});

describe('loadCountyNetwork', () => {
  it('takes the saved network where there is one, and builds from the OSM file where there is none', async () => {
    const { pbf, folder } = await townFile();
    const path = join(folder, 'town.network');
    await saveNetwork(path, await loadNetwork({ pbf, profile: 'rural-plain', condition: 'night' }));
    const files: CountyFiles = { pbf: { path: pbf, name: 'town.osm.pbf' }, ...BY_TAGS };
    const profileOf = async (from: CountyFiles) => (await loadCountyNetwork(from, {})).meta.profile;
    expect(await profileOf(files)).toBe('car');
    expect(await profileOf({ ...files, network: { path, name: 'town.network' } })).toBe('rural-plain+night');
  });
});

describe('countySources', () => {
  it('lists every file once, by its own name without its folders, with the hash of its bytes', async () => {
    const pbf = { ...(await townPbf()), name: '../planner/town.osm.pbf' };
    const table = { file: await named('places.csv', 'name,lon,lat\n甲,117,32\n') };
    const hash = async (path: string) =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
    expect(await countySources({ pbf, stations: table, settlements: table })).toEqual([
      { name: 'town.osm.pbf', sha256: await hash(pbf.path) },
      { name: 'places.csv', sha256: await hash(table.file.path) },
    ]);
    expect(await countySources({ pbf, ...BY_TAGS })).toHaveLength(1);
  });
});
