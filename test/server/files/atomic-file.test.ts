import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../../server/files/atomic-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hubshed-atomic-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a file written whole or not at all', () => {
  it('holds the new content, and nothing is left beside it', async () => {
    const path = join(folder, 'plain.txt');
    await writeFileAtomically(path, 'one');
    await writeFileAtomically(path, 'two');
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(folder)).toEqual(['plain.txt']);
  });

  it('keeps the mode of the file that it replaces', async () => {
    const path = join(folder, 'private.txt');
    await writeFile(path, 'old');
    await chmod(path, 0o640);
    await writeFileAtomically(path, 'new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('goes through a link to the file behind it', async () => {
    const [target, link] = [join(folder, 'target.txt'), join(folder, 'link.txt')];
    await writeFile(target, 'old');
    await symlink(target, link);
    await writeFileAtomically(link, 'new');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  it('writes to a device and leaves it a device', async () => {
    await writeFileAtomically('/dev/null', 'gone');
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  it('fails on a folder and leaves nothing behind', async () => {
    await expect(writeFileAtomically(folder, 'x')).rejects.toThrow();
    expect((await stat(folder)).isDirectory()).toBe(true);
  });
});
