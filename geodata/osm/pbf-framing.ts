import { PbfReader } from 'pbf';
import { GeodataError, osmMalformed, osmUnsupported } from '../errors.ts';
import { ByteCursor } from './byte-cursor.ts';
import type { Inflate, OpenByteStream } from './elements.ts';
import { looksLike } from './file-signature.ts';
import { type ByteRange, expectVarintOnce, nextField, readRangeOnce, readUnsigned } from './message-fields.ts';

/** Limits of the format: OSM wiki, "PBF Format", file format. */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;

/** Compressed payloads the format knows and this reader refuses, by field number of the Blob message. */
const OTHER_COMPRESSIONS: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };

export type OsmBlobType = 'OSMHeader' | 'OSMData';

/** One blob of the file, still packed. `message` is valid until the next blob is asked for. */
export interface OsmBlob {
  /** Where its length prefix starts, counted from the start of the file. */
  readonly byteOffset: number;
  readonly type: OsmBlobType;
  readonly message: Uint8Array;
}

/**
 * The blobs of a file in order, one in memory at a time. Throws osmMalformed with the offset of the
 * blob at fault; lets errors of the stream itself through. The first blob is the header and no other is.
 */
export async function* readBlobs(open: OpenByteStream): AsyncGenerator<OsmBlob, void, void> {
  const cursor = new ByteCursor(open);
  try {
    for (;;) {
      const blob = await readBlob(cursor);
      if (blob === undefined) return;
      yield blob;
    }
  } finally {
    await cursor.close();
  }
}

/** The block inside a blob, inflated where it is compressed; its length is checked against what the blob says. */
export function unpackBlob(blob: OsmBlob, inflate: Inflate): Uint8Array {
  return malformedAt(blob.byteOffset, () => {
    const { raw, zlib, rawSize } = readPayload(blob);
    if (raw !== undefined) {
      if (rawSize !== undefined && rawSize !== raw.length)
        throw new Error(`${raw.length} bytes, raw_size says ${rawSize}`);
      return raw;
    }
    if (zlib === undefined) throw new Error('a blob without data');
    if (rawSize === undefined) throw new Error('a compressed blob without raw_size');
    if (rawSize > MAX_BLOB_BYTES) throw new Error(`raw_size ${rawSize} is above ${MAX_BLOB_BYTES}`);
    const { bytes, consumedBytes } = inflate(zlib, rawSize);
    if (bytes.length !== rawSize) throw new Error(`${bytes.length} bytes inflated, raw_size says ${rawSize}`);
    if (consumedBytes !== zlib.length)
      throw new Error(`the zlib stream ends after ${consumedBytes} of ${zlib.length} bytes`);
    return bytes;
  });
}

/** Runs a decoder; whatever it throws becomes osmMalformed at this offset, GeodataErrors excepted. */
export function malformedAt<T>(byteOffset: number, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof GeodataError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw osmMalformed(byteOffset, reason.replace(/\.$/, ''));
  }
}

async function readBlob(cursor: ByteCursor): Promise<OsmBlob | undefined> {
  const byteOffset = cursor.position;
  const prefix = await cursor.take(4);
  if (prefix.length === 0 && byteOffset > 0) return undefined;
  if (prefix.length === 0) throw osmMalformed(0, 'the file is empty');
  const headerLength = malformedAt(byteOffset, () => headerLengthOf(prefix, byteOffset));
  const headerBytes = await cursor.take(headerLength);
  const { type, dataSize } = malformedAt(byteOffset, () => {
    if (headerBytes.length < headerLength) throw new Error('the file ends inside a blob header');
    return readBlobHeader(headerBytes, byteOffset === 0);
  });
  const message = await cursor.take(dataSize);
  if (message.length < dataSize)
    throw osmMalformed(byteOffset, `the file ends ${dataSize - message.length} bytes before the blob`);
  return { byteOffset, type, message };
}

function headerLengthOf(prefix: Uint8Array, byteOffset: number): number {
  const found = byteOffset === 0 ? looksLike(prefix) : undefined;
  if (found !== undefined) throw new Error(`this looks like ${found}`);
  if (prefix.length < 4) throw new Error('the file ends inside a length prefix');
  const length = new DataView(prefix.buffer, prefix.byteOffset, 4).getUint32(0);
  if (length > MAX_HEADER_BYTES)
    throw new Error(`a blob header of ${length} bytes, at most ${MAX_HEADER_BYTES} are allowed`);
  return length;
}

function readBlobHeader(bytes: Uint8Array, first: boolean): { type: OsmBlobType; dataSize: number } {
  const pbf = new PbfReader(bytes);
  const end = bytes.length;
  let typeRange: ByteRange | undefined;
  let indexData: ByteRange | undefined;
  let dataSize: number | undefined;
  for (let field = nextField(pbf, end); field !== 0; field = nextField(pbf, end)) {
    if (field === 1) typeRange = readRangeOnce(pbf, end, typeRange, 'type');
    else if (field === 2) indexData = readRangeOnce(pbf, end, indexData, 'indexdata');
    else if (field === 3) {
      expectVarintOnce(pbf, dataSize, 'datasize');
      dataSize = readUnsigned(pbf, end);
    } else throw new Error(`unknown field ${field} in a blob header`);
  }
  if (typeRange === undefined) throw new Error('a blob header without type');
  if (dataSize === undefined) throw new Error('a blob header without datasize');
  if (dataSize > MAX_BLOB_BYTES) throw new Error(`a blob of ${dataSize} bytes, at most ${MAX_BLOB_BYTES} are allowed`);
  return { type: blobType(bytes.subarray(typeRange.start, typeRange.end), first), dataSize };
}

function blobType(bytes: Uint8Array, first: boolean): OsmBlobType {
  const type = String.fromCharCode(...bytes.subarray(0, 32));
  if (type !== 'OSMHeader' && type !== 'OSMData') throw new Error(`unknown blob type ${JSON.stringify(type)}`);
  if (first && type !== 'OSMHeader') throw new Error('the first blob is not an OSMHeader');
  if (!first && type !== 'OSMData') throw new Error('a second OSMHeader');
  return type;
}

interface Payload {
  readonly raw: Uint8Array | undefined;
  readonly zlib: Uint8Array | undefined;
  readonly rawSize: number | undefined;
}

function readPayload(blob: OsmBlob): Payload {
  const pbf = new PbfReader(blob.message);
  const end = blob.message.length;
  let data: ByteRange | undefined;
  let compressed = false;
  let rawSize: number | undefined;
  for (let field = nextField(pbf, end); field !== 0; field = nextField(pbf, end)) {
    if (field === 2) {
      expectVarintOnce(pbf, rawSize, 'raw_size');
      rawSize = readUnsigned(pbf, end);
    } else if (field === 1 || field === 3) {
      data = readRangeOnce(pbf, end, data, 'the data of a blob');
      compressed = field === 3;
    } else refuseBlobField(blob.byteOffset, field);
  }
  const bytes = data && blob.message.subarray(data.start, data.end);
  return { raw: compressed ? undefined : bytes, zlib: compressed ? bytes : undefined, rawSize };
}

function refuseBlobField(byteOffset: number, field: number): never {
  const compression = OTHER_COMPRESSIONS[field];
  if (compression !== undefined) throw osmUnsupported(byteOffset, `${compression} compression`);
  throw new Error(`unknown field ${field} in a blob`);
}
