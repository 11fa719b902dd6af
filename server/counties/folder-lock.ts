import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GeodataError } from '../../geodata/errors.ts';

const LOCK = '.batch.lock';

/**
 * Keeps a folder for this process until the returned function is called. A lock whose process is no
 * longer there, as after a kill, is taken over.
 * @throws GeodataError `folder-in-use` where another process holds it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK);
  const mine = `${process.pid}\n`;
  try {
    await writeFile(path, mine, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (holder !== process.pid && isRunning(holder)) throw folderInUse(folder, `process ${holder} works in it`);
    await writeFile(path, mine);
  }
  return () => rm(path, { force: true });
}

/** A folder that a batch must not write into. */
export function folderInUse(folder: string, reason: string): GeodataError {
  return new GeodataError('folder-in-use', `${folder}: ${reason}.`, { file: folder, reason });
}

function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
