import type { RowRule } from '../templates/template.ts';
import type { CellMeaning, FindingData } from './cell-report.ts';

/** A rule that a row breaks: the field it is shown at, and the figures of its sentence. */
export interface BrokenRule {
  readonly field: string;
  readonly data: FindingData;
}

/** Holds a rule against a row, whose fields `meaningOf` gives; undefined where it is kept or cannot be judged. */
export function brokenRule(rule: RowRule, meaningOf: (key: string) => CellMeaning | undefined): BrokenRule | undefined {
  const number = (key: string): number | undefined => {
    const value = meaningOf(key);
    return typeof value === 'number' ? value : undefined;
  };
  if (rule.test === 'at-most') return tooMuch(rule, number);
  if (rule.test === 'difference') return notTheDifference(rule, number);
  if (rule.test === 'ratio') return outOfRatio(rule, number);
  const state = meaningOf(rule.field);
  if (meaningOf(rule.flag) !== true || typeof state !== 'string' || rule.values.includes(state)) return undefined;
  return { field: rule.flag, data: {} };
}

type NumberOf = (key: string) => number | undefined;
type RuleOf<Test extends RowRule['test']> = Extract<RowRule, { readonly test: Test }>;

function tooMuch({ parts, whole }: RuleOf<'at-most'>, number: NumberOf): BrokenRule | undefined {
  const limit = number(whole);
  const known = parts.filter((key) => number(key) !== undefined);
  const sum = known.reduce((total, key) => total + (number(key) ?? 0), 0);
  return limit === undefined || sum <= limit ? undefined : { field: known[0] ?? whole, data: { sum, limit } };
}

function notTheDifference({ result, from, less }: RuleOf<'difference'>, number: NumberOf): BrokenRule | undefined {
  const [found, whole, part] = [number(result), number(from), number(less) ?? 0];
  if (found === undefined || whole === undefined || found === whole - part) return undefined;
  return { field: result, data: { found, from: whole, less: part } };
}

function outOfRatio({ over, under, least, most }: RuleOf<'ratio'>, number: NumberOf): BrokenRule | undefined {
  const [above, below] = [number(over), number(under)];
  if (above === undefined || below === undefined || below === 0) return undefined;
  if (above >= least * below && above <= most * below) return undefined;
  return { field: over, data: { ratio: Number((above / below).toFixed(2)), least, most } };
}
