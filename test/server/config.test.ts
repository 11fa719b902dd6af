import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readStoreConfig } from '../../server/config.ts';

it('the store is embedded, in the current folder, where nothing is said', () => {
  expect(readStoreConfig({ DATABASE_URL: '' })).toEqual({
    databaseUrl: undefined,
    storeFolder: resolve('data/store'),
    cacheFolder: join(homedir(), '.cache', 'hubshed'),
  });
});

it('the environment names the server and the folders', () => {
  const env = {
    DATABASE_URL: 'postgresql://db/x',
    HUBSHED_STORE: 'elsewhere',
    HUBSHED_CACHE: '/c',
    XDG_CACHE_HOME: '/x',
  };
  expect(readStoreConfig(env)).toEqual({
    databaseUrl: 'postgresql://db/x',
    storeFolder: resolve('elsewhere'),
    cacheFolder: '/c',
  });
  expect(readStoreConfig({ XDG_CACHE_HOME: '/x' }).cacheFolder).toBe('/x/hubshed');
});
