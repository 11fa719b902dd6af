import type { Metres } from '../units.ts';
import { countHouseholds, type Headcount } from './households.ts';
import type { CountyLand } from './land.ts';
import { createNamer } from './names.ts';
import { type PlacedSettlement, placeSettlements, type SettlementRank } from './settlements.ts';
import { type DemoStation, ownStationOf, siteStations, staffStations } from './stations.ts';
import { nameTownships, type TownshipUnit } from './townships.ts';
import { chooseTrapSettlements, type DemoTraps, stationTraps } from './traps.ts';

/** Who lives where, and who polices them. Settlements, headcounts and own stations go by one index. */
export interface People {
  readonly townships: readonly TownshipUnit[];
  readonly settlements: readonly PlacedSettlement[];
  readonly headcounts: readonly Headcount[];
  readonly stations: readonly DemoStation[];
  /** Index of the station of each. */
  readonly ownStations: readonly number[];
  /** Index of the station that looks after the township without one. */
  readonly guardian: number;
  readonly traps: DemoTraps;
}

/** From the town's centre eastwards along the main road to the development zone, in squares of the land. */
const ZONE_SQUARES = 8;
const ZONE_ASIDE_METRES: Metres = 40;

/** Village and community auxiliaries by clause 5. */
const AUXILIARIES: Record<SettlementRank, number> = { community: 2, village: 1, hamlet: 0 };

/** Names, counts and staffs the county. */
export function settleLand(seed: number, land: CountyLand): People {
  const { lattice, seats } = land;
  const namer = createNamer(seed);
  const townships = nameTownships(lattice, seats, namer);
  const centre = lattice.placeOf(seats.centre);
  const settlements = placeSettlements(seed, { ...land, townships, centre }, land.sites, namer);
  const chosen = chooseTrapSettlements(seed, settlements, land.cutOff);
  const headcounts = countHouseholds(seed, settlements, ({ id }) => id === chosen.tinyHamlet);
  const { stationless, lender } = stationTraps(townships);
  const [zoneEast, zoneNorth] = lattice.placeOf(seats.centre + ZONE_SQUARES);
  const stationSites = siteStations(townships, stationless, [zoneEast, zoneNorth + ZONE_ASIDE_METRES]);
  const seatOf = new Map(
    settlements.flatMap((settlement) => (settlement.rank === 'hamlet' ? [] : [[settlement.villageId, settlement]])),
  );
  // A hamlet has its village's station: the police know villages, not hamlets.
  const ownStations = settlements.map((settlement) => {
    const { township, place } = seatOf.get(settlement.villageId) ?? settlement;
    return ownStationOf(stationSites, townships[township] as TownshipUnit, place);
  });
  const stations = staffStations(seed, stationSites, villageAuxiliaries(settlements, ownStations), lender);
  const traps: DemoTraps = {
    ...chosen,
    stationlessTownship: (townships[stationless] as TownshipUnit).name,
    lendingStation: (stations[lender] as DemoStation).id,
  };
  const guardian = ownStations[settlements.findIndex(({ township }) => township === stationless)] as number;
  return { townships, settlements, headcounts, stations, ownStations, guardian, traps };
}

/** One a village, two a community, summed over the settlements of each station, by its index. */
function villageAuxiliaries(settlements: readonly PlacedSettlement[], ownStations: readonly number[]): number[] {
  const sums: number[] = [];
  settlements.forEach(({ rank }, index) => {
    const own = ownStations[index] as number;
    sums[own] = (sums[own] ?? 0) + AUXILIARIES[rank];
  });
  return sums;
}
