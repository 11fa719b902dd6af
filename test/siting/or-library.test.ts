import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assignToCheapest, type SitingProblem } from '../../geodata/siting/siting-problem.ts';
import { medianProgram } from '../../geodata/siting/siting-programs.ts';
import { loadSolver } from '../../server/optimise/load-solver.ts';
import { realData } from '../real-data.ts';

/** Beasley's published optima. */
const OPTIMA = [
  ['pmed1', 5819],
  ['pmed2', 4093],
  ['pmed3', 4250],
  ['pmed4', 3034],
  ['pmed5', 1355],
] as const;

const solve = await loadSolver();

describe.each(OPTIMA)('%s of the OR-Library', (name, optimum) => {
  const path = realData(`siting/${name}.txt`);

  it.skipIf(!path)(`has the proved optimum ${optimum}`, () => {
    const { problem, p } = readNetwork(path!);
    const { status, values, bound } = solve(medianProgram(problem, p), { secondsLeft: () => Infinity });
    const open = Array.from({ length: problem.siteCount }, (_, site) => site).filter((site) => values![site] === 1);
    const served = Array.from(
      assignToCheapest(problem, open),
      (site, node) => problem.cost[node * problem.siteCount + site]!,
    );
    expect([status, open.length, served.reduce((sum, cost) => sum + cost, 0)]).toEqual(['optimal', p, optimum]);
    // Costs are whole: no solution can lie between the optimum and a bound less than 1 below it.
    expect(bound).toBeGreaterThan(optimum - 1);
  });
});

/** Every node is a demand of weight 1 and a site; costs are shortest paths (Floyd and Warshall). The last of equal edges counts. */
function readNetwork(path: string): { problem: SitingProblem; p: number } {
  const [head, ...edges] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const [nodes, , p] = head as [number, number, number];
  const cost = new Float64Array(nodes * nodes).fill(Infinity);
  for (let node = 0; node < nodes; node++) cost[node * nodes + node] = 0;
  for (const [from, to, length] of edges as [number, number, number][]) {
    cost[(from - 1) * nodes + to - 1] = length;
    cost[(to - 1) * nodes + from - 1] = length;
  }
  for (let via = 0; via < nodes; via++) {
    for (let from = 0; from < nodes; from++) {
      const first = cost[from * nodes + via]!;
      for (let to = 0; to < nodes; to++) {
        const at = from * nodes + to;
        cost[at] = Math.min(cost[at]!, first + cost[via * nodes + to]!);
      }
    }
  }
  return { problem: { demandCount: nodes, siteCount: nodes, cost, weight: new Float64Array(nodes).fill(1) }, p };
}
