import {
  ALONE,
  type ConsolidationGoal,
  type ConsolidationObjective,
  type ConsolidationPlan,
  type ConsolidationProblem,
} from './consolidation-problem.ts';

/** The slowest part of the people that `worst-share` is about: one in 20, 5 %. */
export const PEOPLE_TO_ONE_SLOW = 20;

/** An objective and what it counts for. */
export interface ObjectiveTerm {
  readonly objective: ConsolidationObjective;
  /** Whole, above 0. */
  readonly weight: number;
}

/** What is to be least one after the other: one objective a stage, or the weighted sum in a single one. */
export function goalStages(goal: ConsolidationGoal): readonly (readonly ObjectiveTerm[])[] {
  return goal.kind === 'weighted' ? [goal.terms] : goal.objectives.map((objective) => [{ objective, weight: 1 }]);
}

/** The exact, whole value of a weighted sum of objectives of a plan. */
export function termsValue(
  problem: ConsolidationProblem,
  plan: ConsolidationPlan,
  terms: readonly ObjectiveTerm[],
): number {
  return terms.reduce((sum, { objective, weight }) => sum + weight * objectiveValue(problem, plan, objective), 0);
}

/**
 * The exact value of an objective of a plan, as the solver sees it: whole, at least 0. `worst-share` counts each
 * person twenty times and takes as many as there are people, slowest first, so that it is whole whatever their number.
 */
export function objectiveValue(
  problem: ConsolidationProblem,
  plan: ConsolidationPlan,
  objective: ConsolidationObjective,
): number {
  if (objective === 'worst-share') return worstShare(problem, plan);
  return plan.reduce((sum, centre, station) => sum + choiceValue(problem, objective, station, centre), 0);
}

/**
 * What one station adds to an objective by its centre; every objective but `worst-share` is the sum of these.
 * @param centre its own index: it is a centre; `ALONE`: it stands alone
 */
export function choiceValue(
  { pairs, postOfficers, today }: ConsolidationProblem,
  objective: Exclude<ConsolidationObjective, 'worst-share'>,
  station: number,
  centre: number,
): number {
  const isPost = centre === ALONE || centre === station;
  switch (objective) {
    case 'command-posts':
      return isPost ? 1 : 0;
    case 'officers-on-duty-posts':
      return isPost ? postOfficers : 0;
    case 'people-time':
      return pairs.peopleDs[(isPost ? station : centre) * pairs.stationCount + station]!;
    case 'change':
      return centre === (today?.[station] ?? ALONE) ? 0 : 1;
  }
}

/** Where the slowest twentieth of a plan's people begins, deciseconds: the least time that one of them takes. 0 without people. */
export function slowThreshold(problem: ConsolidationProblem, plan: ConsolidationPlan): number {
  const taken = slowest(problem, plan);
  return taken.length === 0 ? 0 : taken[taken.length - 1]!.ds;
}

function worstShare(problem: ConsolidationProblem, plan: ConsolidationPlan): number {
  return slowest(problem, plan).reduce((sum, { parts, ds }) => sum + parts * ds, 0);
}

/** Settlements in whole or in part, slowest first, in parts of people. */
function slowest({ settlements = [] }: ConsolidationProblem, plan: ConsolidationPlan) {
  const timed = settlements.map(({ station, people, dsFromCentre }) => {
    const centre = plan[station]!;
    return { people, ds: dsFromCentre[centre === ALONE ? station : centre]! };
  });
  timed.sort((a, b) => b.ds - a.ds);
  let left = timed.reduce((sum, { people }) => sum + people, 0);
  const taken: { readonly parts: number; readonly ds: number }[] = [];
  for (const { people, ds } of timed) {
    const parts = Math.min(left, people * PEOPLE_TO_ONE_SLOW);
    if (parts > 0) taken.push({ parts, ds });
    left -= parts;
  }
  return taken;
}
