import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the service keeps its data. */
export interface StoreConfig {
  /** `DATABASE_URL`: a PostgreSQL 15 or newer with PostGIS 3. Undefined: the embedded store. */
  readonly databaseUrl: string | undefined;
  /** `HUBSHED_STORE`, absolute: the embedded store's folder. Default: `data/store` in the current folder. */
  readonly storeFolder: string;
  /** `HUBSHED_CACHE`, absolute: what can be made again. Default: `hubshed` in the user's cache folder. */
  readonly cacheFolder: string;
}

/** The store's configuration from environment variables; an empty one counts as absent. */
export function readStoreConfig(env: Readonly<Record<string, string | undefined>>): StoreConfig {
  return {
    databaseUrl: env['DATABASE_URL'] || undefined,
    storeFolder: resolve(env['HUBSHED_STORE'] || join('data', 'store')),
    cacheFolder: resolve(env['HUBSHED_CACHE'] || join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'hubshed')),
  };
}
