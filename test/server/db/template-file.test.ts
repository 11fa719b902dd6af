import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTemplate, saveTemplate } from '../../../server/db/template-file.ts';
import { scratchFolder } from '../files/scratch-file.ts';

const ARCHIVE = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);

it('a template comes back byte for byte, and nothing is left beside it', async () => {
  const folder = join(await scratchFolder(), 'cache');
  const path = join(folder, 'store.tar.gz');
  expect(readTemplate(path)).toBeUndefined();
  saveTemplate(path, ARCHIVE);
  expect(readTemplate(path)).toEqual(ARCHIVE);
  expect(readdirSync(folder)).toEqual(['store.tar.gz']);
});

it('a template that was cut off, changed or is none at all is not taken', async () => {
  const path = join(await scratchFolder(), 'store.tar.gz');
  saveTemplate(path, ARCHIVE);
  const whole = readFileSync(path);
  truncateSync(path, 900);
  expect(readTemplate(path)).toBeUndefined();
  writeFileSync(path, whole.with(500, 0xff));
  expect(readTemplate(path)).toBeUndefined();
  writeFileSync(path, '');
  expect(readTemplate(path)).toBeUndefined();
});

it('a cache that cannot be written is done without', async () => {
  const path = join(await scratchFolder(), 'taken');
  mkdirSync(path);
  saveTemplate(path, ARCHIVE);
  expect(readdirSync(path)).toEqual([]);
});
