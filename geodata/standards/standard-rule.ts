import type { Office } from './offices.ts';

/** A text in both languages of the product. */
export interface RuleText {
  readonly zh: string;
  readonly en: string;
}

/** Every clause of the standard that is counted, or the part of one that has a number of its own. */
export type RuleId =
  | 'c3'
  | 'c4A'
  | 'c4B'
  | 'c4C'
  | 'c5'
  | 'c6a'
  | 'c6b'
  | 'c6c'
  | 'c12-coverage'
  | 'c12-network'
  | 'c15-rural'
  | 'c15-urban'
  | 'c15-analysts'
  | 'c15-funds'
  | 'c19'
  | 'c20'
  | 'c21';

/** What a rule counts 统计单位: the rows of its list of units. */
export type CountedUnit = 'county' | 'township' | 'station' | 'village' | 'compound' | 'group' | 'room';

/** A reading of an ambiguous clause 统计口径: one value holds, the others are shown beside it. */
export interface RuleSwitch {
  readonly key: string;
  readonly name: RuleText;
  /** The first is the default reading. */
  readonly values: readonly { readonly value: string; readonly name: RuleText }[];
}

/** A number of a rule, whole, `least` to `most` inclusive. Shares are in whole per cent. */
export interface RuleThreshold {
  readonly key: string;
  readonly name: RuleText;
  readonly unit: RuleText;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** A clause as a rule (DOMAIN.md sections 1 and 1.1 to 1.5): everything about it that is not arithmetic. */
export interface StandardRule {
  readonly id: RuleId;
  /** Number of the clause: `4`. */
  readonly clause: string;
  readonly title: RuleText;
  /** The clause, abridged. */
  readonly text: RuleText;
  /** What is computed, in words, in the default reading. */
  readonly formula: RuleText;
  readonly unit: CountedUnit;
  /** 牵头单位 */
  readonly lead: readonly Office[];
  /** 责任单位 */
  readonly responsible: readonly Office[];
  /** `YYYY-MM-DD`, or `YYYY` where the clause names a year; undefined where it names none. */
  readonly deadline?: string;
  /** Whether a county that says nothing is held to it. */
  readonly enabled: boolean;
  readonly switches: readonly RuleSwitch[];
  readonly thresholds: readonly RuleThreshold[];
}

/** How a rule is read in one evaluation: every switch and every threshold has a value. */
export interface RuleSettings {
  readonly switches: Readonly<Record<string, string>>;
  readonly thresholds: Readonly<Record<string, number>>;
}

/** @throws Error where the rule has no such switch */
export function switchOf({ switches }: RuleSettings, key: string): string {
  const value = switches[key];
  if (value === undefined) throw new Error(`No switch ${key} among ${Object.keys(switches).join(', ')}.`);
  return value;
}

/** @throws Error where the rule has no such threshold */
export function thresholdOf({ thresholds }: RuleSettings, key: string): number {
  const value = thresholds[key];
  if (value === undefined) throw new Error(`No threshold ${key} among ${Object.keys(thresholds).join(', ')}.`);
  return value;
}
