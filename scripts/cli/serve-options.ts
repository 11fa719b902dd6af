import { once } from 'node:events';
import type { Services } from '../../server/api/services.ts';
import { readServiceConfig } from '../../server/config.ts';
import type { Db } from '../../server/db/db.ts';
import { type RunningService, type ServiceOptions, startCountyThreads, startService } from '../../server/main.ts';
import { builtWebFolder } from '../dev/web-build.mjs';
import type { CommandContext } from './command-context.ts';
import { EXIT } from './exit-codes.ts';
import { CommandFailure } from './failures.ts';
import { wholeNumber } from './option-values.ts';
import type { OptionTable, OptionValues } from './options.ts';
import { withStore } from './store-options.ts';

const GREATEST_PORT = 65_535;

/** Where the service listens. */
export const SERVE_OPTIONS = {
  port: {
    value: 'N',
    parse: wholeNumber(0, GREATEST_PORT),
    zh: '端口（默认 8090，或 HUBSHED_PORT；0 为任一空闲端口）',
    en: 'port (default 8090, or HUBSHED_PORT; 0: any free one)',
  },
} as const satisfies OptionTable;

/** What a command does besides serving. */
interface Serving {
  /** Before the service starts. */
  readonly prepare?: (db: Db) => Promise<void>;
  /** With the service, before its address is told. */
  readonly first?: (services: Services) => Promise<void>;
}

/** Serves the API and the map on the store that the environment names, until the command is interrupted. */
export async function serveStore(
  values: OptionValues<typeof SERVE_OPTIONS>,
  context: CommandContext,
  { prepare, first }: Serving = {},
): Promise<void> {
  // Both take a second or more, and neither needs the store.
  const threads = startCountyThreads();
  const webFolder = builtWebFolder({
    onBuild: () => context.note({ zh: '构建地图页面……', en: 'building the map...' }),
  });
  webFolder.catch(() => undefined);
  try {
    await withStore(context, async (db) => {
      await prepare?.(db);
      const service = await listen(db, values, context, { threads, webFolder: await webFolder });
      try {
        await first?.(service.services);
        await untilInterrupted(service, context);
      } finally {
        await service.close();
      }
    });
  } finally {
    await threads.close();
  }
}

function listen(
  db: Db,
  { port }: OptionValues<typeof SERVE_OPTIONS>,
  { env }: CommandContext,
  prepared: Pick<ServiceOptions, 'threads' | 'webFolder'>,
): Promise<RunningService> {
  const configured = readServiceConfig(env);
  const config = { ...configured, port: port ?? configured.port };
  return startService(db, { config, env, ...prepared, logger: { level: 'warn' } }).catch((error: unknown) => {
    throw portTaken(error, config.port);
  });
}

async function untilInterrupted({ url }: RunningService, { note, signal }: CommandContext): Promise<void> {
  note({
    zh: `地图：${url}/　接口文档：${url}/api/docs/　（Ctrl-C 结束）`,
    en: `map: ${url}/  API: ${url}/api/docs/  (Ctrl-C ends)`,
  });
  if (!signal.aborted) await once(signal, 'abort');
}

function portTaken(error: unknown, port: number): unknown {
  if ((error as NodeJS.ErrnoException)?.code !== 'EADDRINUSE') return error;
  return new CommandFailure(EXIT.failure, {
    zh: `端口 ${port} 已被占用，请用 --port 另选`,
    en: `port ${port} is taken; choose another with --port`,
  });
}
