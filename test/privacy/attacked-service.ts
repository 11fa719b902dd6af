import { buildApp } from '../../server/app.ts';
import { readStoreConfig } from '../../server/config.ts';
import type { Db } from '../../server/db/db.ts';
import { importCounty } from '../../server/db/import-county.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openPgliteDb } from '../../server/db/pglite.ts';
import { makeServices } from '../../server/main.ts';
import { newCountyCode } from '../server/db/suite/store-under-test.ts';
import { InlineThreads } from './inline-threads.ts';
import { Outsider } from './outsider.ts';
import { askAllRoutes } from './route-exits.ts';
import { attackedImport, VERSIONS } from './secret-county.ts';

/** A service with the attacked county in all its versions, and all that an outsider could fetch of it. */
export interface AttackedService {
  readonly outsider: Outsider;
  /** What it logged at the most talkative level. */
  readonly log: () => string;
  close(): Promise<void>;
}

/** Opens it on an embedded store of its own, engine and all on this thread, and fetches everything. */
export async function attackedService(): Promise<AttackedService> {
  const { cacheFolder } = readStoreConfig(process.env);
  const db = await openPgliteDb({ folder: undefined, cacheFolder, schema: 'privacy' });
  await migrate(db);
  return serviceOn(db);
}

async function serviceOn(db: Db): Promise<AttackedService> {
  const code = newCountyCode();
  for (const version of VERSIONS) await importCounty(db, await attackedImport(code, version));
  const { services, close } = await makeServices(db, {}, new InlineThreads());
  const lines: string[] = [];
  const app = await buildApp(services, { logger: { level: 'trace', stream: { write: (line) => lines.push(line) } } });
  await app.ready();
  const outsider = new Outsider(app, code);
  await askAllRoutes(outsider, code);
  return {
    outsider,
    log: () => lines.join(''),
    async close() {
      await app.close();
      await close();
      await db.close();
    },
  };
}
