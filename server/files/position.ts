import type { ProblemRule } from './problem-words.ts';

/** Degrees as a file gives them, not yet known to be on the globe; NaN where there is no number. */
export interface Position {
  readonly lon: number;
  readonly lat: number;
}

/** What is wrong with a position, and on which axis. */
export interface PositionProblem {
  readonly axis: 'lon' | 'lat';
  readonly rule: ProblemRule;
}

/**
 * The first thing wrong with a position, or undefined. A latitude beyond 90 beside a longitude that
 * would do as one is reported as a swap: anywhere in eastern China that is what a swap looks like.
 */
export function positionProblem({ lon, lat }: Position): PositionProblem | undefined {
  if (!Number.isFinite(lon)) return { axis: 'lon', rule: 'coordinate-not-number' };
  if (!Number.isFinite(lat)) return { axis: 'lat', rule: 'coordinate-not-number' };
  if (looksSwapped(lon, lat)) return { axis: 'lat', rule: 'coordinates-swapped' };
  if (Math.abs(lon) > 180) return { axis: 'lon', rule: 'coordinate-range' };
  return Math.abs(lat) > 90 ? { axis: 'lat', rule: 'coordinate-range' } : undefined;
}

function looksSwapped(lon: number, lat: number): boolean {
  return Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
}

/** A GeoJSON position (RFC 7946, 3.1.1); a height is left aside. NaN for whatever is not a number. */
export function geojsonPosition(value: unknown): Position {
  const [lon, lat]: unknown[] = Array.isArray(value) ? value : [];
  return { lon: typeof lon === 'number' ? lon : Number.NaN, lat: typeof lat === 'number' ? lat : Number.NaN };
}
