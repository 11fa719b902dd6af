import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { type FolderLock, takeFolder } from './folder-lock.ts';
import type { PgliteStart } from './pglite-calls.ts';
import { readTemplate, saveTemplate } from './template-file.ts';

/** Written when a new database is complete: a folder without it was left by a process killed while making it. */
const READY = 'ready';
const DATABASE = 'database';

/**
 * Opens the database of a folder, making it where there is none, with PostGIS in `public`. A new one is
 * unpacked from a template, an empty database with PostGIS that is made once and kept in the cache: 3 s
 * against 15 s for a new one on two busy cores.
 */
export async function openPglite({
  folder,
  cacheFolder,
}: Pick<PgliteStart, 'folder' | 'cacheFolder'>): Promise<PGlite> {
  if (folder === undefined) return newDatabase(undefined, cacheFolder);
  const dataDir = join(folder, DATABASE);
  const ready = join(folder, READY);
  if (existsSync(ready)) return PGlite.create({ dataDir, extensions: { postgis } });
  const pg = await newDatabase(dataDir, cacheFolder);
  writeFileSync(ready, '');
  return pg;
}

async function newDatabase(dataDir: string | undefined, cacheFolder: string): Promise<PGlite> {
  const template = join(cacheFolder, templateName());
  const known = await fromTemplate(dataDir, template);
  if (known) return known;
  const making = await takeMaking(template);
  try {
    return (await fromTemplate(dataDir, template)) ?? (await fromNothing(dataDir, template));
  } finally {
    making?.release();
  }
}

const MAKING_POLL_MS = 100;
const LONGEST_MAKING_MS = 60_000;

/** Several that find no template at once would take the longer for it: one makes it, the others wait a while. */
async function takeMaking(template: string): Promise<FolderLock | undefined> {
  for (let waitedMs = 0; waitedMs < LONGEST_MAKING_MS; waitedMs += MAKING_POLL_MS) {
    try {
      return takeFolder(`${template}.making`);
    } catch {
      await setTimeout(MAKING_POLL_MS);
    }
  }
  return undefined;
}

/** Undefined where there is no template or it cannot be used; then it is removed, to be made afresh. */
async function fromTemplate(dataDir: string | undefined, template: string): Promise<PGlite | undefined> {
  const bytes = readTemplate(template);
  if (!bytes) return undefined;
  clear(dataDir);
  try {
    const pg = await PGlite.create({ ...inFolder(dataDir), extensions: { postgis }, loadDataDir: new Blob([bytes]) });
    await pg.query('SELECT public.postgis_version()');
    return pg;
  } catch {
    rmSync(template, { force: true });
    return undefined;
  }
}

async function fromNothing(dataDir: string | undefined, template: string): Promise<PGlite> {
  clear(dataDir);
  const pg = await PGlite.create({ ...inFolder(dataDir), extensions: { postgis } });
  await pg.exec('CREATE EXTENSION postgis WITH SCHEMA public; CHECKPOINT');
  const dump = await pg.dumpDataDir('gzip');
  saveTemplate(template, new Uint8Array(await dump.arrayBuffer()));
  return pg;
}

function inFolder(dataDir: string | undefined): { dataDir?: string } {
  return dataDir === undefined ? {} : { dataDir };
}

function clear(dataDir: string | undefined): void {
  if (dataDir === undefined) return;
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
}

/** A template belongs to the two packages that made it, to the byte. */
function templateName(): string {
  const versions = ['@electric-sql/pglite', '@electric-sql/pglite-postgis'].map(packageVersion);
  return `store-${versions.join('-')}.tar.gz`;
}

function packageVersion(name: string): string {
  const require = createRequire(import.meta.url);
  const manifest = join(require.resolve(name), '..', '..', 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
