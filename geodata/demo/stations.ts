import type { Station } from '../catchment/places.ts';
import { type EastNorth, lonLatOf, metresBetween } from './frame.ts';
import { type Random, randomStream } from './random.ts';
import { EAST_EXIT, type TownshipKind } from './seats.ts';
import { COUNTY_CODE, type TownshipUnit } from './townships.ts';

/** A station before it is staffed. */
export interface StationSite {
  readonly name: string;
  readonly unit: TownshipUnit;
  readonly place: EastNorth;
}

/** The posts of a station, as the county's own table has them (DOMAIN.md section 4). */
export interface StationPosts {
  /** 在岗民警数: `onRolls` less `secondedOut`, and the sum of `community`, `cases` and `command`. */
  readonly officers: number;
  /** 编制数 */
  readonly authorised: number;
  /** 在编数 */
  readonly onRolls: number;
  /** 借调出数: on the rolls, serving elsewhere. */
  readonly secondedOut: number;
  /** 社区民警数, 案件办理民警数, 综合指挥民警数 */
  readonly community: number;
  readonly cases: number;
  readonly command: number;
}

export interface DemoStation extends Station, StationPosts {
  readonly township: string;
  readonly officers: number;
  readonly auxiliaries: number;
  /** 其中社区驻村辅警数 */
  readonly villageAuxiliaries: number;
  readonly place: EastNorth;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Officers on duty (DOMAIN.md section 7, county A: 26 in the town, 6 to 11 in the country). */
const OFFICERS: Record<TownshipKind | 'zone', Range> = {
  subdistrict: { least: 24, most: 28 },
  zone: { least: 12, most: 16 },
  town: { least: 7, most: 11 },
  township: { least: 6, most: 8 },
};
/** Auxiliaries who are not bound to a village. */
const MOBILE_AUXILIARIES: Range = { least: 2, most: 8 };
const LENT_OFFICERS = 3;
/** From a township's offices to its station. */
const STATION_OFFSET: EastNorth = [70, -45];
const ZONE_NAME = '经济开发区派出所';

/**
 * One station a township-level unit, but for the one without, whose place in the count a second station of
 * the eastern subdistrict takes: that of the development zone. In the townships' order, of which that
 * without a station is the last: so a township's position is its station's.
 * @param stationless index of the township without a station
 */
export function siteStations(
  townships: readonly TownshipUnit[],
  stationless: number,
  zonePlace: EastNorth,
): StationSite[] {
  const seats = townships.flatMap((unit, index): StationSite[] => {
    if (index === stationless) return [];
    const [east, north] = unit.seat;
    const place: EastNorth = [east + STATION_OFFSET[0], north + STATION_OFFSET[1]];
    return [{ name: `${unit.shortName}派出所`, unit, place }];
  });
  return [...seats, { name: ZONE_NAME, unit: townships[1] as TownshipUnit, place: zonePlace }];
}

/**
 * Index of the station that a settlement belongs to 所属派出所: of its township's, the nearest. The township
 * without one is looked after by a further town's, the nearest as seen from its offices.
 */
export function ownStationOf(sites: readonly StationSite[], unit: TownshipUnit, place: EastNorth): number {
  const isLocal = (index: number): boolean => sites[index]?.unit === unit;
  const isFurtherTown = (index: number): boolean => index > EAST_EXIT && sites[index]?.unit.kind === 'town';
  const all = Array.from(sites.keys());
  const local = all.filter(isLocal);
  const from = local.length > 0 ? place : unit.seat;
  const distance = (index: number): number => metresBetween((sites[index] as StationSite).place, from);
  const candidates = local.length > 0 ? local : all.filter(isFurtherTown);
  return candidates.reduce((best, index) => (distance(index) < distance(best) ? index : best));
}

/**
 * @param villageAuxiliaries of each station: one for a village, two for a community (clause 5)
 * @param lender index of the station that lends officers out
 */
export function staffStations(
  seed: number,
  sites: readonly StationSite[],
  villageAuxiliaries: readonly number[],
  lender: number,
): DemoStation[] {
  const random = randomStream(seed, 'stations');
  return sites.map(({ name, unit, place }, index) => {
    const bound = villageAuxiliaries[index] ?? 0;
    const range = OFFICERS[name === ZONE_NAME ? 'zone' : unit.kind];
    return {
      id: `${COUNTY_CODE}${51 + index}0000`,
      name,
      coord: lonLatOf(place),
      place,
      kind: unit.kind === 'subdistrict' ? 'urban' : 'rural',
      township: unit.name,
      auxiliaries: bound + within(random, MOBILE_AUXILIARIES),
      villageAuxiliaries: bound,
      ...postsOf(random, range, index === lender ? LENT_OFFICERS : 0),
    };
  });
}

function postsOf(random: Random, range: Range, secondedOut: number): StationPosts {
  const officers = within(random, range);
  const onRolls = officers + secondedOut;
  const community = Math.ceil((2 * officers) / 5);
  const command = Math.max(1, Math.floor((officers - community) / 3));
  const cases = officers - community - command;
  return { officers, onRolls, secondedOut, authorised: onRolls + random.below(3), community, cases, command };
}

function within(random: Random, { least, most }: Range): number {
  return least + random.below(most - least + 1);
}
