import { mulberry32 } from '../../../oracles/random.ts';

/** Seeded choices. */
export class Chance {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = mulberry32(seed);
  }

  /** A whole number from 0 to one less than `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  isTrue(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws Error for an empty list */
  pick<Value>(list: readonly Value[]): Value {
    if (list.length === 0) throw new Error('Nothing to pick from 0 values.');
    return list[this.below(list.length)] as Value;
  }
}
