import type { Tags } from '../../osm/elements.ts';
import type { KilometresPerHour } from '../../units.ts';
import { type Direction, directionalKeys, firstValue } from './directional.ts';

/** Keys that state a limit, most telling first. The first one present decides alone, even if unreadable. */
export const MAX_SPEED_KEYS = ['maxspeed:advisory', 'maxspeed', 'source:maxspeed', 'maxspeed:type'] as const;

/** The share of a signed limit that is driven on average, in OSRM's car profile. */
export const DRIVEN_SHARE_OF_LIMIT = 0.8;

const KILOMETRES_PER_MILE = 1.609;

/** Limits in km/h of the zones named after the country code, as in `cn:urban`. */
export const ZONE_KMH: ReadonlyMap<string, KilometresPerHour> = new Map([
  ['urban', 50],
  ['rural', 90],
  ['trunk', 110],
  ['motorway', 130],
]);

/** Zones whose limit is not the usual one. 0: no limit is known, the class speed stands. Source: OSRM car profile. */
export const ZONE_EXCEPTIONS_KMH: ReadonlyMap<string, KilometresPerHour> = new Map([
  ['ar:rural', 110],
  ['ar:urban', 40],
  ['at:rural', 100],
  ['at:trunk', 100],
  ['be-bru:rural', 70],
  ['be-bru:urban', 30],
  ['be-vlg:rural', 70],
  ['be:motorway', 120],
  ['bg:motorway', 140],
  ['by:motorway', 110],
  ['by:urban', 60],
  ['ca-on:rural', 80],
  ['ch:motorway', 120],
  ['ch:rural', 80],
  ['ch:trunk', 100],
  ['de:living_street', 7],
  ['de:motorway', 0],
  ['de:rural', 100],
  ['dk:rural', 80],
  ['es:trunk', 90],
  ['fr:rural', 80],
  ['gb:motorway', 70 * KILOMETRES_PER_MILE],
  ['gb:nsl_dual', 70 * KILOMETRES_PER_MILE],
  ['gb:nsl_single', 60 * KILOMETRES_PER_MILE],
  ['lv:living_street', 20],
  ['nl:rural', 80],
  ['nl:trunk', 100],
  ['no:motorway', 110],
  ['no:rural', 80],
  ['ph:motorway', 100],
  ['ph:rural', 80],
  ['ph:urban', 40],
  ['pl:expressway', 120],
  ['pl:motorway', 140],
  ['pl:rural', 100],
  ['ro:trunk', 100],
  ['ru:living_street', 20],
  ['ru:motorway', 110],
  ['ru:urban', 60],
  ['uk:motorway', 70 * KILOMETRES_PER_MILE],
  ['uk:nsl_dual', 70 * KILOMETRES_PER_MILE],
  ['uk:nsl_single', 60 * KILOMETRES_PER_MILE],
  ['za:rural', 100],
  ['za:urban', 60],
  ['none', 140],
]);

const KEYS = directionalKeys(MAX_SPEED_KEYS);
const LEADING_DIGITS = /^\d+/;
const ZONE = /[a-z]{2}:([a-z]+)/;

/** The limit that holds in one direction; undefined where none is stated, readable and above 0. */
export function maxSpeedKmh(tags: Tags, direction: Direction): KilometresPerHour | undefined {
  const value = firstValue(tags, KEYS[direction]);
  if (value === undefined) return undefined;
  const kmh = parseSpeed(value) ?? zoneKmh(value.toLowerCase());
  return kmh !== undefined && kmh > 0 ? kmh : undefined;
}

/** The speed by OSRM's rule: a stated limit replaces the class speed, up or down, by 0.8 of its value. */
export function replacedByLimit(kmh: KilometresPerHour, tags: Tags, direction: Direction): KilometresPerHour {
  const limit = maxSpeedKmh(tags, direction);
  return limit === undefined ? kmh : limit * DRIVEN_SHARE_OF_LIMIT;
}

/** Whole leading digits, as km/h or as mph where the text says so: `60`, `80;60` (80), `40 mph`. */
function parseSpeed(value: string): KilometresPerHour | undefined {
  const digits = LEADING_DIGITS.exec(value);
  if (!digits) return undefined;
  const isMiles = value.includes('mph') || value.includes('mp/h');
  return Number(digits[0]) * (isMiles ? KILOMETRES_PER_MILE : 1);
}

function zoneKmh(value: string): KilometresPerHour | undefined {
  return ZONE_EXCEPTIONS_KMH.get(value) ?? ZONE_KMH.get(ZONE.exec(value)?.[1] ?? '');
}
