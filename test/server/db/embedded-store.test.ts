import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStoreConfig } from '../../../server/config.ts';
import type { Db } from '../../../server/db/db.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openPgliteDb } from '../../../server/db/pglite.ts';
import { describeStore } from './suite/store-suite.ts';

describe('the embedded store', () => {
  let db: Db;
  beforeAll(async () => {
    const { cacheFolder } = readStoreConfig(process.env);
    db = await openPgliteDb({ folder: undefined, cacheFolder, schema: 'suite' });
    await migrate(db);
  });
  afterAll(() => db.close());

  describeStore(() => db);

  it('refuses the store inside a transaction, where it would wait for itself', async () => {
    await expect(db.transaction(() => db.query('SELECT 1'))).rejects.toThrow('Inside a transaction');
    expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('leaves the main thread free while it computes', async () => {
    let longestGap = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longestGap = Math.max(longestGap, performance.now() - last);
      last = performance.now();
    }, 5);
    await db.query('SELECT count(*) FROM generate_series(1, 4000000)');
    clearInterval(timer);
    expect(longestGap).toBeLessThan(600);
  });

  it('runs the statements that wait when one before them fails', async () => {
    const answers = await Promise.allSettled([db.query('SELECT 1 / 0'), db.query('SELECT 2 AS two')]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('passes over a waiting statement whose signal aborts', async () => {
    const abort = new AbortController();
    const busy = db.query('SELECT count(*) FROM generate_series(1, 1000000)');
    const waiting = db.query('CREATE TABLE never (n int)', [], { signal: abort.signal });
    abort.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await busy;
    expect(await db.query("SELECT to_regclass('never') AS never")).toEqual([{ never: null }]);
  });
});
