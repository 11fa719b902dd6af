/** A bounded memory of promises by key: the least recently used go first, and one that fails is forgotten. */
export class LatestUsed<Promised extends Promise<unknown>> {
  private readonly limit: number;
  private readonly entries = new Map<string, { readonly value: Promised; readonly weight: number }>();
  private total = 0;

  /** @param limit of the sum of the weights kept; the newest is kept whatever it weighs */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** What is kept under the key, else what `make` begins. */
  get(key: string, weight: number, make: () => Promised): Promised {
    const kept = this.entries.get(key);
    if (kept) {
      this.entries.delete(key);
      this.entries.set(key, kept);
      return kept.value;
    }
    const value = make();
    const entry = { value, weight };
    this.entries.set(key, entry);
    this.total += weight;
    value.catch(() => {
      if (this.entries.get(key) === entry) this.drop(key, weight);
    });
    this.trim(key);
    return value;
  }

  private trim(newest: string): void {
    for (const [key, { weight }] of this.entries) {
      if (this.total <= this.limit) return;
      if (key !== newest) this.drop(key, weight);
    }
  }

  private drop(key: string, weight: number): void {
    this.entries.delete(key);
    this.total -= weight;
  }
}
