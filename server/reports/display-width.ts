/**
 * East Asian Wide and Fullwidth characters (Unicode EastAsianWidth.txt, Standard Annex 11) as first
 * and last code point of each block, unassigned ones included. Together with the emoji, which
 * JavaScript knows itself, they agree with version 14.0 on every assigned character, and with 16.0
 * on the hexagrams (U+4DC0), wide since then. Characters of ambiguous width (— × ℃ ①) count one
 * cell, as terminals draw them unless told otherwise. A table of 19 rows spares a dependency.
 */
const WIDE_BLOCKS: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18aff],
  [0x18b00, 0x18cff],
  [0x18d00, 0x18d8f],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
];

/** Combining marks, joiners and control characters, and the vowels and finals of a Hangul syllable, take no cell of their own. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u1160-\u11FF]$/u;
const PRINTABLE_ASCII = /^[ -~]*$/;
const EMOJI = /^\p{Emoji_Presentation}$/u;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Splits text into what a reader sees as single characters, each with its combining marks. */
export function splitGraphemes(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Terminal cells that a text takes: 2 for each Chinese character and full-width sign, 1 for a Latin letter. */
export function displayWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let cells = 0;
  for (const grapheme of splitGraphemes(text)) cells += graphemeWidth(grapheme);
  return cells;
}

/** A grapheme is as wide as the widest of its characters: the others are drawn over it. */
function graphemeWidth(grapheme: string): number {
  return Math.max(...Array.from(grapheme, characterWidth));
}

function characterWidth(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  return isWide(character.codePointAt(0) ?? 0) || EMOJI.test(character) ? 2 : 1;
}

function isWide(codePoint: number): boolean {
  return WIDE_BLOCKS.some(([first, last]) => codePoint >= first && codePoint <= last);
}
