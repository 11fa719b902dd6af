import type { CooperationGroup } from '../grouping/cooperation-group.ts';
import { type CountyState, groupOf, withEntry } from './county-state.ts';
import type { DissolveGroup, RemoveFromGroup, SetCentral, SetMembers } from './operation.ts';
import { knownStation } from './take-station.ts';
import type { Taking } from './taking.ts';

export function setCentral(state: CountyState, { groupId, stationId }: SetCentral, taking: Taking): CountyState {
  if (groupId.trim() === '') taking.report('groupId', 'id-missing');
  if (!knownStation(state, stationId, 'stationId', taking)) return state;
  const { centreId = stationId, memberIds = [] } = state.groups.get(groupId) ?? {};
  const others = memberIds.filter((id) => id !== stationId);
  const members = centreId === stationId ? others : [...others, centreId];
  return withGroup(state, groupId, { id: groupId, centreId: stationId, memberIds: members }, taking);
}

export function setMembers(state: CountyState, { groupId, memberIds }: SetMembers, taking: Taking): CountyState {
  const group = state.groups.get(groupId);
  if (!group) taking.report('groupId', 'group-unknown', groupId);
  const found = memberIds.map((id, index) => knownStation(state, id, `memberIds[${index}]`, taking));
  if (!group || found.includes(undefined)) return state;
  return withGroup(state, groupId, { ...group, memberIds }, taking);
}

export function removeFromGroup(state: CountyState, { stationId }: RemoveFromGroup, taking: Taking): CountyState {
  if (!knownStation(state, stationId, 'stationId', taking)) return state;
  const group = groupOf(state, stationId);
  if (!group) {
    taking.report('stationId', 'station-in-no-group', stationId);
    return state;
  }
  if (group.centreId === stationId) {
    taking.report('stationId', 'station-is-centre', stationId);
    return state;
  }
  const memberIds = group.memberIds.filter((id) => id !== stationId);
  return withGroup(state, group.id, memberIds.length === 0 ? undefined : { ...group, memberIds }, taking);
}

/** A group of the baseline that is dissolved already stays so. */
export function dissolveGroup(state: CountyState, { groupId }: DissolveGroup, taking: Taking): CountyState {
  if (!state.groups.has(groupId)) {
    if (!taking.baseline.groups.some(({ id }) => id === groupId)) taking.report('groupId', 'group-unknown', groupId);
    return state;
  }
  return withGroup(state, groupId, undefined, taking);
}

function withGroup(
  state: CountyState,
  groupId: string,
  group: CooperationGroup | undefined,
  { operation }: Taking,
): CountyState {
  const groupTouchedBy = withEntry(state.groupTouchedBy, groupId, operation);
  return { ...state, groups: withEntry(state.groups, groupId, group), groupTouchedBy };
}
