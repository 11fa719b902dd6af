import type { Tags } from '../../osm/elements.ts';
import { type Direction, directionalKeys, firstValue } from './directional.ts';

/** Keys that speak of a car, most special first. The first one present decides alone. */
export const ACCESS_KEYS = ['motorcar', 'motor_vehicle', 'vehicle', 'access'] as const;

/** Values that close a road or a node to us, whatever its class. */
export const REFUSED_ACCESS: ReadonlySet<string> = new Set([
  'no',
  'agricultural',
  'forestry',
  'emergency',
  'psv',
  'taxi',
  'share_taxi',
  'minibus',
  'bus',
  'foot',
  'emergency_vehicle',
  'restricted',
  'military',
  'official',
]);

/**
 * Values that admit some drivers only: usable on ordinary road classes and at nodes, closed on
 * tracks and paths. (`unknown` is restricted in OSRM's list too, but closes nothing anywhere, so
 * for times it is like any value in neither table.)
 */
export const RESTRICTED_ACCESS: ReadonlySet<string> = new Set([
  'private',
  'delivery',
  'destination',
  'customers',
  'permit',
  'residents',
]);

/** What the access tags say, from most to least open; `unstated` where there is none. */
export type Access = 'unstated' | 'allowed' | 'restricted' | 'refused';

const WAY_KEYS = directionalKeys(ACCESS_KEYS);

/** Access to a way in one direction, by the first key of the hierarchy present. */
export function wayAccess(tags: Tags, direction: Direction): Access {
  return judge(firstValue(tags, WAY_KEYS[direction]));
}

/** Access through a node, which has no direction. */
export function nodeAccess(tags: Tags): Access {
  return judge(firstValue(tags, ACCESS_KEYS));
}

function judge(value: string | undefined): Access {
  if (value === undefined) return 'unstated';
  if (value.includes(';')) return judgeList(value.split(';'));
  if (REFUSED_ACCESS.has(value)) return 'refused';
  return RESTRICTED_ACCESS.has(value) ? 'restricted' : 'allowed';
}

/** A list (`agricultural;forestry`) admits everybody it names, so its most open value decides. */
function judgeList(values: readonly string[]): Access {
  const verdicts = values.map((value) => judge(value.trim()));
  if (verdicts.includes('allowed')) return 'allowed';
  return verdicts.includes('restricted') ? 'restricted' : 'refused';
}
