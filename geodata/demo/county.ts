import type { Settlement, Station } from '../catchment/places.ts';
import type { MultiPolygonRings, PolygonRings } from '../hexgrid/polygon.ts';
import type { WritableElements } from '../osm/write-osm.ts';
import { type Borders, type RingBorder, ringLine } from './borders.ts';
import { type EastNorth, lonLatOf } from './frame.ts';
import { countHouseholds } from './households.ts';
import { type CountyLand, layLand } from './land.ts';
import { createNamer } from './names.ts';
import { osmElements } from './osm-elements.ts';
import type { LineKind } from './road-lines.ts';
import { tagRoads } from './road-tags.ts';
import { hillinessAlong, kilometresByKind, layRoads, trafficLights } from './roads.ts';
import { type PlacedSettlement, placeSettlements } from './settlements.ts';
import { type DemoStation, staffStations, stationOf } from './stations.ts';
import { type DemoTables, writeTables } from './tables.ts';
import { COUNTY_CODE, COUNTY_NAME, nameTownships, type TownshipUnit } from './townships.ts';
import { chooseTrapSettlements, type DemoTraps, stationTraps } from './traps.ts';

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
}

export const DEFAULT_DEMO_SEED = 1;

/** From the town's centre eastwards along the main road to the development zone, in squares of the land. */
const ZONE_SQUARES = 8;

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
  const { lattice, seats, borders } = land;
  const namer = createNamer(seed);
  const townships = nameTownships(lattice, seats, namer);
  const centre = lattice.placeOf(seats.centre);
  const settlements = placeSettlements(seed, { ...land, townships, centre }, land.sites, namer);
  const chosen = chooseTrapSettlements(seed, settlements, land.cutOff);
  const headcounts = countHouseholds(seed, settlements, ({ id }) => id === chosen.tinyHamlet);
  const { stationless, lender } = stationTraps(townships);
  const stations = placeStations(land, townships, settlements, { seed, stationless, lender });
  const ownStations = settlements.map(({ township, place }) =>
    stationOf(stations, townships[township] as TownshipUnit, place),
  );
  const roads = layRoads(seed, land);
  const kilometres = kilometresByKind(roads);
  const roadTags = tagRoads(seed, roads.lines, (line) => hillinessAlong(roads, lattice, line));
  const nodeTags = trafficLights(roads, centre);
  const [outline] = borders.outline;
  return {
    name: COUNTY_NAME,
    code: COUNTY_CODE,
    seed,
    elements: osmElements({ ...land, roads, roadTags, nodeTags, townships, settlements, headcounts, stations }),
    boundary: [ringCoordinates(borders, outline ?? [])],
    townships: townships.map(({ name, code }, label) => ({ name, code, polygons: polygonsOf(borders, label) })),
    stations: stations.map(plainStation),
    settlements: settlements.map((settlement, index) => ({
      ...plainSettlement(settlement, townships),
      ...headcounts[index],
      stationId: (ownStations[index] as DemoStation).id,
    })),
    rawRows: writeTables(
      seed,
      {
        townships,
        stations,
        settlements,
        headcounts,
        stationNames: ownStations.map(({ name }) => name),
        roadKilometres: ROAD_CLASSES.map(([kind, name]) => [name, kilometres.get(kind) ?? 0]),
      },
      { withoutCoordinates: new Set(chosen.withoutCoordinates), gcjShifted: chosen.gcjShifted },
    ),
    traps: {
      ...chosen,
      stationlessTownship: (townships[stationless] as TownshipUnit).name,
      lendingStation: (stations[lender] as DemoStation).id,
    },
  };
}

function placeStations(
  { lattice, seats }: CountyLand,
  townships: readonly TownshipUnit[],
  settlements: readonly PlacedSettlement[],
  { seed, ...traps }: { readonly seed: number; readonly stationless: number; readonly lender: number },
): DemoStation[] {
  const counts = townships.map((_, label) => {
    const here = settlements.filter(({ township }) => township === label);
    return {
      villages: here.filter(({ rank }) => rank === 'village').length,
      communities: here.filter(({ rank }) => rank === 'community').length,
    };
  });
  const [east, north] = lattice.placeOf(seats.centre + ZONE_SQUARES);
  return staffStations(seed, townships, [east, north + 40], counts, traps);
}

function plainStation({ id, name, coord, kind, township, officers, auxiliaries }: DemoStation): Station {
  return { id, name, coord, kind, ...(township === undefined ? {} : { township }), officers, auxiliaries };
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
