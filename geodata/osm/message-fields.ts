import type { PbfReader } from 'pbf';

/**
 * Bounds around the `pbf` reader, which itself trusts every length it meets. Every function here
 * throws a plain `Error` whose message is the reason; the caller adds the place in the file.
 */

/** Protobuf wire types. */
export const VARINT = 0;
export const LENGTH_DELIMITED = 2;

const WIRE_FIXED64 = 1;
const WIRE_FIXED32 = 5;

/** A part of the reader's buffer, half open. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export const EMPTY_RANGE: ByteRange = { start: 0, end: 0 };

/** Steps to the next field of the message that ends at `end`; its number, or 0 at the end of the message. */
export function nextField(pbf: PbfReader, end: number): number {
  if (pbf.pos === end) return 0;
  const key = readUnsigned(pbf, end);
  const field = Math.floor(key / 8);
  if (field === 0 || key > 0xffffffff) throw new Error(`${key} is not a field key`);
  pbf.type = key % 8;
  return field;
}

/** An unsigned varint; beyond 2^53 it is only roughly right, and still far above every limit it is held against. */
export function readUnsigned(pbf: PbfReader, end: number): number {
  const value = pbf.readVarint();
  if (pbf.pos > end) throw new Error('a varint runs past its end');
  return value;
}

/** An int64 or int32 varint that must be a safe integer. */
export function readSigned(pbf: PbfReader, end: number): number {
  const value = pbf.readVarint(true);
  if (pbf.pos > end) throw new Error('a varint runs past its end');
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is not a safe integer`);
  return value;
}

/**
 * A zigzag varint (sint64). Magnitudes from 2^52 are refused: above them the reader has lost the
 * lowest bit, which carries the sign.
 */
export function readZigzag(pbf: PbfReader, end: number): number {
  const value = pbf.readSVarint();
  if (pbf.pos > end) throw new Error('a varint runs past its end');
  if (!(Math.abs(value) < 2 ** 52)) throw new Error(`${value} is not a safe integer`);
  return value;
}

/** The bytes of a length-delimited field, which the reader is moved past. */
export function readRange(pbf: PbfReader, end: number): ByteRange {
  const length = readUnsigned(pbf, end);
  const start = pbf.pos;
  if (length > end - start) throw new Error(`a field of ${length} bytes does not fit in the ${end - start} left`);
  pbf.pos = start + length;
  return { start, end: start + length };
}

/** Moves past the value of a field that is not wanted. */
export function skipField(pbf: PbfReader, end: number): void {
  if (pbf.type === VARINT) readUnsigned(pbf, end);
  else if (pbf.type === LENGTH_DELIMITED) readRange(pbf, end);
  else if (pbf.type === WIRE_FIXED32) pbf.pos += 4;
  else if (pbf.type === WIRE_FIXED64) pbf.pos += 8;
  else throw new Error(`wire type ${pbf.type} is not known`);
  if (pbf.pos > end) throw new Error('a field runs past its end');
}

/** Refuses a field of another wire type than the format says. `what` names the field. */
export function expectWireType(pbf: PbfReader, wireType: number, what: string): void {
  if (pbf.type !== wireType) throw new Error(`${what} has wire type ${pbf.type}, expected ${wireType}`);
}

/** The only occurrence of a length-delimited field; `previous` is what was read of it before. */
export function readRangeOnce(pbf: PbfReader, end: number, previous: ByteRange | undefined, what: string): ByteRange {
  expectWireType(pbf, LENGTH_DELIMITED, what);
  if (previous !== undefined) throw new Error(`${what} is given twice`);
  return readRange(pbf, end);
}

/** Refuses a second value of a scalar field and a field of the wrong wire type. */
export function expectVarintOnce(pbf: PbfReader, previous: number | undefined, what: string): void {
  expectWireType(pbf, VARINT, what);
  if (previous !== undefined) throw new Error(`${what} is given twice`);
}

/** How many varints a packed field holds. */
export function countVarints(bytes: Uint8Array, range: ByteRange): number {
  let count = 0;
  for (let at = range.start; at < range.end; at++) if (bytes[at]! < 0x80) count++;
  return count;
}

/** A packed field of zigzag differences as running sums. The array has one element a varint. */
export function readSums(pbf: PbfReader, range: ByteRange): Float64Array {
  const sums = new Float64Array(countVarints(pbf.buf, range));
  const end = range.end;
  let sum = 0;
  pbf.pos = range.start;
  for (let i = 0; i < sums.length; i++) {
    sum += readZigzag(pbf, end);
    if (!Number.isSafeInteger(sum)) throw new Error(`${sum} is not a safe integer`);
    sums[i] = sum;
  }
  if (pbf.pos !== end) throw new Error('a packed field ends inside a varint');
  return sums;
}

/** A packed field of unsigned varints. */
export function readPacked(pbf: PbfReader, range: ByteRange): Float64Array {
  const values = new Float64Array(countVarints(pbf.buf, range));
  const end = range.end;
  pbf.pos = range.start;
  for (let i = 0; i < values.length; i++) values[i] = readUnsigned(pbf, end);
  if (pbf.pos !== end) throw new Error('a packed field ends inside a varint');
  return values;
}
