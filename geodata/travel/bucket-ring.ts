/** Stands for "nothing" in a bucket and at the end of its list. */
export const EMPTY = -1;

const LEAST_SIZE = 1024;

/**
 * The buckets of a queue over whole-number labels, used round and round: labels in the queue at one
 * time span less than the ring's length, so each bucket holds labels of one value only (Dial 1969).
 */
export interface BucketRing {
  /** First entry of each bucket in its owner's pool, or `EMPTY`. Its length is a power of two. */
  readonly head: Int32Array;
  /** One bit a bucket: not empty. Lets a search pass 32 empty buckets at a time. */
  readonly filled: Int32Array;
}

/** A ring for labels that lie less than `span` apart. */
export function emptyRing(span: number): BucketRing {
  let size = LEAST_SIZE;
  while (size < span) size *= 2;
  return { head: new Int32Array(size).fill(EMPTY), filled: new Int32Array(size >> 5) };
}
