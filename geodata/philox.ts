/** Multipliers and Weyl constants of Philox4x32 (Salmon, Moraes, Dror and Shaw, SC 2011). */
const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

export type Words4 = readonly [number, number, number, number];

/**
 * Four random 32-bit words from a counter and a key, Philox4x32-10: a generator without a state, so that the words
 * at one place do not depend on how many were drawn elsewhere. Whole 32-bit arithmetic, hence the same everywhere.
 * @param counter whole, 0 <= word < 2^32; key likewise
 */
export function philox4x32(counter: Words4, key: readonly [number, number]): Words4 {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = highProduct(MULTIPLIER_0, c0);
    const high1 = highProduct(MULTIPLIER_1, c2);
    const low0 = Math.imul(MULTIPLIER_0, c0) >>> 0;
    const low1 = Math.imul(MULTIPLIER_1, c2) >>> 0;
    [c0, c1, c2, c3] = [(high1 ^ c1 ^ k0) >>> 0, low1, (high0 ^ c3 ^ k1) >>> 0, low0];
    k0 = (k0 + WEYL_0) >>> 0;
    k1 = (k1 + WEYL_1) >>> 0;
  }
  return [c0, c1, c2, c3];
}

/**
 * A number 0 < value < 1 of a seed, at a row and a column: the same three, the same number, in any order of asking.
 * @param seed whole, 0 <= seed < 2^32; row and column likewise
 */
export function uniformAt(seed: number, row: number, column: number): number {
  const [high, low] = philox4x32([row >>> 0, column >>> 0, 0, 0], [seed >>> 0, 0]);
  return ((high >>> 6) * 2 ** 26 + (low >>> 6) + 0.5) / 2 ** 52;
}

/** The upper 32 bits of a product of two 32-bit words, by halves: doubles hold 53. */
function highProduct(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = (middle % 65536) + aLow * bHigh;
  return aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(carry / 65536);
}
