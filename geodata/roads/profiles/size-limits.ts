import type { Tags } from '../../osm/elements.ts';
import { type Direction, type DirectionalKeys, directionalKeys, firstValue } from './directional.ts';
import { parseKilograms, parseMetres } from './measures.ts';

/** The vehicle all profiles drive: a large car, as in OSRM's car profile. */
export const VEHICLE = { heightMetres: 2.0, widthMetres: 1.9, lengthMetres: 4.8, weightKilograms: 2000 } as const;

interface SizeLimit {
  readonly keys: DirectionalKeys;
  readonly parse: (value: string) => number | undefined;
  readonly isTooSmall: (limit: number) => boolean;
}

const SIZE_LIMITS: readonly SizeLimit[] = [
  {
    keys: directionalKeys(['maxheight:physical', 'maxheight']),
    parse: parseMetres,
    isTooSmall: (limit) => limit < VEHICLE.heightMetres,
  },
  {
    keys: directionalKeys(['maxwidth:physical', 'maxwidth', 'width', 'est_width']),
    parse: parseMetres,
    isTooSmall: (limit) => limit <= VEHICLE.widthMetres,
  },
  {
    keys: directionalKeys(['maxlength']),
    parse: parseMetres,
    isTooSmall: (limit) => limit < VEHICLE.lengthMetres,
  },
  {
    keys: directionalKeys(['maxweight']),
    parse: parseKilograms,
    isTooSmall: (limit) => limit < VEHICLE.weightKilograms,
  },
];

/** Whether the vehicle is small and light enough for a way in one direction. An unreadable limit does not close. */
export function fitsThrough(tags: Tags, direction: Direction): boolean {
  return SIZE_LIMITS.every(({ keys, parse, isTooSmall }) => {
    const value = firstValue(tags, keys[direction]);
    const limit = value === undefined ? undefined : parse(value);
    return limit === undefined || !isTooSmall(limit);
  });
}

/** Whether a node's `maxheight` is too low for the vehicle. */
export function isTooLow(tags: Tags): boolean {
  const limit = parseMetres(tags['maxheight'] ?? '');
  return limit !== undefined && limit < VEHICLE.heightMetres;
}
