import { canonicalJson } from '../canonical-json.ts';
import type { Station } from '../catchment/places.ts';
import type { CooperationGroup } from '../grouping/cooperation-group.ts';
import type { CountingRule } from '../grouping/counting-rule.ts';
import { byText } from '../text-order.ts';
import { type BaselineCounty, type ChangedCounty, NO_ROAD_CHANGES, type ScenarioRoadChanges } from './county.ts';
import type { CloseRoad, Strength } from './operation.ts';

/** A station and what it has. */
export interface StationState {
  readonly station: Station;
  readonly vehicles: number | undefined;
}

/**
 * A county between two operations. `groupTouchedBy` says which operation touched a group last: what is wrong with it in
 * the end is told there.
 */
export interface CountyState {
  readonly stations: ReadonlyMap<string, StationState>;
  readonly groups: ReadonlyMap<string, CooperationGroup>;
  readonly counting: CountingRule;
  readonly roads: ScenarioRoadChanges;
  readonly groupTouchedBy: ReadonlyMap<string, number>;
}

/** The state before the first operation. */
export function stateOf({ stations, groups, counting, vehicles }: BaselineCounty): CountyState {
  return {
    stations: new Map(stations.map((station) => [station.id, { station, vehicles: vehicles[station.id] }])),
    groups: new Map(groups.map((group) => [group.id, group])),
    counting,
    roads: NO_ROAD_CHANGES,
    groupTouchedBy: new Map(),
  };
}

/**
 * The county of a state. Stations and groups of the baseline keep their order, new ones follow in the order of
 * their ids, however they came about; what is as in the baseline is the baseline's own value.
 */
export function countyOf(baseline: BaselineCounty, { stations, groups, counting, roads }: CountyState): ChangedCounty {
  const inOrder = ordered([...stations.values()], baseline.stations, ({ station }) => station.id);
  const vehicles = Object.fromEntries(
    inOrder.flatMap(({ station, vehicles }) => (vehicles === undefined ? [] : [[station.id, vehicles] as const])),
  );
  return {
    ...baseline,
    stations: orSame(
      baseline.stations,
      inOrder.map(({ station }) => station),
    ),
    groups: orSame(
      baseline.groups,
      ordered([...groups.values()], baseline.groups, ({ id }) => id),
    ),
    counting,
    vehicles: canonicalJson(vehicles) === canonicalJson(baseline.vehicles) ? baseline.vehicles : vehicles,
    roads,
    closedIds: baseline.stations.flatMap(({ id }) => (stations.has(id) ? [] : [id])),
  };
}

/** How many a station has; undefined where nobody knows. */
export function strengthOf({ station, vehicles }: StationState, strength: Strength): number | undefined {
  return strength === 'vehicles' ? vehicles : station[strength];
}

export function withStrength(state: StationState, strength: Strength, count: number): StationState {
  if (strengthOf(state, strength) === count) return state;
  return strength === 'vehicles'
    ? { ...state, vehicles: count }
    : { ...state, station: { ...state.station, [strength]: count } };
}

/** The group that a station is in, as centre or member. */
export function groupOf({ groups }: CountyState, stationId: string): CooperationGroup | undefined {
  return [...groups.values()].find((group) => group.centreId === stationId || group.memberIds.includes(stationId));
}

/** What tells one closure from another. */
export function closureKey({ wayId, at: [lon, lat] }: Omit<CloseRoad, 'kind'>): string {
  return `${wayId}@${lon},${lat}`;
}

/** A map with one entry set, or gone where the value is undefined. */
export function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | undefined,
): ReadonlyMap<string, Value> {
  const changed = new Map(map);
  if (value === undefined) changed.delete(key);
  else changed.set(key, value);
  return changed;
}

/** A list with one entry set by its key, or gone, in the order of the keys. */
export function withKeyed<Entry>(
  list: readonly Entry[],
  keyOf: (entry: Entry) => string,
  key: string,
  entry: Entry | undefined,
): readonly Entry[] {
  const others = list.filter((other) => keyOf(other) !== key);
  const all = entry === undefined ? others : [...others, entry];
  return all.sort((a, b) => byText(keyOf(a), keyOf(b)));
}

function ordered<Entry>(
  entries: readonly Entry[],
  baseline: readonly { readonly id: string }[],
  idOf: (entry: Entry) => string,
): Entry[] {
  const rank = new Map(baseline.map(({ id }, index) => [id, index]));
  const rankOf = (entry: Entry): number => rank.get(idOf(entry)) ?? baseline.length;
  return [...entries].sort((a, b) => rankOf(a) - rankOf(b) || byText(idOf(a), idOf(b)));
}

/** The baseline's own list where nothing differs, and its own entries where they do not. */
function orSame<Entry extends { readonly id: string }>(
  baseline: readonly Entry[],
  list: readonly Entry[],
): readonly Entry[] {
  const ofId = new Map(baseline.map((entry) => [entry.id, entry]));
  const own = list.map((entry) => {
    const known = ofId.get(entry.id);
    return known && (known === entry || canonicalJson(known) === canonicalJson(entry)) ? known : entry;
  });
  return own.length === baseline.length && own.every((entry, index) => entry === baseline[index]) ? baseline : own;
}
