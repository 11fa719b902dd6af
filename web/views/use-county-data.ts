import { useMemo } from 'react';
import type {
  GroupsAnswer,
  GroupView,
  HexagonsAnswer,
  SettlementResult,
  SettlementView,
  StationView,
} from '../api/answers.ts';
import { type CountyPlaces, readGroups, readHexagons, readPlaces } from '../api/questions.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';
import type { DeskQuestions } from './use-questions.ts';

/** What the whole desk shows of a county under a rule. */
export interface CountyData {
  readonly places: Answer<CountyPlaces>;
  readonly groups: Answer<GroupsAnswer>;
  readonly hexagons: Answer<HexagonsAnswer>;
  readonly index: CountyIndex;
}

/** Finds things of the county by their ids. */
export interface CountyIndex {
  readonly station: ReadonlyMap<string, StationView>;
  readonly settlement: ReadonlyMap<string, SettlementView>;
  readonly result: ReadonlyMap<string, SettlementResult>;
  /** Groups and stations that stand alone, by group id. */
  readonly group: ReadonlyMap<string, GroupView>;
  /** The same, by the id of each of their stations. */
  readonly groupOfStation: ReadonlyMap<string, GroupView>;
  readonly stationName: (id: string) => string;
}

/** Asks for a county's places, groups and hexagons; the last two anew for each rule. */
export function useCountyData({ county, rule, limits }: DeskQuestions): CountyData {
  const places = useAnswer(readPlaces, county);
  const groups = useAnswer(readGroups, rule);
  const hexagons = useAnswer(readHexagons, limits);
  const shownPlaces = places.shown;
  const shownGroups = groups.shown;
  const index = useMemo(() => indexOf(shownPlaces, shownGroups), [shownPlaces, shownGroups]);
  return { places, groups, hexagons, index };
}

function indexOf(places: CountyPlaces | undefined, groups: GroupsAnswer | undefined): CountyIndex {
  const units = [...(groups?.groups ?? []), ...(groups?.standAlone ?? [])];
  const station = byId(places?.stations ?? []);
  return {
    station,
    settlement: byId(places?.settlements ?? []),
    result: byId(groups?.settlements ?? []),
    group: byId(units),
    groupOfStation: new Map(
      units.flatMap((unit) => [unit.centreId, ...unit.memberIds].map((id) => [id, unit] as const)),
    ),
    stationName: (id) => station.get(id)?.name ?? id,
  };
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): Map<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
