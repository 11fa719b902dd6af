/**
 * Aliases that carry a unit or a meaning. They cost nothing at run time; they make a signature say
 * what a number is. Order is lon, lat everywhere; an `index` is a position in an array, an `id`
 * belongs to the outside world.
 */

/** Whole tenths of a second. Every driving time inside the engine is one, so that sums are exact. */
export type Deciseconds = number;
/** Whole tenths of a metre. Every road length inside the engine is one, so that sums are exact. */
export type Decimetres = number;
export type Seconds = number;
export type Metres = number;
export type KilometresPerHour = number;
export type Minutes = number;

/** Degrees, WGS 84, longitude first. */
export type LonLat = readonly [lon: number, lat: number];

/** Whole millionths of a degree: the resolution at which the road network keeps coordinates. */
export type MicroDegrees = number;

/** Degrees clockwise from north, 0 <= bearing < 360. */
export type Bearing = number;

export const MICRODEGREES_PER_DEGREE = 1_000_000;
