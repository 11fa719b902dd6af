import { cutOffFrom } from '../adjacency.ts';
import { ALONE, type ConsolidationPlan, type ConsolidationProblem } from './consolidation-problem.ts';
import { objectiveValue } from './objective-value.ts';
import type { Choices } from './reduce-choices.ts';

/**
 * How far a plan is from obeying rules and limits, in exact whole numbers: 0 where it obeys all, else above. A choice
 * that was struck out counts 1, a number its shortfall in parts of what is asked. The solver's own measure, for its
 * heuristic and to look at what the program's tolerances let through; the checker has another.
 */
export function violationOf(problem: ConsolidationProblem, choices: Choices, plan: ConsolidationPlan): number {
  const { rules, atMost = [] } = problem;
  const count = choices.stationCount;
  let sum = 0;
  plan.forEach((centre, station) => {
    const isOpen = centre === ALONE || plan[centre] === centre;
    const isLeft = centre === ALONE ? choices.alone[station] === 1 : choices.under[centre * count + station] === 1;
    if (!isOpen || !isLeft) sum += 1;
  });
  const groups = groupsOfPlan(plan);
  for (const [centre, group] of groups) sum += groupViolation(problem, centre, group);
  if (rules.backup) sum += withoutBackup(problem, plan, [...groups.keys()]);
  sum += over(groups.size, rules.maxGroups);
  if (rules.budgetYuan !== undefined) {
    const cost = [...groups.keys()].reduce((yuan, c) => yuan + (problem.stations[c]!.centreCostYuan ?? 0), 0);
    sum += over(cost, rules.budgetYuan);
  }
  for (const { objective, value } of atMost) sum += over(objectiveValue(problem, plan, objective), value);
  return sum;
}

/** The stations of each group by its centre, itself among them. */
export function groupsOfPlan(plan: ConsolidationPlan): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  plan.forEach((centre, station) => {
    if (centre === ALONE) return;
    const group = groups.get(centre);
    if (group) group.push(station);
    else groups.set(centre, [station]);
  });
  return groups;
}

/** The parts of a group that hang together, the centre's first. */
export function partsOfGroup(
  { adjacency }: ConsolidationProblem,
  centre: number,
  group: readonly number[],
): readonly (readonly number[])[] {
  const parts: number[][] = [];
  let waiting: readonly number[] = group;
  for (let first: number | undefined = centre; first !== undefined; first = waiting[0]) {
    const apart = cutOffFrom(adjacency, first, waiting);
    parts.push(waiting.filter((station) => !apart.has(station)));
    waiting = [...apart];
  }
  return parts;
}

function groupViolation(problem: ConsolidationProblem, centre: number, group: readonly number[]): number {
  const { stations, rules } = problem;
  let [officers, auxiliaries, people] = [0, 0, 0];
  for (const station of group) {
    officers += stations[station]!.officers ?? 0;
    auxiliaries += stations[station]!.auxiliaries ?? 0;
    people += stations[station]!.people;
  }
  const apart = rules.contiguity ? partsOfGroup(problem, centre, group).length - 1 : 0;
  return (
    apart +
    under(group.length, Math.max(2, rules.minGroupSize ?? 2)) +
    over(group.length, rules.maxGroupSize) +
    under(officers, rules.minOfficers ?? 0) +
    under(auxiliaries, (rules.auxiliariesPerOfficer ?? 0) * officers) +
    over(people, rules.maxPeople)
  );
}

function withoutBackup({ pairs }: ConsolidationProblem, plan: ConsolidationPlan, centres: readonly number[]): number {
  return plan.reduce((sum, own, station) => {
    if (own === ALONE || own === station) return sum;
    const hasOther = centres.some((c) => c !== own && pairs.feasible[c * pairs.stationCount + station] === 1);
    return hasOther ? sum : sum + 1;
  }, 0);
}

function over(figure: number, limit: number | undefined): number {
  return limit === undefined ? 0 : Math.max(0, figure - limit) / Math.max(1, Math.abs(limit));
}

function under(figure: number, limit: number): number {
  return Math.max(0, limit - figure) / Math.max(1, limit);
}
