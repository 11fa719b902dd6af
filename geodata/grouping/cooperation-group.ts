import type { Station } from '../catchment/places.ts';
import { GeodataError } from '../errors.ts';

/**
 * A cooperation group 警务协作组: a central station 中心派出所 and its member stations 成员派出所, which pool
 * command, case handling and duty while each keeps its establishment 保持建制不变 (clause 6). A station in
 * no group stands alone.
 */
export interface CooperationGroup {
  readonly id: string;
  readonly centreId: string;
  /** Without the centre. */
  readonly memberIds: readonly string[];
}

/** What a plan of groups can break. Every kind but `centre-urban` makes the plan unusable. */
export type GroupFindingKind =
  | 'group-id-twice'
  | 'centre-missing'
  | 'no-members'
  | 'station-unknown'
  | 'station-twice'
  | 'station-in-two-groups'
  | 'member-urban'
  | 'centre-urban';

export interface GroupFinding {
  readonly kind: GroupFindingKind;
  readonly groupId: string;
  /** The station in question, where the finding is about one. */
  readonly stationId?: string;
  /** For `station-in-two-groups`: the group that has the station already. */
  readonly otherGroupId?: string;
}

/** Whether a finding is only worth a remark: the standard does not forbid an urban centre. */
export function isNotice(finding: GroupFinding): boolean {
  return finding.kind === 'centre-urban';
}

/**
 * Everything that is wrong with a plan, at once and in the plan's order: each group must have one
 * centre and at least one member, its members must be rural stations 农村所, and no station may be named
 * twice. Empty where all is well.
 */
export function checkGroups(groups: readonly CooperationGroup[], stations: readonly Station[]): GroupFinding[] {
  const stationOfId = new Map(stations.map((station) => [station.id, station]));
  const groupOfStation = new Map<string, string>();
  const groupIds = new Set<string>();
  return groups.flatMap((group) => {
    const findings: GroupFinding[] = [];
    const groupId = group.id;
    if (groupIds.has(groupId)) findings.push({ kind: 'group-id-twice', groupId });
    groupIds.add(groupId);
    if (group.centreId === '') findings.push({ kind: 'centre-missing', groupId });
    if (group.memberIds.length === 0) findings.push({ kind: 'no-members', groupId });
    const named = new Set<string>();
    for (const stationId of stationIdsOf(group)) {
      if (named.has(stationId)) {
        findings.push({ kind: 'station-twice', groupId, stationId });
        continue;
      }
      named.add(stationId);
      const station = stationOfId.get(stationId);
      if (!station) findings.push({ kind: 'station-unknown', groupId, stationId });
      if (station?.kind === 'urban') {
        findings.push({ kind: stationId === group.centreId ? 'centre-urban' : 'member-urban', groupId, stationId });
      }
      const otherGroupId = groupOfStation.get(stationId);
      if (otherGroupId === undefined) groupOfStation.set(stationId, groupId);
      else findings.push({ kind: 'station-in-two-groups', groupId, stationId, otherGroupId });
    }
    return findings;
  });
}

/**
 * Refuses a plan that cannot be evaluated.
 * @throws GeodataError `input-invalid` with every problem in `data.findings`
 */
export function requireSoundGroups(groups: readonly CooperationGroup[], stations: readonly Station[]): void {
  const findings = checkGroups(groups, stations).filter((finding) => !isNotice(finding));
  const [first] = findings;
  if (!first) return;
  const where = `first in group ${first.groupId}: ${first.kind}${first.stationId === undefined ? '' : ` ${first.stationId}`}`;
  throw new GeodataError('input-invalid', `The plan of groups has ${findings.length} problem(s), ${where}.`, {
    findings,
  });
}

/** The ids of a group's stations, the centre first; an absent centre is left out. */
export function stationIdsOf({ centreId, memberIds }: CooperationGroup): readonly string[] {
  return centreId === '' ? memberIds : [centreId, ...memberIds];
}
