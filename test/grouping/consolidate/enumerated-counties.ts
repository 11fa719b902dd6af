import { adjacencyOf } from '../../../geodata/grouping/adjacency.ts';
import { checkConsolidation } from '../../../geodata/grouping/consolidate/check-consolidation.ts';
import { goalValues } from '../../../geodata/grouping/consolidate/check-objectives.ts';
import type { Solve } from '../../../geodata/grouping/consolidate/conflict.ts';
import {
  ALONE,
  type ConsolidationPlan,
  type ConsolidationProblem,
  type ConsolidationRules,
} from '../../../geodata/grouping/consolidate/consolidation-problem.ts';
import { mulberry32 } from '../../oracles/random.ts';

/** No rule at all: everything may stand alone. */
export const NO_RULES: ConsolidationRules = {
  reach: false,
  contiguity: false,
  mayStandAlone: true,
  backup: false,
  lockedCentres: [],
  forbiddenCentres: [],
  lockedMembers: [],
  forbiddenMembers: [],
};

/** Rural stations in a row, each next to the next, people 100, officers 5, auxiliaries 10; 600 ds a step, reach 2 steps. */
export function rowOfStations(count: number, rules: Partial<ConsolidationRules> = {}): ConsolidationProblem {
  const all = Array.from({ length: count }, (_, i) => i);
  const steps = all.flatMap((centre) => all.map((station) => Math.abs(centre - station)));
  return {
    stations: all.map((i) => ({
      id: `s${i}`,
      kind: 'rural',
      officers: 5,
      auxiliaries: 10,
      people: 100,
      calls: 10,
      centreCostYuan: 1000,
    })),
    pairs: {
      stationCount: count,
      feasible: Uint8Array.from(steps, (step) => (step <= 2 ? 1 : 0)),
      peopleDs: Float64Array.from(steps, (step) => 100 * 600 * step),
    },
    adjacency: adjacencyOf(
      all.slice(1).map((i) => [i - 1, i] as const),
      count,
    ),
    settlements: all.map((station) => ({
      station,
      people: 100,
      dsFromCentre: Float64Array.from(all, (centre) => Math.abs(centre - station) * 600),
    })),
    rules: { ...NO_RULES, ...rules },
    goal: { kind: 'lexicographic', objectives: ['command-posts', 'people-time'] },
    postOfficers: 5,
  };
}

/** A random county of 3 to 5 stations with random rules, tight enough that many cannot be kept together. */
export function randomCounty(seed: number, most = 5): ConsolidationProblem {
  const random = mulberry32(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const chance = (share: number) => random() < share;
  const some = <Value>(share: number, value: () => Value) => (chance(share) ? value() : undefined);
  const count = whole(3, most);
  const all = Array.from({ length: count }, (_, i) => i);
  const pairs = all.flatMap((a) => all.map((b) => [a, b] as const));
  const locks = (share: number) => all.filter(() => chance(share));
  const others = (share: number) => pairs.filter(([a, b]) => a !== b && chance(share));
  const ds = pairs.map(([a, b]) => (a === b ? whole(0, 9) : whole(1, 40)));
  const people = all.map(() => whole(1, 60));
  const numbers: Partial<ConsolidationRules> = {
    eligibility: some(0.4, () => ({ maxPeople: whole(10, 60), maxCalls: whole(5, 20), urban: chance(0.5) })),
    minGroupSize: some(0.3, () => whole(2, 4)),
    maxGroupSize: some(0.4, () => whole(2, 4)),
    minOfficers: some(0.4, () => whole(5, 15)),
    auxiliariesPerOfficer: some(0.3, () => 2),
    maxPeople: some(0.3, () => whole(40, 150)),
    budgetYuan: some(0.3, () => whole(5, 25)),
    maxGroups: some(0.3, () => whole(1, 2)),
  };
  const given = Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined));
  return {
    stations: all.map((i) => ({
      id: `s${i}`,
      kind: chance(0.8) ? 'rural' : 'urban',
      officers: whole(2, 8),
      auxiliaries: whole(5, 18),
      people: people[i] ?? 0,
      calls: whole(1, 20),
      centreCostYuan: whole(1, 20),
    })),
    pairs: {
      stationCount: count,
      feasible: Uint8Array.from(pairs, ([a, b]) => (a === b ? (chance(0.9) ? 1 : 0) : chance(0.6) ? 1 : 0)),
      peopleDs: Float64Array.from(pairs, ([, b], at) => (people[b] ?? 0) * (ds[at] ?? 0)),
    },
    adjacency: adjacencyOf(
      pairs.filter(([a, b]) => a < b && chance(0.6)),
      count,
    ),
    settlements: all.map((station) => ({
      station,
      people: people[station] ?? 0,
      dsFromCentre: Float64Array.from(all, (centre) => ds[centre * count + station] ?? 0),
    })),
    rules: {
      ...NO_RULES,
      ...given,
      reach: chance(0.8),
      contiguity: chance(0.5),
      mayStandAlone: chance(0.2),
      backup: chance(0.2),
      lockedCentres: locks(0.1),
      forbiddenCentres: locks(0.1),
      lockedMembers: others(0.04),
      forbiddenMembers: others(0.04),
    },
    goal: { kind: 'lexicographic', objectives: ['command-posts', 'people-time'] },
    postOfficers: 5,
  };
}

/** Every plan that has the shape of one, in the order of counting with `ALONE` as the least digit. */
export function* everyPlan(count: number): Generator<ConsolidationPlan> {
  const plan = new Int32Array(count).fill(ALONE);
  for (;;) {
    const members = new Set([...plan].filter((centre, station) => centre !== ALONE && centre !== station));
    if (
      [...plan].every((centre, i) => centre === ALONE || (plan[centre] === centre && (centre !== i || members.has(i))))
    ) {
      yield plan.slice();
    }
    let at = 0;
    while (at < count && plan[at] === count - 1) plan[at++] = ALONE;
    if (at === count) return;
    plan[at] = (plan[at] ?? 0) + 1;
  }
}

const plansOf = new Map<number, readonly ConsolidationPlan[]>();

/** The plans that obey a problem, by looking at every plan there is. */
export function obedientPlans(problem: ConsolidationProblem): ConsolidationPlan[] {
  const count = problem.stations.length;
  const plans = plansOf.get(count) ?? [...everyPlan(count)];
  plansOf.set(count, plans);
  return plans.filter((plan) => checkConsolidation(problem, plan).length === 0);
}

/** Solves by looking at every plan. */
export const enumerate: Solve = (problem) => {
  let best: { readonly plan: ConsolidationPlan; readonly values: readonly number[] } | undefined;
  for (const plan of obedientPlans(problem)) {
    const values = goalValues(problem, plan);
    if (!best || isLess(values, best.values)) best = { plan, values };
  }
  if (!best) return { status: 'infeasible', plan: undefined, stages: [] };
  const { goal } = problem;
  const stages = best.values.map((value, at) => ({
    objectives:
      goal.kind === 'lexicographic' ? goal.objectives.slice(at, at + 1) : goal.terms.map(({ objective }) => objective),
    value,
    bound: value,
    gap: 0,
  }));
  return { status: 'optimal', plan: best.plan, stages };
};

/** Whether values come before others, the first difference deciding. */
export function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
