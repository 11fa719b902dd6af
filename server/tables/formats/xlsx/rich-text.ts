/** Gathers the text of a `<si>` or `<is>`: its runs one after another, without the phonetic guide 拼音 beside them. */
export class RichText {
  #text = '';
  #inText = false;
  #phoneticDepth = 0;

  open(name: string): void {
    if (name === 'rPh') this.#phoneticDepth++;
    if (name === 't') this.#inText = this.#phoneticDepth === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phoneticDepth--;
    if (name === 't') this.#inText = false;
  }

  add(text: string): void {
    if (this.#inText) this.#text += text;
  }

  /** The text so far; begins anew. */
  take(): string {
    const text = cellText(this.#text);
    this.#text = '';
    return text;
  }
}

/**
 * A text as the cell shows it: `_x000D_` and the like are characters (ECMA-376 part 1, 22.4.2.4, ST_Xstring). It is a
 * copy, since a slice would keep the whole piece of XML that it was cut from in memory.
 */
export function cellText(text: string): string {
  const shown = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return ` ${shown}`.slice(1);
}
