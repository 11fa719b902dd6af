import type { Metres } from '../units.ts';
import { type EastNorth, FRAME_EAST, FRAME_NORTH, metresBetween } from './frame.ts';
import { type Lattice, SITE_COUNT, type Site, SPACING_METRES, siteAt } from './lattice.ts';
import { besideCourse } from './motorway-course.ts';
import { sideNeighbours } from './parts.ts';
import { type Random, randomStream } from './random.ts';
import type { River } from './river.ts';

/** 街道, 建制镇, 乡 (DOMAIN.md 1.5). */
export type TownshipKind = 'subdistrict' | 'town' | 'township';

/** Where a township-level unit has its offices. */
export interface Seat {
  readonly kind: TownshipKind;
  readonly site: Site;
}

export interface Seats {
  /** The middle of the county town, where its main roads cross. */
  readonly centre: Site;
  /** Two 街道, west and east of the centre; the 镇 at the motorway's western and eastern exits; five more 镇; the 乡, in the hills. */
  readonly seats: readonly Seat[];
}

/** Positions in `Seats.seats`. */
export const WEST_EXIT = 2;
export const EAST_EXIT = 3;

const FURTHER_TOWNS = 5;
/** From the motorway's western end to the first exit; from there to the last, farther than 30 km by any road. */
const FIRST_EXIT_METRES = 3_900;
const BETWEEN_EXITS_METRES = 30_600;
/** An exit's town lies this far south of the motorway. */
const EXIT_METRES = 950;
/** Between a subdistrict's seat and the centre. */
const SUBDISTRICT_METRES = 1_000;
const RIVER_METRES = { centre: 2_400, seat: 900 };
const EDGE_METRES = 1_600;
const CANDIDATES = 120;

/** The middle of the county town: near the county's middle, on the river's north side. */
export function chooseCentre(seed: number, river: River): Site {
  const random = randomStream(seed, 'centre');
  const east = FRAME_EAST * random.between(0.4, 0.47);
  let north = FRAME_NORTH * random.between(0.53, 0.58);
  while (river.distanceTo([east, north]) < RIVER_METRES.centre) north += SPACING_METRES;
  return siteAt([east, north]);
}

/** The seats of the county town and of the motorway exits where those are, then every other as far from all as it goes. */
export function chooseSeats(
  seed: number,
  lattice: Lattice,
  river: River,
  { centre, motorwayCourse }: { readonly centre: Site; readonly motorwayCourse: readonly EastNorth[] },
): Seats {
  const random = randomStream(seed, 'seats');
  const exits = [FIRST_EXIT_METRES, FIRST_EXIT_METRES + BETWEEN_EXITS_METRES].map((along) =>
    siteAt(besideCourse(motorwayCourse, along, -EXIT_METRES)),
  );
  const [east, north] = lattice.placeOf(centre);
  const subdistricts = [-SUBDISTRICT_METRES, SUBDISTRICT_METRES].map((offset) => siteAt([east + offset, north]));
  const depth = depthInside(lattice.inside);
  const open = Array.from({ length: SITE_COUNT }, (_, site) => site).filter(
    (site) => depth[site]! >= EDGE_METRES && river.distanceTo(lattice.placeOf(site)) >= RIVER_METRES.seat,
  );
  const isUphill = (site: Site): boolean => lattice.hilliness[site]! > 0.25 && lattice.elevation[site]! < 190;
  const taken = [centre, ...exits];
  const add = (candidates: readonly Site[]): Site => {
    const site = roomiest(random, lattice, candidates, { taken, depth });
    taken.push(site);
    return site;
  };
  const uphill = add(open.filter(isUphill));
  const lowland = open.filter((site) => lattice.hilliness[site]! < 0.2);
  const towns = [...exits, ...Array.from({ length: FURTHER_TOWNS }, () => add(lowland))];
  return {
    centre,
    seats: [
      ...subdistricts.map((site): Seat => ({ kind: 'subdistrict', site })),
      ...towns.map((site): Seat => ({ kind: 'town', site })),
      { kind: 'township', site: uphill },
    ],
  };
}

/** The best of a random handful, as in Mitchell's best-candidate sampling (1991): far from the others and from the edge. */
function roomiest(
  random: Random,
  lattice: Lattice,
  candidates: readonly Site[],
  { taken, depth }: { readonly taken: readonly Site[]; readonly depth: Float64Array },
): Site {
  let best = random.pick(candidates);
  let most = -1;
  for (let i = 0; i < CANDIDATES; i++) {
    const site = random.pick(candidates);
    const place: EastNorth = lattice.placeOf(site);
    const room = Math.min(2.1 * depth[site]!, ...taken.map((other) => metresBetween(place, lattice.placeOf(other))));
    if (room > most) [best, most] = [site, room];
  }
  return best;
}

/** Metres from each site to the county's edge, measured along the squares; 0 beyond it. */
export function depthInside(inside: Uint8Array): Float64Array {
  const depth = new Float64Array(SITE_COUNT).fill(Infinity);
  const queue: Site[] = [];
  const reach = (site: Site, metres: Metres): void => {
    depth[site] = metres;
    queue.push(site);
  };
  for (let site = 0; site < SITE_COUNT; site++) if (!inside[site]) reach(site, 0);
  for (let at = 0; at < queue.length; at++) {
    const metres = depth[queue[at]!]! + SPACING_METRES;
    for (const site of sideNeighbours(queue[at]!)) if (depth[site] === Infinity) reach(site, metres);
  }
  return depth;
}
