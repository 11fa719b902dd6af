import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readOsm } from '../../geodata/osm/read-osm.ts';
import { inflateZlib } from '../../server/files/osm-file.ts';
import * as pbf from './pbf-bytes.ts';
import { chunks, refusal } from './reading.ts';

const HEADER = pbf.headerBlob();
const WAY = pbf.bytes(3, pbf.number(1, pbf.varint(3)));
const GOOD_BLOCK = pbf.block([''], [WAY]);
const GOOD_BLOB = pbf.zlibBlob('OSMData', GOOD_BLOCK);
const RAW = Uint8Array.from(GOOD_BLOCK);
const ZLIB = deflateSync(RAW);
const RAW_SIZE = pbf.number(2, pbf.varint(RAW.length));

const text = (content: string): Uint8Array => Uint8Array.from(Buffer.from(content));
const file = (...blobs: (readonly number[])[]): Uint8Array => Uint8Array.from(blobs.flat());
/** A file whose one data blob has this Blob message. */
const withBlob = (...fields: (readonly number[])[]): Uint8Array => file(HEADER, pbf.blobOf('OSMData', fields.flat()));
/** A file whose one data blob has this BlobHeader and no more. */
const withHeader = (...fields: (readonly number[])[]): Uint8Array => file(HEADER, pbf.frame(fields.flat(), []));
/** A file whose one group has these fields. */
const withGroup = (group: readonly number[], strings: readonly string[] = ['', 'key']): Uint8Array =>
  pbf.fileOf(pbf.block(strings, [group]));
const dense = (...fields: (readonly number[])[]): number[] => pbf.bytes(2, fields.flat());
const way = (...fields: (readonly number[])[]): number[] =>
  pbf.bytes(3, [...pbf.number(1, pbf.varint(3)), ...fields.flat()]);
const relation = (...fields: (readonly number[])[]): number[] =>
  pbf.bytes(4, [...pbf.number(1, pbf.varint(3)), ...fields.flat()]);
const position = (lat: number | bigint, lon: number | bigint): number[] => [
  ...pbf.packedZigzag(8, [lat]),
  ...pbf.packedZigzag(9, [lon]),
];

describe('a file that is something else', () => {
  it.each([
    ['nothing at all', new Uint8Array(0), 'the file is empty'],
    ['an XML file', text('<?xml version="1.0"?><osm/>'), 'looks like an XML file'],
    ['an XML file behind a byte order mark', text('\ufeff<?xml version="1.0"?>'), 'looks like an XML file'],
    ['an HTML page', text('\n\n<html>'), 'looks like an HTML page'],
    ['a page that declares its type', text('<!DOCTYPE html>'), 'looks like an HTML page'],
    ['a JSON answer', text('{"error": "not found"}'), 'looks like a JSON file'],
    ['a gzip file', Uint8Array.from(gzipSync(file(HEADER))), 'looks like a gzip file'],
    ['a bzip2 file', text('BZh91AY'), 'looks like a bzip2 file'],
    ['a zip file', text('PK\x03\x04'), 'looks like a zip file'],
    ['a Git LFS pointer', text('version https://git-lfs'), 'looks like a Git LFS pointer'],
    ['any other text', text('node,lon,lat'), 'a blob header of 1852793957 bytes, at most 65536 are allowed'],
  ])('is refused at byte 0 with what it looks like: %s', async (_what, content, reason) => {
    const error = await refusal(content);
    expect(error).toMatchObject({ code: 'osm-malformed', data: { byteOffset: 0 } });
    expect(error.message).toContain(reason);
  });

  it.each([
    ['starts with data', file(GOOD_BLOB), 'the first blob is not an OSMHeader'],
    ['is cut in the first length prefix', file(HEADER.slice(0, 3)), 'ends inside a length prefix'],
    ['has a damaged header block', file(pbf.zlibBlob('OSMHeader', [0])), '0 is not a field key'],
  ])('is refused at byte 0 where it %s', async (_what, content, reason) => {
    const error = await refusal(content);
    expect(error).toMatchObject({ code: 'osm-malformed', data: { byteOffset: 0 } });
    expect(error.message).toContain(reason);
  });
});

describe('a feature that this reader does not have', () => {
  it.each(['HistoricalInformation', 'LocationsOnWays', ''])(
    'is refused where the header requires %j',
    async (feature) => {
      const error = await refusal(file(pbf.headerBlob(['OsmSchema-V0.6', feature]), GOOD_BLOB));
      expect(error).toMatchObject({ code: 'osm-unsupported', data: { byteOffset: 0 } });
      expect(error.message).toContain(JSON.stringify(feature));
    },
  );

  it('is no obstacle where the header calls it optional', async () => {
    const header = await readOsm(
      chunks(file(pbf.headerBlob(['OsmSchema-V0.6'], ['LocationsOnWays']), GOOD_BLOB)),
      inflateZlib,
      {},
    );
    expect(header.optionalFeatures).toEqual(['LocationsOnWays']);
  });

  it.each([
    [4, 'lzma'],
    [5, 'bzip2'],
    [6, 'lz4'],
    [7, 'zstd'],
  ])('is refused where field %i holds %s', async (field, name) => {
    const error = await refusal(withBlob(RAW_SIZE, pbf.bytes(field, ZLIB)));
    expect(error).toMatchObject({
      code: 'osm-unsupported',
      data: { byteOffset: HEADER.length, feature: `${name} compression` },
    });
  });
});

/** Each is refused as malformed at the start of its second blob. */
const DAMAGED: [what: string, content: Uint8Array, reason: string][] = [
  ['a length prefix cut short', file(HEADER, [0, 0]), 'ends inside a length prefix'],
  ['a blob header cut short', file(HEADER, GOOD_BLOB.slice(0, 9)), 'ends inside a blob header'],
  ['a blob cut short', file(HEADER, GOOD_BLOB.slice(0, -1)), 'ends 1 bytes before the blob'],
  ['a blob cut off', withHeader(pbf.bytes(1, 'OSMData'), pbf.number(3, [9])), 'ends 9 bytes before the blob'],
  ['a blob header above 64 KiB', file(HEADER, [0, 1, 0, 1]), 'a blob header of 65537 bytes'],
  [
    'a blob above 32 MiB',
    withHeader(pbf.bytes(1, 'OSMData'), pbf.number(3, pbf.varint(33_554_433))),
    'a blob of 33554433 bytes',
  ],
  ['a second header', file(HEADER, HEADER), 'a second OSMHeader'],
  ['an unknown blob type', file(HEADER, pbf.blobOf('OSMDate', [])), 'unknown blob type "OSMDate"'],
  ['a blob header without type', withHeader(pbf.number(3, [0])), 'without type'],
  ['a blob header without datasize', withHeader(pbf.bytes(1, 'OSMData')), 'without datasize'],
  ['an empty blob header', withHeader(), 'without type'],
  [
    'a type given twice',
    withHeader(pbf.bytes(1, 'OSMData'), pbf.bytes(1, 'OSMData'), pbf.number(3, [0])),
    'type is given twice',
  ],
  [
    'a datasize given twice',
    withHeader(pbf.bytes(1, 'OSMData'), pbf.number(3, [0]), pbf.number(3, [0])),
    'datasize is given twice',
  ],
  [
    'an unknown field in a blob header',
    withHeader(pbf.bytes(1, 'OSMData'), pbf.number(4, [0])),
    'unknown field 4 in a blob header',
  ],
  [
    'a datasize that is text',
    withHeader(pbf.bytes(1, 'OSMData'), pbf.bytes(3, 'x')),
    'datasize has wire type 2, expected 0',
  ],
  [
    'an unknown field in a blob',
    withBlob(RAW_SIZE, pbf.bytes(3, ZLIB), pbf.bytes(8, 'x')),
    'unknown field 8 in a blob',
  ],
  ['data given twice', withBlob(RAW_SIZE, pbf.bytes(3, ZLIB), pbf.bytes(1, RAW)), 'the data of a blob is given twice'],
  ['raw_size given twice', withBlob(RAW_SIZE, RAW_SIZE, pbf.bytes(3, ZLIB)), 'raw_size is given twice'],
  ['a blob without data', withBlob(RAW_SIZE), 'without data'],
  ['zlib data without raw_size', withBlob(pbf.bytes(3, ZLIB)), 'without raw_size'],
  [
    'a raw_size too large',
    withBlob(pbf.number(2, pbf.varint(RAW.length + 1)), pbf.bytes(3, ZLIB)),
    `${RAW.length} bytes inflated`,
  ],
  [
    'a raw_size too small',
    withBlob(pbf.number(2, pbf.varint(RAW.length - 1)), pbf.bytes(3, ZLIB)),
    'Cannot create a Buffer larger',
  ],
  ['a raw_size of 0', withBlob(pbf.number(2, [0]), pbf.bytes(3, ZLIB)), 'maxOutputLength'],
  [
    'a raw_size above 32 MiB',
    withBlob(pbf.number(2, pbf.varint(33_554_433)), pbf.bytes(3, ZLIB)),
    'raw_size 33554433 is above',
  ],
  ['raw data of another size', withBlob(pbf.number(2, [1]), pbf.bytes(1, RAW)), 'raw_size says 1'],
  [
    'bytes after the zlib stream',
    withBlob(RAW_SIZE, pbf.bytes(3, [...ZLIB, 0])),
    `ends after ${ZLIB.length} of ${ZLIB.length + 1} bytes`,
  ],
  ['an unfinished zlib stream', withBlob(RAW_SIZE, pbf.bytes(3, ZLIB.subarray(0, -1))), 'unexpected end of file'],
  [
    'a zlib checksum that is wrong',
    withBlob(RAW_SIZE, pbf.bytes(3, [...ZLIB.subarray(0, -1), (ZLIB[ZLIB.length - 1] ?? 0) ^ 1])),
    'incorrect data check',
  ],
  ['deflate without zlib', withBlob(RAW_SIZE, pbf.bytes(3, deflateRawSync(RAW))), 'incorrect header check'],
  ['a blob without string table', pbf.fileOf(pbf.bytes(2, WAY)), 'without string table'],
  ['a granularity of 0', pbf.fileOf(pbf.block([''], [WAY], pbf.number(17, [0]))), 'granularity 0'],
  [
    'a granularity given twice',
    pbf.fileOf(pbf.block([''], [WAY], [...pbf.number(17, [9]), ...pbf.number(17, [9])])),
    'field 17 of a block is given twice',
  ],
  [
    'a length that runs past the block',
    pbf.fileOf([...GOOD_BLOCK, 0x12, 5, 0]),
    'a field of 5 bytes does not fit in the 1 left',
  ],
  ['a varint that runs past the block', pbf.fileOf([...GOOD_BLOCK, 0x88]), 'varint'],
  [
    'a varint of eleven bytes',
    pbf.fileOf([...GOOD_BLOCK, 0x90, 1, ...new Array(10).fill(0x80), 0]),
    'not more than 10 bytes',
  ],
  ['field number 0', pbf.fileOf([...GOOD_BLOCK, 0, 0]), '0 is not a field key'],
  ['a field number above 2^29', pbf.fileOf([...GOOD_BLOCK, ...pbf.varint(2 ** 32 + 8), 0]), 'is not a field key'],
  ['an old group field', pbf.fileOf([...GOOD_BLOCK, 0x33]), 'wire type 3 is not known'],
  ['a fixed field that runs past the block', pbf.fileOf([...GOOD_BLOCK, 0x31, 0, 0]), 'a field runs past its end'],
  ['a group that is a number', pbf.fileOf(pbf.block([''], [], pbf.number(2, [0]))), 'a group has wire type 0'],
  ['elements of two kinds in a group', withGroup([...WAY, ...relation()]), 'two kinds'],
  ['two runs of dense nodes in a group', withGroup([...dense(), ...dense()]), 'two runs of dense nodes'],
  ['a way that is a number', withGroup(pbf.number(3, [1])), 'an element has wire type 0'],
  ['a way without id', withGroup(pbf.bytes(3, [])), 'a way without id'],
  ['a way with two ids', withGroup(way(pbf.number(1, [4]))), 'the id of a way is given twice'],
  ['a way id above 2^53', withGroup(pbf.bytes(3, pbf.number(1, pbf.varint(2n ** 53n)))), 'is not a safe integer'],
  [
    'a node reference of 2^53',
    withGroup(way(pbf.packedZigzag(8, [2n ** 52n - 1n, 2n ** 52n - 1n, 3n]))),
    'is not a safe integer',
  ],
  ['a difference of 2^52', withGroup(way(pbf.packedZigzag(8, [-(2n ** 52n)]))), 'is not a safe integer'],
  ['a list of nodes that ends inside a varint', withGroup(way(pbf.bytes(8, [2, 0x80]))), 'ends inside a varint'],
  [
    'nodes of a way given twice',
    withGroup(way(pbf.bytes(8, [2]), pbf.bytes(8, [2]))),
    'field 8 of a way is given twice',
  ],
  ['nodes of a way that are not packed', withGroup(way(pbf.number(8, [2]))), 'wire type 0, expected 2'],
  ['a key out of range', withGroup(way(pbf.packed(2, [2]), pbf.packed(3, [1]))), 'string 2 of a table of 2'],
  [
    'a value out of range',
    withGroup(way(pbf.packed(2, [1]), pbf.packed(3, [2 ** 40]))),
    'string 1099511627776 of a table of 2',
  ],
  ['a negative key', withGroup(way(pbf.packed(2, [-1]), pbf.packed(3, [1]))), 'of a table of 2'],
  [
    'more keys than values',
    withGroup(way(pbf.packed(2, [1, 1]), pbf.packed(3, [1]))),
    'keys and values differ in number',
  ],
  ['more values than keys', withGroup(way(pbf.packed(3, [1]))), 'keys and values differ in number'],
  [
    'a text that is not UTF-8',
    pbf.fileOf([...pbf.bytes(1, pbf.bytes(1, [0xff])), ...pbf.bytes(2, way(pbf.packed(2, [0]), pbf.packed(3, [0])))]),
    'string 0 is not UTF-8',
  ],
  [
    'more members than roles',
    withGroup(relation(pbf.packedZigzag(9, [1]), pbf.packed(10, [0]))),
    '1 members, 0 roles and 1 types',
  ],
  ['more roles than members', withGroup(relation(pbf.packed(8, [0]))), '0 members, 1 roles and 0 types'],
  [
    'an unknown member type',
    withGroup(relation(pbf.packed(8, [0]), pbf.packedZigzag(9, [1]), pbf.packed(10, [3]))),
    'member type 3',
  ],
  [
    'a role out of range',
    withGroup(relation(pbf.packed(8, [7]), pbf.packedZigzag(9, [1]), pbf.packed(10, [0]))),
    'string 7 of a table of 2',
  ],
  ['a relation without id', withGroup(pbf.bytes(4, [])), 'a relation without id'],
  [
    'fewer latitudes than dense nodes',
    withGroup(dense(pbf.packedZigzag(1, [1, 1]), pbf.packedZigzag(8, [0]), pbf.packedZigzag(9, [0, 0]))),
    '2 node ids, 2 longitudes and 1 latitudes',
  ],
  [
    'more longitudes than dense nodes',
    withGroup(dense(pbf.packedZigzag(1, [1]), pbf.packedZigzag(8, [0]), pbf.packedZigzag(9, [0, 0]))),
    '1 node ids, 2 longitudes and 1 latitudes',
  ],
  [
    'dense tags that stop early',
    withGroup(dense(pbf.packedZigzag(1, [1]), position(0, 0), pbf.packed(10, [1, 1]))),
    'the tags of dense nodes end too early',
  ],
  [
    'a dense key without value',
    withGroup(dense(pbf.packedZigzag(1, [1]), position(0, 0), pbf.packed(10, [1]))),
    'the tags of dense nodes end too early',
  ],
  [
    'dense tags that run on',
    withGroup(dense(pbf.packedZigzag(1, [1]), position(0, 0), pbf.packed(10, [0, 0]))),
    '1 tag indices after the last dense node',
  ],
  [
    'a dense key out of range',
    withGroup(dense(pbf.packedZigzag(1, [1]), position(0, 0), pbf.packed(10, [2, 1, 0]))),
    'string 2 of a table of 2',
  ],
  [
    'a longitude off the globe',
    withGroup(dense(pbf.packedZigzag(1, [1]), position(0, 1_800_000_001))),
    'longitude 180.0000001 is off the globe',
  ],
  [
    'a latitude off the globe',
    withGroup(dense(pbf.packedZigzag(1, [1]), position(-900_000_001, 0))),
    'latitude -90.0000001 is off the globe',
  ],
  [
    'a longitude far beyond any',
    withGroup(dense(pbf.packedZigzag(1, [1]), position(0, 2n ** 51n))),
    'is off the globe',
  ],
  ['a plain node without position', withGroup(pbf.bytes(1, pbf.number(1, [2]))), 'a node without id or position'],
  [
    'a plain node off the globe',
    withGroup(pbf.bytes(1, [...pbf.number(1, [2]), ...pbf.number(8, pbf.zigzag(9e9)), ...pbf.number(9, [2])])),
    'is off the globe',
  ],
];

describe('a damaged file', () => {
  it.each(DAMAGED)('is refused with the offset of the blob for %s', async (_what, content, reason) => {
    const error = await refusal(content);
    expect(error).toMatchObject({ code: 'osm-malformed', data: { byteOffset: HEADER.length } });
    expect(error.message).toContain(reason);
    expect(error.message).toContain(`at byte ${HEADER.length}:`);
  });

  it('is refused at the blob at fault, not at the first', async () => {
    const other = pbf.zlibBlob('OSMData', pbf.block([''], [pbf.bytes(3, pbf.number(1, pbf.varint(4)))]));
    const error = await refusal(file(HEADER, GOOD_BLOB, other, [1, 2, 3]));
    expect(error.data['byteOffset']).toBe(HEADER.length + GOOD_BLOB.length + other.length);
  });

  it('is what a failing inflate is turned into', async () => {
    const failing = (): never => {
      throw new RangeError('no memory.');
    };
    const reading = readOsm(chunks(file(HEADER)), failing, {});
    await expect(reading).rejects.toMatchObject({
      code: 'osm-malformed',
      data: { byteOffset: 0, reason: 'no memory' },
    });
  });
});

describe('blocks out of order', () => {
  const ways = (...ids: number[]): number[] =>
    pbf.zlibBlob('OSMData', pbf.block([''], [ids.flatMap((id) => pbf.bytes(3, pbf.number(1, pbf.varint(id))))]));
  const nodes = pbf.zlibBlob('OSMData', pbf.block([''], [dense(pbf.packedZigzag(1, [1]), position(0, 0))]));
  const sorted = pbf.headerBlob(undefined, ['Sort.Type_then_ID']);

  it('are refused where a block stands twice, whatever the header says, even without a handler', async () => {
    const content = file(HEADER, ways(3, 4), ways(5), ways(3, 4));
    const error = await refusal(content);
    expect(error.message).toContain('way 3 starts two groups');
    expect(error.data['byteOffset']).toBe(content.length - ways(3, 4).length);
    await expect(readOsm(chunks(content), inflateZlib, {})).rejects.toThrow('way 3 starts two groups');
  });

  it.each([
    ['blocks were swapped', [ways(5, 6), ways(3, 4)], 'way 3 follows way 6'],
    ['ids fall within a block', [ways(5, 3)], 'way 3 follows way 5'],
    ['an id stands twice', [ways(5, 5)], 'way 5 follows way 5'],
    ['nodes come after ways', [ways(5), nodes], 'node 1 follows a way'],
  ])('are refused in a file said to be sorted where %s', async (_what, blobs, reason) => {
    expect((await refusal(file(sorted, ...blobs))).message).toContain(reason);
  });

  it('are read in a file that does not say it is sorted', async () => {
    const seen: number[] = [];
    await readOsm(chunks(file(HEADER, ways(5, 6), nodes, ways(3, 4))), inflateZlib, { way: (id) => seen.push(id) });
    expect(seen).toEqual([5, 6, 3, 4]);
  });

  it('may hold ids below 1 in any order, since the tools that make them do not agree on one', async () => {
    const seen: number[] = [];
    await readOsm(chunks(file(sorted, ways(-1, -2, 4), ways(-9, 5))), inflateZlib, { way: (id) => seen.push(id) });
    expect(seen).toEqual([-1, -2, 4, -9, 5]);
  });
});
