import { afterAll, beforeAll } from 'vitest';
import type { Db } from '../../../server/db/db.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openPostgresDb } from '../../../server/db/postgres.ts';
import { describeApi } from '../../server/api/suite/api-suite.ts';
import { OpenApi } from '../../server/api/suite/api-under-test.ts';
import { type OwnSchema, openOwnSchema } from '../connection.ts';

let own: OwnSchema;
let db: Db;
let api: OpenApi;
beforeAll(async () => {
  own = await openOwnSchema();
  db = await openPostgresDb({ databaseUrl: process.env['DATABASE_URL'] ?? '', schema: own.schema });
  await migrate(db);
  api = await OpenApi.open(db);
});
afterAll(async () => {
  await api.close();
  await db.close();
  await own.close();
});

describeApi(() => api);
