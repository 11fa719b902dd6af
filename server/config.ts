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

/** How the service is reached. */
export interface ServiceConfig extends StoreConfig {
  /** `HUBSHED_HOST`: the address to listen on. Default 127.0.0.1: this machine alone. */
  readonly host: string;
  /** `HUBSHED_PORT`. Default 8090; 0: any free one. */
  readonly port: number;
  /** `HUBSHED_HOSTS`: names or addresses, by commas, that clients call this service by, beside those of this machine. */
  readonly hosts: readonly string[];
}

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 8090;
const GREATEST_PORT = 65_535;

/** The service's configuration from environment variables. @throws Error for a port that is none */
export function readServiceConfig(env: Readonly<Record<string, string | undefined>>): ServiceConfig {
  const port = env['HUBSHED_PORT'] ? Number(env['HUBSHED_PORT']) : DEFAULT_PORT;
  if (!Number.isInteger(port) || port < 0 || port > GREATEST_PORT) throw new Error(`HUBSHED_PORT is ${port}.`);
  const host = env['HUBSHED_HOST'] || DEFAULT_HOST;
  const named = (env['HUBSHED_HOSTS'] ?? '').split(',').map((name) => name.trim());
  return { ...readStoreConfig(env), host, port, hosts: [host, ...named].filter((name) => name !== '') };
}
