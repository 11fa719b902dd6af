import { byText } from '../text-order.ts';
import { type Amount, atLeast, atLeastPercent, isSameJudgement, type Judgement, judge, type Verdict } from './judge.ts';
import type { UnitResult } from './unit-result.ts';

/**
 * How units come to one answer, as data, so that a caller can sum up the units it shows.
 * - `rate`: units that meet over units judged, at least so many per cent.
 * - `sum`: numerators over denominators of the units, at least so many per cent. With `whole` the denominator is that
 *   figure instead, which the county gives.
 * - `count`: units that meet, so many in all and so many of each side; with `only`, of that side's units alone.
 * - `amount`: the value of the one unit, at least so much.
 */
export type Summary =
  | { readonly kind: 'rate'; readonly percent: number }
  | { readonly kind: 'sum'; readonly percent: number; readonly whole?: WholeFigure }
  | { readonly kind: 'amount'; readonly least: number }
  | {
      readonly kind: 'count';
      readonly least: number;
      readonly leastUrban: number;
      readonly leastRural: number;
      readonly only?: UnitResult['side'];
    };

/** A figure of the county that parts are a share of; `value` undefined where it is not known. */
export interface WholeFigure {
  readonly field: string;
  readonly value: number | undefined;
  readonly asOf: string | undefined;
}

/** A range of as-of dates 截止日期, `YYYY-MM-DD`. */
export interface DateRange {
  readonly oldest: string;
  readonly newest: string;
}

/** What the units of a clause come to. */
export interface UnitsSummary {
  /** Of the units that are known. Undefined where there is nothing to divide by: no answer, not 100 %. */
  readonly value: Amount | undefined;
  /** `no-data` where the figures that are missing could change it. */
  readonly verdict: Verdict | 'no-data';
  /** Undefined with `no-data`. */
  readonly met?: boolean;
  readonly counts: Readonly<Record<UnitResult['verdict'], number>>;
  /** How many units give no data; never counted as zero. */
  readonly missing: number;
  /** Fields of the county that are not known. */
  readonly missingFields: readonly string[];
  /** Of the figures used; undefined where none has a date. */
  readonly asOf: DateRange | undefined;
  /** Units used whose tables give no date. */
  readonly undated: number;
  /** `count` only: units that meet, by side. */
  readonly sides?: { readonly urban: number; readonly rural: number; readonly unknown: number };
}

/**
 * What units come to: a function of these units alone, in any order. The verdict is the one that holds whatever the
 * missing figures are; where they could change it, there is none. So leaving out a figure never changes a verdict into
 * another one.
 */
export function summariseUnits(summary: Summary, units: readonly UnitResult[]): UnitsSummary {
  const outcome = outcomeOf(summary, units);
  const whole = summary.kind === 'sum' ? summary.whole : undefined;
  const used = units.filter(({ verdict }) => verdict !== 'no-data');
  const dates = [...used.map(({ asOf }) => asOf), whole?.value === undefined ? undefined : whole.asOf];
  const judgement = outcome.judgement;
  return {
    value: outcome.value,
    verdict: judgement?.verdict ?? 'no-data',
    ...(judgement && { met: judgement.met }),
    counts: countVerdicts(units),
    missing: units.length - used.length,
    missingFields: whole && whole.value === undefined ? [whole.field] : [],
    asOf: dateRange(dates.filter((date) => date !== undefined)),
    undated: used.filter(({ asOf }) => asOf === undefined).length,
    ...(outcome.sides && { sides: outcome.sides }),
  };
}

type CountSummary = Extract<Summary, { kind: 'count' }>;

interface Outcome {
  readonly value: Amount | undefined;
  readonly judgement: Judgement | undefined;
  readonly sides?: UnitsSummary['sides'];
}

function outcomeOf(summary: Summary, units: readonly UnitResult[]): Outcome {
  if (summary.kind === 'rate') return rateOutcome(summary.percent, units);
  if (summary.kind === 'count') return countOutcome(summary, units);
  if (summary.kind === 'amount') return amountOutcome(summary.least, units);
  return summary.whole
    ? shareOfWholeOutcome(summary.percent, summary.whole.value, units)
    : sumOutcome(summary.percent, units);
}

function amountOutcome(least: number, units: readonly UnitResult[]): Outcome {
  const value = units.length === 1 && units[0]?.value?.denominator ? units[0].value : undefined;
  return { value, judgement: value && judge(value, atLeast(least)) };
}

function rateOutcome(percent: number, units: readonly UnitResult[]): Outcome {
  const { met, judged, missing } = tally(units);
  const least = { numerator: met, denominator: judged + missing };
  const most = { numerator: met + missing, denominator: judged + missing };
  return { value: fraction(met, judged), judgement: commonJudgement(percent, least, most) };
}

function sumOutcome(percent: number, units: readonly UnitResult[]): Outcome {
  let numerator = 0;
  let denominator = 0;
  let open = 0;
  let isBounded = true;
  for (const { verdict, value, openDenominator } of units) {
    if (verdict !== 'no-data') {
      numerator += value?.numerator ?? 0;
      denominator += value?.denominator ?? 0;
    } else if (openDenominator === undefined) isBounded = false;
    else open += openDenominator;
  }
  const least = { numerator, denominator: denominator + open };
  const most = { numerator: numerator + open, denominator: denominator + open };
  return {
    value: fraction(numerator, denominator),
    judgement: isBounded ? commonJudgement(percent, least, most) : undefined,
  };
}

/** Parts whose size is not known could be of any size: then only the least possible share is certain. */
function shareOfWholeOutcome(percent: number, whole: number | undefined, units: readonly UnitResult[]): Outcome {
  const known = units.filter(({ verdict }) => verdict !== 'no-data');
  const numerator = known.reduce((sum, { value }) => sum + (value?.numerator ?? 0), 0);
  const value = whole === undefined || known.length === 0 ? undefined : fraction(numerator, whole);
  if (!value) return { value, judgement: undefined };
  const judgement = judge(value, atLeastPercent(percent));
  return { value, judgement: known.length === units.length || judgement.verdict === 'pass' ? judgement : undefined };
}

function countOutcome(summary: CountSummary, all: readonly UnitResult[]): Outcome {
  const units = all.filter(({ side }) => summary.only === undefined || side === summary.only);
  const ofSide = (side: UnitResult['side'], verdictKnown: boolean) =>
    units.filter((unit) => unit.side === side && (verdictKnown ? unit.met === true : unit.verdict === 'no-data'))
      .length;
  const sides = { urban: ofSide('urban', true), rural: ofSide('rural', true), unknown: ofSide(undefined, true) };
  const met = sides.urban + sides.rural + sides.unknown;
  const value = units.length === units.filter(({ verdict }) => verdict === 'no-data').length ? undefined : met;
  const open = { urban: ofSide('urban', false), rural: ofSide('rural', false), free: ofSide(undefined, false) };
  const least = judgeCount(summary, { urban: sides.urban, rural: sides.rural, free: 0, sideless: sides.unknown });
  const most = judgeCount(summary, {
    urban: sides.urban + open.urban,
    rural: sides.rural + open.rural,
    free: open.free,
    sideless: sides.unknown,
  });
  return {
    value: value === undefined ? undefined : { numerator: value, denominator: 1 },
    judgement: units.length > 0 && isSameJudgement(least, most) ? least : undefined,
    sides,
  };
}

/**
 * Whether there are enough, by what is lacking.
 * @param found `free` may lie on either side, whichever helps; `sideless` helps the whole number only
 */
function judgeCount(
  { least, leastUrban, leastRural }: CountSummary,
  found: { readonly urban: number; readonly rural: number; readonly free: number; readonly sideless: number },
): Judgement {
  const lackOfSides = Math.max(0, leastUrban - found.urban) + Math.max(0, leastRural - found.rural);
  const total = found.urban + found.rural + found.free + found.sideless;
  const lacking = Math.max(0, least - total, lackOfSides - found.free);
  const wanted = Math.max(least, leastUrban + leastRural);
  return judge({ numerator: Math.max(0, wanted - lacking), denominator: 1 }, atLeast(wanted));
}

/** The judgement of every value between two, both included; undefined where they differ or there is no value. */
function commonJudgement(percent: number, least: Amount, most: Amount): Judgement | undefined {
  if (least.denominator === 0) return undefined;
  const worstCase = judge(least, atLeastPercent(percent));
  return isSameJudgement(worstCase, judge(most, atLeastPercent(percent))) ? worstCase : undefined;
}

function tally(units: readonly UnitResult[]): { met: number; judged: number; missing: number } {
  const missing = units.filter(({ verdict }) => verdict === 'no-data').length;
  const judged = units.filter(({ met }) => met !== undefined);
  return { met: judged.filter(({ met }) => met).length, judged: judged.length, missing };
}

function countVerdicts(units: readonly UnitResult[]): UnitsSummary['counts'] {
  const counts = { pass: 0, near: 0, fail: 0, 'no-data': 0, 'not-judged': 0 };
  for (const { verdict } of units) counts[verdict] += 1;
  return counts;
}

function fraction(numerator: number, denominator: number): Amount | undefined {
  return denominator > 0 ? { numerator, denominator } : undefined;
}

/** Dates of this form stand in the order of their text. */
function dateRange(dates: readonly string[]): DateRange | undefined {
  const inOrder = [...dates].sort(byText);
  const oldest = inOrder[0];
  const newest = inOrder[inOrder.length - 1];
  return oldest === undefined || newest === undefined ? undefined : { oldest, newest };
}
