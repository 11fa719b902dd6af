import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateDemoCounty } from '../../../geodata/demo/county.ts';
import { readStoreConfig } from '../../../server/config.ts';
import { ensureDemoCounty } from '../../../server/counties/demo-import.ts';
import { officeFileBytes, writeOfficeFiles } from '../../../server/counties/demo-office-files.ts';
import { listOrigins, readRecords } from '../../../server/db/county-records.ts';
import type { Db } from '../../../server/db/db.ts';
import { listNetworks } from '../../../server/db/networks.ts';
import { openDb } from '../../../server/db/open-db.ts';
import { listSettlements } from '../../../server/db/settlements.ts';
import { listStations } from '../../../server/db/stations.ts';
import { listTownships } from '../../../server/db/townships.ts';
import { currentVersion } from '../../../server/db/versions.ts';
import { OpenApi } from '../../server/api/suite/api-under-test.ts';
import { deliver } from '../../server/api/suite/delivery-form.ts';
import { runCommand } from '../run-command.ts';

const CODE = '990321';
const county = generateDemoCounty();
let folder = '';
let paths: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hubshed-import-table-'));
  paths = (await writeOfficeFiles(county, join(folder, 'offices'))).map((name) => join(folder, 'offices', name));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Another order than the offices', the same at every run. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item, index) => ({ item, key: (index * 7 + 3) % items.length }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function open(name: string): Promise<Db> {
  return openDb(readStoreConfig({ ...process.env, DATABASE_URL: undefined, HUBSHED_STORE: join(folder, name) }));
}

/** Everything of a version but its number, its note and when it was made; lists in the order of their texts. */
async function rowsOf(db: Db): Promise<object> {
  const version = await currentVersion(db, CODE);
  const id = version?.id ?? 0;
  const sorted = <Item>(items: readonly Item[]): string[] => items.map((item) => JSON.stringify(item)).sort();
  const { facts, ...records } = await readRecords(db, id);
  return {
    sources: sorted(version?.sources ?? []),
    stations: sorted(await listStations(db, id)),
    settlements: sorted(await listSettlements(db, id)),
    townships: sorted(await listTownships(db, id)),
    networks: (await listNetworks(db, id)).map(({ hash }) => hash),
    origins: sorted(await listOrigins(db, id)),
    facts,
    ...Object.fromEntries(Object.entries(records).map(([kind, items]) => [kind, sorted(items as readonly object[])])),
  };
}

async function throughTheApi(): Promise<object> {
  const db = await open('by-api');
  const api = await OpenApi.open(db);
  try {
    const files = shuffled(await officeFileBytes(county));
    const begun = JSON.parse((await deliver(() => api, CODE, files)).text) as { id: string };
    const path = `/api/counties/${CODE}/intakes/${begun.id}`;
    const until = async (state: string): Promise<void> => {
      for (;;) {
        const seen = await api.json<{ state: string; failure: unknown }>(`${path}?limit=1`);
        if (seen.state === state) return;
        expect(seen.failure).toBeNull();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await until('checked');
    await api.ask(`${path}/commit`, { body: { name: county.name, rows: 'good' } });
    await until('committed');
    return await rowsOf(db);
  } finally {
    await api.close();
    await db.close();
  }
}

describe('hubshed import-table', () => {
  it('makes one version of ten offices’ files in any order, with the rows of the API and of npm start', {
    timeout: 240_000,
  }, async () => {
    const env = { HUBSHED_LANG: 'en', HUBSHED_STORE: join(folder, 'by-command') };
    const county = ['--code', CODE, '--name', '澄野县'];
    const refused = await runCommand(['import-table', ...county, ...shuffled(paths)], { env });
    expect({ code: refused.code, last: refused.err.split('\n').at(-2) }).toEqual({
      ...{ code: 3, last: 'hubshed: 14 error(s) found, nothing imported' },
    });
    expect(JSON.parse((await runCommand(['versions', '--json'], { env })).out)).toEqual([]);

    const taken = await runCommand(['import-table', ...county, '--good-rows', '--json', ...shuffled(paths)], { env });
    expect({ code: taken.code, err: taken.code === 0 ? '' : taken.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(taken.out)).toMatchObject({ number: 1, isCurrent: true, countyName: '澄野县' });
    const byCommand = await open('by-command');
    const rows = await rowsOf(byCommand);
    await byCommand.close();

    const byStart = await open('by-start');
    await ensureDemoCounty(byStart);
    expect(rows).toEqual(await rowsOf(byStart));
    await byStart.close();
    expect(await throughTheApi()).toEqual(rows);
  });

  it('takes a single table over the roads and the rest that are there, and no profile without roads', {
    timeout: 120_000,
  }, async () => {
    const env = { HUBSHED_LANG: 'en', HUBSHED_STORE: join(folder, 'by-command') };
    const one = ['import-table', '--code', CODE, '--name', '澄野县', join(folder, 'offices', '道路里程.xlsx')];
    const speeds = await runCommand([...one, '--profile', 'car'], { env });
    expect(speeds.code).toBe(2);
    const taken = await runCommand([...one, '--json', '--note', '里程'], { env });
    expect({ code: taken.code, err: taken.code === 0 ? '' : taken.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(taken.out)).toMatchObject({ number: 2, note: '里程' });
  });
});
