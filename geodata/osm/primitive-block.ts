import { PbfReader } from 'pbf';
import type { BlockFrame, ElementGroup, ElementKind } from './block-frame.ts';
import {
  type ByteRange,
  expectVarintOnce,
  expectWireType,
  LENGTH_DELIMITED,
  nextField,
  readRange,
  readRangeOnce,
  readSigned,
  skipField,
} from './message-fields.ts';
import { decodeDenseNodes, decodePlainNodes } from './node-group.ts';
import { readStringTable } from './string-table.ts';
import { decodeRelations, decodeWays } from './way-relation-group.ts';

/** Nanodegrees a unit where the block does not say. */
const DEFAULT_GRANULARITY = 100;

/**
 * Decodes an inflated OSMData block (OSM wiki, "PBF Format"). A group of a kind that is not
 * `wanted` keeps only its first id. Fields the format may gain later, changesets and all metadata
 * are stepped over. Throws a plain `Error` with the reason where the block is damaged.
 */
export function decodePrimitiveBlock(bytes: Uint8Array, wanted: (kind: ElementKind) => boolean): ElementGroup[] {
  const pbf = new PbfReader(bytes);
  const { frame, groups } = readBlockFields(pbf, bytes.length);
  return groups.map((range) => decodeGroup(frame, range, wanted)).filter((group) => group !== undefined);
}

function readBlockFields(pbf: PbfReader, end: number): { frame: BlockFrame; groups: ByteRange[] } {
  let table: ByteRange | undefined;
  const groups: ByteRange[] = [];
  const numbers: (number | undefined)[] = [];
  for (let field = nextField(pbf, end); field !== 0; field = nextField(pbf, end)) {
    if (field === 1) table = readRangeOnce(pbf, end, table, 'the string table');
    else if (field === 2) {
      expectWireType(pbf, LENGTH_DELIMITED, 'a group');
      if (groups.length === MOST_GROUPS) throw new Error(`more than ${MOST_GROUPS} groups in one block`);
      groups.push(readRange(pbf, end));
    } else if (field === 17 || field === 19 || field === 20) {
      expectVarintOnce(pbf, numbers[field], `field ${field} of a block`);
      numbers[field] = readSigned(pbf, end);
    } else skipField(pbf, end);
  }
  if (table === undefined) throw new Error('a block without string table');
  const granularity = numbers[17] ?? DEFAULT_GRANULARITY;
  if (granularity <= 0) throw new Error(`granularity ${granularity}`);
  const strings = readStringTable(pbf, table);
  return { frame: { pbf, strings, granularity, latOffset: numbers[19] ?? 0, lonOffset: numbers[20] ?? 0 }, groups };
}

/** Writers need a handful of groups a block; more than this is made to fill memory. */
const MOST_GROUPS = 100_000;

/** Field numbers of PrimitiveGroup. */
const PLAIN_NODES = 1;
const DENSE_NODES = 2;
const WAYS = 3;
const RELATIONS = 4;

/** Undefined: a group without elements. */
function decodeGroup(
  frame: BlockFrame,
  range: ByteRange,
  wanted: (kind: ElementKind) => boolean,
): ElementGroup | undefined {
  const { pbf } = frame;
  const messages: ByteRange[] = [];
  let content: number | undefined;
  pbf.pos = range.start;
  for (let field = nextField(pbf, range.end); field !== 0; field = nextField(pbf, range.end)) {
    if (field > RELATIONS) {
      skipField(pbf, range.end);
      continue;
    }
    if (content !== undefined && content !== field) throw new Error('a group with elements of two kinds');
    content = field;
    expectWireType(pbf, LENGTH_DELIMITED, 'an element');
    messages.push(readRange(pbf, range.end));
  }
  const first = messages[0];
  if (first === undefined) return undefined;
  if (content === PLAIN_NODES) return decodePlainNodes(frame, messages, wanted('node'));
  if (content === WAYS) return decodeWays(frame, messages, wanted('way'));
  if (content === DENSE_NODES && messages.length > 1) throw new Error('a group with two runs of dense nodes');
  return content === DENSE_NODES
    ? decodeDenseNodes(frame, first, wanted('node'))
    : decodeRelations(frame, messages, wanted('relation'));
}
