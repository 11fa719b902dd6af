import { pointPosition } from '../hexgrid/point-in-polygon.ts';
import type { LonLat } from '../units.ts';
import { type CountyState, groupOf, strengthOf, withEntry, withStrength } from './county-state.ts';
import { type CloseStation, type MoveStation, type OpenStation, type ShiftStrength, STRENGTHS } from './operation.ts';
import type { Taking } from './taking.ts';

export function moveStation(state: CountyState, { stationId, coord }: MoveStation, taking: Taking): CountyState {
  checkPlace(coord, stationId, taking);
  const found = knownStation(state, stationId, 'stationId', taking);
  if (!found) return state;
  const moved = { ...found, station: { ...found.station, coord } };
  return { ...state, stations: withEntry(state.stations, stationId, moved) };
}

export function openStation(state: CountyState, operation: OpenStation, taking: Taking): CountyState {
  const { stationId, name, coord, stationKind: kind, township } = operation;
  checkPlace(coord, stationId, taking);
  if (name.trim() === '') taking.report('name', 'name-missing', stationId);
  if (stationId.trim() === '') taking.report('stationId', 'id-missing');
  if (taking.baseline.stations.some(({ id }) => id === stationId)) {
    taking.report('stationId', 'station-id-taken', stationId);
    return state;
  }
  const known = state.stations.get(stationId);
  const { officers = 0, auxiliaries = 0 } = known?.station ?? {};
  const place = { id: stationId, name, coord, kind, ...(township === undefined ? {} : { township }) };
  const opened = { station: { ...place, officers, auxiliaries }, vehicles: known?.vehicles ?? 0 };
  return { ...state, stations: withEntry(state.stations, stationId, opened) };
}

/** A station of the baseline that is closed already stays so. A station that still has strength is told, and closed all the same. */
export function closeStation(state: CountyState, { stationId }: CloseStation, taking: Taking): CountyState {
  const found = state.stations.get(stationId);
  if (!found && isClosed(stationId, taking)) return state;
  if (!found) {
    taking.report('stationId', 'station-unknown', stationId);
    return state;
  }
  if (STRENGTHS.some((strength) => (strengthOf(found, strength) ?? 0) > 0)) {
    taking.report('stationId', 'strength-left', stationId);
  }
  const group = groupOf(state, stationId);
  if (group?.centreId === stationId) {
    taking.report('stationId', 'centre-has-members', stationId);
    return state;
  }
  const stations = withEntry(state.stations, stationId, undefined);
  if (stations.size === 0) taking.report('stationId', 'last-station', stationId);
  if (!group) return { ...state, stations };
  const memberIds = group.memberIds.filter((id) => id !== stationId);
  const left = memberIds.length === 0 ? undefined : { ...group, memberIds };
  const groupTouchedBy = withEntry(state.groupTouchedBy, group.id, taking.operation);
  return { ...state, stations, groups: withEntry(state.groups, group.id, left), groupTouchedBy };
}

/** Sets what each station has; the stations together have what they had: nobody appears, nobody vanishes. A closed one has none. */
export function shiftStrength(state: CountyState, { strength, after }: ShiftStrength, taking: Taking): CountyState {
  let stations = state.stations;
  let change = 0;
  let isWhole = true;
  const named = new Set<string>();
  after.forEach(({ stationId, count }, index) => {
    const field = `after[${index}].stationId`;
    if (count === 0 && !state.stations.has(stationId) && isClosed(stationId, taking)) return;
    const found = knownStation(state, stationId, field, taking);
    const before = found && strengthOf(found, strength);
    if (named.has(stationId)) taking.report(field, 'station-twice', stationId);
    if (count < 0) taking.report(`after[${index}].count`, 'count-negative', stationId);
    else if (!Number.isInteger(count)) taking.report(`after[${index}].count`, 'count-fraction', stationId);
    if (found && before === undefined) taking.report(field, 'count-unknown', stationId);
    named.add(stationId);
    if (!found || before === undefined) {
      isWhole = false;
      return;
    }
    change += count - before;
    stations = withEntry(stations, stationId, withStrength(found, strength, count));
  });
  if (isWhole && change !== 0) taking.report('after', 'strength-not-conserved');
  return { ...state, stations };
}

/** The station of an id; where there is none, that is reported. */
export function knownStation(state: CountyState, stationId: string, field: string, taking: Taking) {
  const found = state.stations.get(stationId);
  if (!found) taking.report(field, isClosed(stationId, taking) ? 'station-closed' : 'station-unknown', stationId);
  return found;
}

function isClosed(stationId: string, { baseline }: Taking): boolean {
  return baseline.stations.some(({ id }) => id === stationId);
}

/** Degrees on the globe; on the county's edge is inside it. */
function checkPlace(coord: LonLat, stationId: string, { baseline, report }: Taking): void {
  if (!isOnGlobe(coord)) report('coord', 'coordinate-range', stationId);
  else if (baseline.boundary && pointPosition(baseline.boundary, coord) === 'outside') {
    report('coord', 'outside-county', stationId);
  }
}

/** Whether a place is one of longitude and latitude in degrees. */
export function isOnGlobe([lon, lat]: LonLat): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
