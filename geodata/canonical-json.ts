import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { byText } from './text-order.ts';

/**
 * JSON with the members of every object in the order of their names, undefined ones left out and no blanks: one text
 * for one value.
 * @throws Error on a number that is not finite, which JSON would turn into null
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} has no JSON.`);
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => byText(a, b))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of a value's canonical JSON, hex. */
export function canonicalHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
