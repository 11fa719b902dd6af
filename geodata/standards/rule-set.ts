import { COVERAGE_RULES } from './coverage-rules.ts';
import { STAFFING_RULES } from './staffing-rules.ts';
import type { RuleId, RuleSettings, StandardRule } from './standard-rule.ts';

/** Every rule of the scorecard, in the order of the clauses. */
export const STANDARD_RULES: readonly StandardRule[] = [...STAFFING_RULES, ...COVERAGE_RULES];

/** What a county changes of one rule; whatever is absent stays as `StandardRule` has it. */
export interface RuleEdit {
  readonly enabled?: boolean;
  readonly switches?: Readonly<Record<string, string>>;
  readonly thresholds?: Readonly<Record<string, number>>;
}

/** A county's rules: the default rules and its edits. Plain JSON, so that a caller can store, hash and version it. */
export interface RuleSet {
  readonly rules: Readonly<Partial<Record<RuleId, RuleEdit>>>;
}

export const DEFAULT_RULE_SET: RuleSet = { rules: {} };

/** The rule of an id. @throws Error where there is none */
export function ruleOf(id: RuleId): StandardRule {
  const rule = STANDARD_RULES.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`No rule ${id} among ${STANDARD_RULES.map((known) => known.id).join(', ')}.`);
  return rule;
}

/** Whether the county is held to a rule. */
export function isEnabled(rule: StandardRule, { rules }: RuleSet): boolean {
  return rules[rule.id]?.enabled ?? rule.enabled;
}

/** How a rule is read under a rule set that `checkRuleSet` finds nothing wrong with. */
export function settingsOf(rule: StandardRule, { rules }: RuleSet): RuleSettings {
  const edit = rules[rule.id];
  return {
    switches: Object.fromEntries(
      rule.switches.map(({ key, values }) => [key, edit?.switches?.[key] ?? values[0]?.value ?? '']),
    ),
    thresholds: Object.fromEntries(rule.thresholds.map(({ key, value }) => [key, edit?.thresholds?.[key] ?? value])),
  };
}

/** A reading that is shown beside the one that holds. */
export interface AlternativeReading {
  /** The switch that is turned. */
  readonly key: string;
  readonly value: string;
  readonly settings: RuleSettings;
}

/** Every other reading of a rule, one switch turned at a time, in the switches' order. */
export function alternativeReadings(rule: StandardRule, settings: RuleSettings): AlternativeReading[] {
  return rule.switches.flatMap(({ key, values }) =>
    values
      .filter(({ value }) => value !== settings.switches[key])
      .map(({ value }) => ({
        key,
        value,
        settings: { ...settings, switches: { ...settings.switches, [key]: value } },
      })),
  );
}
