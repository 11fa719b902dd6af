import type { SearchBudget, SolveProgram } from '../../siting/mixed-integer-program.ts';
import type { ConsolidationPlan, ConsolidationProblem } from './consolidation-problem.ts';
import { type ObjectiveTerm, termsValue } from './objective-value.ts';
import type { ChoiceColumns } from './program-columns.ts';
import { planOf } from './program-columns.ts';
import { consolidationProgram, type TermsLimit } from './program-consolidation.ts';
import { type Cut, contiguityCuts, cutOfPlan } from './program-cuts.ts';
import { linearTerms, type SlowColumns, valuesOf } from './program-objectives.ts';
import type { Choices } from './reduce-choices.ts';
import { violationOf } from './solve-violation.ts';

/** What stages of one problem share; cuts are added to as they are found, and hold in every stage. */
export interface Search {
  readonly problem: ConsolidationProblem;
  readonly choices: Choices;
  readonly columns: ChoiceColumns;
  readonly slow: SlowColumns | undefined;
  readonly cuts: Cut[];
  readonly solve: SolveProgram;
  readonly budget: SearchBudget;
}

export interface StageResult {
  readonly status: 'optimal' | 'infeasible' | 'limit';
  /** The best plan that keeps every rule and limit, and its exact value; undefined where none was found. */
  readonly plan: ConsolidationPlan | undefined;
  readonly value: number | undefined;
  /** No plan is worth less: whole; Infinity where there is no plan. */
  readonly bound: number;
}

/** Values are whole: what is less than 1 from the best cannot be better. */
const WHOLE_GAP = 0.999;

/** Parts of a value that the solver's arithmetic may be out by. */
const ROUNDING = 1e-9;

/**
 * Finds a plan of the least value and proves it. Each solution of the program is looked at in whole numbers: where
 * a group does not hang together, or a tolerance let a limit slip, the solution is cut off and the program solved
 * again, so that every bound stays one. Where a solution leaves a gap of 1 or more, a plan that is better by 1 is asked for.
 * @param start a plan that keeps all rules and limits, where one is known
 */
export function solveStage(
  search: Search,
  terms: readonly ObjectiveTerm[],
  limits: readonly TermsLimit[],
  start: ConsolidationPlan | undefined,
): StageResult {
  const { problem, columns, slow } = search;
  const worth = (of: ConsolidationPlan) => termsValue(problem, of, terms);
  const best = { plan: start, value: start && worth(start) };
  let bound = Math.max(0, linearTerms(problem, columns, terms, slow).constant);
  let closer: readonly TermsLimit[] = [];
  const shut: Cut[] = [];
  for (;;) {
    if (best.value !== undefined && best.value <= bound) return { status: 'optimal', ...best, bound: best.value };
    const kept = [...limits, ...closer];
    const solution = solveOnce(
      { ...search, cuts: [...search.cuts, ...shut] },
      terms,
      kept,
      closer.length === 0 ? best.plan : undefined,
    );
    if (solution.status === 'infeasible') return provedBy(best, closer);
    bound = Math.max(bound, solution.bound);
    const { found } = solution;
    const isKept = found !== undefined && isSound(search, kept, found);
    if (isKept && worth(found) < (best.value ?? Number.POSITIVE_INFINITY)) {
      best.plan = found;
      best.value = worth(found);
    }
    if (best.value !== undefined) bound = Math.min(bound, best.value);
    if (solution.status === 'limit' && best.value !== bound) return { status: 'limit', ...best, bound };
    if (found && !isKept) shutOut(search, shut, found);
    else closer = best.value === undefined ? [] : [{ terms, most: best.value - 1 }];
  }
}

/** Nothing is left to look at: there is no plan, or none better than the best. */
function provedBy(best: Pick<StageResult, 'plan' | 'value'>, closer: readonly TermsLimit[]): StageResult {
  const { plan, value } = best;
  if (value === undefined) return { status: 'infeasible', plan, value, bound: Number.POSITIVE_INFINITY };
  if (closer.length === 0) throw new Error(`The solver knows no plan, though there is one worth ${value}.`);
  return { status: 'optimal', plan, value, bound: value };
}

function solveOnce(
  search: Search,
  terms: readonly ObjectiveTerm[],
  limits: readonly TermsLimit[],
  start: ConsolidationPlan | undefined,
) {
  const { problem, columns, slow, solve, budget } = search;
  const { program, constant } = consolidationProgram({ ...search, terms, limits });
  const given = start ? { start: valuesOf(problem, columns, slow, start) } : {};
  const solution = solve(program, withConstant(budget, constant), { absoluteGap: WHOLE_GAP, ...given });
  const found = solution.values && planOf(columns, solution.values);
  return { status: solution.status, bound: wholeBound(solution.bound + constant), found };
}

/** The next whole number, a little less where the solver's arithmetic may be out. */
function wholeBound(bound: number): number {
  return Math.ceil(bound - Math.max(1, Math.abs(bound)) * ROUNDING);
}

function withConstant({ onProgress, ...budget }: SearchBudget, constant: number): SearchBudget {
  if (!onProgress) return budget;
  const onWhole = (best: number | undefined, bound: number) =>
    onProgress(best === undefined ? undefined : best + constant, bound + constant);
  return { ...budget, onProgress: onWhole };
}

function isSound({ problem, choices }: Search, limits: readonly TermsLimit[], plan: ConsolidationPlan): boolean {
  if (violationOf(problem, choices, plan) > 0) return false;
  return limits.every(({ terms, most }) => termsValue(problem, plan, terms) <= most);
}

/** Cuts a solution off: for good where a group does not hang together, else for this stage alone, whose limits it breaks. */
function shutOut({ problem, choices, columns, cuts }: Search, shut: Cut[], plan: ConsolidationPlan): void {
  const apart = problem.rules.contiguity ? contiguityCuts(problem, choices, columns, plan) : [];
  if (apart.length > 0) cuts.push(...apart);
  else shut.push(cutOfPlan(columns, plan));
}
