import { checkConsolidation } from './check-consolidation.ts';
import { objectiveValue } from './check-objectives.ts';
import type { Solve } from './conflict.ts';
import type { ConsolidationObjective, ConsolidationPlan, ConsolidationProblem } from './consolidation-problem.ts';

/** One plan of a front, with the exact values of both objectives. */
export interface FrontPoint {
  readonly values: readonly [first: number, second: number];
  readonly plan: ConsolidationPlan;
}

/** Plans none of which is beaten in both objectives, by ascending first value and descending second. */
export interface ParetoFront {
  readonly points: readonly FrontPoint[];
  /** Every value pair that no plan beats is there. False: the search ended early; each point that is there still holds. */
  readonly complete: boolean;
}

/**
 * The exact front over two objectives, all of which are whole, by the epsilon constraint (Haimes 1971): the least first
 * value and, at that, the least second; then the same with the second kept at least one lower, until nothing is left.
 * Each point costs one solution of two stages. The problem's own goal is not looked at; its rules and limits are.
 * An infeasible problem has an empty front, which is complete.
 * @throws Error where the solver's plan breaks a rule or a limit
 */
export function exactFront(
  problem: ConsolidationProblem,
  first: ConsolidationObjective,
  second: ConsolidationObjective,
  solve: Solve,
  onPoint: (point: FrontPoint) => void = () => {},
): ParetoFront {
  const points: FrontPoint[] = [];
  for (;;) {
    const last = points[points.length - 1];
    const below = last ? [{ objective: second, value: last.values[1] - 1 }] : [];
    const limited: ConsolidationProblem = {
      ...problem,
      goal: { kind: 'lexicographic', objectives: [first, second] },
      atMost: [...(problem.atMost ?? []), ...below],
    };
    const { status, plan } = solve(limited);
    if (status === 'infeasible') return { points, complete: true };
    if (status === 'limit' || !plan) return { points, complete: false };
    const [broken] = checkConsolidation(limited, plan);
    if (broken) throw new Error(`The solver's plan breaks ${broken.rule}: ${broken.figure} against ${broken.limit}.`);
    const point: FrontPoint = {
      values: [objectiveValue(problem, plan, first), objectiveValue(problem, plan, second)],
      plan,
    };
    points.push(point);
    onPoint(point);
  }
}
