import type { Tags } from '../../osm/elements.ts';
import type { KilometresPerHour, Metres } from '../../units.ts';
import type { OffRoadLeg, SpeedProfile } from '../profile.ts';
import { CAR_RESTRICTION_KEYS, CAR_TURNS, DRIVEN_OFF_ROAD } from './car.ts';
import { firstValue } from './directional.ts';
import { maxSpeedKmh } from './max-speed.ts';
import { parseMetres } from './measures.ts';
import { readNode } from './read-node.ts';
import { readWay, type WayRules } from './read-way.ts';
import { surfaceCapKmh } from './surface.ts';

/** Speed of one class of road in the plain and in the mountains, km/h. */
export interface RuralClassSpeed {
  readonly highway: string;
  readonly plainKmh: KilometresPerHour;
  readonly mountainKmh: KilometresPerHour;
}

/**
 * Defaults of DOMAIN.md section 6, by administrative rank as OSM China tags it. Estimates, held
 * between the World Bank's rural access model below and the legal limits above; to be calibrated.
 * Winter and ice roads are not in the source: they are given the speed of a track.
 */
export const RURAL_CLASS_SPEEDS: readonly RuralClassSpeed[] = [
  { highway: 'motorway', plainKmh: 100, mountainKmh: 80 },
  { highway: 'trunk', plainKmh: 65, mountainKmh: 45 },
  { highway: 'primary', plainKmh: 60, mountainKmh: 40 },
  { highway: 'secondary', plainKmh: 45, mountainKmh: 30 },
  { highway: 'tertiary', plainKmh: 35, mountainKmh: 22 },
  { highway: 'unclassified', plainKmh: 28, mountainKmh: 18 },
  { highway: 'residential', plainKmh: 25, mountainKmh: 15 },
  { highway: 'service', plainKmh: 15, mountainKmh: 12 },
  { highway: 'living_street', plainKmh: 15, mountainKmh: 12 },
  { highway: 'track', plainKmh: 12, mountainKmh: 8 },
  { highway: 'winter_road', plainKmh: 12, mountainKmh: 8 },
  { highway: 'ice_road', plainKmh: 12, mountainKmh: 8 },
];

/** A slip road is driven at this share of its class. An assumption: the source names no links. */
export const LINK_SHARE = 0.6;

/** Classes that have slip roads (`trunk_link` and so on). */
export const LINKED_CLASSES: readonly string[] = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];

/** Speed on any other way that an access tag opens: that of a track, but not above OSRM's 10. An assumption. */
export const RURAL_OTHER_KMH = { plainKmh: 10, mountainKmh: 8 } as const;

/** Gravel, dirt and their kin, by the OSM wiki's list of unpaved surfaces. */
export const UNPAVED_SURFACES: ReadonlySet<string> = new Set([
  'unpaved',
  'compacted',
  'fine_gravel',
  'gravel',
  'pebblestone',
  'rock',
  'rocky',
  'ground',
  'dirt',
  'earth',
  'clay',
  'laterite',
  'grass',
  'sand',
  'mud',
]);

/** Fastest speed on an unpaved surface. OSRM's caps hold too where they are stricter. */
export const UNPAVED_KMH = 25;

/** A road this wide or narrower counts as narrow: two cars cannot pass. */
export const NARROW_METRES: Metres = 3.5;

/** A narrow road is driven at this share of its class speed. */
export const NARROW_SHARE = 0.7;

/** The leg from a point to its road, walked in the mountains (DOMAIN.md section 6). */
export const WALKED_OFF_ROAD: OffRoadLeg = { detourFactor: 1.6, kmh: 3 };

const WIDTH_KEYS = ['width', 'est_width'] as const;

/** A county in the plain, driven by a police car that also takes farm tracks. Numbers: {@link RURAL_CLASS_SPEEDS}. */
export const ruralPlain: SpeedProfile = ruralProfile('rural-plain', 'plainKmh', DRIVEN_OFF_ROAD);

/** A county in the mountains: slower on every class, walked beyond the road. Numbers: {@link RURAL_CLASS_SPEEDS}. */
export const ruralMountain: SpeedProfile = ruralProfile('rural-mountain', 'mountainKmh', WALKED_OFF_ROAD);

function ruralProfile(id: string, column: 'plainKmh' | 'mountainKmh', offRoad: OffRoadLeg): SpeedProfile {
  const rules: WayRules = {
    classKmh: classSpeeds(column),
    otherKmh: RURAL_OTHER_KMH[column],
    drivenKmh: (classKmh, tags, direction) =>
      Math.min(
        classKmh * narrowShare(tags),
        maxSpeedKmh(tags, direction) ?? Infinity,
        UNPAVED_SURFACES.has(tags['surface'] ?? '') ? UNPAVED_KMH : Infinity,
        surfaceCapKmh(tags),
      ),
  };
  return {
    id,
    way: (tags) => readWay(tags, rules),
    node: readNode,
    turns: CAR_TURNS,
    offRoad,
    restrictionKeys: CAR_RESTRICTION_KEYS,
  };
}

function classSpeeds(column: 'plainKmh' | 'mountainKmh'): ReadonlyMap<string, KilometresPerHour> {
  const speeds = new Map<string, KilometresPerHour>();
  for (const row of RURAL_CLASS_SPEEDS) {
    speeds.set(row.highway, row[column]);
    if (LINKED_CLASSES.includes(row.highway)) speeds.set(`${row.highway}_link`, row[column] * LINK_SHARE);
  }
  return speeds;
}

function narrowShare(tags: Tags): number {
  const width = parseMetres(firstValue(tags, WIDTH_KEYS) ?? '');
  return width !== undefined && width <= NARROW_METRES ? NARROW_SHARE : 1;
}
