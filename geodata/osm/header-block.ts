import { PbfReader } from 'pbf';
import type { OsmHeader } from './elements.ts';
import { type ByteRange, expectWireType, LENGTH_DELIMITED, nextField, readRange, skipField } from './message-fields.ts';

/** Decodes an inflated OSMHeader block. Throws a plain `Error` with the reason where it is damaged. */
export function decodeHeaderBlock(bytes: Uint8Array): OsmHeader {
  const pbf = new PbfReader(bytes);
  const end = bytes.length;
  const requiredFeatures: string[] = [];
  const optionalFeatures: string[] = [];
  let writingProgram = '';
  for (let field = nextField(pbf, end); field !== 0; field = nextField(pbf, end)) {
    if (field === 4) requiredFeatures.push(readText(pbf, end));
    else if (field === 5) optionalFeatures.push(readText(pbf, end));
    else if (field === 16) writingProgram = readText(pbf, end);
    else skipField(pbf, end);
  }
  return { requiredFeatures, optionalFeatures, writingProgram };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function readText(pbf: PbfReader, end: number): string {
  expectWireType(pbf, LENGTH_DELIMITED, 'a text of the header');
  const range: ByteRange = readRange(pbf, end);
  return UTF8.decode(pbf.buf.subarray(range.start, range.end));
}
