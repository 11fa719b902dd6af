import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inflateZlib, openOsmFile } from '../../../server/files/osm-file.ts';

const RAW = Uint8Array.from({ length: 5_000 }, (_, index) => (index * index) % 251);
const COMPRESSED = new Uint8Array(deflateSync(RAW));

describe('inflating with zlib', () => {
  it('gives the bytes and says how many it took', () => {
    expect(inflateZlib(COMPRESSED, RAW.length)).toEqual({ bytes: RAW, consumedBytes: COMPRESSED.length });
  });

  it('does not count bytes after the end of the stream, so that the caller can refuse them', () => {
    const trailed = Uint8Array.from([...COMPRESSED, 1, 2, 3]);
    expect(inflateZlib(trailed, RAW.length).consumedBytes).toBe(COMPRESSED.length);
  });

  it('stops at the size it was told', () => {
    expect(() => inflateZlib(COMPRESSED, RAW.length - 1)).toThrow('larger than 4999 bytes');
  });

  it.each([
    ['ends early', COMPRESSED.subarray(0, -1)],
    ['is empty', COMPRESSED.subarray(0, 0)],
    ['is damaged', COMPRESSED.map((byte, index) => (index === 40 ? byte ^ 1 : byte))],
  ])('throws where the stream %s', (_what, compressed) => {
    expect(() => inflateZlib(compressed, RAW.length)).toThrow(Error);
  });
});

describe('opening an OSM file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hubshed-osm-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives the whole file anew each time it is opened, in chunks of at most 256 KiB', async () => {
    const content = Buffer.alloc(600_000, 7);
    const path = join(folder, 'some.osm.pbf');
    writeFileSync(path, content);
    const open = openOsmFile(path);
    for (let pass = 0; pass < 2; pass++) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of open()) chunks.push(chunk);
      expect(Buffer.concat(chunks).equals(content)).toBe(true);
      expect(Math.max(...chunks.map(({ length }) => length))).toBe(256 * 1024);
    }
  });
});
