import { once } from 'node:events';
import type { Services } from '../../server/api/services.ts';
import { readServiceConfig } from '../../server/config.ts';
import type { Db } from '../../server/db/db.ts';
import { startService } from '../../server/main.ts';
import { builtWebFolder } from '../dev/web-build.mjs';
import type { CommandContext } from './command-context.ts';
import { EXIT } from './exit-codes.ts';
import { CommandFailure } from './failures.ts';
import { wholeNumber } from './option-values.ts';
import type { OptionTable, OptionValues } from './options.ts';

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

/**
 * Serves the API and the map on an open store until the command is interrupted.
 * @param first what to do with the service before its address is told
 */
export async function serveUntilEnd(
  db: Db,
  { port }: OptionValues<typeof SERVE_OPTIONS>,
  context: CommandContext,
  first: (services: Services) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const configured = readServiceConfig(context.env);
  const config = { ...configured, port: port ?? configured.port };
  const webFolder = await builtWebFolder({
    onBuild: () => context.note({ zh: '构建地图页面……', en: 'building the map...' }),
  });
  const service = await startService(db, { config, env: context.env, webFolder, logger: { level: 'warn' } }).catch(
    (error: unknown) => {
      throw portTaken(error, config.port);
    },
  );
  try {
    await first(service.services);
    context.note({
      zh: `地图：${service.url}/　接口文档：${service.url}/api/docs/　（Ctrl-C 结束）`,
      en: `map: ${service.url}/  API: ${service.url}/api/docs/  (Ctrl-C ends)`,
    });
    if (!context.signal.aborted) await once(context.signal, 'abort');
  } finally {
    await service.close();
  }
}

function portTaken(error: unknown, port: number): unknown {
  if ((error as NodeJS.ErrnoException)?.code !== 'EADDRINUSE') return error;
  return new CommandFailure(EXIT.failure, {
    zh: `端口 ${port} 已被占用，请用 --port 另选`,
    en: `port ${port} is taken; choose another with --port`,
  });
}
