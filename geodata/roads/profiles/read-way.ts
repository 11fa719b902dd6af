import type { Tags } from '../../osm/elements.ts';
import type { KilometresPerHour } from '../../units.ts';
import type { Travel, WayTravel } from '../profile.ts';
import { ROAD_CLASSES, type RoadClass } from '../road-class.ts';
import { type Access, wayAccess } from './access.ts';
import { isCarpoolOnly, isClosedWay } from './closures.ts';
import type { Direction } from './directional.ts';
import { parseDuration } from './durations.ts';
import { replacedByLimit } from './max-speed.ts';
import { isRoundabout, onlyDirection } from './oneway.ts';
import { fitsThrough } from './size-limits.ts';
import { surfaceCapKmh } from './surface.ts';

/** What one profile has of its own; access, size, direction and closures are the same for all. */
export interface WayRules {
  /** Speed by value of `highway`. These classes need no access tag, and are usable where access is restricted. */
  readonly classKmh: ReadonlyMap<string, KilometresPerHour>;
  /** Speed on any other way that an access tag opens. */
  readonly otherKmh: KilometresPerHour;
  /** From the speed of the class to the speed driven in one direction: limits, surface, width. 0 closes. */
  readonly drivenKmh: (classKmh: KilometresPerHour, tags: Tags, direction: Direction) => KilometresPerHour;
}

/** How a way that carries the vehicle is travelled where no `duration` tag says. */
export interface Carried {
  readonly kmh: KilometresPerHour;
  readonly mode: 'ferry' | 'train';
  readonly roadClass: RoadClass;
}

/** Ways on which the vehicle is carried, by value of `route`: speeds of OSRM's car profile, all profiles alike. */
export const CARRIED: ReadonlyMap<string, Carried> = new Map<string, Carried>([
  ['ferry', { kmh: 5, mode: 'ferry', roadClass: 'ferry' }],
  ['shuttle_train', { kmh: 10, mode: 'train', roadClass: 'shuttle_train' }],
]);

/** Speed over a `bridge=movable` without a `duration`: its openings are in it. */
export const MOVABLE_BRIDGE_KMH = 5;

const ROAD_CLASS_OF: ReadonlyMap<string, RoadClass> = new Map(
  ROAD_CLASSES.filter((name) => !['other', 'ferry', 'shuttle_train'].includes(name)).map((name) => [name, name]),
);
const LEADING_DIGITS = /^\d+/;

/** What a profile makes of a way; undefined where neither direction is open or the way is no road. */
export function readWay(tags: Tags, rules: WayRules): WayTravel | undefined {
  if (!tags['highway'] && !tags['route']) return undefined;
  if (isClosedWay(tags)) return undefined;
  const carried = CARRIED.get(tags['route'] ?? '');
  const only = onlyDirection(tags);
  const travel = (direction: Direction): Travel | undefined => {
    if (only !== undefined && only !== direction) return undefined;
    if (!fitsThrough(tags, direction) || isCarpoolOnly(tags, direction)) return undefined;
    return carried ? carriedTravel(carried.kmh, tags, direction, rules) : roadTravel(tags, direction, rules);
  };
  const forward = travel('forward');
  const backward = travel('backward');
  if (!forward && !backward) return undefined;
  return {
    roadClass: carried?.roadClass ?? ROAD_CLASS_OF.get(tags['highway'] ?? '') ?? 'other',
    forward,
    backward,
    mode: carried?.mode ?? 'driving',
    name: tags['name'] ?? '',
    ref: tags['ref'] ?? '',
    roundabout: isRoundabout(tags),
    lanes: Number(LEADING_DIGITS.exec(tags['lanes'] ?? '')?.[0] ?? 0),
  };
}

function carriedTravel(kmh: KilometresPerHour, tags: Tags, direction: Direction, rules: WayRules): Travel | undefined {
  if (!isAdmitted(wayAccess(tags, direction), tags, rules)) return undefined;
  const driven = Math.min(replacedByLimit(kmh, tags, direction), surfaceCapKmh(tags));
  return fixedTravel(tags) ?? atSpeed(driven);
}

function roadTravel(tags: Tags, direction: Direction, rules: WayRules): Travel | undefined {
  const access = wayAccess(tags, direction);
  if (!isAdmitted(access, tags, rules)) return undefined;
  const classKmh = rules.classKmh.get(tags['highway'] ?? '') ?? (access === 'allowed' ? rules.otherKmh : undefined);
  if (classKmh === undefined) return undefined;
  if (tags['bridge'] !== 'movable') return atSpeed(rules.drivenKmh(classKmh, tags, direction));
  return fixedTravel(tags) ?? atSpeed(rules.drivenKmh(MOVABLE_BRIDGE_KMH, tags, direction));
}

/** Restricted access is good enough on the classes that have a speed of their own, and nowhere else. */
function isAdmitted(access: Access, tags: Tags, rules: WayRules): boolean {
  if (access === 'restricted') return rules.classKmh.has(tags['highway'] ?? '');
  return access !== 'refused';
}

function fixedTravel(tags: Tags): Travel | undefined {
  const waySeconds = parseDuration(tags['duration'] ?? '');
  return waySeconds === undefined ? undefined : { waySeconds };
}

function atSpeed(kmh: KilometresPerHour): Travel | undefined {
  return kmh > 0 ? { kmh } : undefined;
}
