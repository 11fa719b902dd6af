import type { ScenarioRoadChanges } from './county.ts';
import { type CountyState, closureKey, withKeyed } from './county-state.ts';
import type {
  ChangeRule,
  CloseRoad,
  PlanRoad,
  ReopenRoad,
  SetClassSpeed,
  SetCondition,
  WithdrawRoad,
} from './operation.ts';
import { isOnGlobe } from './take-station.ts';
import type { Taking } from './taking.ts';

/** A planned road or a class is driven at more than 0 and at most this. */
const MOST_KMH = 150;

export function closeRoad(state: CountyState, { wayId, at }: CloseRoad, taking: Taking): CountyState {
  if (!(Number.isSafeInteger(wayId) && wayId > 0)) taking.report('wayId', 'way-id-malformed');
  if (!isOnGlobe(at)) taking.report('at', 'coordinate-range');
  const closure = { wayId, at };
  const { closures } = state.roads;
  return withRoads(state, { closures: withKeyed(closures, closureKey, closureKey(closure), closure) });
}

export function reopenRoad(state: CountyState, { wayId, at }: ReopenRoad, taking: Taking): CountyState {
  const key = closureKey({ wayId, at });
  const { closures } = state.roads;
  if (!closures.some((closure) => closureKey(closure) === key)) taking.report('wayId', 'road-not-closed');
  return withRoads(state, { closures: withKeyed(closures, closureKey, key, undefined) });
}

export function planRoad(state: CountyState, operation: PlanRoad, taking: Taking): CountyState {
  const { roadId, line, roadClass, kmh, oneway } = operation;
  if (roadId.trim() === '') taking.report('roadId', 'id-missing');
  if (line.length < 2) taking.report('line', 'line-short', roadId);
  line.forEach((coord, index) => {
    if (!isOnGlobe(coord)) taking.report(`line[${index}]`, 'coordinate-range', roadId);
  });
  checkSpeed(kmh, taking);
  const road = { roadId, line, roadClass, kmh, oneway };
  return withRoads(state, { planned: withKeyed(state.roads.planned, roadIdOf, roadId, road) });
}

export function withdrawRoad(state: CountyState, { roadId }: WithdrawRoad, taking: Taking): CountyState {
  const { planned } = state.roads;
  if (!planned.some((road) => road.roadId === roadId)) taking.report('roadId', 'road-unknown', roadId);
  return withRoads(state, { planned: withKeyed(planned, roadIdOf, roadId, undefined) });
}

export function setClassSpeed(state: CountyState, { roadClass, kmh }: SetClassSpeed, taking: Taking): CountyState {
  checkSpeed(kmh, taking);
  const { classSpeeds } = state.roads;
  const entry = { roadClass, kmh };
  return withRoads(state, { classSpeeds: withKeyed(classSpeeds, (speed) => speed.roadClass, roadClass, entry) });
}

export function setCondition(state: CountyState, { condition }: SetCondition, { baseline }: Taking): CountyState {
  const changed = condition === baseline.counting.condition ? undefined : condition;
  return withRoads({ ...state, counting: { ...state.counting, condition } }, { condition: changed });
}

/** A share is kept for scope `share` alone. */
export function changeRule(state: CountyState, { kind: _, ...change }: ChangeRule, taking: Taking): CountyState {
  for (const field of ['limitDm', 'limitDs'] as const) {
    const limit = change[field];
    if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0)) taking.report(field, 'limit-range');
  }
  const { sharePercent: share, ...counting } = { ...state.counting, ...change };
  if (change.sharePercent !== undefined && !(change.sharePercent > 0 && change.sharePercent <= 100)) {
    taking.report('sharePercent', 'share-range');
  }
  if (counting.scope === 'share' && share === undefined) taking.report('sharePercent', 'share-missing');
  const keepsShare = counting.scope === 'share' && share !== undefined;
  return { ...state, counting: { ...counting, ...(keepsShare ? { sharePercent: share } : {}) } };
}

function withRoads(state: CountyState, change: Partial<ScenarioRoadChanges>): CountyState {
  return { ...state, roads: { ...state.roads, ...change } };
}

function roadIdOf({ roadId }: { readonly roadId: string }): string {
  return roadId;
}

function checkSpeed(kmh: number, taking: Taking): void {
  if (!(kmh > 0 && kmh <= MOST_KMH)) taking.report('kmh', 'speed-range');
}
