import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOutput } from '../../../scripts/cli/output.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hubshed-output-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the path of a result', () => {
  it('may be a new file, or an old one that is no input', async () => {
    await writeFile(join(folder, 'old.json'), '{}');
    await expect(checkOutput(join(folder, 'new.json'), [join(folder, 'old.json')])).resolves.toBeUndefined();
    await expect(checkOutput(join(folder, 'old.json'), [undefined])).resolves.toBeUndefined();
  });

  it('is refused where it is one of the inputs, under whatever name', async () => {
    const [input, link] = [join(folder, 'roads.osm.pbf'), join(folder, 'link')];
    await writeFile(input, 'roads');
    await symlink(input, link);
    await expect(checkOutput(input, [input])).rejects.toMatchObject({ exitCode: 2 });
    await expect(checkOutput(link, [undefined, input])).rejects.toMatchObject({ exitCode: 2 });
  });

  it('is refused before the work where it is a folder or lies in none', async () => {
    await expect(checkOutput(folder)).rejects.toMatchObject({ exitCode: 3 });
    await expect(checkOutput(join(folder, 'missing', 'a.json'))).rejects.toThrow('ENOENT');
  });
});
