import { describe, expect, it } from 'vitest';
import { type WritableElements, writeOsm } from '../../geodata/osm/write-osm.ts';
import { mulberry32 } from '../oracles/random.ts';
import { chunks, deflate, readAll } from './reading.ts';

const EMPTY: WritableElements = { nodes: [], ways: [], relations: [] };

/** Elements with ids up to 2^45, texts of every length of UTF-8, empty lists and keys that objects know. */
function randomElements(seed: number, count: number): WritableElements {
  const random = mulberry32(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const texts = ['name', '派出所', '𠮷野', 'é', '', '__proto__', 'constructor', ' a=b;c ', 'x'.repeat(300)];
  const someTags = () =>
    Object.fromEntries(Array.from({ length: below(4) }, () => [texts[below(8)] || 'key', texts[below(9)] ?? '']));
  const ids = (length: number): number[] => {
    let id = 0;
    return Array.from({ length }, () => (id += 1 + below(random() < 0.1 ? 2 ** 30 : 100)));
  };
  const types = ['node', 'way', 'relation'] as const;
  return {
    nodes: ids(count).map((id) => {
      const tags = someTags();
      const position = { id, lonE7: below(3_600_000_001) - 1_800_000_000, latE7: below(1_800_000_001) - 900_000_000 };
      return Object.keys(tags).length > 0 ? { ...position, tags } : { ...position, tags: undefined };
    }),
    ways: ids(count / 2).map((id) => ({
      id,
      nodeIds: Array.from({ length: below(9) }, () => below(2 ** 45)),
      tags: someTags(),
    })),
    relations: ids(count / 4).map((id) => ({
      id,
      members: Array.from({ length: below(5) }, () => ({
        type: types[below(3)] ?? 'node',
        id: below(2 ** 45),
        role: texts[below(9)] ?? '',
      })),
      tags: someTags(),
    })),
  };
}

describe('writing an OSM PBF file', () => {
  it.each([1, 2, 3])('gives back every element when read, whatever is in it (seed %i)', async (seed) => {
    const elements = randomElements(seed, 400);
    const { nodes, ways, relations } = await readAll(chunks(writeOsm(elements, deflate)));
    expect({ nodes, ways, relations }).toEqual(elements);
  });

  it('gives back more elements than fit in one block', async () => {
    const elements = randomElements(4, 20_001);
    const { nodes, ways, relations } = await readAll(chunks(writeOsm(elements, deflate)));
    expect([nodes.length, ways.length, relations.length]).toEqual([20_001, 10_000, 5_000]);
    expect(nodes[16_001]).toEqual(elements.nodes[16_001]);
    expect(ways[8_000]).toEqual(elements.ways[8_000]);
  });

  it('says in its header what the file needs and that it is sorted', async () => {
    expect((await readAll(chunks(writeOsm(EMPTY, deflate)))).header).toEqual({
      requiredFeatures: ['OsmSchema-V0.6', 'DenseNodes'],
      optionalFeatures: ['Sort.Type_then_ID'],
      writingProgram: 'hubshed',
    });
  });

  it('writes the same bytes for the same elements', () => {
    expect(writeOsm(randomElements(5, 500), deflate)).toEqual(writeOsm(randomElements(5, 500), deflate));
  });

  it.each([
    ['ids that fall', { ...EMPTY, ways: [2, 1].map((id) => ({ id, nodeIds: [], tags: {} })) }, 'Way 1 follows 2'],
    ['an id twice', { ...EMPTY, nodes: [3, 3].map((id) => ({ id, lonE7: 0, latE7: 0 })) }, 'Node 3 follows 3'],
    ['an id of 0', { ...EMPTY, relations: [{ id: 0, members: [], tags: {} }] }, 'Relation 0 follows 0'],
    ['an id that is not whole', { ...EMPTY, nodes: [{ id: 1.5, lonE7: 0, latE7: 0 }] }, 'Node 1.5'],
    [
      'a position off the globe',
      { ...EMPTY, nodes: [{ id: 1, lonE7: 1_800_000_001, latE7: 0 }] },
      'Node 1 at 1800000001, 0',
    ],
    ['a position in degrees', { ...EMPTY, nodes: [{ id: 1, lonE7: 117.2, latE7: 32 }] }, 'Node 1 at 117.2, 32'],
    ['a node tag without key', { ...EMPTY, nodes: [{ id: 1, lonE7: 0, latE7: 0, tags: { '': 'x' } }] }, 'empty key'],
  ])('refuses %s', (_what, elements, message) => {
    expect(() => writeOsm(elements, deflate)).toThrow(message);
  });
});
