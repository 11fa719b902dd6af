import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeFolder } from '../../../server/db/folder-lock.ts';
import { ownIdentity } from '../../../server/db/process-identity.ts';
import { scratchFolder } from '../files/scratch-file.ts';

const LOCK_MODULE = fileURLToPath(new URL('../../../server/db/folder-lock.ts', import.meta.url));
const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** A process that takes the folder and stays. */
async function holderOf(folder: string) {
  const program = `import { takeFolder } from ${JSON.stringify(LOCK_MODULE)};
    takeFolder(${JSON.stringify(folder)}); process.stdout.write('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child;
}

/** Leaves a lock in the words of a process that may or may not be. */
function leaveLock(folder: string, holder: object): void {
  writeFileSync(join(folder, 'lock.json'), JSON.stringify({ ...ownIdentity(), mark: 'left', ...holder }));
}

describe('the lock of a folder', () => {
  it('keeps another process out, naming the holder, until the holder is killed', async () => {
    const folder = await scratchFolder();
    const holder = await holderOf(folder);
    expect(() => takeFolder(folder)).toThrow(`is used by process ${holder.pid} on ${hostname()}`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    takeFolder(folder).release();
  });

  it('keeps this process itself from opening twice', async () => {
    const folder = await scratchFolder();
    const lock = takeFolder(folder);
    expect(() => takeFolder(folder)).toThrow(expect.objectContaining({ code: 'folder-in-use' }));
    lock.release();
    takeFolder(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a process that ended', async () => {
    const folder = await scratchFolder();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    leaveLock(folder, { pid, started: 'long ago' });
    takeFolder(folder).release();
  });

  it('is taken over where another process has the id of the dead holder', async () => {
    const folder = await scratchFolder();
    leaveLock(folder, { started: 'another boot:1' });
    takeFolder(folder).release();
  });

  it.each(['', 'nonsense', '{}', '{"pid":"x"}'])('is taken over where it says nothing: %j', async (content) => {
    const folder = await scratchFolder();
    writeFileSync(join(folder, 'lock.json'), content);
    takeFolder(folder).release();
  });

  it('is respected where the holder is on another machine', async () => {
    const folder = await scratchFolder();
    leaveLock(folder, { host: 'another-machine', pid: 1 });
    expect(() => takeFolder(folder)).toThrow('on another-machine');
  });

  it('is not given back by somebody who lost it', async () => {
    const folder = await scratchFolder();
    const lost = takeFolder(folder);
    leaveLock(folder, { host: 'another-machine' });
    lost.release();
    expect(readFileSync(join(folder, 'lock.json'), 'utf8')).toContain('another-machine');
    expect(readdirSync(folder)).toEqual(['lock.json']);
  });

  it('is made with the folder, however deep', async () => {
    const folder = join(await scratchFolder(), 'a', 'b');
    takeFolder(folder).release();
  });
});
