import type { Settlement, Station } from '../../../geodata/catchment/places.ts';
import type { PoliceRoom, PoliceRoomKind } from '../../../geodata/records/county-records.ts';
import type { Condition } from '../../../geodata/roads/profiles/conditions.ts';
import { shownFigures, shownSum } from '../../../geodata/small-samples.ts';
import type { LoadedCounty } from '../../counties/loaded-county.ts';
import type { TownshipFigures } from '../../db/townships.ts';
import type { DatasetVersion } from '../../db/versions.ts';
import type { Language } from '../../language.ts';
import { ROOM_KIND_WORDS } from '../../reports/wording/room-words.ts';
import type {
  CountyViewBody,
  RoomViewBody,
  SettlementViewBody,
  StationViewBody,
  TownshipViewBody,
  VersionViewBody,
} from '../contract/counties.ts';

export function versionView({ number, createdAt, note, isCurrent, sources }: DatasetVersion): VersionViewBody {
  return { number, createdAt, note, isCurrent, sources: [...sources] };
}

export function countyView(county: LoadedCounty): CountyViewBody {
  const { version, places, townships, networks, bounds } = county;
  return {
    code: version.countyCode,
    name: version.countyName,
    version: versionView(version),
    bounds: [...bounds],
    profiles: networks.map(({ profile, condition, hash, byteLength, report }) => ({
      profile,
      condition: condition as Condition,
      networkHash: hash,
      byteLength,
      kilometres: Math.round(report.metresTotal) / 1000,
    })),
    counts: {
      townships: townships.length,
      stations: places.stations.length,
      settlements: places.settlements.length,
    },
  };
}

export function stationView({ id, name, kind, township, officers, auxiliaries, coord }: Station): StationViewBody {
  return {
    ...{ id, name, kind, township: township ?? null },
    ...{ officers: officers ?? null, auxiliaries: auxiliaries ?? null, coord: [...coord] },
  };
}

/** @param isWithheld its households and people are too few to show */
export function settlementView(settlement: Settlement, isWithheld: boolean): SettlementViewBody {
  const { id, name, kind, township, stationId, coord } = settlement;
  const { households, population, sampleTooSmall } = shownFigures(settlement, isWithheld);
  return {
    ...{ id, name, kind, township: township ?? null, stationId: stationId ?? null },
    ...{ households: households ?? null, population: population ?? null, sampleTooSmall, coord: [...coord] },
  };
}

/** A police room, its kinds in the order of `ROOM_KIND_WORDS`. */
export function roomView(
  { id, name, kinds, stationId, hours, asOf, coord }: PoliceRoom,
  language: Language,
): RoomViewBody {
  const ordered = ROOM_KINDS.filter((kind) => kinds.includes(kind));
  const words = ordered.map((kind) => ROOM_KIND_WORDS[kind][language]);
  return {
    ...{ id, name, kinds: ordered, kindsText: words.join(language === 'zh' ? '、' : ', ') },
    ...{ stationId: stationId ?? null, hours: hours ?? null, asOf: asOf ?? null, coord: coord ? [...coord] : null },
  };
}

const ROOM_KINDS = Object.keys(ROOM_KIND_WORDS) as readonly PoliceRoomKind[];

/** Its households are those of its settlements that are shown, with the number of the others beside them. */
export function townshipView(
  { places, withheld }: Pick<LoadedCounty, 'places' | 'withheld'>,
  { id, name, squareMetres, stations, settlements }: TownshipFigures,
): TownshipViewBody {
  const { households, withheldCount } = shownSum(places.settlements, withheld, settlements);
  return {
    ...{ id, name, squareKilometres: Math.round(squareMetres / 1e4) / 100, stations, settlements: settlements.length },
    ...{ households: households ?? null, withheldSettlements: withheldCount },
  };
}
