import type { LonLat } from '../../units.ts';

/** `forward` follows the network's own direction of a road, from its tail to its head. */
export type ClosedDirection = 'both' | 'forward' | 'backward';

/** Roads from junction to junction that nobody may drive: all of a way, the road nearest to a place, or that of the way nearest to it. */
export interface RoadClosure {
  /** OSM id of a way. */
  readonly wayId?: number;
  /** Degrees; the road must lie within `CLOSURE_REACH_METRES`. */
  readonly near?: LonLat;
  /** Default both. */
  readonly direction?: ClosedDirection;
}

/** What a scenario does to the roads. The order of a list means nothing. */
export interface RoadChanges {
  readonly closures?: readonly RoadClosure[];
}
