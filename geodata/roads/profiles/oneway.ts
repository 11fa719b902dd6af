import type { Tags } from '../../osm/elements.ts';
import { type Direction, firstValue } from './directional.ts';

/** Keys that say which way traffic runs, most special first. The first one present decides alone. */
export const ONEWAY_KEYS = ['oneway:motorcar', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway'] as const;

/** Values that mean "in the order of the way's nodes only". `-1` means against it only. */
export const FORWARD_ONLY: ReadonlySet<string> = new Set(['yes', '1', 'true']);

const ROUNDABOUTS: ReadonlySet<string> = new Set(['roundabout', 'circular']);

/** A circle driven one way round: `junction=roundabout`, and `circular`, which lacks only the priority rule. */
export function isRoundabout(tags: Tags): boolean {
  return ROUNDABOUTS.has(tags['junction'] ?? '');
}

/**
 * The one direction open to traffic, or undefined where both are. Motorways and roundabouts are
 * one-way unless `oneway=no`; a `motorway_link` is not implied one-way.
 */
export function onlyDirection(tags: Tags): Direction | undefined {
  const value = firstValue(tags, ONEWAY_KEYS);
  if (value === '-1') return 'backward';
  if (value !== undefined && FORWARD_ONLY.has(value)) return 'forward';
  const implied = tags['highway'] === 'motorway' || isRoundabout(tags);
  return implied && value !== 'no' ? 'forward' : undefined;
}
