import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { GeodataError } from '../../geodata/errors.ts';
import { readBlobs, unpackBlob } from '../../geodata/osm/pbf-framing.ts';
import { writeOsm } from '../../geodata/osm/write-osm.ts';
import { inflateZlib } from '../../server/files/osm-file.ts';
import { mulberry32 } from '../oracles/random.ts';
import { realData } from '../real-data.ts';
import { isPrefix, type Trace, trace } from './element-trace.ts';
import { DAMAGES, join, mutate } from './mutate.ts';
import { bytes, DATA_OFFSET, headerBlob, number, varint } from './pbf-bytes.ts';
import { chunks, deflate } from './reading.ts';

const CHANGFENG = realData('changfeng/changfeng.osm.pbf');
const MUTATIONS_A_DAMAGE = 100;
const BLOCK_MUTATIONS = 400;

/** A file with several blobs of each kind that any machine can make. */
function writtenFile(): Uint8Array {
  const numbers = Array.from({ length: 20_000 }, (_, index) => index + 1);
  const nodes = numbers.map((id) => ({
    id,
    lonE7: 1_170_000_000 + id * 997,
    latE7: 320_000_000 - id * 31,
    tags: id % 9 ? undefined : { place: 'hamlet', name: `村 ${id}` },
  }));
  const ways = numbers.slice(0, 9_000).map((id) => ({ id, nodeIds: [id, id + 1, id + 7], tags: { highway: 'track' } }));
  const relations = numbers
    .slice(0, 9_000)
    .map((id) => ({ id, members: [{ type: 'way' as const, id, role: 'outer' }], tags: {} }));
  return writeOsm({ nodes, ways, relations }, deflate);
}

async function blobStarts(file: Uint8Array): Promise<number[]> {
  const starts: number[] = [];
  for await (const blob of readBlobs(chunks(file))) starts.push(blob.byteOffset);
  return [...starts, file.length];
}

/** What a read of a damaged file came to. Anything but the first three is a fault of the reader. */
type Verdict = 'refused' | 'unchanged' | 'cut between blobs' | `fault: ${string}`;

function judge(read: Trace, original: Trace, length: number, cutBetweenBlobs: boolean): Verdict {
  if (read.error instanceof GeodataError) return judgeOffset(read.error, length);
  if (read.error !== undefined) return `fault: ${String(read.error)}`;
  if (!isPrefix(read, original)) return 'fault: elements that the file does not have';
  if (read.hashes.length === original.hashes.length) return 'unchanged';
  return cutBetweenBlobs ? 'cut between blobs' : 'fault: elements are missing';
}

function judgeOffset(error: GeodataError, length: number): Verdict {
  const byteOffset = error.data['byteOffset'];
  const isOffset =
    typeof byteOffset === 'number' && Number.isInteger(byteOffset) && byteOffset >= 0 && byteOffset <= length;
  return isOffset ? 'refused' : `fault: ${error.message}`;
}

const FILES: [name: string, open: () => Uint8Array][] = [['a written file', writtenFile]];
if (CHANGFENG !== undefined) FILES.push(['the county file', () => new Uint8Array(readFileSync(CHANGFENG))]);

describe.each(FILES)('%s with damage done to it', (name, open) => {
  let file: Uint8Array;
  let starts: number[];
  let original: Trace;

  beforeAll(async () => {
    file = open();
    starts = await blobStarts(file);
    original = await trace(chunks(file));
  });

  /** The real file takes the thousand; the written one takes them where there is no real file. */
  const rounds = name === 'the county file' || CHANGFENG === undefined ? MUTATIONS_A_DAMAGE : MUTATIONS_A_DAMAGE / 10;

  it.each(DAMAGES)('is refused with an offset, or gives exactly its elements, after a %s', async (damage) => {
    const random = mulberry32(DAMAGES.indexOf(damage) + 1);
    const verdicts: Record<string, number> = {};
    for (let round = 0; round < rounds; round++) {
      const mutated = mutate(file, starts, damage, random);
      const cut = starts.includes(mutated.length) && Buffer.compare(mutated, file.subarray(0, mutated.length)) === 0;
      const read = await trace(chunks(mutated));
      const verdict = judge(read, original, mutated.length, cut);
      if (damage !== 'blobs swapped') expect(isPrefix(read, original)).toBe(true);
      verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    }
    const { refused = 0, unchanged = 0, 'cut between blobs': cut = 0, ...faults } = verdicts;
    expect(faults).toEqual({});
    expect(refused + unchanged + cut).toBe(rounds);
    expect(refused).toBeGreaterThan(rounds / 2);
    if (damage.startsWith('blob')) expect(refused).toBe(rounds);
    if (damage !== 'truncation' && damage !== 'deletion') expect(cut).toBe(0);
  });

  it('gives a strict prefix of its elements where it is cut exactly between two blobs, which no reader can tell', async () => {
    const cuts = starts.slice(1, -1);
    const lengths: number[] = [];
    for (const cut of cuts) {
      const read = await trace(chunks(file.subarray(0, cut)));
      expect(read.error).toBeUndefined();
      expect(isPrefix(read, original)).toBe(true);
      lengths.push(read.hashes.length);
    }
    expect(lengths[0]).toBe(0);
    expect([...new Set(lengths)].sort((a, b) => a - b)).toEqual(lengths);
    expect(Math.max(...lengths)).toBeLessThan(original.hashes.length);
  });

  it('gives the elements of the other blobs where one is left out, which no reader can tell, and is refused without its header', async () => {
    const sizes: number[] = [];
    for (let blob = 1; blob < starts.length - 1; blob++) {
      const read = await trace(chunks(join(file.subarray(0, starts[blob]), file.subarray(starts[blob + 1]))));
      expect(read.error).toBeUndefined();
      sizes.push(original.hashes.length - read.hashes.length);
    }
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(original.hashes.length);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    const { error } = await trace(chunks(file.subarray(starts[1])));
    expect(error).toMatchObject({ code: 'osm-malformed', data: { byteOffset: 0 } });
  });
});

/** A header and one compressed block. The number arrays of `zlibBlob` are too slow for blocks of this size. */
function oneBlockFile(block: Uint8Array): Uint8Array {
  const zlib = deflateSync(block, { level: 1 });
  const blobStart = [...number(2, varint(block.length)), ...varint(3 * 8 + 2), ...varint(zlib.length)];
  const blobHeader = [...bytes(1, 'OSMData'), ...number(3, varint(blobStart.length + zlib.length))];
  return join(headerBlob(), [0, 0, 0, blobHeader.length], blobHeader, blobStart, zlib);
}

describe('a block damaged before it was compressed, so that no checksum tells', () => {
  it('is refused with the offset of its blob or read to the end with every id safe and every position on the globe', async () => {
    const [name, open] = FILES[FILES.length - 1] ?? FILES[0] ?? [];
    const blocks: Uint8Array[] = [];
    for await (const blob of readBlobs(chunks(open?.() ?? new Uint8Array(0)))) {
      if (blob.type === 'OSMData') blocks.push(Uint8Array.from(unpackBlob(blob, inflateZlib)));
    }
    expect(blocks.length, name).toBeGreaterThan(2);
    const random = mulberry32(99);
    const outcomes = { refused: 0, read: 0 };
    for (let round = 0; round < BLOCK_MUTATIONS; round++) {
      const damage = DAMAGES[round % 8] ?? 'bit flip';
      const block =
        blocks[round % 3 === 0 ? round % blocks.length : blocks.length - 1 - (round % 2)] ?? new Uint8Array(0);
      const mutated = mutate(block, [0, block.length >> 1, block.length], damage, random);
      const read = await trace(chunks(oneBlockFile(mutated)));
      expect(read.sane).toBe(true);
      if (read.error === undefined) outcomes.read++;
      else {
        expect(read.error).toBeInstanceOf(GeodataError);
        expect(read.error).toMatchObject({ code: 'osm-malformed', data: { byteOffset: DATA_OFFSET } });
        expect(read.hashes).toEqual([]);
        outcomes.refused++;
      }
    }
    expect(outcomes.refused + outcomes.read).toBe(BLOCK_MUTATIONS);
    expect(Math.min(outcomes.refused, outcomes.read)).toBeGreaterThan(BLOCK_MUTATIONS / 20);
  });
});
