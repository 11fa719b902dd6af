import { canonicalHash } from '../canonical-json.ts';
import type { Settlement, Station } from '../catchment/places.ts';
import type { CooperationGroup } from '../grouping/cooperation-group.ts';
import type { CountingRule } from '../grouping/counting-rule.ts';
import type { MultiPolygonRings } from '../hexgrid/polygon.ts';
import type { Condition } from '../roads/profiles/conditions.ts';
import type { RoadClass } from '../roads/road-class.ts';
import type { KilometresPerHour } from '../units.ts';
import type { CloseRoad, PlanRoad } from './operation.ts';

/** 车辆 by station id; a station that is not named has no figure. */
export type Vehicles = Readonly<Record<string, number>>;

/** The county as it is, which no scenario changes. */
export interface BaselineCounty {
  readonly stations: readonly Station[];
  readonly settlements: readonly Settlement[];
  /** Without one nothing is outside the county. */
  readonly boundary: MultiPolygonRings | undefined;
  readonly groups: readonly CooperationGroup[];
  readonly counting: CountingRule;
  readonly vehicles: Vehicles;
}

/** What a scenario does to the roads. Lists are in the order of their keys; all empty: the network as it is. */
export interface ScenarioRoadChanges {
  readonly closures: readonly Omit<CloseRoad, 'kind'>[];
  readonly planned: readonly Omit<PlanRoad, 'kind'>[];
  readonly classSpeeds: readonly { readonly roadClass: RoadClass; readonly kmh: KilometresPerHour }[];
  /** Undefined: the baseline's. */
  readonly condition: Condition | undefined;
}

export const NO_ROAD_CHANGES: ScenarioRoadChanges = {
  closures: [],
  planned: [],
  classSpeeds: [],
  condition: undefined,
};

/**
 * A county after a scenario's changes. What nothing changed is the baseline's own value. Settlements are never
 * changed, since what is withheld of them is decided by them alone (ADR 0014): one whose table names a station that
 * is closed is assigned anew by its township and the road, see `openScenarioDesk`.
 */
export interface ChangedCounty extends BaselineCounty {
  readonly roads: ScenarioRoadChanges;
  /** Stations of the baseline that are closed. */
  readonly closedIds: readonly string[];
}

/** What a scenario stands on, by hashes: it is refused on anything else. */
export interface BaselineRef {
  /** SHA-256 of the road network, hex. */
  readonly networkHash: string;
  /** SHA-256 of the county's places, groups and strengths, hex. Households and people are no part of it (ADR 0014). */
  readonly countyHash: string;
  readonly counting: CountingRule;
  /** Name and version of the dataset, where there is one. */
  readonly dataset?: string;
}

/** The reference to a baseline. */
export function baselineRefOf(baseline: BaselineCounty, networkHash: string, dataset?: string): BaselineRef {
  const { stations, groups, vehicles, boundary, counting } = baseline;
  const settlements = baseline.settlements.map(({ id, coord, kind, township, stationId }) => ({
    ...{ id, coord, kind, township, stationId },
  }));
  const countyHash = canonicalHash({ stations, groups, vehicles, boundary, settlements });
  return { networkHash, countyHash, counting, ...(dataset === undefined ? {} : { dataset }) };
}
