import type { SearchBudget } from '../../siting/mixed-integer-program.ts';
import { ALONE, type ConsolidationPlan, type ConsolidationProblem } from './consolidation-problem.ts';
import { type ObjectiveTerm, termsValue } from './objective-value.ts';
import { type Choices, candidatesOf, centresOf } from './reduce-choices.ts';
import { groupsOfPlan, violationOf } from './solve-violation.ts';

/**
 * A quick plan to start the exact search from, by interchange (Teitz and Bart 1968): from every station alone, or what
 * locks say, the best single change again and again, first towards the rules and then towards the goal, until none is
 * better. A change moves a station, dissolves or opens a group, joins two, or makes a member the centre. Same problem,
 * same plan, unless time runs out.
 * @returns undefined where it comes to a plan that breaks a rule, which says nothing about whether there is one
 */
export function interchangePlan(
  problem: ConsolidationProblem,
  choices: Choices,
  stages: readonly (readonly ObjectiveTerm[])[],
  { secondsLeft, isCalledOff = () => false }: SearchBudget,
): ConsolidationPlan | undefined {
  const score = (plan: ConsolidationPlan): readonly number[] => {
    const violation = violationOf(problem, choices, plan);
    return [violation, ...stages.map((terms) => termsValue(problem, plan, terms))];
  };
  let plan: ConsolidationPlan = firstPlan(choices);
  let best = score(plan);
  while (secondsLeft() > 0 && !isCalledOff()) {
    let next: ConsolidationPlan | undefined;
    for (const changed of changesOf(plan, choices)) {
      const changedScore = score(changed);
      if (!isLess(changedScore, best)) continue;
      best = changedScore;
      next = changed;
    }
    if (!next) break;
    plan = next;
  }
  return best[0] === 0 ? plan : undefined;
}

/** Each station alone where it may, else centre where it may, else under its first centre, which is made one. */
function firstPlan(choices: Choices): ConsolidationPlan {
  const plan = new Int32Array(choices.stationCount).fill(ALONE);
  plan.forEach((_, station) => {
    const [first] = centresOf(choices, station);
    if (choices.alone[station] === 1 || first === undefined) return;
    const centre = centresOf(choices, station).includes(station) ? station : first;
    put(plan, station, centre);
  });
  return plan;
}

function* changesOf(plan: ConsolidationPlan, choices: Choices): Generator<ConsolidationPlan> {
  for (let station = 0; station < plan.length; station++) {
    if (plan[station] !== ALONE) yield changed(plan, (next) => put(next, station, ALONE));
    for (const centre of centresOf(choices, station)) {
      if (plan[station] === centre) continue;
      yield changed(plan, (next) => put(next, station, centre));
    }
  }
  const groups = groupsOfPlan(plan);
  for (const [centre, group] of groups) {
    for (const other of plan.keys()) {
      if (other === centre) continue;
      yield changed(plan, (next) => moveGroup(next, group, other));
    }
    if (group.length < 2)
      yield changed(plan, (next) => moveGroup(next, [centre, ...candidatesOf(choices, centre)], centre));
  }
}

function changed(plan: ConsolidationPlan, change: (next: Int32Array) => void): ConsolidationPlan {
  const next = plan.slice();
  change(next);
  return next;
}

/** Puts a whole group under another centre, be it one of its own. */
function moveGroup(plan: Int32Array, group: readonly number[], centre: number): void {
  for (const station of group) plan[station] = centre;
  plan[centre] = centre;
}

/** Puts a station under a centre, which becomes one; members that lose their centre, and a centre alone, stand alone. */
function put(plan: Int32Array, station: number, centre: number): void {
  const before = plan[station]!;
  if (before === station && centre !== station) {
    for (let member = 0; member < plan.length; member++) if (plan[member] === station) plan[member] = ALONE;
  }
  plan[station] = centre;
  if (centre !== ALONE && plan[centre] !== centre) {
    const under = plan[centre]!;
    plan[centre] = centre;
    standAloneIfEmpty(plan, under);
  }
  if (before !== station) standAloneIfEmpty(plan, before);
}

function standAloneIfEmpty(plan: Int32Array, centre: number): void {
  if (centre === ALONE) return;
  if (!plan.some((of, station) => of === centre && station !== centre)) plan[centre] = ALONE;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
}
