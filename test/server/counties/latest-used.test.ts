import { describe, expect, it } from 'vitest';
import { findOrMake, LatestUsed } from '../../../server/counties/latest-used.ts';
import { mulberry32 } from '../../oracles/random.ts';

/** What a bounded memory is, the slow and obvious way: a list in the order of use. */
class ListedMemory {
  private list: { key: string; value: number; weight: number }[] = [];
  private readonly mostWeight: number;
  private readonly mostEntries: number;

  constructor(mostWeight: number, mostEntries: number) {
    this.mostWeight = mostWeight;
    this.mostEntries = mostEntries;
  }

  find(key: string): number | undefined {
    const entry = this.list.find((candidate) => candidate.key === key);
    if (entry) this.list = [...this.list.filter((other) => other !== entry), entry];
    return entry?.value;
  }

  keep(key: string, value: number, weight: number): void {
    this.list = [...this.list.filter((other) => other.key !== key), { key, value, weight }];
    const isTooMuch = (): boolean =>
      this.list.length > this.mostEntries || this.list.reduce((sum, entry) => sum + entry.weight, 0) > this.mostWeight;
    while (this.list.length > 1 && isTooMuch()) this.list.shift();
  }
}

describe('a memory of what was used last', () => {
  it('keeps and forgets what an ordered list would, over random uses', () => {
    const random = mulberry32(3);
    for (const [weight, entries] of [
      [20, 1000],
      [1000, 4],
      [15, 5],
    ] as const) {
      const memory = new LatestUsed<number>(weight, entries);
      const oracle = new ListedMemory(weight, entries);
      for (let step = 0; step < 3000; step++) {
        const key = `k${Math.floor(random() * 12)}`;
        if (random() < 0.5) expect(memory.find(key), `${step}`).toBe(oracle.find(key));
        else {
          const size = 1 + Math.floor(random() * 9);
          memory.keep(key, step, size);
          oracle.keep(key, step, size);
        }
      }
    }
  });

  it('keeps the newest even where it alone weighs too much', () => {
    const memory = new LatestUsed<string>(10, 10);
    memory.keep('a', 'small', 5);
    memory.keep('b', 'large', 50);
    expect([memory.find('a'), memory.find('b')]).toEqual([undefined, 'large']);
  });

  it('makes a promise once for all who ask, and again after it failed', async () => {
    const memory = new LatestUsed<Promise<number>>(10, 10);
    let made = 0;
    const make = async (): Promise<number> => {
      made++;
      if (made === 1) throw new Error('the first fails');
      return made;
    };
    const first = findOrMake(memory, 'a', 1, make);
    const same = findOrMake(memory, 'a', 1, make);
    expect(same).toBe(first);
    await expect(first).rejects.toThrow('the first fails');
    expect(await findOrMake(memory, 'a', 1, make)).toBe(2);
    expect(await findOrMake(memory, 'a', 1, make)).toBe(2);
  });
});
