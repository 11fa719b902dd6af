/** Things by id and by name, as other tables refer to them. */
export class NameIndex {
  private readonly ids = new Set<string>();
  private readonly idsByName = new Map<string, string[]>();

  constructor(things: readonly { readonly id: string; readonly name: string }[], normalise: (name: string) => string) {
    this.normalise = normalise;
    for (const { id, name } of things) {
      this.ids.add(id);
      const key = normalise(name);
      this.idsByName.set(key, [...(this.idsByName.get(key) ?? []), id]);
    }
  }

  private readonly normalise: (name: string) => string;

  /** The one thing that a text names, by its id or by its name; else what is wrong. */
  find(text: string): { readonly id: string } | { readonly problem: 'unknown' | 'ambiguous' } {
    if (this.ids.has(text)) return { id: text };
    const [id, ...others] = this.idsByName.get(this.normalise(text)) ?? [];
    if (id === undefined) return { problem: 'unknown' };
    return others.length === 0 ? { id } : { problem: 'ambiguous' };
  }
}

/** 石店派出所, 石店所 and 石店 name one station. */
export function stationStem(name: string): string {
  const plain = name.normalize('NFKC').replace(/\s/g, '');
  return plain.replace(/(?:公安)?(?:派出所|所)$/, '') || plain;
}
