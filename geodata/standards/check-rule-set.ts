import { STANDARD_RULES } from './rule-set.ts';
import type { StandardRule } from './standard-rule.ts';

/** What can be wrong with a rule set. */
export type RuleSetProblemKind =
  | 'not-an-object'
  | 'unknown-key'
  | 'unknown-rule'
  | 'not-a-boolean'
  | 'unknown-switch'
  | 'unknown-value'
  | 'unknown-threshold'
  | 'not-a-whole-number'
  | 'out-of-range'
  | 'least-above-most';

/** One problem of a rule set, with the name of what is wrong. */
export interface RuleSetProblem {
  readonly kind: RuleSetProblemKind;
  /** Where it stands: `rules.c5.switches.comparison`. */
  readonly path: string;
  /** What stands there, where it is short enough to repeat. */
  readonly value?: string;
  /** What may stand there. */
  readonly allowed?: readonly string[];
}

/** Every problem of a value that claims to be a `RuleSet`, at once; empty where it is one. */
export function checkRuleSet(value: unknown): RuleSetProblem[] {
  if (!isRecord(value)) return [{ kind: 'not-an-object', path: '' }];
  const problems = unknownKeys(value, ['rules'], '', 'unknown-key');
  const { rules } = value;
  if (!isRecord(rules)) return [...problems, { kind: 'not-an-object', path: 'rules' }];
  problems.push(
    ...unknownKeys(
      rules,
      STANDARD_RULES.map(({ id }) => id),
      'rules',
      'unknown-rule',
    ),
  );
  for (const rule of STANDARD_RULES) {
    if (has(rules, rule.id)) problems.push(...checkEdit(rule, rules[rule.id], `rules.${rule.id}`));
  }
  return problems;
}

type Fields = Readonly<Record<string, unknown>>;

/** Longer values are not repeated. */
const MOST_REPEATED = 40;

function checkEdit(rule: StandardRule, edit: unknown, path: string): RuleSetProblem[] {
  if (!isRecord(edit)) return [{ kind: 'not-an-object', path }];
  const problems = unknownKeys(edit, ['enabled', 'switches', 'thresholds'], path, 'unknown-key');
  if (has(edit, 'enabled') && typeof edit['enabled'] !== 'boolean') {
    problems.push({ kind: 'not-a-boolean', path: `${path}.enabled`, ...repeated(edit['enabled']) });
  }
  if (has(edit, 'switches')) problems.push(...checkSwitches(rule, edit['switches'], `${path}.switches`));
  if (has(edit, 'thresholds')) problems.push(...checkThresholds(rule, edit['thresholds'], `${path}.thresholds`));
  return problems;
}

function checkSwitches(rule: StandardRule, switches: unknown, path: string): RuleSetProblem[] {
  if (!isRecord(switches)) return [{ kind: 'not-an-object', path }];
  const known = rule.switches.map(({ key }) => key);
  const problems = unknownKeys(switches, known, path, 'unknown-switch');
  for (const { key, values } of rule.switches) {
    const allowed = values.map(({ value }) => value);
    const chosen = switches[key];
    if (!has(switches, key) || (typeof chosen === 'string' && allowed.includes(chosen))) continue;
    problems.push({ kind: 'unknown-value', path: `${path}.${key}`, ...repeated(chosen), allowed });
  }
  return problems;
}

function checkThresholds(rule: StandardRule, thresholds: unknown, path: string): RuleSetProblem[] {
  if (!isRecord(thresholds)) return [{ kind: 'not-an-object', path }];
  const known = rule.thresholds.map(({ key }) => key);
  const problems = unknownKeys(thresholds, known, path, 'unknown-threshold');
  for (const { key, least, most } of rule.thresholds) {
    if (!has(thresholds, key)) continue;
    const chosen = thresholds[key];
    const place = { path: `${path}.${key}`, ...repeated(chosen) };
    if (typeof chosen !== 'number' || !Number.isInteger(chosen))
      problems.push({ kind: 'not-a-whole-number', ...place });
    else if (chosen < least || chosen > most) {
      problems.push({ kind: 'out-of-range', ...place, allowed: [String(least), String(most)] });
    }
  }
  return problems.length > 0 ? problems : checkOrder(rule, thresholds, path);
}

/** Where a rule has a `least` and a `most` of one thing, they must leave something between them. */
function checkOrder(rule: StandardRule, thresholds: Fields, path: string): RuleSetProblem[] {
  const chosen = (key: string) =>
    Number(has(thresholds, key) ? thresholds[key] : rule.thresholds.find((threshold) => threshold.key === key)?.value);
  return rule.thresholds.flatMap(({ key }) => {
    const most = key.replace(/^least/, 'most');
    if (most === key || !rule.thresholds.some((threshold) => threshold.key === most)) return [];
    return chosen(key) <= chosen(most)
      ? []
      : [{ kind: 'least-above-most', path: `${path}.${key}`, value: String(chosen(key)) } as const];
  });
}

function unknownKeys(
  value: Fields,
  known: readonly string[],
  path: string,
  kind: RuleSetProblemKind,
): RuleSetProblem[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ kind, path: path === '' ? key : `${path}.${key}`, allowed: known }));
}

function repeated(value: unknown): { value?: string } {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text !== undefined && text.length <= MOST_REPEATED ? { value: text } : {};
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function has(value: Fields, key: string): boolean {
  return Object.keys(value).includes(key);
}
