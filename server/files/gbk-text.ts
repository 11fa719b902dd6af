const ASCII_LIMIT = 0x80;
const LEAD = { first: 0x81, last: 0xfe };
const TRAIL = { first: 0x40, last: 0xfe, unused: 0x7f };

/**
 * Text as GBK, what spreadsheet programs of a Chinese Windows write by default: one byte or two a character, a subset of
 * GB18030 (GB 18030-2022). Throws a plain `Error` on a character that has no place in it.
 */
export function encodeGbk(text: string): Uint8Array {
  const table = twoByteCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const pair = table.get(character);
    if (code < ASCII_LIMIT) bytes.push(code);
    else if (pair === undefined) throw new Error(`GBK has no character ${character} (U+${code.toString(16)}).`);
    else bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}

let CODES: ReadonlyMap<string, number> | undefined;

/** Found by decoding every pair of bytes: what a decoder reads back is right by construction. */
function twoByteCodes(): ReadonlyMap<string, number> {
  CODES ??= new Map(decodedPairs());
  return CODES;
}

function* decodedPairs(): Generator<[character: string, code: number]> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  for (let lead = LEAD.first; lead <= LEAD.last; lead++) {
    for (let trail = TRAIL.first; trail <= TRAIL.last; trail++) {
      const character = trail === TRAIL.unused ? undefined : decodedPair(decoder, lead, trail);
      if (character !== undefined) yield [character, lead * 256 + trail];
    }
  }
}

function decodedPair(decoder: TextDecoder, lead: number, trail: number): string | undefined {
  try {
    return decoder.decode(Uint8Array.of(lead, trail));
  } catch {
    return undefined;
  }
}
