import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStoreConfig } from '../../../server/config.ts';
import type { CountyNote } from '../../../server/counties/county-files.ts';
import { type ImportFilesRequest, importCountyFiles } from '../../../server/counties/import-files.ts';
import type { Db } from '../../../server/db/db.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { listNetworks } from '../../../server/db/networks.ts';
import { openPgliteDb } from '../../../server/db/pglite.ts';
import { listSettlements } from '../../../server/db/settlements.ts';
import { countyWriter, currentVersion, listVersions } from '../../../server/db/versions.ts';
import type { NamedFile } from '../../../server/files/named-file.ts';
import { loadNetwork } from '../../../server/networks/load-network.ts';
import { realData } from '../../real-data.ts';
import { townCoord, townFile } from '../../scripts/town-scene.ts';
import { newCountyCode } from '../db/suite/store-under-test.ts';
import { refusalOf } from '../files/problems-of.ts';
import { scratchFile } from '../files/scratch-file.ts';

let db: Db;
beforeAll(async () => {
  const { cacheFolder } = readStoreConfig(process.env);
  db = await openPgliteDb({ folder: undefined, cacheFolder, schema: 'imports' });
  await migrate(db);
});
afterAll(() => db.close());

async function named(name: string, content: string): Promise<NamedFile> {
  return { path: await scratchFile(name, content), name };
}

/** The ground of the town scene: 4 km by 2 km around its roads. */
async function townBoundary(): Promise<NamedFile> {
  const corners = [
    [-500, -500],
    [3500, -500],
    [3500, 1500],
    [-500, 1500],
    [-500, -500],
  ] as const;
  const geometry = { type: 'Polygon', coordinates: [corners.map(([east, north]) => townCoord(east, north))] };
  return named('county.geojson', JSON.stringify({ type: 'Feature', properties: { name: '甲县' }, geometry }));
}

async function townRequest(): Promise<ImportFilesRequest> {
  return {
    code: newCountyCode(),
    name: '甲县',
    note: 'first',
    profile: 'rural-plain',
    conditions: ['base', 'night'],
    files: {
      pbf: { path: (await townFile()).pbf, name: 'town.osm.pbf' },
      boundary: await townBoundary(),
      stations: { tags: 'amenity=police' },
      settlements: { tags: 'place=*' },
    },
  };
}

describe('importCountyFiles', () => {
  it('makes a version with a network for each condition, and tells what was counted', async () => {
    const stages: string[] = [];
    const heard: CountyNote[] = [];
    const { version, notes } = await importCountyFiles(db, await townRequest(), {
      onProgress: ({ stage, done, total }) => stages.push(`${stage} ${done}/${total}`),
      onNotes: (told) => heard.push(...told),
    });
    expect(version).toMatchObject({ number: 1, countyName: '甲县', note: 'first', isCurrent: true });
    expect(version.sources.map(({ name }) => name)).toEqual(['town.osm.pbf', 'county.geojson']);
    expect((await listNetworks(db, version.id)).map(({ profile }) => profile)).toEqual([
      'rural-plain',
      'rural-plain+night',
    ]);
    expect(notes.map(({ en }) => en)).toEqual(['1 station(s), 2 settlement(s)']);
    expect(heard).toEqual(notes);
    expect(stages.slice(0, 4)).toEqual(['read 0/1', 'read 1/1', 'check 0/1', 'check 1/1']);
    expect(stages.filter((stage) => stage.startsWith('network'))).toEqual([
      'network 0/2',
      'network 1/2',
      'network 2/2',
    ]);
    expect(stages.at(-1)).toBe('publish 1/1');
  });

  it('names file, row and column of a bad cell and of a place off the county’s ground, and changes nothing', async () => {
    const request = await townRequest();
    const { version } = await importCountyFiles(db, request);
    const [lon, lat] = townCoord(100, 100);
    const importing = async (table: string) => {
      const settlements = { file: await named('villages.csv', table) };
      return refusalOf(importCountyFiles(db, { ...request, files: { ...request.files, settlements } }));
    };
    const bad = await importing(`name,lon,lat,households\n乙村,${lon},${lat},ten\n`);
    expect(bad.error.data['file']).toBe('villages.csv');
    expect(bad.problems).toMatchObject([{ row: 2, column: 'households', rule: 'count-not-number' }]);
    // Found on the ground, by PostGIS: the blank row counts.
    const far = await importing(`name,lon,lat\n乙村,${lon},${lat}\n\n丙村,100.1,30.1\n`);
    expect(far.problems).toEqual([{ file: 'villages.csv', row: 4, column: 'geometry', rule: 'outside-county' }]);
    expect(await listVersions(db, request.code)).toEqual([version]);
    expect(await listSettlements(db, version.id)).toHaveLength(2);
  });

  it('builds no network for a table that the ground refuses', async () => {
    const request = await townRequest();
    const settlements = { file: await named('villages.csv', 'name,lon,lat\n丙村,100.1,30.1\n') };
    const stages: string[] = [];
    const files = { ...request.files, settlements };
    const onProgress = ({ stage }: { stage: string }) => stages.push(stage);
    await refusalOf(importCountyFiles(db, { ...request, files }, { onProgress }));
    expect(stages).not.toContain('network');
  });

  it.each(['read', 'check', 'network', 'write'])(
    'leaves the old version when it is aborted at stage %s',
    async (at) => {
      const request = await townRequest();
      const { version } = await importCountyFiles(db, request);
      const abort = new AbortController();
      const onProgress = ({ stage }: { stage: string }) => {
        if (stage === at) abort.abort(new Error('enough'));
      };
      const importing = importCountyFiles(db, { ...request, note: 'second' }, { signal: abort.signal, onProgress });
      await expect(importing).rejects.toThrow('enough');
      expect(await listVersions(db, request.code)).toEqual([version]);
      const next = await importCountyFiles(db, { ...request, note: 'third' });
      expect(next.version).toMatchObject({ note: 'third', isCurrent: true });
    },
  );

  it('is refused while somebody else writes the county', async () => {
    const request = await townRequest();
    const importing = db.exclusive(countyWriter(request.code), () => importCountyFiles(db, request));
    await expect(importing).rejects.toMatchObject({ code: 'busy' });
    expect(await listVersions(db, request.code)).toEqual([]);
  });
});

const changfeng = realData('changfeng');

/** How long this thread was busy while `work` ran, in all and at a stretch. */
async function busyMs(work: () => Promise<unknown>): Promise<{ readonly total: number; readonly longest: number }> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 2);
  const before = performance.eventLoopUtilization();
  await work();
  clearInterval(timer);
  const { active: total } = performance.eventLoopUtilization(before);
  return { total, longest: Math.max(longest, performance.now() - last) };
}

describe.skipIf(!changfeng)('importCountyFiles on the real Changfeng', () => {
  const file = (name: string): NamedFile => ({ path: join(changfeng ?? '', name), name });

  it('leaves the main thread free while it reads, builds and writes', { timeout: 120_000 }, async () => {
    const request: ImportFilesRequest = {
      code: '340121',
      name: '长丰县',
      profile: 'rural-plain',
      conditions: ['base', 'night', 'rain', 'snow'],
      files: {
        pbf: file('changfeng.osm.pbf'),
        boundary: file('county.geojson'),
        townships: file('townships.geojson'),
        stations: { tags: 'place=town' },
        settlements: { tags: 'place=village' },
      },
    };
    const builtHere = await busyMs(async () => {
      for (const condition of request.conditions) {
        await loadNetwork({ pbf: file('changfeng.osm.pbf').path, profile: request.profile, condition });
      }
    });
    const imported = await busyMs(() => importCountyFiles(db, request));
    const version = await currentVersion(db, '340121');
    expect(await listSettlements(db, version?.id ?? 0)).toHaveLength(159);
    expect(await listNetworks(db, version?.id ?? 0)).toHaveLength(4);
    // Compared within the run, since the machine may be slow. Reading and building here would come to more than the whole.
    expect(imported.total).toBeLessThan(builtHere.total / 2);
    expect(imported.longest).toBeLessThan(builtHere.total / 4);
  });
});
