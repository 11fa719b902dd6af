import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { blobOf, bytes, DATA_OFFSET, headerBlob, number, varint } from './pbf-bytes.ts';
import { refusal } from './reading.ts';

/** A file whose one data block is `block`: given as bytes, since lists of millions of numbers are slow to spread. */
function fileWith(block: Uint8Array): Uint8Array {
  const zlib = deflateSync(block);
  const blob = [...number(2, varint(block.length)), ...bytes(3, zlib)];
  return Uint8Array.from([...headerBlob(), ...blobOf('OSMData', blob)]);
}

describe('a small file that would fill memory', () => {
  it('is refused for millions of empty strings in one block', async () => {
    const strings = Buffer.alloc(2 * 1_000_001, Uint8Array.of(0x0a, 0));
    const table = Buffer.concat([Uint8Array.from([0x0a, ...varint(strings.length)]), strings]);
    expect((await refusal(fileWith(table))).data).toMatchObject({
      byteOffset: DATA_OFFSET,
      reason: expect.stringContaining('more than 1000000 strings'),
    });
  });

  it('is refused for hundreds of thousands of empty groups in one block', async () => {
    const groups = Buffer.alloc(2 * 100_001, Uint8Array.of(0x12, 0));
    const block = Buffer.concat([Uint8Array.of(0x0a, 0), groups]);
    expect((await refusal(fileWith(block))).data).toMatchObject({
      byteOffset: DATA_OFFSET,
      reason: expect.stringContaining('more than 100000 groups'),
    });
  });
});
