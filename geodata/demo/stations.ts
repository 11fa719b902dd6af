import { type EastNorth, lonLatOf, metresBetween } from './frame.ts';
import type { Station } from '../catchment/places.ts';
import { type Random, randomStream } from './random.ts';
import { EAST_EXIT } from './seats.ts';
import { COUNTY_CODE, type TownshipUnit } from './townships.ts';

/** The posts of a station, as the county's own table has them (DOMAIN.md section 4). */
export interface StationPosts {
  /** 编制数 */
  readonly authorised: number;
  /** 在编数 */
  readonly onRolls: number;
  /** 借调出数: on the rolls, serving elsewhere. */
  readonly secondedOut: number;
  /** 社区民警数, 案件办理民警数, 综合指挥民警数: together those on duty. */
  readonly community: number;
  readonly cases: number;
  readonly command: number;
  /** 其中社区驻村辅警数 */
  readonly villageAuxiliaries: number;
}

export interface DemoStation extends Station, StationPosts {
  readonly officers: number;
  readonly auxiliaries: number;
  readonly place: EastNorth;
}

/** Which township has no station, and which station lends officers out. Positions in the lists. */
export interface StationTraps {
  readonly stationless: number;
  readonly lender: number;
}

const URBAN_OFFICERS = { least: 22, most: 28 };
const ZONE_OFFICERS = { least: 12, most: 16 };
const RURAL_OFFICERS = { least: 6, most: 11 };
const LENT_OFFICERS = 3;
/** From a township's offices to its station. */
const STATION_OFFSET: EastNorth = [70, -45];

/**
 * One station a township-level unit, but for the one without, whose place in the count the second
 * station of the eastern subdistrict takes: that of the development zone.
 * @param zonePlace where the development zone's station stands
 * @param villageCounts villages and communities of each township
 */
export function staffStations(
  seed: number,
  townships: readonly TownshipUnit[],
  zonePlace: EastNorth,
  villageCounts: readonly { readonly villages: number; readonly communities: number }[],
  traps: StationTraps,
): DemoStation[] {
  const random = randomStream(seed, 'stations');
  const sites = townships.flatMap((unit, index) =>
    index === traps.stationless
      ? []
      : [{ unit, index, name: `${unit.shortName}派出所`, place: stationPlace(unit.seat), range: rangeOf(unit) }],
  );
  const zoneUnit = townships[1] as TownshipUnit;
  const zone = { unit: zoneUnit, index: 1, name: '经济开发区派出所', place: zonePlace, range: ZONE_OFFICERS };
  const stationCounts = townships.map((_, index) => [...sites, zone].filter((site) => site.index === index).length);
  return [...sites, zone].map(({ unit, index, name, place, range }, position): DemoStation => {
    const { villages, communities } = villageCounts[index] as { villages: number; communities: number };
    // A village has one auxiliary, a community two (clause 5); stations of one township share them.
    const villageAuxiliaries = Math.ceil((villages + 2 * communities) / (stationCounts[index] as number));
    return {
      id: `${COUNTY_CODE}${51 + position}0000`,
      name,
      coord: lonLatOf(place),
      place,
      kind: unit.kind === 'subdistrict' ? 'urban' : 'rural',
      township: unit.name,
      auxiliaries: villageAuxiliaries + 2 + random.below(unit.kind === 'subdistrict' ? 14 : 5),
      villageAuxiliaries,
      ...postsOf(random, range, position === traps.lender ? LENT_OFFICERS : 0),
    };
  });
}

/**
 * 所属派出所: of the stations of a settlement's township, the nearest. The township without one is looked
 * after by the nearest rural station of a further town, as seen from its offices.
 */
export function stationOf(
  stations: readonly DemoStation[],
  { name, seat }: TownshipUnit,
  place: EastNorth,
): DemoStation {
  const local = stations.filter(({ township }) => township === name);
  const [candidates, from] = local.length > 0 ? [local, place] : [stations.slice(EAST_EXIT + 1), seat];
  return candidates.reduce((best, station) =>
    metresBetween(station.place, from) < metresBetween(best.place, from) ? station : best,
  );
}

function postsOf(random: Random, range: { readonly least: number; readonly most: number }, secondedOut: number) {
  const officers = range.least + random.below(range.most - range.least + 1);
  const onRolls = officers + secondedOut;
  const community = Math.ceil((2 * officers) / 5);
  const command = Math.max(1, Math.floor((officers - community) / 3));
  const cases = officers - community - command;
  return { officers, onRolls, secondedOut, authorised: onRolls + random.below(3), community, cases, command };
}

function rangeOf({ kind }: TownshipUnit) {
  return kind === 'subdistrict' ? URBAN_OFFICERS : RURAL_OFFICERS;
}

function stationPlace([east, north]: EastNorth): EastNorth {
  return [east + STATION_OFFSET[0], north + STATION_OFFSET[1]];
}
