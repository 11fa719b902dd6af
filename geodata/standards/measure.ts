import type { RuleSettings } from './standard-rule.ts';
import type { StandardsInput } from './standards-input.ts';
import type { Summary } from './summarise-units.ts';
import type { UnitResult } from './unit-result.ts';

/** Something that a person should know beside the figures, which no unit carries. */
export type RemarkKind =
  | 'station-outside-own-area'
  | 'station-in-no-area'
  | 'stations-exceed-county'
  | 'strength-of-no-station'
  | 'compound-of-no-unit'
  | 'urban-rural-by-kind'
  | 'no-groups-evaluated';

export interface Remark {
  readonly kind: RemarkKind;
  /** Ids of what it is about, in order; empty where it is about the county. */
  readonly ids: readonly string[];
}

/** What a clause makes of a county under one reading, before it is summed up. */
export interface Measure {
  readonly summary: Summary;
  readonly units: readonly UnitResult[];
  readonly remarks: readonly Remark[];
}

/** A clause's arithmetic. */
export type Measuring = (input: StandardsInput, settings: RuleSettings) => Measure;
