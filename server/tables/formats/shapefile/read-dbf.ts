import { TextDecoder } from 'node:util';
import type { CellValue } from '../../grid.ts';

/** The records of a dBASE table; a record marked as deleted is undefined and keeps its place. */
export interface DbfTable {
  readonly names: readonly string[];
  readonly records: readonly (readonly CellValue[] | undefined)[];
}

interface DbfField {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const NAME_BYTES = 11;
const FIELDS_END = 0x0d;
const DELETED = 0x2a;

/** Why a table is not read. */
export type DbfFault = 'damaged' | 'encoding';

/**
 * Reads a dBASE III table as Shapefiles have it: texts, numbers, yes and no, dates as `YYYY-MM-DD`. Every byte must be
 * of the encoding. (Package shapefile 0.6.6 reads deleted records as data and puts marks in place of wrong bytes.)
 */
export function readDbf(bytes: Uint8Array, encoding: string): DbfTable | DbfFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES + 1) return 'damaged';
  const [count, headerBytes, recordBytes] = [
    view.getUint32(4, true),
    view.getUint16(8, true),
    view.getUint16(10, true),
  ];
  if (recordBytes < 1 || headerBytes + count * recordBytes > bytes.length) return 'damaged';
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    const decode = (from: number, to: number) => decoder.decode(bytes.subarray(from, to));
    const fields = dbfFields(bytes, headerBytes, decode);
    if (!fields || (fields.at(-1)?.start ?? 0) + (fields.at(-1)?.length ?? 0) > recordBytes) return 'damaged';
    const records = Array.from({ length: count }, (_, i) => {
      const at = headerBytes + i * recordBytes;
      if (bytes[at] === DELETED) return undefined;
      return fields.map(({ type, start, length }) => dbfValue(type, decode(at + start, at + start + length)));
    });
    return { names: fields.map(({ name }) => name), records };
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return 'encoding';
    throw error;
  }
}

function dbfFields(
  bytes: Uint8Array,
  headerBytes: number,
  decode: (from: number, to: number) => string,
): DbfField[] | undefined {
  const fields: DbfField[] = [];
  let start = 1;
  for (let at = HEADER_BYTES; bytes[at] !== FIELDS_END; at += FIELD_BYTES) {
    if (at + FIELD_BYTES > headerBytes) return undefined;
    const zero = bytes.subarray(at, at + NAME_BYTES).indexOf(0);
    const type = String.fromCharCode(bytes[at + NAME_BYTES] ?? 0);
    const length = bytes[at + 16] ?? 0;
    fields.push({ name: decode(at, at + (zero < 0 ? NAME_BYTES : zero)).trim(), type, start, length });
    start += length;
  }
  return fields;
}

/** A number that is none, such as the stars of one too long for its field, stays the text it is. */
function dbfValue(type: string, written: string): CellValue {
  const text = written.replaceAll('\0', ' ').trim();
  if (text === '') return null;
  if (type === 'N' || type === 'F') return Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === 'L') return 'TtYy'.includes(text) ? true : 'FfNn'.includes(text) ? false : null;
  if (type === 'D') return /^\d{8}$/.test(text) ? text.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3') : text;
  return text;
}
