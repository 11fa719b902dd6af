import { centresCost, groupFigures, groupsOf } from './check-consolidation.ts';
import type { Solve } from './conflict.ts';
import { NUMERIC_RULES, type NumericRuleName, numberOf, withNumber } from './conflict-rules.ts';
import type { ConsolidationPlan, ConsolidationProblem, ConsolidationRuleName } from './consolidation-problem.ts';

/** The least change of one numeric rule that, with all others kept, lets a plan exist. */
export interface Relaxation {
  readonly rule: NumericRuleName;
  readonly from: number;
  /** The nearest number that works; undefined: none does, whatever the number. */
  readonly to: number | undefined;
  /** Every number in between is proved not to work. False: the search ended early, and a nearer one may. */
  readonly isNearest: boolean;
}

/**
 * For each numeric rule of a conflict the least change that makes the whole problem solvable, by bisection over whole
 * numbers: easing a rule never loses a plan. Each plan that is found tells how far it needs the rule eased, which
 * shortens the search. Where a second conflict remains, easing one rule is not enough, and `to` is undefined.
 */
export function nearestRelaxations(
  problem: ConsolidationProblem,
  conflict: readonly ConsolidationRuleName[],
  solve: Solve,
): Relaxation[] {
  return NUMERIC_RULES.flatMap((rule) => {
    const from = numberOf(problem.rules, rule);
    return from !== undefined && conflict.includes(rule) ? [relaxed(problem, rule, from, solve)] : [];
  });
}

function relaxed(problem: ConsolidationProblem, rule: NumericRuleName, from: number, solve: Solve): Relaxation {
  const { loosest, sign, need } = EASING[rule];
  const plain = { ...problem, goal: { kind: 'lexicographic', objectives: ['command-posts'] } } as const;
  const ask = (number: number) => {
    const answer = solve(withNumber(plain, rule, number));
    return answer.status === 'infeasible' ? undefined : (answer.plan ?? 'unknown');
  };
  const nearer = (plan: ConsolidationPlan, number: number) => {
    const needed = need(problem, plan);
    return needed === undefined ? number : sign * Math.min(sign * number, sign * needed);
  };
  const end = loosest(problem);
  if (sign * end <= sign * from) return { rule, from, to: undefined, isNearest: true };
  const first = ask(end);
  if (first === undefined || first === 'unknown') return { rule, from, to: undefined, isNearest: first === undefined };
  let works = nearer(first, end);
  let fails = from;
  while (Math.abs(works - fails) > 1) {
    const middle = Math.floor((works + fails) / 2);
    const plan = ask(middle);
    if (plan === 'unknown') return { rule, from, to: works, isNearest: false };
    if (plan === undefined) fails = middle;
    else works = nearer(plan, middle);
  }
  return { rule, from, to: works, isNearest: true };
}

interface Easing {
  /** 1 where a larger number eases the rule, -1 where a smaller one does. */
  readonly sign: 1 | -1;
  /** The number at which the rule asks for nothing more. */
  readonly loosest: (problem: ConsolidationProblem) => number;
  /** The strictest number that a plan keeps; undefined where it is not to be told. */
  readonly need: (problem: ConsolidationProblem, plan: ConsolidationPlan) => number | undefined;
}

const sizes = (plan: ConsolidationPlan): number[] => groupsOf(plan).map(({ stations }) => stations.length);

const EASING: Readonly<Record<NumericRuleName, Easing>> = {
  'min-group-size': { sign: -1, loosest: () => 2, need: (_, plan) => least(sizes(plan)) },
  'max-group-size': { sign: 1, loosest: ({ stations }) => stations.length, need: (_, plan) => most(sizes(plan)) },
  'min-officers': {
    sign: -1,
    loosest: () => 0,
    need: (problem, plan) => least(groupsOf(plan).map((group) => groupFigures(problem, group).officers ?? 0)),
  },
  'auxiliaries-per-officer': { sign: -1, loosest: () => 0, need: () => undefined },
  'max-people': {
    sign: 1,
    loosest: ({ stations }) => stations.reduce((sum, { people }) => sum + people, 0),
    need: (problem, plan) => most(groupsOf(plan).map((group) => groupFigures(problem, group).people)),
  },
  budget: {
    sign: 1,
    loosest: ({ stations }) => stations.reduce((sum, { centreCostYuan }) => sum + (centreCostYuan ?? 0), 0),
    need: (problem, plan) =>
      centresCost(
        problem,
        groupsOf(plan).map(({ centre }) => centre),
      ),
  },
  'max-groups': {
    sign: 1,
    loosest: ({ stations }) => Math.floor(stations.length / 2),
    need: (_, plan) => groupsOf(plan).length,
  },
};

function least(figures: readonly number[]): number | undefined {
  return figures.length === 0 ? undefined : Math.min(...figures);
}

function most(figures: readonly number[]): number | undefined {
  return figures.length === 0 ? undefined : Math.max(...figures);
}
