import type { LonLat } from '../units.ts';

/** Positions of a fixed set of nodes, filled while a file is read. */
export interface NodePositions {
  /** Takes note of a node if it is one of the set. */
  readonly note: (id: number, lonE7: number, latE7: number) => void;
  /** Degrees; undefined where the node is not of the set or has not been seen. */
  readonly at: (id: number) => LonLat | undefined;
}

/** No longitude is as large: its whole 1e-7 degrees end at 1.8e9. */
const UNSEEN = 0x7fffffff;

/** Keeps 16 bytes a node, found by binary search. `ids` may repeat and come in any order. */
export function createNodePositions(ids: Iterable<number>): NodePositions {
  const sorted = Float64Array.from(new Set(ids)).sort();
  const lonE7s = new Int32Array(sorted.length).fill(UNSEEN);
  const latE7s = new Int32Array(sorted.length);
  return {
    note: (id, lonE7, latE7) => {
      const index = indexOf(sorted, id);
      if (index < 0) return;
      lonE7s[index] = lonE7;
      latE7s[index] = latE7;
    },
    at: (id) => {
      const lonE7 = lonE7s[indexOf(sorted, id)] ?? UNSEEN;
      const latE7 = latE7s[indexOf(sorted, id)] ?? UNSEEN;
      return lonE7 === UNSEEN ? undefined : [lonE7 / 1e7, latE7 / 1e7];
    },
  };
}

/** Position of `id`, or -1. */
function indexOf(sorted: Float64Array, id: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle]!;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
