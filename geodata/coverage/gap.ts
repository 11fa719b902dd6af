import type { LonLat } from '../units.ts';

/**
 * What is short: the central station's or own station's response (clause 6), compounds without a video system or
 * without a connection (12), volunteer posts (15), officers of a station (4), auxiliaries of a village or community (5).
 */
export type GapKind = 'response' | 'video-equip' | 'video-network' | 'volunteers' | 'officers' | 'auxiliaries';

/** In the order that breaks ties. */
export const GAP_KINDS: readonly GapKind[] = [
  'response',
  'officers',
  'video-equip',
  'video-network',
  'volunteers',
  'auxiliaries',
];

/** Where a gap is. A video gap is that of the compounds of a unit together. */
export interface GapPlace {
  readonly kind: 'settlement' | 'cell' | 'unit' | 'station';
  readonly id: string;
  readonly name: string;
  readonly township?: string | undefined;
  readonly coord?: LonLat | undefined;
}

export type GapUnit = 'seconds' | 'metres' | 'compounds' | 'posts' | 'buildings' | 'officers' | 'auxiliaries';

/** A value on the wrong side of its threshold, and the whole number of steps that brings it to the right side. */
export interface Shortage {
  /** Undefined where nothing is reached at all. */
  readonly value: number | undefined;
  readonly threshold: number;
  readonly unit: GapUnit;
  /** Undefined where no number of steps is known to close it. */
  readonly toClose: number | undefined;
  /** What is counted in `toClose`: whole minutes less, whole kilometres less, or so many more of `unit`. */
  readonly closedBy: 'minutes' | 'kilometres' | Exclude<GapUnit, 'seconds' | 'metres'>;
}

/** Whom a gap touches. */
export interface Touched {
  /** Undefined where not known, or withheld as few. */
  readonly households: number | undefined;
  readonly population: number | undefined;
  /** Some of the places that are touched do not say: the numbers are the least they can be. */
  readonly isLowerBound: boolean;
}

export interface Gap {
  /** Kind, place's kind and place's id: unique in a list. */
  readonly id: string;
  readonly kind: GapKind;
  readonly place: GapPlace;
  /** One or, of a response, up to two. */
  readonly shortages: readonly Shortage[];
  readonly touches: Touched;
  /** How far from the threshold, whole thousandths of it, 0 to 1,000; of several shortages the worst. */
  readonly severity: number;
}

/** A place of which it cannot be told whether it has a gap, since a figure is not reported or not shown. */
export interface UnjudgedPlace {
  readonly kind: GapKind;
  readonly place: GapPlace;
}

/** Gaps and what could not be judged, of one kind or of all. */
export interface FoundGaps {
  readonly gaps: readonly Gap[];
  readonly unjudged: readonly UnjudgedPlace[];
}

export const FULL_SEVERITY = 1000;

/** A gap, its id and severity made from its parts. */
export function gapOf(kind: GapKind, place: GapPlace, shortages: readonly Shortage[], touches: Touched): Gap {
  const severity = Math.max(...shortages.map(severityOf));
  return { id: `${kind}:${place.kind}:${place.id}`, kind, place, shortages, touches, severity };
}

/** A gap of a count below its threshold. */
export function countGap(
  kind: GapKind,
  place: GapPlace,
  [value, threshold]: readonly [value: number, threshold: number],
  unit: Exclude<GapUnit, 'seconds' | 'metres'>,
  touches: Touched,
): Gap {
  return gapOf(kind, place, [{ value, threshold, unit, toClose: threshold - value, closedBy: unit }], touches);
}

/** Households of several places together: those that say, undefined where none does. */
export function touchedBy(
  places: readonly { households?: number | undefined; population?: number | undefined }[],
): Touched {
  const households = places.flatMap((place) => place.households ?? []);
  const population = places.flatMap((place) => place.population ?? []);
  return {
    households: households.length > 0 ? households.reduce((sum, count) => sum + count, 0) : undefined,
    population: population.length > 0 ? population.reduce((sum, count) => sum + count, 0) : undefined,
    isLowerBound: households.length < places.length,
  };
}

function severityOf({ value, threshold }: Shortage): number {
  if (value === undefined || threshold <= 0) return FULL_SEVERITY;
  return Math.min(FULL_SEVERITY, Math.floor((FULL_SEVERITY * Math.abs(value - threshold)) / threshold));
}
