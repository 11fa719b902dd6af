import { createReadStream } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { Inflate, OpenByteStream } from '../../geodata/osm/elements.ts';

const CHUNK_BYTES = 256 * 1024;

/** Opens an OSM file afresh for each pass, in chunks of at most 256 KiB. A missing file fails at the first chunk. */
export function openOsmFile(path: string): OpenByteStream {
  return () => createReadStream(path, { highWaterMark: CHUNK_BYTES });
}

/**
 * zlib from Node. Throws on damaged or unfinished input and on output above `rawSize`. Bytes after
 * the end of the zlib stream are not touched, which `consumedBytes` tells and the reader refuses.
 */
export const inflateZlib: Inflate = (compressed, rawSize) => {
  const { buffer, engine } = inflateWithInfo(compressed, {
    info: true,
    maxOutputLength: rawSize,
    chunkSize: Math.max(rawSize, 64),
  });
  return { bytes: new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length), consumedBytes: engine.bytesWritten };
};

/** What Node's types leave out: with `info` the answer carries the engine, which counts the bytes it took in. */
const inflateWithInfo = inflateSync as unknown as (
  compressed: Uint8Array,
  options: { info: true; maxOutputLength: number; chunkSize: number },
) => { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
