import type { StoreConfig } from '../config.ts';
import type { Db } from './db.ts';
import { migrate } from './migrate.ts';
import { openPgliteDb } from './pglite.ts';
import { openPostgresDb } from './postgres.ts';

/** The schema that all tables stand in, on either store. */
export const SCHEMA = 'hubshed';

/**
 * Opens the store that the configuration names and brings its schema up to date: PostgreSQL where there is a
 * `databaseUrl`, else the embedded store in `storeFolder`.
 * @throws StoreError `folder-in-use`, `connection-lost`, `schema-mismatch`
 */
export async function openDb({ databaseUrl, storeFolder, cacheFolder }: StoreConfig): Promise<Db> {
  const db = databaseUrl
    ? await openPostgresDb({ databaseUrl, schema: SCHEMA })
    : await openPgliteDb({ folder: storeFolder, cacheFolder, schema: SCHEMA });
  try {
    await migrate(db);
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}
