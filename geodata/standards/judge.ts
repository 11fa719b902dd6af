/** A number as a fraction of whole numbers: nothing is decided on a rounded quotient. A count has denominator 1. */
export interface Amount {
  /** At least 0. */
  readonly numerator: number;
  /** Above 0; 0 where there is nothing to take a share of, which is no answer and not 100 %. */
  readonly denominator: number;
}

/** 达标, 临界, 不达标 (DOMAIN.md glossary 72). */
export type Verdict = 'pass' | 'near' | 'fail';

/** A verdict, and whether the threshold is met: `near` lies on either side of it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly met: boolean;
}

/**
 * What is asked of a value. `least` and `most` include the number (不少于, 不超过); `exactly` asks for nothing else;
 * `range` includes both ends. `isShare`: the threshold is a share of something below the whole, such as 40 %, which a
 * single change may undo; head counts and 100 % are not.
 */
export type Requirement =
  | { readonly kind: 'at-least'; readonly threshold: Amount; readonly isShare: boolean }
  | { readonly kind: 'exactly'; readonly threshold: Amount }
  | { readonly kind: 'range'; readonly least: number; readonly most: number };

/**
 * The one definition of near 临界: the value differs from its threshold by at most a tenth of the threshold, and
 * either the threshold is not met, or it is a share below the whole. A head count or a rate of 100 % that is met is
 * met: a village with the one auxiliary that is asked for is not at the edge of anything.
 */
export function judge(value: Amount, requirement: Requirement): Judgement {
  if (requirement.kind === 'range') return judgeRange(value, requirement.least, requirement.most);
  const { threshold } = requirement;
  const met = requirement.kind === 'exactly' ? compare(value, threshold) === 0 : compare(value, threshold) >= 0;
  const hasEdge = !met || (requirement.kind === 'at-least' && requirement.isShare);
  return judgement(met, hasEdge && isWithinTenth(value, threshold));
}

/** A share of at least so many per cent; 100 % is a whole and has no edge on its upper side. */
export function atLeastPercent(percent: number): Requirement {
  return { kind: 'at-least', threshold: { numerator: percent, denominator: 100 }, isShare: percent < 100 };
}

/** A head count of at least so many. */
export function atLeast(count: number): Requirement {
  return { kind: 'at-least', threshold: countOf(count), isShare: false };
}

/** A count as an amount. */
export function countOf(count: number): Amount {
  return { numerator: count, denominator: 1 };
}

/** Of several conditions that must all hold, what they come to together: the worst. */
export function worst(first: Judgement, ...others: readonly Judgement[]): Judgement {
  return others.reduce((found, next) => (rank(next) < rank(found) ? next : found), first);
}

export function isSameJudgement(a: Judgement, b: Judgement): boolean {
  return a.verdict === b.verdict && a.met === b.met;
}

/** Sign of `a - b`. */
function compare(a: Amount, b: Amount): number {
  return Math.sign(a.numerator * b.denominator - b.numerator * a.denominator);
}

/** 10 |v - t| <= t. */
function isWithinTenth(value: Amount, threshold: Amount): boolean {
  const wanted = threshold.numerator * value.denominator;
  return 10 * Math.abs(value.numerator * threshold.denominator - wanted) <= wanted;
}

function judgeRange(value: Amount, least: number, most: number): Judgement {
  const edge = countOf(compare(value, countOf(least)) < 0 ? least : most);
  const met = compare(value, countOf(least)) >= 0 && compare(value, countOf(most)) <= 0;
  return judgement(met, !met && isWithinTenth(value, edge));
}

function judgement(met: boolean, isNear: boolean): Judgement {
  if (isNear) return { verdict: 'near', met };
  return { verdict: met ? 'pass' : 'fail', met };
}

function rank({ verdict, met }: Judgement): number {
  if (verdict === 'near') return met ? 2 : 1;
  return met ? 3 : 0;
}
