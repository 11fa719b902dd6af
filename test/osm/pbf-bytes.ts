import { deflateSync } from 'node:zlib';

/** A protobuf and OSM PBF encoder for tests, independent of the library the reader uses, and able to write nonsense. */

/** An unsigned varint; negative numbers as protobuf writes an int64. */
export function varint(value: number | bigint): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

/** A zigzag varint (sint64). */
export function zigzag(value: number | bigint): number[] {
  const whole = BigInt(value);
  return varint(whole >= 0n ? whole * 2n : whole * -2n - 1n);
}

/** A varint field. `encoded` is the value, already encoded. */
export function number(field: number, encoded: readonly number[]): number[] {
  return [...varint(field * 8), ...encoded];
}

/** A length-delimited field: bytes, a text, or a packed list that has been encoded. */
export function bytes(field: number, content: readonly number[] | Uint8Array | string): number[] {
  const raw = typeof content === 'string' ? Array.from(Buffer.from(content)) : Array.from(content);
  return [...varint(field * 8 + 2), ...varint(raw.length), ...raw];
}

/** A packed field of unsigned varints. */
export function packed(field: number, values: readonly (number | bigint)[]): number[] {
  return bytes(field, values.flatMap(varint));
}

/** A packed field of zigzag differences, as given: they are not computed here. */
export function packedZigzag(field: number, differences: readonly (number | bigint)[]): number[] {
  return bytes(field, differences.flatMap(zigzag));
}

/** Length prefix, BlobHeader and Blob. */
export function frame(blobHeader: readonly number[], blob: readonly number[]): number[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(blobHeader.length);
  return [...length, ...blobHeader, ...blob];
}

/** A blob of `type` around Blob fields. */
export function blobOf(type: string, blob: readonly number[]): number[] {
  return frame([...bytes(1, type), ...number(3, varint(blob.length))], blob);
}

/** A zlib blob around a block. */
export function zlibBlob(type: string, block: readonly number[]): number[] {
  const raw = Uint8Array.from(block);
  return blobOf(type, [...number(2, varint(raw.length)), ...bytes(3, deflateSync(raw))]);
}

/** An OSMHeader blob. */
export function headerBlob(
  required: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes'],
  optional: readonly string[] = [],
): number[] {
  return zlibBlob('OSMHeader', [
    ...required.flatMap((feature) => bytes(4, feature)),
    ...optional.flatMap((feature) => bytes(5, feature)),
    ...bytes(16, 'by hand'),
  ]);
}

/** A PrimitiveBlock: string table, one group a list of fields, further fields of the block. */
export function block(
  strings: readonly string[],
  groups: readonly (readonly number[])[],
  more: readonly number[] = [],
): number[] {
  return [
    ...bytes(
      1,
      strings.flatMap((text) => bytes(1, text)),
    ),
    ...groups.flatMap((group) => bytes(2, group)),
    ...more,
  ];
}

/** A whole file: the plain header and one OSMData blob a block. */
export function fileOf(...blocks: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from([...headerBlob(), ...blocks.flatMap((content) => zlibBlob('OSMData', content))]);
}

/** Where the first OSMData blob of `fileOf` starts. */
export const DATA_OFFSET = headerBlob().length;
