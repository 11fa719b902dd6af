import type { Settlement, Station } from '../catchment/places.ts';
import type { MultiPolygonRings, PolygonRings } from '../hexgrid/polygon.ts';
import type { WritableElements } from '../osm/write-osm.ts';
import { type Borders, type RingBorder, ringLine } from './borders.ts';
import { type DemoCandidateGroup, proposeCandidates } from './candidate-groups.ts';
import { type EastNorth, lonLatOf } from './frame.ts';
import { type CountyLand, layLand } from './land.ts';
import { osmElements } from './osm-elements.ts';
import { settleLand } from './people.ts';
import type { LineKind, RoadMap } from './road-lines.ts';
import { tagRoads } from './road-tags.ts';
import { hillinessAlong, kilometresByKind, layRoads, trafficLights } from './roads.ts';
import type { PlacedSettlement } from './settlements.ts';
import type { DemoStation } from './stations.ts';
import { type DemoTables, writeTables } from './tables.ts';
import { COUNTY_CODE, COUNTY_NAME, type TownshipUnit } from './townships.ts';
import type { DemoTraps } from './traps.ts';

export interface DemoTownship {
  readonly name: string;
  /** Nine digits. */
  readonly code: string;
  readonly polygons: MultiPolygonRings;
}

/** A whole county with everything a planner would bring, all of it invented. */
export interface DemoCounty {
  readonly name: string;
  readonly code: string;
  readonly seed: number;
  /** Roads, river, places, police and boundaries, for `writeOsm`; enough without the rest. */
  readonly elements: WritableElements;
  /** Its outer ring, closed and counterclockwise, then holes, of which there are none. */
  readonly boundary: PolygonRings;
  readonly townships: readonly DemoTownship[];
  readonly stations: readonly Station[];
  /** Every household lives in one of these. Each names its station; the township without one has a neighbour's. */
  readonly settlements: readonly Settlement[];
  /** The county's tables as handed in, with their mistakes. */
  readonly rawRows: DemoTables;
  readonly traps: DemoTraps;
  readonly candidateGroups: readonly DemoCandidateGroup[];
}

/** Chosen among the first 180 because both candidate groups fail for one reason alone. */
export const DEFAULT_DEMO_SEED = 71;

const ROAD_CLASSES: readonly (readonly [kind: LineKind, name: string])[] = [
  ['motorway', '高速'],
  ['G', '国道'],
  ['S', '省道'],
  ['X', '县道'],
  ['Y', '乡道'],
  ['C', '村道'],
];

/**
 * Generates the demonstration county: plain with hills in one corner, a river, ten township-level
 * units, ten stations, some 400 villages and communities and 850 further natural villages, 148 k households and
 * 1,460 km of road (DOMAIN.md section 7, county A, with a corner of B). Not a real place: ground, names,
 * numbers and codes are drawn from the seed, and the position on the globe means nothing. Same seed, same
 * county, on any machine; some seeds hold no county that meets the rules, and throw a plain `Error`.
 */
export function generateDemoCounty(seed: number = DEFAULT_DEMO_SEED): DemoCounty {
  const land = layLand(seed);
  const people = settleLand(seed, land);
  const roads = layRoads(seed, land);
  const { townships, settlements, headcounts, stations, ownStations, traps } = people;
  const outline = land.borders.outline[0] ?? [];
  return {
    name: COUNTY_NAME,
    code: COUNTY_CODE,
    seed,
    elements: osmElements({ ...land, ...people, roads, ...tagsOf(seed, land, roads) }),
    boundary: [ringCoordinates(land.borders, outline)],
    townships: townships.map(({ name, code }, label) => ({ name, code, polygons: polygonsOf(land.borders, label) })),
    stations: stations.map(plainStation),
    settlements: settlements.map((settlement, index) => ({
      ...plainSettlement(settlement, townships),
      ...headcounts[index],
      stationId: (stations[ownStations[index] as number] as DemoStation).id,
    })),
    rawRows: writeTables(
      seed,
      {
        ...people,
        stationNames: ownStations.map((index) => (stations[index] as DemoStation).name),
        roadKilometres: kilometresByClass(roads),
      },
      traps,
    ),
    traps,
    candidateGroups: proposeCandidates(stations, people.guardian),
  };
}

function tagsOf(seed: number, { lattice, seats }: CountyLand, roads: RoadMap) {
  return {
    roadTags: tagRoads(seed, roads.lines, (line) => hillinessAlong(roads, lattice, line)),
    nodeTags: trafficLights(roads, lattice.placeOf(seats.centre)),
  };
}

function kilometresByClass(roads: RoadMap): [roadClass: string, kilometres: number][] {
  const kilometres = kilometresByKind(roads);
  return ROAD_CLASSES.map(([kind, name]) => [name, kilometres.get(kind) ?? 0]);
}

function plainStation({ id, name, coord, kind, township, officers, auxiliaries }: DemoStation): Station {
  return { id, name, coord, kind, township, officers, auxiliaries };
}

function plainSettlement({ id, name, rank, township, place }: PlacedSettlement, townships: readonly TownshipUnit[]) {
  const kind = rank === 'hamlet' ? 'natural' : 'administrative';
  return { id, name, kind, township: (townships[township] as TownshipUnit).name, coord: lonLatOf(place) } as const;
}

/** Every township is one piece of land; its outer ring is the counterclockwise one. */
function polygonsOf(borders: Borders, label: number): MultiPolygonRings {
  const rings = borders.ringsOf(label);
  const outer = rings.filter((ring) => isCounterclockwise(ringLine(borders.borders, ring)));
  const holes = rings.filter((ring) => !outer.includes(ring));
  return [[...outer, ...holes].map((ring) => ringCoordinates(borders, ring))];
}

function ringCoordinates(borders: Borders, ring: readonly RingBorder[]) {
  return ringLine(borders.borders, ring).map(lonLatOf);
}

function isCounterclockwise(ring: readonly EastNorth[]): boolean {
  const doubleArea = ring.reduce((sum, [east, north], at) => {
    const [nextEast, nextNorth] = ring[(at + 1) % ring.length] as EastNorth;
    return sum + east * nextNorth - nextEast * north;
  }, 0);
  return doubleArea > 0;
}
