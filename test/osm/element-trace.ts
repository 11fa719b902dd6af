import type { OpenByteStream, Tags } from '../../geodata/osm/elements.ts';
import { readOsm } from '../../geodata/osm/read-osm.ts';
import { inflateZlib } from '../../server/files/osm-file.ts';

/** What a read handed out, as one running hash an element, so that a prefix can be told; and what it threw. */
export interface Trace {
  /** `hashes[i]` covers every field of the elements 0 to i, in order. */
  readonly hashes: readonly number[];
  readonly error: unknown;
  /** Whether every id was safe and every position on the globe. */
  readonly sane: boolean;
}

/** Reads all there is, or up to the first error. */
export async function trace(open: OpenByteStream): Promise<Trace> {
  const hashes: number[] = [];
  let hash = 0;
  let sane = true;
  const add = (value: number): void => {
    hash = Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 15);
  };
  const addId = (id: number): void => {
    add(id);
    add(id / 2 ** 32);
  };
  const addText = (text: string): void => {
    add(text.length);
    for (let i = 0; i < text.length; i++) add(text.charCodeAt(i));
  };
  const addTags = (tags: Tags): void => Object.entries(tags).flat().forEach(addText);
  const start = (kind: number, id: number): void => {
    sane &&= Number.isSafeInteger(id);
    add(kind);
    addId(id);
  };
  try {
    await readOsm(open, inflateZlib, {
      node(id, lonE7, latE7, tags) {
        start(0, id);
        sane &&= Math.abs(lonE7) <= 180e7 && Math.abs(latE7) <= 90e7;
        add(lonE7);
        add(latE7);
        if (tags !== undefined) addTags(tags);
        hashes.push(hash);
      },
      way(id, nodeIds, tags) {
        start(1, id);
        sane &&= nodeIds.every(Number.isSafeInteger);
        nodeIds.forEach(addId);
        addTags(tags);
        hashes.push(hash);
      },
      relation(id, members, tags) {
        start(2, id);
        for (const member of members) {
          sane &&= Number.isSafeInteger(member.id);
          addId(member.id);
          addText(`${member.type} ${member.role}`);
        }
        addTags(tags);
        hashes.push(hash);
      },
    });
    return { hashes, error: undefined, sane };
  } catch (error) {
    return { hashes, error, sane };
  }
}

/** Whether `part` is the beginning of `whole`, or all of it. */
export function isPrefix(part: Trace, whole: Trace): boolean {
  const count = part.hashes.length;
  return count === 0 || (count <= whole.hashes.length && part.hashes[count - 1] === whole.hashes[count - 1]);
}
