/** A bounded memory by key: the least recently used go first. */
export class LatestUsed<Value> {
  private readonly mostWeight: number;
  private readonly mostEntries: number;
  private readonly entries = new Map<string, { readonly value: Value; readonly weight: number }>();
  private total = 0;

  /** @param mostWeight of all that is kept; the newest is kept whatever it weighs */
  constructor(mostWeight: number, mostEntries: number) {
    this.mostWeight = mostWeight;
    this.mostEntries = mostEntries;
  }

  /** What is kept under the key, which counts as a use. */
  find(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  keep(key: string, value: Value, weight: number): void {
    this.forget(key);
    this.entries.set(key, { value, weight });
    this.total += weight;
    for (const oldest of this.entries.keys()) {
      if (this.total <= this.mostWeight && this.entries.size <= this.mostEntries) return;
      if (oldest !== key) this.forget(oldest);
    }
  }

  /** @param value only where this is what is kept */
  forget(key: string, value?: Value): void {
    const entry = this.entries.get(key);
    if (!entry || (value !== undefined && entry.value !== value)) return;
    this.entries.delete(key);
    this.total -= entry.weight;
  }
}

/** The promise kept under a key, else the one that `make` begins; one that fails is forgotten. */
export function findOrMake<Result>(
  memory: LatestUsed<Promise<Result>>,
  key: string,
  weight: number,
  make: () => Promise<Result>,
): Promise<Result> {
  const kept = memory.find(key);
  if (kept) return kept;
  const made = make();
  memory.keep(key, made, weight);
  made.catch(() => memory.forget(key, made));
  return made;
}
