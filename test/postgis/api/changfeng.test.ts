import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStoreConfig } from '../../../server/config.ts';
import type { Db } from '../../../server/db/db.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openPgliteDb } from '../../../server/db/pglite.ts';
import { openPostgresDb } from '../../../server/db/postgres.ts';
import { realData } from '../../real-data.ts';
import { OpenApi } from '../../server/api/suite/api-under-test.ts';
import { changfengAnswers, describeChangfeng, importChangfeng } from '../../server/api/suite/changfeng.ts';
import { type OwnSchema, openOwnSchema } from '../connection.ts';

const folder = realData('changfeng');

describe.skipIf(!folder)('a real county in PostgreSQL', () => {
  let own: OwnSchema;
  let db: Db;
  let api: OpenApi;
  beforeAll(async () => {
    own = await openOwnSchema();
    db = await openPostgresDb({ databaseUrl: process.env['DATABASE_URL'] ?? '', schema: own.schema });
    await migrate(db);
    await importChangfeng(db, folder ?? '');
    api = await OpenApi.open(db);
  });
  afterAll(async () => {
    await api.close();
    await db.close();
    await own.close();
  });

  describeChangfeng(() => api, folder ?? '');

  it('is answered about byte for byte as in the embedded store', { timeout: 120_000 }, async () => {
    const { cacheFolder } = readStoreConfig(process.env);
    const embedded = await openPgliteDb({ folder: undefined, cacheFolder, schema: 'changfeng' });
    await migrate(embedded);
    await importChangfeng(embedded, folder ?? '');
    const other = await OpenApi.open(embedded);
    try {
      const [ours, theirs] = [await changfengAnswers(api), await changfengAnswers(other)];
      expect(ours.size).toBeGreaterThan(80);
      for (const [question, text] of ours) {
        expect({ question, isSame: theirs.get(question) === text }).toEqual({ question, isSame: true });
      }
    } finally {
      await other.close();
      await embedded.close();
    }
  });
});
