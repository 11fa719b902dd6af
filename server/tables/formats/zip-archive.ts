import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { refusal } from '../refusal.ts';
import { decodeName } from './decode-name.ts';

/** Most bytes that all parts read from one archive may come to; a sheet of 100,000 rows and 20 columns has 70 MB. */
const MOST_UNPACKED_BYTES = 512 * 2 ** 20;
const MOST_ENTRIES = 10_000;
const CHUNK_BYTES = 1 << 16;

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const FLAG_ENCRYPTED = 1;
const FLAG_UTF8 = 1 << 11;
const STORED = 0;
const DEFLATED = 8;

/** A file inside a zip. Sizes in bytes. */
export interface ZipEntry {
  /** Path with forward slashes. Names that are not marked as UTF-8 may be GBK, and are read as whichever they fit. */
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly crc: number;
  readonly method: number;
  readonly headerOffset: number;
}

/** A zip (APPNOTE 6.3, without zip64, spanning and encryption) in memory. Nothing is unpacked to a disk. */
export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  /**
   * The entry's bytes, piece by piece. @throws `input-invalid` where the archive is damaged (the check sum is looked
   * at, too), or where all that was unpacked from it comes to more than 512 MiB.
   */
  readonly unpack: (entry: ZipEntry) => AsyncGenerator<Uint8Array, void>;
  readonly unpackWhole: (entry: ZipEntry) => Promise<Uint8Array>;
}

/** @throws `input-invalid` for a damaged or encrypted archive */
export function openZip(file: string, bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const budget = { bytes: MOST_UNPACKED_BYTES };
  const unpack = (entry: ZipEntry) => unpackEntry(file, bytes, entry, budget);
  return {
    entries: centralDirectory(file, bytes, view),
    unpack,
    unpackWhole: async (entry) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of unpack(entry)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}

function centralDirectory(file: string, bytes: Uint8Array, view: DataView): ZipEntry[] {
  const end = findEnd(view);
  if (end === undefined) throw refusal(file, 'zip-damaged');
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw refusal(file, 'content-too-large');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL_SIGNATURE) throw refusal(file, 'zip-damaged');
    const flags = view.getUint16(at + 8, true);
    if (flags & FLAG_ENCRYPTED) throw refusal(file, 'zip-encrypted');
    const nameEnd = at + CENTRAL_BYTES + view.getUint16(at + 28, true);
    const name = bytes.subarray(at + CENTRAL_BYTES, nameEnd);
    entries.push({
      name: decodeName(name, (flags & FLAG_UTF8) !== 0).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return undefined;
}

async function* unpackEntry(
  file: string,
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: { bytes: number },
): AsyncGenerator<Uint8Array, void> {
  if (entry.size > budget.bytes) throw refusal(file, 'content-too-large');
  let size = 0;
  let crc = 0;
  for await (const piece of inflated(file, packedBytes(file, bytes, entry), entry.method)) {
    size += piece.length;
    budget.bytes -= piece.length;
    if (budget.bytes < 0) throw refusal(file, 'content-too-large');
    if (size > entry.size) throw refusal(file, 'zip-damaged');
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw refusal(file, 'zip-damaged');
}

function packedBytes(file: string, bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerOffset;
  if (at + LOCAL_BYTES > bytes.length || view.getUint32(at, true) !== LOCAL_SIGNATURE) {
    throw refusal(file, 'zip-damaged');
  }
  const start = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packedSize > bytes.length) throw refusal(file, 'zip-damaged');
  return bytes.subarray(start, start + entry.packedSize);
}

/** Node's own inflate, in pieces of 64 KiB on another thread: a bomb goes off one piece at a time. */
async function* inflated(file: string, packed: Uint8Array, method: number): AsyncGenerator<Uint8Array, void> {
  if (method !== STORED && method !== DEFLATED) throw refusal(file, 'zip-damaged');
  if (method === STORED) {
    for (let at = 0; at < packed.length; at += CHUNK_BYTES) yield packed.subarray(at, at + CHUNK_BYTES);
    return;
  }
  const pieces = Readable.from([packed], { objectMode: false }).pipe(createInflateRaw({ chunkSize: CHUNK_BYTES }));
  try {
    for await (const piece of pieces) yield piece as Uint8Array;
  } catch (error) {
    throw isZlibError(error) ? refusal(file, 'zip-damaged') : error;
  } finally {
    pieces.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
