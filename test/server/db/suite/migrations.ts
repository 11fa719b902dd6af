import { beforeEach, describe, expect, it } from 'vitest';
import { type Migration, migrate, readMigrations } from '../../../../server/db/migrate.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const FIRST: Migration = { number: 1, name: 'first', sql: 'CREATE TABLE one (n int); INSERT INTO one VALUES (1)' };
const SECOND: Migration = { number: 2, name: 'second', sql: 'ALTER TABLE one ADD COLUMN m int; UPDATE one SET m = 2' };

/** How the schema is brought up to date, in a schema of each test's own beside the store's. */
export function describeMigrations(store: StoreUnderTest): void {
  describe('migrations', () => {
    let schema = '';
    let count = 0;
    beforeEach(() => {
      count++;
      schema = `${store().schema}_m${count}`;
    });
    const rows = () => store().query(`SELECT * FROM ${schema}.one`);

    it('are applied once each, in order, the later ones to what is there', async () => {
      await migrate(store(), [FIRST], schema);
      await migrate(store(), [FIRST], schema);
      expect(await rows()).toEqual([{ n: 1 }]);
      await migrate(store(), [FIRST, SECOND], schema);
      expect(await rows()).toEqual([{ n: 1, m: 2 }]);
    });

    it('are applied once where two programs start together', async () => {
      await Promise.all([migrate(store(), [FIRST, SECOND], schema), migrate(store(), [FIRST, SECOND], schema)]);
      expect(await rows()).toEqual([{ n: 1, m: 2 }]);
    });

    it('leave nothing of one that fails, and go on from there when it is mended', async () => {
      const failing: Migration = { ...SECOND, sql: 'ALTER TABLE one ADD COLUMN m int; SELECT 1 / 0' };
      await expect(migrate(store(), [FIRST, failing], schema)).rejects.toMatchObject({ code: 'invalid-value' });
      expect(await rows()).toEqual([{ n: 1 }]);
      await migrate(store(), [FIRST, SECOND], schema);
      expect(await rows()).toEqual([{ n: 1, m: 2 }]);
    });

    it('are refused where one was changed after it was applied, line ends aside', async () => {
      const twoLines: Migration = { ...FIRST, sql: 'CREATE TABLE one (n int);\nINSERT INTO one VALUES (1)' };
      await migrate(store(), [twoLines], schema);
      await migrate(store(), [{ ...twoLines, sql: twoLines.sql.replace('\n', '\r\n') }], schema);
      await expect(migrate(store(), [{ ...twoLines, sql: `${twoLines.sql} ` }], schema)).rejects.toMatchObject({
        code: 'schema-mismatch',
      });
    });

    it('are refused where the store has one that this program does not know', async () => {
      await migrate(store(), [FIRST, SECOND], schema);
      await expect(migrate(store(), [FIRST], schema)).rejects.toMatchObject({ code: 'schema-mismatch' });
    });

    it('of this program make a schema without any column for a person', async () => {
      const columns = await store().query<{ name: string }>(
        `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
         WHERE table_schema = $1 AND column_name ~ '(person|people|phone|mobile|address|id_number|identity|officer_name)'`,
        [store().schema],
      );
      expect(columns).toEqual([]);
      expect(readMigrations().length).toBeGreaterThan(0);
    });
  });
}
