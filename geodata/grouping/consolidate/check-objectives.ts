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
  switch (objective) {
    case 'command-posts':
      return commandPosts(plan);
    case 'officers-on-duty-posts':
      return commandPosts(plan) * problem.postOfficers;
    case 'people-time':
      return peopleTime(problem, plan);
    case 'worst-share':
      return worstShare(problem, plan);
    case 'change':
      return changedStations(problem, plan);
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

function commandPosts(plan: ConsolidationPlan): number {
  return plan.reduce((posts, centre, station) => posts + (centre === ALONE || centre === station ? 1 : 0), 0);
}

function peopleTime({ pairs }: ConsolidationProblem, plan: ConsolidationPlan): number {
  let sum = 0;
  plan.forEach((centre, station) => {
    const from = centre === ALONE ? station : centre;
    sum += pairs.peopleDs[from * pairs.stationCount + station] ?? Number.POSITIVE_INFINITY;
  });
  return sum;
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

function changedStations({ today }: ConsolidationProblem, plan: ConsolidationPlan): number {
  return plan.reduce((changed, centre, station) => changed + (centre === (today?.[station] ?? ALONE) ? 0 : 1), 0);
}
