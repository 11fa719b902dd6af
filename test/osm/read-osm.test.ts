import { describe, expect, it } from 'vitest';
import { readOsm, readOsmTwice } from '../../geodata/osm/read-osm.ts';
import { writeOsm } from '../../geodata/osm/write-osm.ts';
import { inflateZlib, openOsmFile } from '../../server/files/osm-file.ts';
import { realData } from '../real-data.ts';
import * as pbf from './pbf-bytes.ts';
import { chunks, deflate, readAll, readLines } from './reading.ts';

const CHANGFENG = realData('changfeng/changfeng.osm.pbf');
const NORTH_ANHUI = realData('north-anhui.osm.pbf');

const SCENE = writeOsm(
  {
    nodes: [
      { id: 1, lonE7: 1_172_585_995, latE7: 320_087_594, tags: { place: 'town', name: '双墩镇' } },
      { id: 7, lonE7: -1_800_000_000, latE7: -900_000_000 },
      { id: 2 ** 40, lonE7: 1_800_000_000, latE7: 900_000_000, tags: { highway: 'crossing' } },
    ],
    ways: [{ id: 5, nodeIds: [7, 1, 2 ** 40, 7], tags: { highway: 'residential', name: '' } }],
    relations: [
      {
        id: 9,
        members: [
          { type: 'way', id: 5, role: 'outer' },
          { type: 'node', id: 1, role: '' },
          { type: 'relation', id: 8, role: 'subarea' },
        ],
        tags: { type: 'boundary' },
      },
    ],
  },
  deflate,
);

describe('reading an OSM PBF file', () => {
  it.each([1, 7, 4096])('does not depend on where chunks of %i bytes end', async (chunkSize) => {
    expect(await readLines(chunks(SCENE, chunkSize))).toEqual(await readLines(chunks(SCENE, SCENE.length)));
  });

  it('passes over empty chunks', async () => {
    const withEmpty = () => [
      new Uint8Array(0),
      SCENE.subarray(0, 30),
      new Uint8Array(0),
      SCENE.subarray(30),
      new Uint8Array(0),
    ];
    expect(await readLines(withEmpty)).toEqual(await readLines(chunks(SCENE)));
  });

  it('takes an asynchronous stream as well as a synchronous one', async () => {
    const slowly = async function* () {
      yield* chunks(SCENE, 50)() as Iterable<Uint8Array>;
    };
    expect(await readLines(slowly)).toEqual(await readLines(chunks(SCENE)));
  });

  it('tells a node without tags by undefined and gives tags without prototype', async () => {
    const seen = new Map<number, unknown>();
    await readOsm(chunks(SCENE), inflateZlib, { node: (id, _lon, _lat, tags) => seen.set(id, tags) });
    expect(seen.get(7)).toBeUndefined();
    expect(Object.getPrototypeOf(seen.get(1))).toBeNull();
  });

  it('reads nodes that are not dense, with offsets and a granularity of their own', async () => {
    const node = [
      ...pbf.number(1, pbf.zigzag(-3)),
      ...pbf.packed(2, [1]),
      ...pbf.packed(3, [2]),
      ...pbf.number(8, pbf.zigzag(32_000)),
      ...pbf.number(9, pbf.zigzag(117_000)),
    ];
    const bare = [...pbf.number(1, pbf.zigzag(4)), ...pbf.number(8, pbf.zigzag(0)), ...pbf.number(9, pbf.zigzag(0))];
    const scale = [
      ...pbf.number(17, pbf.varint(1_000_000)),
      ...pbf.number(19, pbf.varint(500)),
      ...pbf.number(20, pbf.varint(-700)),
    ];
    const file = pbf.fileOf(
      pbf.block(['', 'amenity', 'police'], [[...pbf.bytes(1, node), ...pbf.bytes(1, bare)]], scale),
    );
    expect((await readAll(chunks(file))).nodes).toEqual([
      { id: -3, lonE7: 1_169_999_993, latE7: 320_000_005, tags: { amenity: 'police' } },
      { id: 4, lonE7: -7, latE7: 5, tags: undefined },
    ]);
  });

  it('reads several groups of different kinds in one block, in file order', async () => {
    const dense = [...pbf.packedZigzag(1, [10, 1]), ...pbf.packedZigzag(8, [0, 5]), ...pbf.packedZigzag(9, [0, 6])];
    const way = [...pbf.number(1, pbf.varint(3)), ...pbf.packedZigzag(8, [10, 1])];
    const { lines } = await readLines(chunks(pbf.fileOf(pbf.block([''], [pbf.bytes(3, way), pbf.bytes(2, dense)]))));
    expect(lines).toEqual(['w3 10,11 []', 'n10 0 0 ', 'n11 6 5 ']);
  });

  it('reads a block that is not compressed, and indexdata in a blob header', async () => {
    const content = pbf.bytes(1, pbf.block([''], [pbf.bytes(3, pbf.number(1, pbf.varint(3)))]));
    const header = [...pbf.bytes(1, 'OSMData'), ...pbf.bytes(2, 'index'), ...pbf.number(3, pbf.varint(content.length))];
    const file = Uint8Array.from([...pbf.headerBlob(), ...pbf.frame(header, content)]);
    expect((await readLines(chunks(file))).lines).toEqual(['w3  []']);
  });

  it('steps over metadata and fields it does not know', async () => {
    const user = pbf.bytes(4, [...pbf.number(5, pbf.varint(1)), ...pbf.number(4, pbf.varint(77))]);
    const way = [...pbf.number(1, pbf.varint(3)), ...user, ...pbf.bytes(99, 'later'), ...pbf.packedZigzag(8, [1])];
    const file = pbf.fileOf(
      pbf.block(['', 'a contributor'], [[...pbf.bytes(3, way), ...pbf.bytes(5, pbf.number(1, [1]))]]),
    );
    expect((await readLines(chunks(file))).lines).toEqual(['w3 1 []']);
  });

  it('does not decode what has no handler', async () => {
    const offGlobe = [...pbf.packedZigzag(1, [10]), ...pbf.packedZigzag(8, [9e9]), ...pbf.packedZigzag(9, [0])];
    const way = pbf.bytes(3, pbf.number(1, pbf.varint(3)));
    const file = pbf.fileOf(pbf.block([''], [pbf.bytes(2, offGlobe), way]));
    const ids: number[] = [];
    await readOsm(chunks(file), inflateZlib, { way: (id) => ids.push(id) });
    expect(ids).toEqual([3]);
    await expect(readOsm(chunks(file), inflateZlib, { node: () => undefined })).rejects.toThrow('off the globe');
  });

  it('hands out nothing of a block that is damaged further on', async () => {
    const good = pbf.bytes(3, pbf.number(1, pbf.varint(3)));
    const { lines, error } = await readLines(
      chunks(
        pbf.fileOf(
          pbf.block([''], [good]),
          pbf.block([''], [[...pbf.bytes(3, pbf.number(1, pbf.varint(4))), ...pbf.bytes(3, [])]]),
        ),
      ),
    );
    expect(lines).toEqual(['w3  []']);
    expect(String(error)).toContain('a way without id');
  });

  it('lets the error of a handler through and closes the stream', async () => {
    const failure = new Error('the handler failed');
    let closed = false;
    const open = function* () {
      try {
        yield* chunks(SCENE, 10)() as Iterable<Uint8Array>;
      } finally {
        closed = true;
      }
    };
    const throwing = () => {
      throw failure;
    };
    await expect(readOsm(open, inflateZlib, { node: throwing })).rejects.toBe(failure);
    expect(closed).toBe(true);
  });

  it('lets the error of the stream through', async () => {
    await expect(readOsm(openOsmFile('no-such-folder/no-such.osm.pbf'), inflateZlib, {})).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});

describe('reading a file twice', () => {
  const open = chunks(SCENE);

  it('hands out nodes after ways, and inflates in the second pass only what that needs', async () => {
    const seen: string[] = [];
    let inflated = 0;
    const counting: typeof inflateZlib = (compressed, rawSize) => {
      inflated++;
      return inflateZlib(compressed, rawSize);
    };
    const second = () => ({ node: (id: number) => void seen.push(`n${id}`) });
    await readOsmTwice(open, counting, { way: (id) => void seen.push(`w${id}`) }, second);
    expect(seen).toEqual(['w5', 'n1', 'n7', `n${2 ** 40}`]);
    expect(inflated).toBe(4 + 1);
  });

  it('refuses a file that was replaced between the passes', async () => {
    const other = writeOsm({ nodes: [{ id: 1, lonE7: 0, latE7: 0 }], ways: [], relations: [] }, deflate);
    for (const later of [other, SCENE.subarray(0, 0), other.subarray(0, pbf.DATA_OFFSET)]) {
      const files = [SCENE, later];
      const changing = () => chunks(files.shift() ?? SCENE)();
      const reading = readOsmTwice(changing, inflateZlib, {}, () => ({ node: () => undefined }));
      await expect(reading).rejects.toMatchObject({ code: 'osm-malformed' });
    }
  });

  it('does not open the file again where no second pass is wanted', async () => {
    let opened = 0;
    const counting = () => {
      opened++;
      return open();
    };
    await readOsmTwice(counting, inflateZlib, {}, () => undefined);
    expect(opened).toBe(1);
  });
});

describe.skipIf(!CHANGFENG)('the county file', () => {
  it.each([[1], [7], [4096]])('gives every element at chunks of %i bytes', async (chunkSize) => {
    const { readFileSync } = await import('node:fs');
    const { nodes, ways, relations } = await readAll(chunks(readFileSync(CHANGFENG ?? ''), chunkSize));
    expect([nodes.length, ways.length, relations.length]).toEqual([39_962, 2_897, 75]);
  });
});

describe.skipIf(!NORTH_ANHUI)('the file of 36 counties', () => {
  it('gives every element, each node on the globe and each way with the nodes of the file', async () => {
    const nodeIds = new Set<number>();
    let ways = 0;
    let relations = 0;
    let references = 0;
    let missing = 0;
    await readOsm(openOsmFile(NORTH_ANHUI ?? ''), inflateZlib, {
      node: (id) => nodeIds.add(id),
      way(_id, wayNodes) {
        ways++;
        references += wayNodes.length;
        for (const id of wayNodes) if (!nodeIds.has(id)) missing++;
      },
      relation: () => relations++,
    });
    expect([nodeIds.size, ways, relations]).toEqual([467_830, 46_092, 477]);
    expect(references).toBeGreaterThan(467_830);
    expect(missing).toBe(0);
  });
});
