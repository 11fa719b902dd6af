import { sha256 } from '@noble/hashes/sha2.js';
import type { RoadChanges, RoadClosure } from './road-changes.ts';

/** Name of a changed network: SHA-256, hex, over the base's hash and the changes, sorted and each once. */
export function changedHash(baseHash: string, { closures = [] }: RoadChanges): string {
  const lines = Array.from(new Set(closures.map(canonical))).sort();
  const bytes = sha256(new TextEncoder().encode(JSON.stringify([baseHash, lines])));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function canonical({ wayId, near, direction = 'both' }: RoadClosure): string {
  return JSON.stringify([wayId ?? null, near ?? null, direction]);
}
