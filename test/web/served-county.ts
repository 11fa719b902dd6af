import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtWebFolder } from '../../scripts/dev/web-build.mjs';
import { ensureDemoCounty } from '../../server/counties/demo-import.ts';
import type { Db } from '../../server/db/db.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openPgliteDb } from '../../server/db/pglite.ts';
import { type RunningService, startService } from '../../server/main.ts';

/** The whole product on this machine: an embedded store, the service, the built page. */
export interface ServedCounty {
  /** Without a slash at the end. */
  readonly origin: string;
  /** What the service answers to a path under the demonstration county. @throws Error where it refuses */
  readonly ask: <Answer>(path: string) => Promise<Answer>;
  /** Where the same store is served under other environment variables, until everything is closed. */
  readonly serveUnder: (env: Readonly<Record<string, string>>) => Promise<string>;
  readonly close: () => Promise<void>;
}

const COUNTY_PATH = '/api/counties/990321';

/**
 * Serves the demonstration county from a store in memory, on a free port.
 * @param importMore brings other counties in
 */
export function serveDemoCounty(importMore?: (db: Db) => Promise<void>): Promise<ServedCounty> {
  return serveStore(async (db) => {
    await ensureDemoCounty(db);
    await importMore?.(db);
  });
}

/**
 * Serves a store in memory, on a free port.
 * @param fill brings counties in; without it the store has none
 */
export async function serveStore(fill?: (db: Db) => Promise<void>): Promise<ServedCounty> {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'hubshed-map-'));
  const db = await openPgliteDb({ folder: undefined, cacheFolder, schema: 'map' });
  await migrate(db);
  await fill?.(db);
  const config = { host: '127.0.0.1', port: 0, hosts: [] };
  const webFolder = await builtWebFolder();
  const service = await startService(db, { config, env: {}, webFolder });
  const others: RunningService[] = [];
  return {
    origin: service.url,
    async ask<Answer>(path: string) {
      const response = await fetch(service.url + COUNTY_PATH + path);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as Answer;
    },
    async serveUnder(env) {
      const other = await startService(db, { config, env, webFolder });
      others.push(other);
      return other.url;
    },
    async close() {
      await Promise.all([service, ...others].map((running) => running.close()));
      await db.close();
      await rm(cacheFolder, { recursive: true, force: true });
    },
  };
}
