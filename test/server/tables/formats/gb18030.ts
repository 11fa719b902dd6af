/** From a character to its two bytes, made by reading every pair of GBK once. */
const PAIRS = new Map<string, readonly [number, number]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const text = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
    if (text.length === 1 && text !== '\uFFFD') PAIRS.set(text, [lead, trail]);
  }
}

/** A text of ASCII and GBK characters as GBK bytes, which Node can only read. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => PAIRS.get(character) ?? [character.charCodeAt(0)]));
}
