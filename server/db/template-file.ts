import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const HASH_BYTES = 32;

/**
 * The archive that `saveTemplate` kept. Undefined where there is none, or where the file is not whole: it is the
 * SHA-256 of the archive, then the archive.
 */
export function readTemplate(path: string): Uint8Array<ArrayBuffer> | undefined {
  if (!existsSync(path)) return undefined;
  const file = readFileSync(path);
  const archive = Uint8Array.from(file.subarray(HASH_BYTES));
  return sha256(archive).equals(file.subarray(0, HASH_BYTES)) ? archive : undefined;
}

/** Keeps an archive, whole or not at all. Where the cache cannot be written, only the next new store takes longer. */
export function saveTemplate(path: string, archive: Uint8Array): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, Buffer.concat([sha256(archive), archive]));
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
