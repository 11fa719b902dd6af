import {
  ALONE,
  type ConsolidationGoal,
  type ConsolidationObjective,
  type ConsolidationPlan,
  type ConsolidationProblem,
} from './consolidation-problem.ts';

/** The slowest part of the people that `worst-share` is about: one in 20, 5 %. */
const PEOPLE_TO_ONE_SLOW = 20;

/**
 * The exact value of an objective of a plan, recomputed from the problem alone: part of the check, so it shares
 * nothing with whatever found the plan.
 * @returns Infinity where people are given a centre that has no route to them
 * @throws Error where `worst-share` is asked for and the problem has no settlements
 */
export function objectiveValue(
  problem: ConsolidationProblem,
  plan: ConsolidationPlan,
  objective: ConsolidationObjective,
): number {
  if (objective === 'worst-share') return worstShare(problem, plan);
  return plan.reduce((sum, centre, station) => sum + addedByStation(problem, objective, station, centre), 0);
}

/** What one station adds to an objective that adds up over stations, by the centre it has. */
export function addedByStation(
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
      return pairs.peopleDs[(isPost ? station : centre) * pairs.stationCount + station] ?? Number.POSITIVE_INFINITY;
    case 'change':
      return centre === (today?.[station] ?? ALONE) ? 0 : 1;
  }
}

/** Value of each stage of a goal: one an objective where one comes after the other, else the weighted sum alone. */
export function goalValues(problem: ConsolidationProblem, plan: ConsolidationPlan): number[] {
  const { goal } = problem;
  if (goal.kind === 'lexicographic') return goal.objectives.map((each) => objectiveValue(problem, plan, each));
  const terms = goal.terms.map(({ objective, weight }) => weight * objectiveValue(problem, plan, objective));
  return [terms.reduce((sum, term) => sum + term, 0)];
}

/** The objectives that a goal looks at, in its order. */
export function objectivesOf(goal: ConsolidationGoal): ConsolidationObjective[] {
  return goal.kind === 'lexicographic' ? [...goal.objectives] : goal.terms.map(({ objective }) => objective);
}

/**
 * Twenty times people x deciseconds over the slowest twentieth of the people, which is whole whatever the number of
 * people: each settlement counts its people twenty times, and as many as there are people are taken, slowest first.
 */
function worstShare({ settlements }: ConsolidationProblem, plan: ConsolidationPlan): number {
  if (!settlements) throw new Error('worst-share needs the settlements of the problem.');
  const times = settlements.map(({ station, people, dsFromCentre }) => {
    const centre = plan[station] ?? ALONE;
    return { people, ds: dsFromCentre[centre === ALONE ? station : centre] ?? Number.POSITIVE_INFINITY };
  });
  times.sort((a, b) => b.ds - a.ds);
  let left = times.reduce((sum, { people }) => sum + people, 0);
  let value = 0;
  for (const { people, ds } of times) {
    const taken = Math.min(left, people * PEOPLE_TO_ONE_SLOW);
    if (taken > 0) value += taken * ds;
    left -= taken;
  }
  return value;
}
