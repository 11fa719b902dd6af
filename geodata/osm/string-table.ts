import type { PbfReader } from 'pbf';
import type { Tags } from './elements.ts';
import {
  type ByteRange,
  expectWireType,
  LENGTH_DELIMITED,
  nextField,
  readRange,
  readUnsigned,
  skipField,
} from './message-fields.ts';

/** Writers put some 10,000 elements into a block; a table longer than this is made to fill memory. */
const MOST_STRINGS = 1_000_000;

/**
 * The strings of one block. Each is decoded when it is first asked for, so that names of
 * contributors, which stand in the same table, are never turned into text.
 */
export interface StringTable {
  /** Throws where `index` is out of range or the bytes are not UTF-8. */
  readonly text: (index: number) => string;
}

/** Reads the table that fills `range`. */
export function readStringTable(pbf: PbfReader, range: ByteRange): StringTable {
  const entries: ByteRange[] = [];
  pbf.pos = range.start;
  for (let field = nextField(pbf, range.end); field !== 0; field = nextField(pbf, range.end)) {
    if (field === 1) {
      expectWireType(pbf, LENGTH_DELIMITED, 'a string');
      if (entries.length === MOST_STRINGS) throw new Error(`more than ${MOST_STRINGS} strings in one block`);
      entries.push(readRange(pbf, range.end));
    } else skipField(pbf, range.end);
  }
  const decoded: (string | undefined)[] = new Array(entries.length);
  const bytes = pbf.buf;
  const text = (index: number): string => {
    const known = decoded[index];
    if (known !== undefined) return known;
    const entry = entries[index];
    if (entry === undefined) throw new Error(`string ${index} of a table of ${entries.length}`);
    const fresh = decodeUtf8(bytes.subarray(entry.start, entry.end), index);
    decoded[index] = fresh;
    return fresh;
  };
  return { text };
}

/** Tags from two packed fields of string indices, which must be of one length. */
export function readTags(pbf: PbfReader, strings: StringTable, keys: ByteRange, values: ByteRange): Tags {
  const tags: Record<string, string> = Object.create(null);
  let keyAt = keys.start;
  let valueAt = values.start;
  while (keyAt < keys.end && valueAt < values.end) {
    pbf.pos = keyAt;
    const key = strings.text(readUnsigned(pbf, keys.end));
    keyAt = pbf.pos;
    pbf.pos = valueAt;
    tags[key] = strings.text(readUnsigned(pbf, values.end));
    valueAt = pbf.pos;
  }
  if (keyAt < keys.end || valueAt < values.end) throw new Error('keys and values differ in number');
  return tags;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: Uint8Array, index: number): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Error(`string ${index} is not UTF-8`);
  }
}
