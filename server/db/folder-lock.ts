import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.ts';
import { StoreError } from './store-error.ts';

const LOCK = 'lock.json';
const ATTEMPTS = 10;

/** A folder that this process alone uses. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes a folder for this process, making it where it is missing. A lock whose holder no longer runs, however
 * it ended, is taken over. Each lock has a mark of its own, so that nobody removes another's.
 * @throws StoreError `folder-in-use` naming the holder, this process included
 */
export function takeFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, LOCK);
  const content = JSON.stringify({ ...ownIdentity(), mark: randomBytes(8).toString('hex') });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (writeIfAbsent(path, content)) return { release: () => removeIfStill(path, content) };
    const held = readText(path);
    if (held === undefined) continue;
    const holder = parseHolder(held);
    if (holder && isRunning(holder)) throw folderInUse(folder, path, holder);
    removeIfStill(path, held);
  }
  throw new StoreError('folder-in-use', `${folder} could not be locked: others took it ${ATTEMPTS} times.`, { folder });
}

/** Links a finished file into place: unlike one that is opened and then written, it is never seen half written. */
function writeIfAbsent(path: string, content: string): boolean {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, content, { flag: 'wx' });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves the lock aside before looking at it: of several that saw the same dead holder only one moves it. */
function removeIfStill(path: string, content: string): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readText(aside);
  if (moved !== undefined && moved !== content) writeIfAbsent(path, moved);
  rmSync(aside, { force: true });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Undefined where nobody can be named: then nobody holds it. */
function parseHolder(text: string): ProcessIdentity | undefined {
  try {
    const { host, pid, started } = JSON.parse(text) as Partial<ProcessIdentity>;
    return typeof host === 'string' && typeof pid === 'number' && typeof started === 'string'
      ? { host, pid, started }
      : undefined;
  } catch {
    return undefined;
  }
}

function folderInUse(folder: string, path: string, { host, pid }: ProcessIdentity): StoreError {
  const message =
    `${folder} is used by process ${pid} on ${host}; two at a time would destroy it. ` +
    `Where that process is certainly gone, delete ${path}.`;
  return new StoreError('folder-in-use', message, { folder, host, pid });
}
