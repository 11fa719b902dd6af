import { checkConsolidation, type Finding } from './check-consolidation.ts';
import { goalValues, objectivesOf } from './check-objectives.ts';
import type { ConsolidationAnswer, ConsolidationProblem } from './consolidation-problem.ts';

/** Something wrong with an answer: a rule its plan breaks, or a stage whose figures do not agree. */
export type AnswerFinding =
  | { readonly kind: 'rule'; readonly finding: Finding }
  | {
      readonly kind: 'no-plan' | 'plan-of-infeasible' | 'stages' | 'value' | 'bound' | 'gap' | 'not-optimal';
      /** Position of the stage; undefined where it is the whole answer. */
      readonly stage?: number;
      readonly claimed?: number | undefined;
      readonly exact?: number;
    };

/** Gaps are quotients of whole numbers: they agree to rounding. */
const GAP_TOLERANCE = 1e-9;

/**
 * What is wrong with a solver's answer; nothing where it holds. Verified independently: that the plan obeys every
 * rule, that each value is the plan's, that no bound is above its value, that the gaps follow, and that `optimal`
 * comes without a gap. The bound itself rests on the solver: see `proveNoneBetter` for counties small enough to
 * search.
 */
export function checkAnswer(problem: ConsolidationProblem, answer: ConsolidationAnswer): AnswerFinding[] {
  const { status, plan, stages } = answer;
  if (status === 'infeasible') return plan === undefined ? [] : [{ kind: 'plan-of-infeasible' }];
  if (plan === undefined) return status === 'optimal' ? [{ kind: 'no-plan' }] : [];
  const rules = checkConsolidation(problem, plan).map((finding): AnswerFinding => ({ kind: 'rule', finding }));
  if (rules.some((each) => each.kind === 'rule' && each.finding.rule === 'shape')) return rules;
  const exact = goalValues(problem, plan);
  const told = stages.flatMap(({ objectives }) => objectives).join();
  if (stages.length > exact.length || !objectivesOf(problem.goal).join().startsWith(told)) {
    return [...rules, { kind: 'stages', claimed: stages.length, exact: exact.length }];
  }
  const short: AnswerFinding[] =
    status === 'optimal' && stages.length < exact.length
      ? [{ kind: 'stages', claimed: stages.length, exact: exact.length }]
      : [];
  return [...rules, ...short, ...stages.flatMap((_, at) => stageFindings(answer, at, exact[at] ?? Number.NaN))];
}

function stageFindings({ status, stages }: ConsolidationAnswer, stage: number, exact: number): AnswerFinding[] {
  const claimed = stages[stage];
  if (!claimed) return [];
  const { value, bound, gap } = claimed;
  if (value !== exact) return [{ kind: 'value', stage, claimed: value, exact }];
  const findings: AnswerFinding[] = [];
  if (!(bound <= value)) findings.push({ kind: 'bound', stage, claimed: bound, exact });
  const rightGap = value === bound ? 0 : (value - bound) / value;
  if (!(gap === rightGap || Math.abs(gap - rightGap) <= GAP_TOLERANCE)) {
    findings.push({ kind: 'gap', stage, claimed: gap, exact: rightGap });
  }
  if (status === 'optimal' && bound !== value) findings.push({ kind: 'not-optimal', stage, claimed: bound, exact });
  return findings;
}
