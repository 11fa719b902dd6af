import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../../server/files/atomic-file.ts';
import { scratchFolder } from './scratch-file.ts';

describe('writeFileAtomically', () => {
  it('writes a new file and replaces an old one, leaving nothing beside it', async () => {
    const folder = await scratchFolder();
    const path = join(folder, 'table.csv');
    await writeFileAtomically(path, '旧');
    await writeFileAtomically(path, '新');
    expect(await readFile(path, 'utf8')).toBe('新');
    expect(await readdir(folder)).toEqual(['table.csv']);
  });

  it('leaves what was there, and no draft, when it fails', async () => {
    const folder = await scratchFolder();
    const occupied = join(folder, 'table.csv');
    await mkdir(occupied);
    await writeFile(join(occupied, 'inside'), 'kept');
    await expect(writeFileAtomically(occupied, 'x')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['table.csv']);
    expect(await readFile(join(occupied, 'inside'), 'utf8')).toBe('kept');
  });

  it('never shows a half-written file to a reader', async () => {
    const path = join(await scratchFolder(), 'table.csv');
    const contents = ['a'.repeat(3_000_000), 'b'.repeat(3_000_000)];
    await writeFileAtomically(path, contents[0] ?? '');
    let isWriting = true;
    const writing = writeFileAtomically(path, contents[1] ?? '').finally(() => {
      isWriting = false;
    });
    while (isWriting) expect(contents.includes(await readFile(path, 'utf8'))).toBe(true);
    await writing;
    expect((await readFile(path, 'utf8')) === contents[1]).toBe(true);
  });

  it('fails where the folder is not there', async () => {
    await expect(writeFileAtomically(join(await scratchFolder(), 'none', 'table.csv'), 'x')).rejects.toThrow('ENOENT');
  });

  it('keeps the mode of the file that it replaces', async () => {
    const path = join(await scratchFolder(), 'private.csv');
    await writeFile(path, 'old');
    await chmod(path, 0o640);
    await writeFileAtomically(path, 'new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('goes through a link to the file behind it', async () => {
    const folder = await scratchFolder();
    const [target, link] = [join(folder, 'target.csv'), join(folder, 'link.csv')];
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
});
