import { angleOf } from '../portable-math.ts';
import { rulerAt } from '../roads/ruler.ts';
import type { Bearing, LonLat, Metres } from '../units.ts';
import { MICRODEGREES_PER_DEGREE } from '../units.ts';

/** Metres east and north, for places less than some tens of kilometres apart; beyond, a rough figure. */
export type Offset = readonly [east: Metres, north: Metres];

/** How far `to` lies east and north of `from`. */
export function offsetMetres(from: LonLat, to: LonLat): Offset {
  const ruler = rulerAt(((from[1] + to[1]) / 2) * MICRODEGREES_PER_DEGREE);
  return [
    (to[0] - from[0]) * MICRODEGREES_PER_DEGREE * ruler.metresPerMicroLon,
    (to[1] - from[1]) * MICRODEGREES_PER_DEGREE * ruler.metresPerMicroLat,
  ];
}

export function lengthOf([east, north]: Offset): Metres {
  return Math.sqrt(east * east + north * north);
}

/** Direction of an offset, degrees clockwise from north; 0 for none. */
export function bearingOf([east, north]: Offset): Bearing {
  const degrees = (angleOf(east, north) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

/** The middle value, the mean of the two in the middle; undefined of none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** What most of many offsets have in common. */
export interface Shift {
  readonly count: number;
  /** Length and direction of the median offset, each axis by itself: what one row in three cannot move. */
  readonly metres: Metres;
  readonly bearing: Bearing;
  /** Median distance of the offsets from the median one: small beside `metres` where the shift is systematic. */
  readonly spreadMetres: Metres;
}

/** Undefined of no offsets. */
export function medianShift(offsets: readonly Offset[]): Shift | undefined {
  const east = median(offsets.map(([value]) => value));
  const north = median(offsets.map(([, value]) => value));
  if (east === undefined || north === undefined) return undefined;
  const spread = median(offsets.map((offset) => lengthOf([offset[0] - east, offset[1] - north])));
  return {
    count: offsets.length,
    metres: lengthOf([east, north]),
    bearing: bearingOf([east, north]),
    spreadMetres: spread ?? 0,
  };
}
