import type { SearchBudget, SolveProgram } from '../../siting/mixed-integer-program.ts';
import type { ConsolidationAnswer, ConsolidationProblem } from './consolidation-problem.ts';
import { interchangePlan } from './interchange-plan.ts';
import { goalStages, type ObjectiveTerm } from './objective-value.ts';
import { choiceColumns } from './program-columns.ts';
import type { TermsLimit } from './program-consolidation.ts';
import { slowColumns } from './program-objectives.ts';
import { requireSolvable } from './program-refusal.ts';
import { reduceChoices } from './reduce-choices.ts';
import { type Search, type StageResult, solveStage } from './solve-stage.ts';

/**
 * The best plan under every rule, with the proof of each stage: objectives one after the other, each kept at its best
 * while the next is looked at, or a weighted sum at once. Choices that no plan makes are struck out first, a quick
 * interchange gives the start, and the solver does the rest. Where time runs out or the host calls the search off,
 * the answer is the best plan found with its true bound and gap, and ends with the stage that was not finished.
 * `stages` is empty where the rules cannot all be kept; a gap is Infinity where no plan was found in time.
 * @param solve exact; the host loads it
 * @throws Error where the problem cannot be solved as it stands: see `requireSolvable`
 */
export function solveConsolidation(
  problem: ConsolidationProblem,
  solve: SolveProgram,
  budget: SearchBudget,
): ConsolidationAnswer {
  requireSolvable(problem);
  const choices = reduceChoices(problem);
  const columns = choiceColumns(choices);
  if (columns.start.some((first, at) => at > 0 && first === columns.start[at - 1])) return INFEASIBLE;
  const stages = goalStages(problem.goal);
  const limits: TermsLimit[] = (problem.atMost ?? []).map(({ objective, value }) => ({
    terms: [{ objective, weight: 1 }],
    most: value,
  }));
  const slow = slowColumns(problem, [...stages.flat(), ...(problem.atMost ?? [])]);
  const search: Search = { problem, choices, columns, slow, cuts: [], solve, budget };
  const start = interchangePlan(problem, choices, stages, budget);
  return solveStages(search, stages.length > 0 ? stages : [[]], limits, start);
}

const INFEASIBLE: ConsolidationAnswer = { status: 'infeasible', plan: undefined, stages: [] };

function solveStages(
  search: Search,
  stages: readonly (readonly ObjectiveTerm[])[],
  limits: TermsLimit[],
  start: ConsolidationAnswer['plan'],
): ConsolidationAnswer {
  let plan = start;
  const told: ConsolidationAnswer['stages'][number][] = [];
  for (const terms of stages) {
    const result = solveStage(search, terms, limits, plan);
    if (result.status === 'infeasible') return INFEASIBLE;
    plan = result.plan;
    if (terms.length > 0) told.push(stageOf(terms, result));
    if (result.status === 'limit') return { status: 'limit', plan, stages: told };
    limits.push({ terms, most: result.bound });
  }
  return { status: 'optimal', plan, stages: told };
}

function stageOf(terms: readonly ObjectiveTerm[], { value, bound }: StageResult) {
  const gap = value === undefined ? Number.POSITIVE_INFINITY : value === bound ? 0 : (value - bound) / value;
  return { objectives: terms.map(({ objective }) => objective), value, bound, gap };
}
