/** A stream of numbers from a seed. The same seed and stream give the same numbers on every engine. */
export interface Random {
  /** 0 <= value < 1. */
  readonly next: () => number;
  /** low <= value < high. */
  readonly between: (low: number, high: number) => number;
  /** Whole, 0 <= value < count. */
  readonly below: (count: number) => number;
  /** True with this probability, 0 to 1. */
  readonly chance: (probability: number) => boolean;
  /** @throws Error for an empty list */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** A shuffled copy. */
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
}

/**
 * A stream of its own for each named step of the generator, so that a change in one step leaves the
 * dice of the others alone. The numbers are mulberry32 (Tommy Ettinger, public domain): whole 32-bit
 * arithmetic, hence the same everywhere, which the transcendental functions of `Math` are not.
 */
export function randomStream(seed: number, name: string): Random {
  let state = hashText(name, seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    return scramble(state) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error(`Nothing to pick from ${items.length} items.`);
      return item;
    },
    shuffled: (items) => shuffle([...items], below),
  };
}

/** 0 <= value < 1 for a corner of a square lattice: the same corner, the same value, in any order of asking. */
export function cornerValue(seed: number, column: number, row: number): number {
  const mixed = (Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1) ^ seed) >>> 0;
  return scramble((mixed + 0x6d2b79f5) >>> 0) / 4_294_967_296;
}

/** A whole 32-bit number from a text and a seed (FNV-1a). */
export function hashText(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return scramble(hash);
}

function scramble(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 15), word | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}

function shuffle<Item>(items: Item[], below: (count: number) => number): Item[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
  return items;
}
