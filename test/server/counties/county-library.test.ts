import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStoreConfig } from '../../../server/config.ts';
import { CountyLibrary } from '../../../server/counties/county-library.ts';
import type { Db } from '../../../server/db/db.ts';
import { importCounty } from '../../../server/db/import-county.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openPgliteDb } from '../../../server/db/pglite.ts';
import { restoreVersion } from '../../../server/db/versions.ts';
import { smallCounty } from '../db/suite/small-county.ts';

let db: Db;
/** Statements that were run by `query`. */
let statements = 0;
beforeAll(async () => {
  const { cacheFolder } = readStoreConfig(process.env);
  db = await openPgliteDb({ folder: undefined, cacheFolder, schema: 'library' });
  await migrate(db);
  const query = db.query.bind(db);
  db.query = (...args) => {
    statements++;
    return query(...args);
  };
});
afterAll(() => db.close());

describe('CountyLibrary', () => {
  it('reads each version once, whichever is current, and tells which one is', async () => {
    const library = new CountyLibrary(db);
    const county = smallCounty();
    await importCounty(db, county);
    const first = await library.open(county.code);
    expect(first.version).toMatchObject({ number: 1, isCurrent: true });
    await importCounty(db, county);
    library.changed();
    await library.open(county.code);
    await library.open(county.code, 1);
    const before = statements;
    const [older, current] = [await library.open(county.code, 1), await library.open(county.code, 2)];
    expect(statements).toBe(before);
    expect(older.version).toMatchObject({ number: 1, isCurrent: false });
    expect(older.places).toBe(first.places);
    expect(current.version).toMatchObject({ number: 2, isCurrent: true });

    await restoreVersion(db, county.code, 1);
    library.changed();
    expect((await library.open(county.code)).version).toMatchObject({ number: 1, isCurrent: true });
    expect((await library.open(county.code, 2)).version).toMatchObject({ number: 2, isCurrent: false });
    await expect(library.open(county.code, 3)).rejects.toMatchObject({ code: 'unknown-id' });
  });
});
