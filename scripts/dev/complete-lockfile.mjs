// node scripts/dev/complete-lockfile.mjs [--check]
// After `npm install`: puts back into package-lock.json the builds for other platforms that the registry
// in use does not hold. npm leaves those out without a word, and `npm ci` then refuses the lockfile
// everywhere. With --check changes nothing and fails where something is missing.
//
// An entry put back has no integrity hash, since nobody here has seen the package; a registry that
// holds it adds the hash at the next `npm install` there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, ROOT, stampInstalled } from './dependencies.mjs';

/**
 * @typedef {{
 *   version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   optionalDependencies?: Record<string, string>
 * }} Entry
 */

const LOCKFILE = join(ROOT, 'package-lock.json');
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** @type {{ packages: Record<string, Entry> }} */
const lockfile = JSON.parse(readFileSync(LOCKFILE, 'utf8'));
const missing = Object.entries(lockfile.packages).flatMap(missingBuilds);
if (process.argv.includes('--check')) {
  for (const [path] of missing) process.stdout.write(`package-lock.json lacks ${path}\n`);
  if (missing.length > 0) process.stdout.write('Complete it: node scripts/dev/complete-lockfile.mjs\n');
  process.exitCode = missing.length > 0 ? 1 : 0;
} else if (missing.length > 0) {
  const packages = Object.entries({ ...lockfile.packages, ...Object.fromEntries(missing) });
  lockfile.packages = Object.fromEntries(packages.sort(([a], [b]) => a.localeCompare(b, 'en')));
  const wasInstalled = isInstalled();
  writeFileSync(LOCKFILE, `${JSON.stringify(lockfile, undefined, 2)}\n`);
  // What was put back is for other platforms: nothing more is to be installed on this one.
  if (wasInstalled) stampInstalled();
  process.stdout.write(`package-lock.json: ${missing.length} builds for other platforms put back\n`);
}

/**
 * @param {[path: string, entry: Entry]} parent
 * @returns {[path: string, entry: Entry][]}
 */
function missingBuilds([parentPath, parent]) {
  const builds = Object.entries(parent.optionalDependencies ?? {});
  return builds
    .filter(([name]) => !isLocked(parentPath, name))
    .map(([name, version]) => [`node_modules/${name}`, buildEntry(name, version, parent.dev)]);
}

/**
 * Whether the lockfile has the package where the parent would find it: beside itself or farther out.
 *
 * @param {string} parentPath
 * @param {string} name
 */
function isLocked(parentPath, name) {
  const folders = parentPath.split('/node_modules/');
  const places = folders.map((_, depth) => folders.slice(0, depth + 1).join('/node_modules/'));
  return [...places.map((place) => `${place}/node_modules/${name}`), `node_modules/${name}`].some(
    (path) => path in lockfile.packages,
  );
}

/**
 * Names end in the platform they are for: `binding-linux-arm64-musl`, `binding-linux-arm-gnueabihf`.
 *
 * @param {string} name
 * @param {string} version
 * @param {boolean | undefined} dev
 * @returns {Entry}
 */
function buildEntry(name, version, dev) {
  const parts = name.split(/[-/]/);
  const os = SYSTEMS.filter((system) => parts.includes(system));
  const cpu = PROCESSORS.filter((processor) => parts.includes(processor));
  if (!/^\d+\.\d+\.\d+/.test(version) || os.length !== 1 || cpu.length !== 1) {
    throw new Error(`${name}@${version} names no version and platform that its lockfile entry could be made from.`);
  }
  const libc = parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : undefined;
  return { version, cpu, ...(dev && { dev }), ...(libc && { libc }), optional: true, os };
}
