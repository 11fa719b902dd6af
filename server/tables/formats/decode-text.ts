import { TextDecoder } from 'node:util';
import type { Grid } from '../grid.ts';
import { refusal } from '../refusal.ts';

/** A file's text, and how it was written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: NonNullable<Grid['encoding']>;
}

/**
 * The text of a file by its mark (UTF-8, UTF-16), else as UTF-8 or GB18030 (which holds GBK), whichever is valid; of
 * both, the one that reads like Chinese, since a few GBK words are valid UTF-8 by chance. Nothing is replaced.
 * @throws `input-invalid` where it is none of these, or holds what no text holds
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes);
  if (decoded === undefined || decoded.text.includes('\0')) throw refusal(file, 'text-encoding-unknown');
  return decoded;
}

function decodeMarked(bytes: Uint8Array): DecodedText | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodedAs(bytes, 'utf-16le', 'utf-16');
  if (first === 0xfe && second === 0xff) return decodedAs(bytes, 'utf-16be', 'utf-16');
  return undefined;
}

function decodeUnmarked(bytes: Uint8Array): DecodedText | undefined {
  const utf8 = decodedAs(bytes, 'utf-8', 'utf-8');
  if (utf8 && (isMarkedUtf8(bytes) || isMuch(utf8.text) || chineseShare(utf8.text) > LEAST_CHINESE_SHARE)) return utf8;
  const gb = decodedAs(bytes, 'gb18030', 'gb18030');
  return gb && chineseShare(gb.text) > LEAST_CHINESE_SHARE ? gb : utf8;
}

function isMarkedUtf8(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Whether a text has so many characters beyond ASCII that it is valid by no chance, in whatever script. */
function isMuch(text: string): boolean {
  return (text.slice(0, LONGEST_SAMPLE).match(BEYOND_ASCII)?.length ?? 0) >= 20;
}

/** Of the characters beyond ASCII: another encoding read as GB18030 falls far below, real tables come near to 1. */
const LEAST_CHINESE_SHARE = 0.9;
/** Ideographs, Chinese and common punctuation, full-width forms, Greek and Roman numerals, units such as ㎡ and ℃. */
const CHINESE =
  /[\u3000-\u30ff\u3200-\u33ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u2000-\u206f\u2100-\u27bf\u00a0-\u00b7\u00d7\u00f7\u0391-\u03c9]|[\u{20000}-\u{3ffff}]/gu;
const BEYOND_ASCII = /[^\0-\x7f]/gu;
const LONGEST_SAMPLE = 200_000;

function chineseShare(text: string): number {
  const sample = text.slice(0, LONGEST_SAMPLE);
  const beyond = sample.match(BEYOND_ASCII)?.length ?? 0;
  return beyond === 0 ? 1 : (sample.match(CHINESE)?.length ?? 0) / beyond;
}

function decodedAs(bytes: Uint8Array, label: string, encoding: DecodedText['encoding']): DecodedText | undefined {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}
