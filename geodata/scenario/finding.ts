import type { GroupFindingKind } from '../grouping/cooperation-group.ts';

/** What an operation can break. */
export type ScenarioRule =
  | Exclude<GroupFindingKind, 'centre-urban'>
  | 'station-id-taken'
  | 'station-closed'
  | 'id-missing'
  | 'name-missing'
  | 'coordinate-range'
  | 'outside-county'
  | 'centre-has-members'
  | 'strength-left'
  | 'last-station'
  | 'group-unknown'
  | 'station-in-no-group'
  | 'station-is-centre'
  | 'count-negative'
  | 'count-fraction'
  | 'count-unknown'
  | 'strength-not-conserved'
  | 'way-id-malformed'
  | 'road-not-closed'
  | 'road-unknown'
  | 'line-short'
  | 'speed-range'
  | 'limit-range'
  | 'share-range'
  | 'share-missing';

/** One thing that is wrong with a scenario: which operation, from 0, which of its fields, and which rule. */
export interface ScenarioFinding {
  readonly operation: number;
  readonly field: string;
  readonly rule: ScenarioRule;
  /** The station, group or planned road in question, where it is about one. */
  readonly id?: string;
  /** For `station-in-two-groups`: the group that has the station already. */
  readonly otherId?: string;
}
