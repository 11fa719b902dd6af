/**
 * Demands to be served by sites of which some are opened. Costs are any measure of distance or time, the
 * same for all; weights are people, calls, or 1.
 */
export interface SitingProblem {
  readonly demandCount: number;
  readonly siteCount: number;
  /** At least 0; Infinity where the site may not serve the demand. Row-major, a row a demand. */
  readonly cost: Float64Array;
  /** One a demand, at least 0. */
  readonly weight: Float64Array;
}

/** Marks in an assignment a demand that no open site serves. */
export const UNSERVED = -1;

/** The cheapest open site of each demand, the first of several, or `UNSERVED`. */
export function assignToCheapest(problem: SitingProblem, open: readonly number[]): Int32Array {
  const { demandCount, siteCount, cost } = problem;
  return Int32Array.from({ length: demandCount }, (_, demand) => {
    let best = UNSERVED;
    let least = Infinity;
    for (const site of open) {
      const candidate = cost[demand * siteCount + site]!;
      if (candidate >= least) continue;
      least = candidate;
      best = site;
    }
    return best;
  });
}
