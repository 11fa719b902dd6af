import type { LonLat, Metres } from '../units.ts';

/** Metres east and north of the county's south-west corner. */
export type EastNorth = readonly [east: Metres, north: Metres];

/** The frame that the county is drawn in; the county fills some three fifths of it. */
export const FRAME_EAST: Metres = 46_500;
export const FRAME_NORTH: Metres = 31_500;

/** An arbitrary stretch of the north China plain. The county is invented: nothing in it is really there. */
const WEST_DEGREES = 116.9;
const SOUTH_DEGREES = 33.2;

/** On the WGS 84 ellipsoid at 33.35 N, the frame's middle; at its northern and southern edge the first is off by 0.2 %. */
const METRES_PER_DEGREE_LON = 93_055.9;
const METRES_PER_DEGREE_LAT = 110_911.1;

/** Whole 1e-7 degrees, as OSM stores a position. */
export function degreesE7([east, north]: EastNorth): readonly [lonE7: number, latE7: number] {
  return [
    Math.round((WEST_DEGREES + east / METRES_PER_DEGREE_LON) * 1e7),
    Math.round((SOUTH_DEGREES + north / METRES_PER_DEGREE_LAT) * 1e7),
  ];
}

/** Degrees of a place, on the grid of 1e-7, so that a table and the OSM file name the same position. */
export function lonLatOf(place: EastNorth): LonLat {
  const [lonE7, latE7] = degreesE7(place);
  return [lonE7 / 1e7, latE7 / 1e7];
}

export function metresBetween(a: EastNorth, b: EastNorth): Metres {
  const east = b[0] - a[0];
  const north = b[1] - a[1];
  return Math.sqrt(east * east + north * north);
}

/** The point at `share` of the way from `a` (0) to `b` (1). */
export function pointBetween(a: EastNorth, b: EastNorth, share: number): EastNorth {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** The value held to 0 .. 1. */
export function held(value: number): number {
  return Math.min(1, Math.max(0, value));
}
