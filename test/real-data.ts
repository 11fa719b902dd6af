import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/**
 * Path of a file or folder of the real data that tests share and the repository does not hold, or undefined where it
 * is absent: guard with `describe.skipIf(!path)`. Looked for in HUBSHED_REAL_DATA, else beside the repository in
 * `../shared/data`. Throws where it is absent although HUBSHED_REQUIRE_ALL=1 says that nothing may be skipped.
 */
export function realData(name: string): string | undefined {
  const folder = process.env['HUBSHED_REAL_DATA'] ?? resolve(REPOSITORY, '../shared/data');
  const path = join(folder, name);
  if (existsSync(path)) return path;
  if (process.env['HUBSHED_REQUIRE_ALL'] === '1') throw new Error(`Real data ${name} is missing from ${folder}.`);
  return undefined;
}

/** The same for a table made by another program, which lies in `reference` beside the data. */
export function referenceData(name: string): string | undefined {
  return realData(join('..', 'reference', name));
}
