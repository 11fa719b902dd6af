import type { Tags } from '../../osm/elements.ts';

/** Along the order of a way's nodes, or against it. */
export type Direction = 'forward' | 'backward';

/** Keys to look up for each direction, most telling first. Built once, at module load. */
export type DirectionalKeys = Readonly<Record<Direction, readonly string[]>>;

/**
 * The look-up order of a list of keys: for each key its `:forward` or `:backward` form, then the
 * plain key, before the next key (OSM wiki, "Forward & backward"). So `maxspeed` outranks
 * `source:maxspeed:forward`.
 */
export function directionalKeys(keys: readonly string[]): DirectionalKeys {
  return {
    forward: keys.flatMap((key) => [`${key}:forward`, key]),
    backward: keys.flatMap((key) => [`${key}:backward`, key]),
  };
}

/** The value of the first key present. An empty value counts as absent; undefined when no key is present. */
export function firstValue(tags: Tags, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = tags[key];
    if (value) return value;
  }
  return undefined;
}
