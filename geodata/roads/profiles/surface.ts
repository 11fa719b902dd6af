import type { Tags } from '../../osm/elements.ts';
import type { KilometresPerHour } from '../../units.ts';

type Caps = ReadonlyMap<string, KilometresPerHour>;

/** Fastest speed in km/h on a surface. Asphalt, concrete, paved and surfaces not listed have no cap. */
export const SURFACE_KMH: Caps = new Map([
  ['cement', 80],
  ['compacted', 80],
  ['fine_gravel', 80],
  ['paving_stones', 60],
  ['metal', 60],
  ['bricks', 60],
  ['grass', 40],
  ['wood', 40],
  ['sett', 40],
  ['grass_paver', 40],
  ['gravel', 40],
  ['unpaved', 40],
  ['ground', 40],
  ['dirt', 40],
  ['pebblestone', 40],
  ['tartan', 40],
  ['cobblestone', 30],
  ['clay', 30],
  ['snow', 30],
  ['earth', 20],
  ['stone', 20],
  ['rocky', 20],
  ['sand', 20],
  ['ice', 20],
  ['laterite', 15],
  ['mud', 10],
]);

/** Fastest speed in km/h by how firm a track is. */
export const TRACKTYPE_KMH: Caps = new Map([
  ['grade1', 60],
  ['grade2', 40],
  ['grade3', 30],
  ['grade4', 25],
  ['grade5', 20],
]);

/** Fastest speed in km/h by how even a road is. 0 closes it. */
export const SMOOTHNESS_KMH: Caps = new Map([
  ['intermediate', 80],
  ['bad', 40],
  ['very_bad', 20],
  ['horrible', 10],
  ['very_horrible', 5],
  ['impassable', 0],
]);

/** The strictest of the three caps; Infinity where none holds, 0 where the road cannot be driven. */
export function surfaceCapKmh(tags: Tags): KilometresPerHour {
  return Math.min(
    cap(SURFACE_KMH, tags['surface']),
    cap(TRACKTYPE_KMH, tags['tracktype']),
    cap(SMOOTHNESS_KMH, tags['smoothness']),
  );
}

function cap(caps: Caps, value: string | undefined): KilometresPerHour {
  return (value === undefined ? undefined : caps.get(value)) ?? Infinity;
}
