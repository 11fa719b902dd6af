import type { Tags } from '../osm/elements.ts';
import { type Random, randomStream } from './random.ts';
import type { LineKind, RoadLine } from './road-lines.ts';

/**
 * The `highway` class of each kind by administrative rank, as OSM China tags it (DOMAIN.md section 6).
 * Streets bear no class of their own there; `residential` keeps them out of the classes' kilometres.
 */
export const HIGHWAY_OF: Readonly<Record<LineKind, string>> = {
  motorway: 'motorway',
  'slip-road': 'motorway_link',
  G: 'trunk',
  S: 'primary',
  X: 'secondary',
  Y: 'tertiary',
  C: 'unclassified',
  street: 'residential',
};

/** Village roads that are still gravel: in the plain, and how many more in the hills. */
const GRAVEL_SHARE = { plain: 0.03, hills: 0.22 };
const NARROW_SHARE = 0.3;
const WIDTH_SHARE = 0.75;

/** Tags of every line, in order. Width, lanes and surface are given for some roads and not for others, as in life. */
export function tagRoads(seed: number, lines: readonly RoadLine[], hillinessOf: (line: RoadLine) => number): Tags[] {
  const random = randomStream(seed, 'road-tags');
  return lines.map((line) => {
    const highway = HIGHWAY_OF[line.kind];
    return {
      ...(line.underConstruction ? { highway: 'construction', construction: highway } : { highway }),
      ...(line.ref === '' ? {} : { ref: line.ref }),
      ...(line.name === '' ? {} : { name: line.name }),
      ...buildTags(random, line.kind, hillinessOf(line)),
    };
  });
}

function buildTags(random: Random, kind: LineKind, hilliness: number): Tags {
  switch (kind) {
    case 'motorway':
      return { oneway: 'yes', lanes: '2', surface: 'asphalt', maxspeed: '120' };
    case 'slip-road':
      return { oneway: 'yes', lanes: '1', surface: 'asphalt' };
    case 'G':
      return { lanes: '4', surface: 'asphalt', maxspeed: '80' };
    case 'S':
      return { lanes: '2', surface: 'asphalt', ...(random.chance(0.5) ? { width: '12' } : {}) };
    case 'X':
      return { surface: 'asphalt', ...(random.chance(WIDTH_SHARE) ? { width: random.pick(['7', '7.5', '9']) } : {}) };
    case 'Y':
      return {
        surface: random.pick(['asphalt', 'asphalt', 'concrete']),
        ...(random.chance(WIDTH_SHARE) ? { width: random.pick(['5', '6', '6.5']) } : {}),
      };
    case 'C':
      return villageRoadTags(random, hilliness);
    case 'street':
      return random.chance(0.5) ? { surface: 'asphalt' } : {};
  }
}

function villageRoadTags(random: Random, hilliness: number): Tags {
  const isGravel = random.chance(GRAVEL_SHARE.plain + GRAVEL_SHARE.hills * hilliness);
  const surface = isGravel ? 'gravel' : 'concrete';
  if (random.chance(NARROW_SHARE)) return { surface, width: '3.5', lanes: '1' };
  return random.chance(WIDTH_SHARE) ? { surface, width: random.pick(['4', '4.5', '5']) } : { surface };
}
