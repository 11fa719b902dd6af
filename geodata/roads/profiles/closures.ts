import type { Tags } from '../../osm/elements.ts';
import { type Direction, directionalKeys, firstValue } from './directional.ts';

/** Tags that close a way both ways, whatever its access tags say. */
export const CLOSING_TAGS: readonly (readonly [key: string, value: string])[] = [
  ['area', 'yes'],
  ['oneway', 'reversible'],
  ['impassable', 'yes'],
  ['status', 'impassable'],
  ['railway', 'construction'],
  ['service', 'emergency_access'],
  ['highway', 'steps'],
  ['highway', 'construction'],
  ['highway', 'proposed'],
  ['highway', 'reversible'],
  ['highway', 'impassable'],
];

/** Values of `construction` that leave a road open; every other value closes it. */
export const OPEN_DURING_CONSTRUCTION: ReadonlySet<string> = new Set(['no', 'widening', 'minor']);

const HOV_LANES_KEYS = directionalKeys(['hov:lanes']);

/** Whether a way is closed outright, before access, size and direction are asked. */
export function isClosedWay(tags: Tags): boolean {
  for (const [key, value] of CLOSING_TAGS) {
    if (tags[key] === value) return true;
  }
  if (tags['construction'] && !OPEN_DURING_CONSTRUCTION.has(tags['construction'])) return true;
  return Boolean(tags['proposed']) && !tags['highway'];
}

/** Whether every lane of a direction is for shared cars only (`hov:lanes=designated|designated`). */
export function isCarpoolOnly(tags: Tags, direction: Direction): boolean {
  const lanes = firstValue(tags, HOV_LANES_KEYS[direction]);
  return lanes?.split('|').every((lane) => lane === 'designated') ?? false;
}
