import type { RuleView } from '../api/answers.ts';

/** Clause 6 of the standard in its stricter, safe reading; the service's own default. */
export const DEFAULT_RULE: RuleView = {
  maxKilometres: 30,
  maxMinutes: 30,
  combine: 'and',
  metric: 'road',
  condition: 'base',
  scope: 'settlements',
  sharePercent: 95,
};

/** The most that the service takes. */
export const MOST_KILOMETRES = 500;
export const MOST_MINUTES = 600;

const CHOICES = {
  combine: ['and', 'or', 'distance', 'time'],
  metric: ['road', 'straight'],
  condition: ['base', 'night', 'rain', 'heavy-rain', 'snow', 'ice'],
  scope: ['settlements', 'administrative', 'station', 'share'],
} as const;

/** The words of each choice, in the order they are offered. */
export const RULE_CHOICES: { readonly [Key in keyof typeof CHOICES]: readonly RuleView[Key][] } = CHOICES;

/** Reads a rule from an address; what is missing or means nothing is the default. */
export function ruleFrom(parameters: URLSearchParams): RuleView {
  const word = <Key extends keyof typeof CHOICES>(key: Key): RuleView[Key] =>
    RULE_CHOICES[key].find((choice) => choice === parameters.get(key)) ?? DEFAULT_RULE[key];
  return {
    maxKilometres: limitFrom(parameters.get('km'), MOST_KILOMETRES) ?? DEFAULT_RULE.maxKilometres,
    maxMinutes: limitFrom(parameters.get('min'), MOST_MINUTES) ?? DEFAULT_RULE.maxMinutes,
    combine: word('combine'),
    metric: word('metric'),
    condition: word('condition'),
    scope: word('scope'),
    sharePercent: limitFrom(parameters.get('share'), 100) ?? 95,
  };
}

/** What differs from the default, as parameters of an address. */
export function ruleParameters(rule: RuleView): readonly (readonly [name: string, value: string])[] {
  const values: readonly (readonly [string, keyof RuleView])[] = [
    ['km', 'maxKilometres'],
    ['min', 'maxMinutes'],
    ['combine', 'combine'],
    ['metric', 'metric'],
    ['condition', 'condition'],
    ['scope', 'scope'],
    ['share', 'sharePercent'],
  ];
  return values
    .filter(([, key]) => rule[key] !== DEFAULT_RULE[key])
    .map(([name, key]) => [name, String(rule[key])] as const);
}

/** A limit that people type: above zero, at most `most`, to one tenth; undefined for anything else. */
export function limitFrom(text: string | null, most: number): number | undefined {
  if (text === null || text.trim() === '') return undefined;
  const value = Number(text);
  return value > 0 && value <= most ? Math.round(value * 10) / 10 || undefined : undefined;
}
