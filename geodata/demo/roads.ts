import type { Tags } from '../osm/elements.ts';
import { type CutOff, keepOff, layCutOffRoads } from './cut-off.ts';
import { type EastNorth, metresBetween } from './frame.ts';
import { type Lattice, metresBetweenSites, type Site, siteAt } from './lattice.ts';
import { PathFinder } from './least-cost.ts';
import { keepApart, layTownshipRoads, layVillageRoads } from './local-roads.ts';
import { layCountyRoads, layTrunkRoads, type RoadLayer } from './main-roads.ts';
import { addMotorway } from './motorway.ts';
import { isBesideCourse } from './motorway-course.ts';
import { randomStream } from './random.ts';
import type { River } from './river.ts';
import { roadCosts } from './road-costs.ts';
import { joinCrossings } from './road-crossings.ts';
import { drawPlannedRoads, type LineKind, type RoadLine, type RoadMap } from './road-lines.ts';
import { RoadPlan } from './road-plan.ts';
import { EAST_EXIT, type Seat, type Seats, WEST_EXIT } from './seats.ts';
import type { Terrain } from './terrain.ts';
import { layStreets } from './town-streets.ts';
import type { VillageSites } from './village-sites.ts';

/** The land that roads are laid on, and the places they are to serve. */
export interface RoadLand {
  readonly lattice: Lattice;
  readonly terrain: Terrain;
  readonly river: River;
  readonly seats: Seats;
  readonly sites: VillageSites;
  readonly cutOff: CutOff;
  readonly motorwayCourse: readonly EastNorth[];
}

const MARKET_METRES = 5_000;
/** Hamlets that no road leads to: the last leg is a field path. */
const OFF_ROAD_SHARE = 0.06;
/** None of them lies near the motorway or the roads that are cut off: those must not be taken for theirs. */
const MISLEADING_METRES = 1_500;
/** Traffic lights stand where streets meet the main roads of the county town. */
const LIGHTS_METRES = 1_100;

/** Every road of the county, highest rank first, so that lower roads join higher ones. */
export function layRoads(seed: number, land: RoadLand): RoadMap {
  const { lattice, terrain, river, seats, sites, cutOff } = land;
  const plan = new RoadPlan(lattice);
  const costsOf = roadCosts(seed, lattice, river, seats.centre);
  const layer: RoadLayer = { seed, lattice, plan, finder: new PathFinder(lattice, plan.isUsed), costsOf };
  const elsewhere: RoadLayer = { ...layer, costsOf: (kind) => keepOff(cutOff, costsOf(kind)) };
  const isApart = (site: Site): boolean => site === cutOff.village || cutOff.hamlets.includes(site);
  const administrative = sites.administrative.filter((site) => !isApart(site));
  const random = randomStream(seed, 'off-road');
  const isOffRoad = (site: Site): boolean =>
    random.chance(OFF_ROAD_SHARE) &&
    !isBesideCourse(land.motorwayCourse, lattice.placeOf(site), MISLEADING_METRES) &&
    metresBetweenSites(lattice, site, cutOff.village) > 2 * MISLEADING_METRES;
  const natural = sites.natural.filter((site) => !isApart(site) && !isOffRoad(site));
  layTrunkRoads(elsewhere, seats);
  layCountyRoads(elsewhere, seats, keepApart(lattice, administrative, MARKET_METRES));
  layTownshipRoads(elsewhere, seats, administrative);
  layVillageRoads(elsewhere, [...administrative, ...natural]);
  layCutOffRoads(layer, cutOff);
  const drawn = addStreets(seed, drawPlannedRoads(plan, lattice, terrain, river), land);
  const exits = [WEST_EXIT, EAST_EXIT].map((index) => lattice.placeOf((seats.seats[index] as Seat).site));
  return addMotorway(joinCrossings(drawn), land.motorwayCourse, exits);
}

function addStreets(seed: number, { places, lines }: RoadMap, { lattice, seats }: RoadLand): RoadMap {
  const all = [...places];
  const streets = layStreets(seed, lattice, seats).map(({ name, ends }): RoadLine => {
    const nodes = ends.map((place) => all.push(place) - 1);
    return { kind: 'street', ref: '', name, underConstruction: false, nodes };
  });
  return { places: all, lines: [...lines, ...streets] };
}

/** Tags of the places with traffic lights, by index. */
export function trafficLights({ places, lines }: RoadMap, centre: EastNorth): Map<number, Tags> {
  const isMain = ({ kind }: RoadLine): boolean => kind === 'G' || kind === 'S';
  const onMain = new Set(lines.filter(isMain).flatMap(({ nodes }) => nodes));
  const onStreets = new Set(lines.filter(({ kind }) => kind === 'street').flatMap(({ nodes }) => nodes));
  const found = [...onMain].filter(
    (node) => onStreets.has(node) && metresBetween(places[node] as EastNorth, centre) < LIGHTS_METRES,
  );
  return new Map(found.map((node) => [node, { highway: 'traffic_signals' }]));
}

/** Kilometres by kind, to a tenth. A motorway counts once for its two carriageways. */
export function kilometresByKind({ places, lines }: RoadMap): Map<LineKind, number> {
  const metres = new Map<LineKind, number>();
  for (const { kind, nodes } of lines) {
    for (let at = 1; at < nodes.length; at++) {
      const length = metresBetween(
        places[nodes[at - 1] as number] as EastNorth,
        places[nodes[at] as number] as EastNorth,
      );
      metres.set(kind, (metres.get(kind) ?? 0) + (kind === 'motorway' ? length / 2 : length));
    }
  }
  return new Map(Array.from(metres, ([kind, length]) => [kind, Math.round(length / 100) / 10]));
}

/** 0 to 1, in the mean over a line's places. */
export function hillinessAlong({ places }: RoadMap, lattice: Lattice, { nodes }: RoadLine): number {
  const sum = nodes.reduce((total, node) => total + lattice.hilliness[siteAt(places[node] as EastNorth)]!, 0);
  return sum / nodes.length;
}
