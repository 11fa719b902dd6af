import type { ElementGroup, ElementKind } from './block-frame.ts';

/** Throws a plain `Error` where a group cannot follow the groups before it. */
export type OrderGuard = (group: ElementGroup) => void;

const KINDS: readonly ElementKind[] = ['node', 'way', 'relation'];

/**
 * Watches for blocks that stand in the file twice, and, where the header promises nodes, ways and
 * relations sorted by id, for blocks and elements out of order. Each block by itself is intact in
 * such a file, so nothing else would notice. Ids below 1 are let through unsorted: the tools that
 * make them do not agree on their order.
 */
export function createOrderGuard(sorted: boolean): OrderGuard {
  const firstIds = KINDS.map(() => new Set<number>());
  let lastRank = 0;
  let lastId = 0;
  return ({ kind, ids }) => {
    const rank = KINDS.indexOf(kind);
    const firstId = ids[0];
    if (firstId === undefined) return;
    if (firstIds[rank]?.has(firstId))
      throw new Error(`${kind} ${firstId} starts two groups: a block is in the file twice`);
    firstIds[rank]?.add(firstId);
    if (!sorted) return;
    if (rank < lastRank) throw new Error(`${kind} ${firstId} follows a ${KINDS[lastRank]} in a file said to be sorted`);
    if (rank > lastRank) lastId = 0;
    lastRank = rank;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!;
      if (id > 0 && id <= lastId)
        throw new Error(`${kind} ${id} follows ${kind} ${lastId} in a file said to be sorted`);
      if (id > 0) lastId = id;
    }
  };
}
