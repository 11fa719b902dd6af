import { straightMetres } from '../catchment/catchments.ts';
import type { OwnStation } from '../catchment/own-station.ts';
import type { Settlement, Station } from '../catchment/places.ts';
import type { Placements } from '../roads/snap.ts';
import { CONNECTOR_METRES } from '../travel/off-road.ts';
import type { ResponseRule, TwoLimitRule, Verdict } from '../travel/two-limit-rule.ts';

/** Stations and settlements of a county with their places on the road network. */
export interface PlacedCounty {
  readonly stations: readonly Station[];
  readonly settlements: readonly Settlement[];
  /** One row a station, a settlement, in their order. */
  readonly stationPlacements: Placements;
  readonly settlementPlacements: Placements;
  /** One a settlement. */
  readonly ownStation: readonly OwnStation[];
}

/** How one settlement is served: by its own station first, then by the central station of its group. */
export interface SettlementResponse {
  /** Index into the settlements. */
  readonly settlement: number;
  /** Index of its own station. */
  readonly ownStation: number;
  /** 属地先期响应: the drive from the own station, judged by the time limit alone. */
  readonly firstResponse: Verdict;
  /** 中心支援响应: the whole rule, from the central station; of a station that stands alone, from that station. */
  readonly support: Verdict;
  /** Whether its own off-road leg is a virtual connector, longer than `CONNECTOR_METRES`. */
  readonly connector: boolean;
}

/** All the answers that an evaluation is computed from. */
export interface Responses {
  /** One a settlement, in their order. */
  readonly settlements: readonly SettlementResponse[];
  /** One a station, in their order: the whole rule from its centre to it; undefined for a centre and a station that stands alone. */
  readonly stations: readonly (Verdict | undefined)[];
  /** One a station: whether the leg from the station to the road is a virtual connector. */
  readonly stationConnectors: readonly boolean[];
}

/**
 * Asks the engine for every response that a plan of groups calls for, one tree a station. Driving is
 * from the station to the place, as an answer to a call is.
 * @param centreOf index of the centre of each station's group; of a station that stands alone, itself
 */
export function collectResponses(
  rule: TwoLimitRule,
  county: PlacedCounty,
  centreOf: readonly number[],
  response: ResponseRule,
): Responses {
  const { stations, settlements, stationPlacements, settlementPlacements, ownStation } = county;
  const timeOnly: ResponseRule = { ...response, combine: 'time' };
  const firstResponses: Verdict[] = [];
  const supports: Verdict[] = [];
  const toStations: (Verdict | undefined)[] = stations.map(() => undefined);
  stations.forEach(({ coord }, from) => {
    rule.from(stationPlacements, from);
    settlements.forEach((settlement, to) => {
      const own = ownStation[to]!.station;
      const straight = straightMetres(coord, settlement.coord);
      if (own === from) firstResponses[to] = rule.decide(settlementPlacements, to, straight, timeOnly);
      if (centreOf[own] === from) supports[to] = rule.decide(settlementPlacements, to, straight, response);
    });
    stations.forEach((station, to) => {
      if (to === from || centreOf[to] !== from) return;
      toStations[to] = rule.decide(stationPlacements, to, straightMetres(coord, station.coord), response);
    });
  });
  return {
    settlements: settlements.map((_, settlement) => ({
      settlement,
      ownStation: ownStation[settlement]!.station,
      firstResponse: firstResponses[settlement]!,
      support: supports[settlement]!,
      connector: isConnector(settlementPlacements, settlement),
    })),
    stations: toStations,
    stationConnectors: stations.map((_, station) => isConnector(stationPlacements, station)),
  };
}

/** Whether a place stands so far from its road that the leg is flagged as estimated; with no road there is no leg. */
export function isConnector({ metres }: Placements, i: number): boolean {
  return metres[i]! > CONNECTOR_METRES && metres[i]! !== Infinity;
}
