// Plain JavaScript on Node alone: this file runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, absolute. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const LOCKFILE = join(ROOT, 'package-lock.json');
const MODULES = join(ROOT, 'node_modules');
/** npm writes this copy of the lockfile last, so that its absence means an unfinished installation. */
const INSTALLED = join(MODULES, '.package-lock.json');
/** Hash of the lockfile that was installed: it outlives a checkout that touches the lockfile without changing it. */
const STAMP = join(MODULES, '.hubshed-dependencies');
/** Outside node_modules, which `npm ci` deletes; one for each checkout. */
const LOCK = join(tmpdir(), `hubshed-install-${sha256(ROOT).slice(0, 16)}`);
const LOCK_POLL_MS = 200;
/** A lock with no owner written in it after this long was left by a process that died at once. */
const OWNERLESS_LOCK_MS = 5000;

/**
 * Installs the dependencies with `npm ci` unless those of this lockfile are there already. Two
 * processes at a time install once: the second waits. Everything said goes to standard error.
 * Costs two file status calls when there is nothing to do. Where npm is missing or fails, says why
 * and ends the process with exit code 1.
 */
export function ensureDependencies() {
  try {
    installOnce();
  } catch (error) {
    process.stderr.write(`hubshed: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/**
 * The JavaScript file behind a program that a dependency brings, absolute.
 *
 * @param {string} name as on the command line: `vitest`, `tsc`
 * @throws {Error} when no dependency brings it
 */
export function localProgram(name) {
  /** @type {{ packages: Record<string, { bin?: Record<string, string> }> }} */
  const { packages } = JSON.parse(readFileSync(INSTALLED, 'utf8'));
  for (const [folder, { bin }] of Object.entries(packages)) {
    if (bin?.[name]) return join(ROOT, folder, bin[name]);
  }
  throw new Error(`No dependency brings a program called ${name}.`);
}

/** Whether what stands in node_modules is what the lockfile says. */
export function isInstalled() {
  const installedAt = modifiedAt(INSTALLED);
  const lockedAt = modifiedAt(LOCKFILE);
  if (installedAt === undefined) return false;
  if (lockedAt === undefined || installedAt >= lockedAt) return true;
  return readText(STAMP) === sha256(readFileSync(LOCKFILE));
}

/** Notes that what stands in node_modules is what the lockfile says now. */
export function stampInstalled() {
  writeFileSync(STAMP, sha256(readFileSync(LOCKFILE)));
}

/**
 * How to start npm: the one that started this process, else the one on the path.
 *
 * @returns {{ command: string, args: readonly string[], shell: boolean }}
 */
export function npmCommand() {
  const running = process.env['npm_execpath'];
  if (running && /npm-cli\.[cm]?js$/.test(running)) {
    return { command: process.execPath, args: [running], shell: false };
  }
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

function installOnce() {
  if (isInstalled()) return;
  const release = takeInstallLock();
  try {
    if (!isInstalled()) install();
  } finally {
    release();
  }
}

function install() {
  const npm = npmCommand();
  process.stderr.write('hubshed: installing dependencies (npm ci), once...\n');
  const result = spawnSync(
    npm.command,
    [...npm.args, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: ROOT, stdio: ['ignore', 2, 2], shell: npm.shell },
  );
  if (result.error) throw new Error(`npm could not be started (${result.error.message}). Install Node with npm.`);
  if (result.status !== 0) {
    const outcome = result.signal ? `stopped by ${result.signal}` : `failed with exit code ${result.status}`;
    throw new Error(
      `npm ci ${outcome}; its message is above. The first run needs the npm registry: ` +
        'check the network or the registry setting (npm config get registry), then run the same command again.',
    );
  }
  stampInstalled();
}

/** @returns {() => void} gives the lock back */
function takeInstallLock() {
  let told = false;
  for (;;) {
    try {
      mkdirSync(LOCK);
      writeFileSync(join(LOCK, 'pid'), String(process.pid));
      return () => rmSync(LOCK, { recursive: true, force: true });
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw new Error(`The install lock ${LOCK} cannot be made: ${error}`);
    }
    if (dropAbandonedLock()) continue;
    if (!told) process.stderr.write('hubshed: waiting for another process to install dependencies...\n');
    told = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_POLL_MS);
  }
}

/**
 * Renames before it deletes: of several waiters that saw the same dead owner only one succeeds, and
 * one that caught a newer lock puts it back.
 */
function dropAbandonedLock() {
  const owner = readText(join(LOCK, 'pid'));
  if (!isAbandoned(owner)) return false;
  const aside = `${LOCK}-${randomUUID()}`;
  try {
    renameSync(LOCK, aside);
  } catch {
    return true;
  }
  if (readText(join(aside, 'pid')) === owner) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, LOCK);
  return true;
}

/** @param {string | undefined} owner process id, undefined where none is written yet */
function isAbandoned(owner) {
  if (!owner) {
    const madeAt = modifiedAt(LOCK);
    return madeAt !== undefined && Date.now() - madeAt > OWNERLESS_LOCK_MS;
  }
  try {
    process.kill(Number(owner), 0);
    return false;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

/**
 * @param {string} path
 * @returns {number | undefined} milliseconds since the epoch, undefined where there is no such file
 */
function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string | Uint8Array} content */
function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
