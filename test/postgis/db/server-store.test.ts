import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../../server/db/db.ts';
import { importCounty } from '../../../server/db/import-county.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openPostgresDb } from '../../../server/db/postgres.ts';
import { smallCounty, smallNetwork } from '../../server/db/suite/small-county.ts';
import { describeStore } from '../../server/db/suite/store-suite.ts';
import { type OwnSchema, openOwnSchema } from '../connection.ts';

describe('a PostgreSQL server', () => {
  let own: OwnSchema;
  let db: Db;
  const open = (): Promise<Db> =>
    openPostgresDb({ databaseUrl: process.env['DATABASE_URL'] ?? '', schema: own.schema });
  beforeAll(async () => {
    own = await openOwnSchema();
    db = await open();
    await migrate(db);
  });
  afterAll(async () => {
    const made = await db.query<{ name: string }>(
      'SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE $1',
      [`${own.schema}\\_m%`],
    );
    for (const { name } of made) await db.execute(`DROP SCHEMA ${name} CASCADE`);
    await db.close();
    await own.close();
  });

  describeStore(() => db);

  it('cancels a running statement when its signal aborts', async () => {
    const reason = new Error('gone away');
    const abort = new AbortController();
    setTimeout(() => abort.abort(reason), 200);
    const started = performance.now();
    await expect(db.query('SELECT pg_sleep(30)', [], { signal: abort.signal })).rejects.toBe(reason);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses a writer of another process too, and lets it in when the first is gone', async () => {
    const other = await open();
    const county = smallCounty();
    let isHeld = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      isHeld = resolve;
    });
    const stuck = importCounty(other, {
      ...county,
      networks: [
        () => {
          isHeld();
          return new Promise<never>(() => undefined);
        },
      ],
    });
    stuck.catch(() => undefined);
    await held;
    await expect(importCounty(db, county)).rejects.toMatchObject({ code: 'busy' });
    const [holder] = await db.query<{ pid: number }>(
      "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid()",
    );
    await db.query('SELECT pg_terminate_backend($1)', [holder?.pid ?? 0]);
    await expect
      .poll(() =>
        importCounty(db, county).then(
          ({ number }) => number,
          () => 0,
        ),
      )
      .toBe(1);
  });

  it('tells a lost connection, and goes on with a new one', async () => {
    const lost = db.transaction((tx) => tx.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    await expect(lost).rejects.toMatchObject({ code: 'connection-lost' });
    expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('that does not answer is a lost connection', async () => {
    const refused = openPostgresDb({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', schema: 'x' });
    await expect(refused).rejects.toMatchObject({ code: 'connection-lost' });
  });

  it('lets readers go on while a writer holds its draft', async () => {
    const county = smallCounty();
    await importCounty(db, county);
    const delays: number[] = [];
    await importCounty(db, {
      ...county,
      networks: [
        async () => {
          const began = performance.now();
          await db.query('SELECT count(*) FROM settlement');
          delays.push(performance.now() - began);
          return smallNetwork();
        },
      ],
    });
    expect(Math.max(...delays)).toBeLessThan(1000);
  });
});
