import { osmMalformed, osmUnsupported } from '../errors.ts';
import type { ElementGroup, ElementKind } from './block-frame.ts';
import { createOrderGuard, type OrderGuard } from './element-order.ts';
import type { Inflate, OpenByteStream, OsmHandlers, OsmHeader } from './elements.ts';
import { decodeHeaderBlock } from './header-block.ts';
import { malformedAt, type OsmBlob, readBlobs, unpackBlob } from './pbf-framing.ts';
import { decodePrimitiveBlock } from './primitive-block.ts';

const SUPPORTED_FEATURES: ReadonlySet<string> = new Set(['OsmSchema-V0.6', 'DenseNodes']);
const SORTED_FEATURE = 'Sort.Type_then_ID';

/**
 * Reads an .osm.pbf file once, from a stream of chunks of any size, with one blob in memory at a
 * time, and hands its elements to `handlers` in file order. Kinds without a handler are not decoded.
 *
 * Throws one GeodataError, osm-malformed or osm-unsupported, with the offset of the blob at fault;
 * the blocks before it have been handed out by then, so a caller keeps nothing of a failed read.
 * Errors of a handler or of the stream pass through unchanged. What no reader can see: a file cut
 * exactly between two blobs, or one that lost whole blobs, since the format states no count. The
 * elements read from it are then a part of the file in the right order; ways that refer to nodes
 * never seen give it away.
 */
export async function readOsm(open: OpenByteStream, inflate: Inflate, handlers: OsmHandlers): Promise<OsmHeader> {
  return readPass(open, inflate, handlers, () => undefined);
}

/**
 * Reads a file twice, for callers that must know the ways before they can choose among the nodes,
 * which come first in the file. `second` is asked for its handlers after the first pass; undefined
 * ends the reading. The second pass inflates only blobs that hold a kind it wants, and throws
 * osm-malformed where a blob is not the one of the first pass, since the file was then replaced
 * in between. Otherwise as readOsm.
 */
export async function readOsmTwice(
  open: OpenByteStream,
  inflate: Inflate,
  first: OsmHandlers,
  second: () => OsmHandlers | undefined,
): Promise<OsmHeader> {
  const known: KnownBlob[] = [];
  const header = await readPass(open, inflate, first, (blob, groups) => {
    known.push({ checksum: checksumOf(blob.message), kinds: new Set(groups.map((group) => group.kind)) });
  });
  const handlers = second();
  if (handlers !== undefined) await readKnownBlobs(open, inflate, handlers, known);
  return header;
}

type BlobListener = (blob: OsmBlob, groups: readonly ElementGroup[]) => void;

async function readPass(
  open: OpenByteStream,
  inflate: Inflate,
  handlers: OsmHandlers,
  listen: BlobListener,
): Promise<OsmHeader> {
  let header: OsmHeader | undefined;
  let guard: OrderGuard | undefined;
  for await (const blob of readBlobs(open)) {
    if (header === undefined || guard === undefined) {
      header = readHeader(blob, inflate);
      guard = createOrderGuard(header.optionalFeatures.includes(SORTED_FEATURE));
      listen(blob, []);
      continue;
    }
    const groups = decodeBlob(blob, inflate, handlers, guard);
    listen(blob, groups);
    for (const group of groups) group.handOut?.(handlers);
  }
  if (header === undefined) throw osmMalformed(0, 'the file is empty');
  return header;
}

function readHeader(blob: OsmBlob, inflate: Inflate): OsmHeader {
  const block = unpackBlob(blob, inflate);
  const header = malformedAt(blob.byteOffset, () => decodeHeaderBlock(block));
  const unknown = header.requiredFeatures.find((feature) => !SUPPORTED_FEATURES.has(feature));
  if (unknown !== undefined) throw osmUnsupported(blob.byteOffset, `required feature ${JSON.stringify(unknown)}`);
  return header;
}

function decodeBlob(blob: OsmBlob, inflate: Inflate, handlers: OsmHandlers, guard: OrderGuard): ElementGroup[] {
  const block = unpackBlob(blob, inflate);
  return malformedAt(blob.byteOffset, () => {
    const groups = decodePrimitiveBlock(block, (kind) => handlers[kind] !== undefined);
    groups.forEach(guard);
    return groups;
  });
}

interface KnownBlob {
  readonly checksum: number;
  readonly kinds: ReadonlySet<ElementKind>;
}

async function readKnownBlobs(
  open: OpenByteStream,
  inflate: Inflate,
  handlers: OsmHandlers,
  known: readonly KnownBlob[],
): Promise<void> {
  const guard = createOrderGuard(false);
  const wanted = (['node', 'way', 'relation'] as const).filter((kind) => handlers[kind] !== undefined);
  let index = 0;
  let lastOffset = 0;
  for await (const blob of readBlobs(open)) {
    lastOffset = blob.byteOffset;
    const { checksum, kinds } = known[index++] ?? {};
    if (checksum !== checksumOf(blob.message)) throw osmMalformed(blob.byteOffset, CHANGED);
    if (!wanted.some((kind) => kinds?.has(kind))) continue;
    for (const group of decodeBlob(blob, inflate, handlers, guard)) group.handOut?.(handlers);
  }
  if (index !== known.length) throw osmMalformed(lastOffset, CHANGED);
}

const CHANGED = 'the file changed between the two passes';

/** FNV-1a over the packed bytes. It needs to notice a replaced file, not an attack. */
function checksumOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash;
}
