import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Db } from '../../server/db/db.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openPgliteDb } from '../../server/db/pglite.ts';
import { openPostgresDb } from '../../server/db/postgres.ts';
import { startService } from '../../server/main.ts';
import type { LoadServiceReply, LoadServiceStart, ServiceFigures } from './load-service-calls.ts';

/**
 * A service of its own process on a store of its own: a new folder, or a new schema of a PostgreSQL server. It ends,
 * and takes its store away, when its parent lets go of it or is gone, however that came.
 */
const start = JSON.parse(process.argv[2] ?? '') as LoadServiceStart;
// Ctrl-C reaches every process of the terminal; this one ends when its parent has ended its work.
process.on('SIGINT', () => undefined);
const ended = once(process, 'disconnect');
const store = await openStore(start);
const service = await startService(store.db, {
  config: { host: '127.0.0.1', port: 0, hosts: [] },
  env: {},
  logger: { level: 'warn' },
});
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
let since = { utilization: performance.eventLoopUtilization(), cpu: process.cpuUsage(), at: performance.now() };
process.on('message', () => reply({ figures: figuresSinceLast() }));
reply({ url: service.url });
await ended;
await service.close();
await store.remove();
process.exit();

function reply(message: LoadServiceReply): void {
  process.send?.(message, undefined, undefined, () => undefined);
}

function figuresSinceLast(): ServiceFigures {
  const now = { utilization: performance.eventLoopUtilization(), cpu: process.cpuUsage(), at: performance.now() };
  const { user, system } = process.cpuUsage(since.cpu);
  const figures: ServiceFigures = {
    loopShare: performance.eventLoopUtilization(now.utilization, since.utilization).utilization,
    longestLoopMs: loop.max / 1e6,
    cores: (user + system) / 1000 / (now.at - since.at),
    memoryMegabytes: process.memoryUsage.rss() / 1e6,
  };
  loop.reset();
  since = now;
  return figures;
}

interface OwnStore {
  readonly db: Db;
  /** Closes it and leaves nothing of it behind. */
  remove(): Promise<void>;
}

async function openStore({ databaseUrl, cacheFolder }: LoadServiceStart): Promise<OwnStore> {
  const schema = `hubshed_load_${process.pid}`;
  const folder = databaseUrl === undefined ? await mkdtemp(join(tmpdir(), 'hubshed-load-')) : undefined;
  const db =
    databaseUrl === undefined
      ? await openPgliteDb({ folder, cacheFolder, schema })
      : await openPostgresDb({ databaseUrl, schema });
  await migrate(db);
  return {
    db,
    async remove() {
      if (folder === undefined) await db.execute(`DROP SCHEMA ${schema} CASCADE`);
      await db.close();
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
