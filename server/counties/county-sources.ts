import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { VersionSource } from '../db/versions.ts';
import type { CountyFiles } from './county-files.ts';

/** Every file once, with the SHA-256 of its bytes: what a version is made of. */
export function countySources({
  pbf,
  network,
  survey,
  boundary,
  townships,
  stations,
  settlements,
}: CountyFiles): Promise<VersionSource[]> {
  const tables = [stations, settlements].map((source) => ('file' in source ? source.file : undefined));
  const files = [pbf, network, survey?.roads, survey?.classes, boundary, townships, ...tables].filter(
    (file) => file !== undefined,
  );
  const once = new Map(files.map((file) => [file.path, file]));
  return Promise.all(
    [...once.values()].map(async ({ path, name }) => ({ name: basename(name), sha256: await sha256(path) })),
  );
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
