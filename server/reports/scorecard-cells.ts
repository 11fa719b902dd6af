import { figureText } from '../../geodata/figure-text.ts';
import type { Amount } from '../../geodata/standards/judge.ts';
import {
  type RuleSettings,
  type RuleText,
  type StandardRule,
  switchOf,
  thresholdOf,
} from '../../geodata/standards/standard-rule.ts';
import type { Summary, UnitsSummary } from '../../geodata/standards/summarise-units.ts';
import type { UnitResult } from '../../geodata/standards/unit-result.ts';
import type { Language } from '../language.ts';
import {
  COUNTED_UNIT_WORDS,
  fieldText,
  figurePhrase,
  UNIT_REASON_WORDS,
  VERDICT_WORDS,
  type VerdictCode,
} from './wording/standard-words.ts';

/** A verdict's code, `near` with its side. */
export function verdictCode({ verdict, met }: Pick<UnitResult, 'verdict' | 'met'>): VerdictCode {
  if (verdict !== 'near') return verdict;
  return met ? 'near-met' : 'near-unmet';
}

/** A verdict in words. */
export function verdictText(result: Pick<UnitResult, 'verdict' | 'met'>, language: Language): string {
  return VERDICT_WORDS[verdictCode(result)][language];
}

/** What is asked for: `≥ 40%`, `≥ 2`. */
export function thresholdText(summary: Summary): string {
  if (summary.kind === 'amount') return `≥ ${summary.least}`;
  return summary.kind === 'count' ? `≥ ${leastOf(summary)}` : `≥ ${summary.percent}%`;
}

/** A clause's value with its parts: `38/100 (38.0%)`, or a count. Undefined where there is none. */
export function valueText(summary: Summary, { value, sides }: UnitsSummary, language: Language): string | undefined {
  if (!value) return undefined;
  if (summary.kind === 'amount') return amountText(value);
  if (summary.kind !== 'count') {
    return `${value.numerator}/${value.denominator} (${figureText(percentOf(value), summary.percent)}%)`;
  }
  if (!sides || summary.only) return String(value.numerator);
  const { urban, rural } = sides;
  return language === 'zh'
    ? `${value.numerator}（城区 ${urban}、农村 ${rural}）`
    : `${value.numerator} (in town ${urban}, in the country ${rural})`;
}

/** In per cent, for people and files; nothing is decided on it. */
export function percentOf({ numerator, denominator }: Amount): number {
  return (100 * numerator) / denominator;
}

/** A unit's value: a count, or the parts of a share. */
export function unitValueText({ value }: UnitResult): string | undefined {
  return value && amountText(value);
}

/** A unit's name; the county's in the language. */
export function unitName({ unit, name }: UnitResult, language: Language): string {
  return unit === 'county' ? COUNTED_UNIT_WORDS.county[language] : name;
}

/** Why, with what is missing or the figures behind it. */
export function unitReasonText({ reason, missing = [], figures = {} }: UnitResult, language: Language): string {
  const comma = language === 'zh' ? '、' : ', ';
  const details = [
    ...missing.map((field) => fieldText(field, language)),
    ...Object.entries(figures).map(([key, value]) => figurePhrase(key, value, language)),
  ].join(comma);
  const word = UNIT_REASON_WORDS[reason][language];
  if (details === '') return word;
  return language === 'zh' ? `${word}：${details}` : `${word}: ${details}`;
}

/** As-of dates of what was used: one date, or the oldest and the newest. */
export function asOfText({ asOf }: UnitsSummary, language: Language): string | undefined {
  if (!asOf) return undefined;
  const { oldest, newest } = asOf;
  if (oldest === newest) return oldest;
  return language === 'zh' ? `${oldest} 至 ${newest}` : `${oldest} to ${newest}`;
}

/** The reading that holds, switches and thresholds: `数量口径：不少于；每村辅警：1 人`. Empty where a rule has neither. */
export function readingText(rule: StandardRule, settings: RuleSettings, language: Language): string {
  const colon = language === 'zh' ? '：' : ': ';
  return [
    ...rule.switches.map(({ key, name }) => switchText(rule, key, switchOf(settings, key), name, language)),
    ...rule.thresholds.map(
      ({ key, name, unit }) => `${name[language]}${colon}${thresholdOf(settings, key)} ${unit[language]}`,
    ),
  ].join(language === 'zh' ? '；' : '; ');
}

/** One switch at one value. */
export function switchText(rule: StandardRule, key: string, value: string, name: RuleText, language: Language): string {
  const words = rule.switches
    .find((candidate) => candidate.key === key)
    ?.values.find((candidate) => candidate.value === value)?.name;
  return `${name[language]}${language === 'zh' ? '：' : ': '}${words?.[language] ?? value}`;
}

function amountText({ numerator, denominator }: Amount): string {
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}

function leastOf({ least, leastUrban, leastRural }: Extract<Summary, { kind: 'count' }>): number {
  return Math.max(least, leastUrban + leastRural);
}
