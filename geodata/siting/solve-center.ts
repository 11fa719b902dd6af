import type { SearchBudget, SolveProgram } from './mixed-integer-program.ts';
import type { SitingProblem } from './siting-problem.ts';
import { coverProgram } from './siting-programs.ts';

/** How a p-center search ended. `bound`: no p sites have a smaller radius; Infinity where none serve every demand. */
export interface CenterAnswer {
  readonly status: 'optimal' | 'infeasible' | 'limit';
  /** The largest cost of a demand's site, weights aside. */
  readonly radius: number | undefined;
  readonly bound: number;
  /** At most p sites, ascending. */
  readonly open: readonly number[] | undefined;
}

/**
 * p-center: at most p sites such that the farthest demand is nearest. Its radius is one of the costs; the smallest
 * that p sites cover is found by halving the list of costs (Minieka 1970).
 */
export function solveCenter(
  problem: SitingProblem,
  p: number,
  solve: SolveProgram,
  budget: SearchBudget,
): CenterAnswer {
  const radii = [...new Set(problem.cost)].filter((cost) => cost !== Infinity).sort((a, b) => a - b);
  let refused = -1;
  let taken = radii.length;
  let open: readonly number[] | undefined;
  while (taken - refused > 1) {
    const middle = (refused + taken) >> 1;
    const { status, values, objective, bound } = solve(coverProgram(problem, radii[middle]!), budget);
    if (values && objective! <= p) {
      taken = middle;
      open = Array.from({ length: problem.siteCount }, (_, site) => site).filter((site) => values[site] === 1);
    } else if (status === 'infeasible' || bound > p) refused = middle;
    else if (status === 'limit') return { status, radius: radii[taken], bound: radii[refused + 1]!, open };
    else refused = middle;
    budget.onProgress?.(radii[taken], radii[refused + 1] ?? Infinity);
  }
  if (!open) return { status: 'infeasible', radius: undefined, bound: Infinity, open };
  return { status: 'optimal', radius: radii[taken], bound: radii[taken]!, open };
}
