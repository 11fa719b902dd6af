import { afterAll, beforeAll, describe } from 'vitest';
import { readStoreConfig } from '../../../server/config.ts';
import type { Db } from '../../../server/db/db.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openPgliteDb } from '../../../server/db/pglite.ts';
import { realData } from '../../real-data.ts';
import { OpenApi } from './suite/api-under-test.ts';
import { describeChangfeng, importChangfeng } from './suite/changfeng.ts';

const folder = realData('changfeng');

describe.skipIf(!folder)('a real county in the embedded store', { timeout: 60_000 }, () => {
  let db: Db;
  let api: OpenApi;
  beforeAll(async () => {
    const { cacheFolder } = readStoreConfig(process.env);
    db = await openPgliteDb({ folder: undefined, cacheFolder, schema: 'changfeng' });
    await migrate(db);
    await importChangfeng(db, folder ?? '');
    api = await OpenApi.open(db);
  });
  afterAll(async () => {
    await api.close();
    await db.close();
  });

  describeChangfeng(() => api, folder ?? '');
});
