import { afterAll, beforeAll } from 'vitest';
import { readStoreConfig } from '../../../server/config.ts';
import type { Db } from '../../../server/db/db.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openPgliteDb } from '../../../server/db/pglite.ts';
import { describeApi } from './suite/api-suite.ts';
import { OpenApi } from './suite/api-under-test.ts';

let db: Db;
let api: OpenApi;
beforeAll(async () => {
  const { cacheFolder } = readStoreConfig(process.env);
  db = await openPgliteDb({ folder: undefined, cacheFolder, schema: 'api' });
  await migrate(db);
  api = await OpenApi.open(db);
});
afterAll(async () => {
  await api.close();
  await db.close();
});

describeApi(() => api);
