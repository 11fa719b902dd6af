import type { PbfReader } from 'pbf';
import type { OsmHandlers } from './elements.ts';
import type { StringTable } from './string-table.ts';

/** What every element of one block is decoded with. */
export interface BlockFrame {
  readonly pbf: PbfReader;
  readonly strings: StringTable;
  /** Nanodegrees a unit. */
  readonly granularity: number;
  /** Nanodegrees. */
  readonly lonOffset: number;
  readonly latOffset: number;
}

export type ElementKind = 'node' | 'way' | 'relation';

/** The elements of one group, decoded whole before any of them is handed out. */
export interface ElementGroup {
  readonly kind: ElementKind;
  /** All ids in order; only the first where the group was not wanted. */
  readonly ids: Float64Array;
  /** Undefined where the group was not wanted. */
  readonly handOut: ((handlers: OsmHandlers) => void) | undefined;
}

const MAX_LON_E7 = 180e7;
const MAX_LAT_E7 = 90e7;

/** Longitude in whole 1e-7 degrees, halves rounded up; throws off the globe. */
export function lonE7Of(units: number, frame: BlockFrame): number {
  const lonE7 = Math.round((frame.lonOffset + frame.granularity * units) / 100);
  if (!(Math.abs(lonE7) <= MAX_LON_E7)) throw new Error(`longitude ${lonE7 / 1e7} is off the globe`);
  return lonE7;
}

/** Latitude in whole 1e-7 degrees, halves rounded up; throws off the globe. */
export function latE7Of(units: number, frame: BlockFrame): number {
  const latE7 = Math.round((frame.latOffset + frame.granularity * units) / 100);
  if (!(Math.abs(latE7) <= MAX_LAT_E7)) throw new Error(`latitude ${latE7 / 1e7} is off the globe`);
  return latE7;
}
