// Builds the map when its sources changed: node scripts/dev/web-build.mjs. The built files stand in dist/web.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { localProgram, ROOT } from './dependencies.mjs';

const BUILT = join(ROOT, 'dist', 'web');
/** Hash of the sources that the built files were made of. */
const STAMP = '.sources';
const SOURCES = ['web', 'geodata', 'package-lock.json', 'scripts/dev/web-build.mjs'];

/**
 * The folder of the built map, made first where there is none or its sources have changed.
 *
 * @param {{ onBuild?: () => void }} [options] told before it is built
 * @returns {Promise<string>}
 */
export async function builtWebFolder({ onBuild } = {}) {
  const wanted = await hashOfSources();
  const made = await readFile(join(BUILT, STAMP), 'utf8').catch(() => '');
  if (made === wanted) return BUILT;
  onBuild?.();
  const folder = `${BUILT}-${process.pid}`;
  await runVite(folder);
  await writeFile(join(folder, STAMP), wanted);
  await rm(BUILT, { recursive: true, force: true });
  await rename(folder, BUILT);
  return BUILT;
}

/**
 * In a process of its own: Vite takes a caller's NODE_ENV, such as a test's, for what readers are to get.
 *
 * @param {string} folder to build into
 */
async function runVite(folder) {
  const config = join(ROOT, 'web', 'vite.config.ts');
  const args = ['build', '--config', config, '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'];
  const child = spawn(process.execPath, [localProgram('vite'), ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The map could not be built: vite ended with ${code}; its message is above.`);
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
