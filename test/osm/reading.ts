import { deflateSync } from 'node:zlib';
import { GeodataError } from '../../geodata/errors.ts';
import type { OpenByteStream, OsmHeader, OsmMember, Tags } from '../../geodata/osm/elements.ts';
import { readOsm } from '../../geodata/osm/read-osm.ts';
import { inflateZlib } from '../../server/files/osm-file.ts';

/** Bytes as a stream of chunks of `chunkSize`. */
export function chunks(bytes: Uint8Array, chunkSize = 65_536): OpenByteStream {
  return function* () {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
  };
}

/** zlib as a function of bytes alone. */
export function deflate(raw: Uint8Array): Uint8Array {
  return deflateSync(raw);
}

export interface Elements {
  readonly nodes: { id: number; lonE7: number; latE7: number; tags: Tags | undefined }[];
  readonly ways: { id: number; nodeIds: number[]; tags: Tags }[];
  readonly relations: { id: number; members: readonly OsmMember[]; tags: Tags }[];
  readonly header: OsmHeader;
}

/** Everything a stream holds, tags as ordinary objects so that they compare. */
export async function readAll(open: OpenByteStream): Promise<Elements> {
  const nodes: Elements['nodes'] = [];
  const ways: Elements['ways'] = [];
  const relations: Elements['relations'] = [];
  const header = await readOsm(open, inflateZlib, {
    node: (id, lonE7, latE7, tags) => nodes.push({ id, lonE7, latE7, tags: tags && { ...tags } }),
    way: (id, nodeIds, tags) => ways.push({ id, nodeIds: [...nodeIds], tags: { ...tags } }),
    relation: (id, members, tags) => relations.push({ id, members, tags: { ...tags } }),
  });
  return { nodes, ways, relations, header };
}

/** One line an element, which says all of it; what the reader threw, if it threw. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly error: unknown;
}

/** Reads to the end or to the first error, keeping what was handed out. */
export async function readLines(open: OpenByteStream): Promise<Outcome> {
  const lines: string[] = [];
  const listed = (tags: Tags | undefined): string => (tags === undefined ? '' : JSON.stringify(Object.entries(tags)));
  try {
    await readOsm(open, inflateZlib, {
      node: (id, lonE7, latE7, tags) => lines.push(`n${id} ${lonE7} ${latE7} ${listed(tags)}`),
      way: (id, nodeIds, tags) => lines.push(`w${id} ${nodeIds.join()} ${listed(tags)}`),
      relation: (id, members, tags) => lines.push(`r${id} ${JSON.stringify(members)} ${listed(tags)}`),
    });
    return { lines, error: undefined };
  } catch (error) {
    return { lines, error };
  }
}

/** The GeodataError that reading these bytes ends in; fails the test where it ends otherwise. */
export async function refusal(bytes: Uint8Array): Promise<GeodataError> {
  const { error } = await readLines(chunks(bytes));
  if (!(error instanceof GeodataError)) throw new Error(`Expected a GeodataError, got ${String(error)}.`);
  return error;
}
