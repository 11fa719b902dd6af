import { describe, expect, it } from 'vitest';
import { GeodataError } from '../../geodata/errors.ts';
import { networkString, openNetwork, verifyNetwork } from '../../geodata/roads/network.ts';
import { car } from '../../geodata/roads/profiles/car.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { travelMatrix } from '../../geodata/travel/matrix.ts';
import { mulberry32 } from '../oracles/random.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { openScene, type Scene, sceneBuffer } from '../scenes/scene.ts';

const TINY: Scene = asciiScene('a-b-c\n  |\n  d', { tags: { ab: { name: '长淮路', ref: 'X012' } } });
/** Magic, version, column count, bytes in all; then the hash; then offset and length of each column. */
const WORD = { magic: 0, version: 1, columns: 2, bytes: 3, firstOffset: 12, firstLength: 13 };
const HEADER_BYTES = 16;
/** All columns but `meta`, which is opened as an object. */
const COLUMN_VIEWS = 29;

function changed(buffer: ArrayBuffer, word: number, change: (value: number) => number): ArrayBuffer {
  const copy = buffer.slice(0);
  const words = new Uint32Array(copy);
  words[word] = change(words[word]!);
  return copy;
}

function malformed(buffer: ArrayBuffer): string {
  try {
    verifyNetwork(openNetwork(buffer));
  } catch (error) {
    if (error instanceof GeodataError && error.code === 'network-malformed') return error.message;
    return `another error: ${String(error)}`;
  }
  return 'no error';
}

/** What opening and verifying a tiny network says with one byte changed, for each byte. */
async function complaintsByByte(): Promise<{ readonly byte: number; readonly complaint: string }[]> {
  const buffer = await sceneBuffer(asciiScene('a-b'));
  const bytes = new Uint8Array(buffer);
  return Array.from(bytes, (value, byte) => {
    bytes[byte] = value ^ (1 + (byte % 255));
    const complaint = malformed(buffer);
    bytes[byte] = value;
    return { byte, complaint };
  });
}

describe('a network buffer', () => {
  it('opens as views into itself, with nothing copied', async () => {
    const buffer = await sceneBuffer(TINY);
    const network = openNetwork(buffer);
    const columns = Object.values(network).filter((value) => ArrayBuffer.isView(value));
    expect(columns.length).toBe(COLUMN_VIEWS);
    expect(columns.every((column) => column.buffer === buffer)).toBe(true);
    expect(network.meta.profile).toBe('car');
    expect(network.roadCount).toBe(3);
    expect(() => verifyNetwork(network)).not.toThrow();
  });

  it('keeps names and references in any script', async () => {
    const { network } = await openScene(TINY);
    const way = network.wayOsmId.indexOf(1);
    expect(networkString(network, network.wayName[way]!)).toBe('长淮路');
    expect(networkString(network, network.wayRef[way]!)).toBe('X012');
    expect(networkString(network, 0)).toBe('');
  });

  it('is the same, byte for byte, each time it is made from the same file', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const [first, second] = [
        await sceneBuffer(randomScene(mulberry32(seed))),
        await sceneBuffer(randomScene(mulberry32(seed))),
      ];
      expect(Buffer.from(first).equals(Buffer.from(second)), `seed ${seed}`).toBe(true);
    }
  });

  it('has another hash for another profile, whatever the roads', async () => {
    const one = openNetwork(await sceneBuffer(TINY));
    const other = openNetwork(await sceneBuffer(TINY, { ...car, id: 'other' }));
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(other.hash).not.toBe(one.hash);
  });

  it('works in shared memory', async () => {
    const buffer = await sceneBuffer(TINY);
    const shared = new SharedArrayBuffer(buffer.byteLength);
    new Uint8Array(shared).set(new Uint8Array(buffer));
    const [own, common] = [openNetwork(buffer), openNetwork(shared)];
    expect(() => verifyNetwork(common)).not.toThrow();
    const way = common.wayOsmId.indexOf(1);
    expect(networkString(common, common.wayName[way]!)).toBe('长淮路');
    const points = [own, common].map((network) =>
      snapPoints(network, [
        [117, 32.025],
        [117.003, 32.026],
      ]),
    );
    const [a, b] = [own, common].map((network, i) => travelMatrix(network, points[i]!, points[i]!));
    expect(b).toEqual(a);
  });
});

describe('opening a network', () => {
  it.each<[string, number, (value: number) => number, RegExp]>([
    ['another magic word', WORD.magic, () => 0x46524b, /magic/],
    ['another version', WORD.version, (version) => version + 1, /version 2, expected 1/],
    ['a column too many', WORD.columns, (count) => count + 1, /columns/],
    ['another length than it has', WORD.bytes, (bytes) => bytes + 8, /header says/],
    ['a column that begins between two boundaries', WORD.firstOffset, (offset) => offset + 4, /outside/],
    ['a column that begins within the header', WORD.firstOffset, () => 8, /outside/],
    ['a column that ends beyond the buffer', WORD.firstLength, (length) => length + 1e6, /outside/],
    ['an offset column a word short', WORD.firstLength + 2, (length) => length - 1, /road/],
    ['a point column a word short', WORD.firstLength + 6, (length) => length - 1, /point columns/],
  ])('refuses %s', async (_name, word, change, message) => {
    const buffer = await sceneBuffer(TINY);
    expect(() => openNetwork(changed(buffer, word, change))).toThrow(GeodataError);
    expect(malformed(changed(buffer, word, change))).toMatch(message);
  });

  it('refuses every buffer that was cut short', async () => {
    const buffer = await sceneBuffer(TINY);
    for (let length = 0; length < buffer.byteLength; length += 7) {
      expect(malformed(buffer.slice(0, length)), `${length} bytes`).toMatch(/^Not a usable road network/);
    }
  });

  it('and verifying it notices every single byte that was changed', async () => {
    const complaints = await complaintsByByte();
    expect(complaints.filter(({ complaint }) => complaint === 'no error')).toEqual([]);
  });

  it('says of every damaged byte that the network is malformed', async () => {
    const others = (await complaintsByByte()).filter(({ complaint }) => complaint.startsWith('another error'));
    expect(others.slice(0, 3)).toEqual([]);
  });

  it('keeps the hash of the content right behind the header', async () => {
    const buffer = await sceneBuffer(TINY);
    const stored = Buffer.from(buffer, HEADER_BYTES, 32).toString('hex');
    expect(openNetwork(buffer).hash).toBe(stored);
  });
});

describe('building a network', () => {
  it('refuses a file without a road for the profile', async () => {
    const footpath = asciiScene('a-b', { tags: { ab: { highway: 'footway' } } });
    await expect(sceneBuffer(footpath)).rejects.toMatchObject({ code: 'network-empty' });
  });

  it('reports what it is made of', async () => {
    const { network } = await openScene(
      asciiScene('a-b-c\n  |\n  d', { cellMetres: 500, tags: { bc: { highway: 'residential', oneway: 'yes' } } }),
    );
    const { report } = network.meta;
    expect(report.metresTotal).toBeCloseTo(3000, 0);
    expect(report.metresOneWay).toBeCloseTo(1000, 0);
    expect(report.metresByClass.primary).toBeCloseTo(2000, 0);
    expect(report.metresByClass.residential).toBeCloseTo(1000, 0);
    expect(report).toMatchObject({
      roadNodes: 4,
      junctions: 4,
      roads: 3,
      states: 5,
      components: 2,
      missingNodeReferences: 0,
    });
  });
});
