import type { KilometresPerHour } from '../../units.ts';
import type { OffRoadLeg, SpeedProfile, TurnCosts } from '../profile.ts';
import { replacedByLimit } from './max-speed.ts';
import { readNode } from './read-node.ts';
import { readWay, type WayRules } from './read-way.ts';
import { surfaceCapKmh } from './surface.ts';

/** Speed in km/h by value of `highway`, from OSRM's published car profile (profiles/car.lua, 26.x). */
export const CAR_CLASS_KMH: ReadonlyMap<string, KilometresPerHour> = new Map([
  ['motorway', 90],
  ['motorway_link', 45],
  ['trunk', 85],
  ['trunk_link', 40],
  ['primary', 65],
  ['primary_link', 30],
  ['secondary', 55],
  ['secondary_link', 25],
  ['tertiary', 40],
  ['tertiary_link', 20],
  ['unclassified', 25],
  ['residential', 25],
  ['living_street', 10],
  ['service', 15],
  ['winter_road', 20],
  ['ice_road', 15],
]);

/** Speed on a way of any other class that an access tag opens: tracks, paths. */
export const CAR_OTHER_KMH = 10;

/** Turn costs of OSRM's car profile, traffic keeping right: 90 degrees cost 5.4 s to the left, 2.1 s to the right. */
export const CAR_TURNS: TurnCosts = { turnSeconds: 7.5, bias: 1.075, uTurnSeconds: 20 };

/** The leg from a point to its road, driven: an estimate (DOMAIN.md section 6, plain). OSRM counts nothing for it. */
export const DRIVEN_OFF_ROAD: OffRoadLeg = { detourFactor: 1.3, kmh: 15 };

/** Keys of the vehicle in turn restrictions, most special first. */
export const CAR_RESTRICTION_KEYS: readonly string[] = ['motorcar', 'motor_vehicle', 'vehicle'];

const CAR_RULES: WayRules = {
  classKmh: CAR_CLASS_KMH,
  otherKmh: CAR_OTHER_KMH,
  drivenKmh: (classKmh, tags, direction) => Math.min(replacedByLimit(classKmh, tags, direction), surfaceCapKmh(tags)),
};

/**
 * The default profile: the rules and numbers of OSRM's published car profile for least duration, so
 * that the embedded engine and an OSRM server give the same times. Where it departs on purpose is
 * listed in docs/profiles.md.
 */
export const car: SpeedProfile = {
  id: 'car',
  way: (tags) => readWay(tags, CAR_RULES),
  node: readNode,
  turns: CAR_TURNS,
  offRoad: DRIVEN_OFF_ROAD,
  restrictionKeys: CAR_RESTRICTION_KEYS,
};
