// Builds the map when its sources changed: node scripts/dev/web-build.mjs. The built files stand in dist/web.
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './dependencies.mjs';

const BUILT = join(ROOT, 'dist', 'web');
/** Hash of the sources that the built files were made of. */
const STAMP = '.sources';
const SOURCES = ['web', 'geodata', 'package-lock.json'];

/**
 * The folder of the built map, made first where there is none or its sources have changed; undefined where it cannot
 * be built because the sources of the map are not here.
 *
 * @param {{ onBuild?: () => void }} [options] told before it is built
 * @returns {Promise<string>}
 */
export async function builtWebFolder({ onBuild } = {}) {
  const wanted = await hashOfSources();
  const made = await readFile(join(BUILT, STAMP), 'utf8').catch(() => '');
  if (made === wanted) return BUILT;
  onBuild?.();
  const { build } = await import('vite');
  const folder = `${BUILT}-${process.pid}`;
  await build({
    configFile: join(ROOT, 'web', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  await writeFile(join(folder, STAMP), wanted);
  await rm(BUILT, { recursive: true, force: true });
  await rename(folder, BUILT);
  return BUILT;
}

async function hashOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesUnder(join(ROOT, source))) hash.update(`${file}\n`).update(await readFile(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} path of a file or folder
 * @returns {Promise<string[]>} all files, sorted
 */
async function filesUnder(path) {
  /** @type {import('node:fs').Dirent[] | undefined} */
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  const nested = entries.map((entry) =>
    entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)],
  );
  return (await Promise.all(nested)).flat().sort();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${await builtWebFolder()}\n`);
}
