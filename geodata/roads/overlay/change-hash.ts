import { canonicalHash, canonicalJson } from '../../canonical-json.ts';
import type { RoadChanges, RoadClosure } from './road-changes.ts';

/** Name of a changed network: SHA-256, hex, over the base's hash and the changes, sorted and each once. */
export function changedHash(baseHash: string, { closures = [] }: RoadChanges): string {
  return canonicalHash([baseHash, Array.from(new Set(closures.map(canonical))).sort()]);
}

function canonical({ wayId, near, direction = 'both' }: RoadClosure): string {
  return canonicalJson({ wayId, near, direction });
}
