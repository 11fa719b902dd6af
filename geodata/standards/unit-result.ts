import { type Amount, type Judgement, judge, type Requirement, type Verdict } from './judge.ts';
import type { CountedUnit } from './standard-rule.ts';

/**
 * What a rule makes of one unit. `no-data`: what it needs is not known, which is never zero. `not-judged`: the rule
 * asks nothing of this unit, or it is only a part of a sum.
 */
export type UnitVerdict = Verdict | 'no-data' | 'not-judged';

/** Why a unit has its verdict: a key that reports word. */
export type UnitReason =
  | 'meets'
  | 'below'
  | 'above'
  | 'not-exactly'
  | 'surplus'
  | 'assistant-stands-in'
  | 'no-station'
  | 'several-stations'
  | 'not-set-up-though-due'
  | 'set-up-without-conditions'
  | 'conditions-not-met'
  | 'no-two-teams'
  | 'team-off-target'
  | 'not-equipped'
  | 'not-networked'
  | 'not-due'
  | 'not-in-base'
  | 'nothing-to-count'
  | 'part-of-sum'
  | 'not-a-model-room'
  | 'zone'
  | 'group-passes'
  | 'group-near'
  | 'group-fails'
  | 'unknown-figure'
  | 'unknown-boundary'
  | 'unknown-urban-rural';

/** A unit behind a clause. A caller may drop or mask units by `unitId` and sum up the rest with `summariseUnits`. */
export interface UnitResult {
  readonly unit: CountedUnit;
  readonly unitId: string;
  readonly name: string;
  readonly verdict: UnitVerdict;
  /** Undefined where it is not judged or not known. */
  readonly met?: boolean;
  readonly reason: UnitReason;
  /** Undefined where it is not known. */
  readonly value?: Amount;
  /** Denominator of a value whose numerator is not known. The part is taken to be no more than its whole. */
  readonly openDenominator?: number;
  /** Whole numbers that explain the verdict, by a key that reports word: officers, target, lacking. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Which fields are not known, by the key of the record: `onDuty`. */
  readonly missing?: readonly string[];
  /** Town or country, where the clause counts them apart. */
  readonly side?: 'urban' | 'rural';
  /** `YYYY-MM-DD`; undefined where the table gives no date. */
  readonly asOf?: string;
}

/** What a unit is, before it is judged. */
export type UnitIdentity = Pick<UnitResult, 'unit' | 'unitId' | 'name'> & { readonly asOf?: string | undefined };

/** A unit with a verdict of its own. */
export function judgedUnit(
  identity: UnitIdentity,
  judgement: Judgement,
  rest: Pick<UnitResult, 'reason' | 'value' | 'figures' | 'side'>,
): UnitResult {
  return { ...plain(identity), verdict: judgement.verdict, met: judgement.met, ...rest };
}

/** A unit that lacks what the rule needs. */
export function unknownUnit(
  identity: UnitIdentity,
  missing: readonly string[],
  rest: Pick<UnitResult, 'figures' | 'side' | 'openDenominator'> & { readonly reason?: UnitReason } = {},
): UnitResult {
  return { ...plain(identity), verdict: 'no-data', reason: 'unknown-figure', missing, ...rest };
}

/** A unit that the rule asks nothing of, or a part of a sum. */
export function unjudgedUnit(
  identity: UnitIdentity,
  reason: UnitReason,
  rest: Pick<UnitResult, 'value' | 'figures' | 'side'> = {},
): UnitResult {
  return { ...plain(identity), verdict: 'not-judged', reason, ...rest };
}

/** A unit with one head count of its own against one requirement. */
export function headcountUnit(
  identity: UnitIdentity,
  field: string,
  count: number | undefined,
  requirement: Requirement,
): UnitResult {
  if (count === undefined) return unknownUnit(identity, [field]);
  const value = { numerator: count, denominator: 1 };
  const judgement = judge(value, requirement);
  return judgedUnit(identity, judgement, { reason: headcountReason(count, judgement, requirement), value });
}

function headcountReason(count: number, { met }: Judgement, requirement: Requirement): UnitReason {
  if (met) return 'meets';
  if (requirement.kind === 'exactly') return 'not-exactly';
  return requirement.kind === 'range' && count > requirement.most ? 'above' : 'below';
}

/** Without keys of unknown value, which would tell two equal results apart. */
function plain({ unit, unitId, name, asOf }: UnitIdentity): Omit<UnitResult, 'verdict' | 'reason'> {
  return asOf === undefined ? { unit, unitId, name } : { unit, unitId, name, asOf };
}
