import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GeodataError } from '../../../geodata/errors.ts';
import type { CountyFiles } from '../../../server/counties/county-files.ts';
import { hexagonCells } from '../../../server/db/hexagons.ts';
import { loadNetwork, saveNetwork } from '../../../server/networks/load-network.ts';
import type { ImportFiles } from '../../../server/workers/import-calls.ts';
import { type PreparedImport, prepareImport } from '../../../server/workers/prepare-import.ts';
import { townFile } from '../../scripts/town-scene.ts';
import { scratchFile } from '../files/scratch-file.ts';

const BY_TAGS = { stations: { tags: 'amenity=police' }, settlements: { tags: 'place=*' } } as const;

async function townFiles(changes: Partial<CountyFiles> = {}): Promise<CountyFiles> {
  return { pbf: { path: (await townFile()).pbf, name: 'town.osm.pbf' }, ...BY_TAGS, ...changes };
}

/** Prepared, and closed after the test. */
async function prepare(files: ImportFiles, signal?: AbortSignal): Promise<PreparedImport> {
  const prepared = await prepareImport(files, { signal });
  onTestFinished(() => prepared.close());
  return prepared;
}

async function profilesOf({ county }: PreparedImport): Promise<string[]> {
  const profiles: string[] = [];
  for (const build of county.networks) profiles.push((await build(undefined)).meta.profile);
  return profiles;
}

describe('prepareImport', () => {
  it('gives the tables, and each network in shared memory with the bytes of the caller’s own building', async () => {
    const files = await townFiles();
    const stages: string[] = [];
    const onProgress = ({ stage, done, total }: { stage: string; done: number; total: number }) =>
      stages.push(`${stage} ${done}/${total}`);
    const { county, notes, close } = await prepareImport(
      { files, profile: 'rural-plain', conditions: ['base', 'night'] },
      { onProgress },
    );
    onTestFinished(close);
    expect(stages).toEqual(['read 0/1', 'read 1/1']);
    expect(county.stations.items.map(({ name }) => name)).toEqual(['甲派出所']);
    expect(county.sources?.map(({ name }) => name)).toEqual(['town.osm.pbf']);
    expect(notes[0]?.en).toBe('1 station(s), 2 settlement(s)');
    const coords = county.settlements.items.map(({ coord }) => coord);
    expect(await county.hexagons?.()).toEqual(hexagonCells(undefined, coords));
    const night = await county.networks[1]?.(undefined);
    const own = await loadNetwork({ pbf: files.pbf?.path ?? '', profile: 'rural-plain', condition: 'night' });
    expect(night?.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(night?.hash).toBe(own.hash);
    expect(new Uint8Array(night?.buffer ?? new ArrayBuffer(0))).toEqual(new Uint8Array(own.buffer));
  });

  it('takes a saved network alone, whatever it was built for', async () => {
    const { pbf, folder } = await townFile();
    const path = join(folder, 'town.network');
    await saveNetwork(path, await loadNetwork({ pbf, profile: 'rural-plain', condition: 'night' }));
    const files = await townFiles({ network: { path, name: 'town.network' } });
    expect(await profilesOf(await prepare({ files, conditions: ['base', 'rain'] }))).toEqual(['rural-plain+night']);
    const other = await prepare({ files, profile: 'car', conditions: ['base'] });
    const refusal = { code: 'network-malformed', data: { file: 'town.network', built: 'rural-plain+night' } };
    await expect(profilesOf(other)).rejects.toMatchObject(refusal);
  });

  it('throws what the thread threw: domain failures with their data, Node’s own with code and path', async () => {
    const table = { path: await scratchFile('villages.csv', 'name,lon,lat\n甲村,200,32\n'), name: '村庄.csv' };
    const bad = prepareImport({ files: await townFiles({ settlements: { file: table } }), conditions: ['base'] });
    const failure = await bad.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GeodataError);
    expect(failure).toMatchObject({ code: 'input-invalid', data: { file: '村庄.csv', problemCount: 1 } });
    const missing = await townFiles({ boundary: { path: '/no/such.geojson', name: 'such.geojson' } });
    await expect(prepareImport({ files: missing, conditions: ['base'] })).rejects.toMatchObject({
      code: 'ENOENT',
      path: '/no/such.geojson',
    });
    await expect(prepareImport({ files: BY_TAGS, conditions: ['base'] })).rejects.toThrow('without an OSM file');
  });

  it('goes on building after a network that failed', async () => {
    const { pbf, folder } = await townFile();
    const path = join(folder, 'town.network');
    await saveNetwork(path, await loadNetwork({ pbf, profile: 'rural-plain' }));
    const files = await townFiles({ network: { path, name: 'town.network' } });
    const prepared = await prepare({ files, profile: 'car', conditions: ['base'] });
    await expect(profilesOf(prepared)).rejects.toMatchObject({ code: 'network-malformed' });
    await saveNetwork(path, await loadNetwork({ pbf, profile: 'car' }));
    expect(await profilesOf(prepared)).toEqual(['car']);
  });

  it('ends at once when its signal aborts, with the signal’s reason, before, during and after the reading', async () => {
    const files = { files: await townFiles(), conditions: ['base'] as const };
    await expect(prepareImport(files, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    const during = new AbortController();
    const reading = prepareImport(files, { signal: during.signal });
    during.abort(new Error('enough of it'));
    await expect(reading).rejects.toThrow('enough of it');
    const after = new AbortController();
    const { county } = await prepare(files, after.signal);
    const building = county.networks[0]?.(undefined);
    after.abort(new Error('more than enough'));
    await expect(building).rejects.toThrow('more than enough');
    await expect(county.networks[0]?.(undefined)).rejects.toThrow('more than enough');
  });

  it('builds nothing once it is closed', async () => {
    const prepared = await prepare({ files: await townFiles(), conditions: ['base'] });
    await prepared.close();
    await expect(prepared.county.networks[0]?.(undefined)).rejects.toThrow('The import is closed.');
  });
});
