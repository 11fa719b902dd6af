import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of real road files beside the project, or where `HUBSHED_REAL_DATA` says; undefined where there is none. */
export function realDataFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const folder = env.HUBSHED_REAL_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
  return existsSync(folder) ? folder : undefined;
}
