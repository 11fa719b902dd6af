import { PbfWriter } from 'pbf';
import type { OsmMember, Tags } from './elements.ts';

export interface WritableNode {
  readonly id: number;
  /** Whole 1e-7 degrees. */
  readonly lonE7: number;
  readonly latE7: number;
  readonly tags?: Tags;
}

export interface WritableWay {
  readonly id: number;
  readonly nodeIds: ArrayLike<number>;
  readonly tags: Tags;
}

export interface WritableRelation {
  readonly id: number;
  readonly members: readonly OsmMember[];
  readonly tags: Tags;
}

/** Each kind in the order of its ids, which are positive and occur once. */
export interface WritableElements {
  readonly nodes: readonly WritableNode[];
  readonly ways: readonly WritableWay[];
  readonly relations: readonly WritableRelation[];
}

const MAX_BLOCK_ELEMENTS = 8_000;
/** Limit of the format for an unpacked block. */
const MAX_BLOCK_BYTES = 32 * 1024 * 1024;
const WRITING_PROGRAM = 'hubshed';
const MEMBER_TYPE_CODES = { node: 0, way: 1, relation: 2 } as const;

/**
 * Writes a whole .osm.pbf file: dense nodes, blocks of at most 8,000 elements, no metadata. Same
 * elements and same `deflate` (zlib, RFC 1950), same bytes. The header promises Sort.Type_then_ID,
 * so ids that do not rise are refused with a plain `Error`, as are positions off the globe.
 */
export function writeOsm(elements: WritableElements, deflate: (raw: Uint8Array) => Uint8Array): Uint8Array {
  checkElements(elements);
  const blobs = [frameBlob('OSMHeader', headerBlock(), deflate)];
  const add = (block: Uint8Array): void => {
    blobs.push(frameBlob('OSMData', block, deflate));
  };
  for (const nodes of inBlocks(elements.nodes)) add(primitiveBlock(2, writeDenseNodes, [nodes]));
  for (const ways of inBlocks(elements.ways)) add(primitiveBlock(3, writeWay, ways));
  for (const relations of inBlocks(elements.relations)) add(primitiveBlock(4, writeRelation, relations));
  return concatenate(blobs);
}

function checkElements({ nodes, ways, relations }: WritableElements): void {
  checkIds('Node', nodes);
  checkIds('Way', ways);
  checkIds('Relation', relations);
  for (const { id, lonE7, latE7 } of nodes) {
    const onGlobe =
      Number.isInteger(lonE7) && Number.isInteger(latE7) && Math.abs(lonE7) <= 180e7 && Math.abs(latE7) <= 90e7;
    if (!onGlobe) throw new Error(`Node ${id} at ${lonE7}, ${latE7}: expected whole 1e-7 degrees on the globe.`);
  }
}

function checkIds(kind: string, elements: readonly { readonly id: number }[]): void {
  let last = 0;
  for (const { id } of elements) {
    if (!Number.isSafeInteger(id) || id <= last)
      throw new Error(`${kind} ${id} follows ${last}: expected positive ids that rise.`);
    last = id;
  }
}

function inBlocks<T>(elements: readonly T[]): T[][] {
  const blocks: T[][] = [];
  for (let at = 0; at < elements.length; at += MAX_BLOCK_ELEMENTS)
    blocks.push(elements.slice(at, at + MAX_BLOCK_ELEMENTS));
  return blocks;
}

/** Index of a text in the block's table; a new text is appended. */
type StringIndex = (text: string) => number;

function headerBlock(): Uint8Array {
  const pbf = new PbfWriter();
  for (const feature of ['OsmSchema-V0.6', 'DenseNodes']) pbf.writeStringField(4, feature);
  pbf.writeStringField(5, 'Sort.Type_then_ID');
  pbf.writeStringField(16, WRITING_PROGRAM);
  return pbf.finish();
}

/** What is encoded as one message of a group, and the table its texts go to. */
interface Encoding<T> {
  readonly content: T;
  readonly strings: StringIndex;
}

/** One block with one group, which is encoded first, since that fills the table before it. Entry 0 is reserved. */
function primitiveBlock<T>(
  field: number,
  write: (encoding: Encoding<T>, pbf: PbfWriter) => void,
  contents: readonly T[],
): Uint8Array {
  const indices = new Map<string, number>([['', 0]]);
  const strings: StringIndex = (text) => {
    const index = indices.get(text) ?? indices.size;
    indices.set(text, index);
    return index;
  };
  const group = new PbfWriter();
  for (const content of contents) group.writeMessage(field, write, { content, strings });
  const table = new PbfWriter();
  const encoder = new TextEncoder();
  for (const text of indices.keys()) table.writeBytesField(1, encoder.encode(text));
  const block = new PbfWriter();
  block.writeBytesField(1, table.finish());
  block.writeBytesField(2, group.finish());
  return block.finish();
}

function writeDenseNodes({ content: nodes, strings }: Encoding<readonly WritableNode[]>, pbf: PbfWriter): void {
  const keysVals: number[] = [];
  for (const { tags = {} } of nodes) {
    for (const [key, value] of Object.entries(tags)) keysVals.push(keyIndex(key, strings), strings(value));
    keysVals.push(0);
  }
  pbf.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
  pbf.writePackedSVarint(8, differences(nodes.map(({ latE7 }) => latE7)));
  pbf.writePackedSVarint(9, differences(nodes.map(({ lonE7 }) => lonE7)));
  if (keysVals.length > nodes.length) pbf.writePackedVarint(10, keysVals);
}

/** An empty key has index 0, which ends the tags of a dense node. */
function keyIndex(key: string, strings: StringIndex): number {
  if (key === '') throw new Error('A node has a tag with an empty key.');
  return strings(key);
}

function writeWay({ content: way, strings }: Encoding<WritableWay>, pbf: PbfWriter): void {
  pbf.writeVarintField(1, way.id);
  writeTags(way.tags, strings, pbf);
  pbf.writePackedSVarint(8, differences(Array.from(way.nodeIds)));
}

function writeRelation({ content, strings }: Encoding<WritableRelation>, pbf: PbfWriter): void {
  const { id, members, tags } = content;
  pbf.writeVarintField(1, id);
  writeTags(tags, strings, pbf);
  pbf.writePackedVarint(
    8,
    members.map(({ role }) => strings(role)),
  );
  pbf.writePackedSVarint(9, differences(members.map((member) => member.id)));
  pbf.writePackedVarint(
    10,
    members.map(({ type }) => MEMBER_TYPE_CODES[type]),
  );
}

function writeTags(tags: Tags, strings: StringIndex, pbf: PbfWriter): void {
  pbf.writePackedVarint(2, Object.keys(tags).map(strings));
  pbf.writePackedVarint(3, Object.values(tags).map(strings));
}

function differences(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0));
}

function frameBlob(type: string, raw: Uint8Array, deflate: (raw: Uint8Array) => Uint8Array): Uint8Array {
  if (raw.length > MAX_BLOCK_BYTES)
    throw new Error(`A block of ${raw.length} bytes, at most ${MAX_BLOCK_BYTES} are allowed.`);
  const blob = new PbfWriter();
  blob.writeVarintField(2, raw.length);
  blob.writeBytesField(3, deflate(raw));
  const blobBytes = blob.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, blobBytes.length);
  const headerBytes = header.finish();
  const prefix = new Uint8Array(4);
  new DataView(prefix.buffer).setUint32(0, headerBytes.length);
  return concatenate([prefix, headerBytes, blobBytes]);
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
