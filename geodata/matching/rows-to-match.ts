import type { LonLat } from '../units.ts';

/** A village-level unit of the official list. */
export interface UnitToMatch {
  /** 区划代码, twelve digits. */
  readonly code: string;
  readonly name: string;
  readonly township?: string;
}

/** A place of a map or a table of settlements. */
export interface PlaceToMatch {
  /** Unique among the places. */
  readonly id: string;
  readonly name: string;
  /** The unit's code, where the place carries one. */
  readonly code?: string;
  readonly township?: string;
  readonly coord: LonLat;
}
