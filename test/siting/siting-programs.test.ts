import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MixedIntegerProgram } from '../../geodata/siting/mixed-integer-program.ts';
import { assignToCheapest, type SitingProblem, UNSERVED } from '../../geodata/siting/siting-problem.ts';
import { coverProgram, maximalCoverProgram, medianProgram } from '../../geodata/siting/siting-programs.ts';
import { solveCenter } from '../../geodata/siting/solve-center.ts';
import { loadSolver } from '../../server/optimise/load-solver.ts';
import { mulberry32 } from '../oracles/random.ts';
import { realData } from '../real-data.ts';

const ENDLESS = { secondsLeft: () => Infinity };
const solve = await loadSolver();

describe('location models on random costs', () => {
  it('have the optimum of all choices of sites, or none', () => {
    const random = mulberry32(11);
    let infeasible = 0;
    for (let round = 0; round < 60; round++) {
      const problem = randomProblem(random);
      const p = 1 + Math.floor(random() * 3);
      const radius = Math.floor(random() * 20);
      const choices = allChoices(problem.siteCount);
      const ofP = choices.filter((open) => open.length === p);
      const median = least(ofP.map((open) => total(problem, open)));
      if (median === Infinity) infeasible++;
      expect(optimum(medianProgram(problem, p))).toBe(median);
      const covering = choices.filter((open) => covered(problem, open, radius).every(Boolean));
      expect(optimum(coverProgram(problem, radius))).toBe(least(covering.map((open) => open.length)));
      const most = least(ofP.map((open) => -weightOf(problem, covered(problem, open, radius))));
      expect(optimum(maximalCoverProgram(problem, p, radius))).toBeCloseTo(most, 9);
      const center = least(choices.filter(({ length }) => length <= p).map((open) => farthest(problem, open)));
      expect(solveCenter(problem, p, solve, ENDLESS).bound).toBe(center);
    }
    expect(infeasible).toBeGreaterThan(3);
  });

  it('give up a p-center search with what is proved, once the time is over', () => {
    const problem = randomProblem(mulberry32(3));
    const answer = solveCenter(problem, 2, solve, { secondsLeft: () => 0 });
    expect(answer).toEqual({ status: 'limit', radius: undefined, bound: Math.min(...problem.cost), open: undefined });
  });
});

const distances = realData('siting/SF_network_distance_candidateStore_16_censusTract_205_new.csv');

/** Results of PySAL spopt on the same table, within 5,000 m and p = 4. */
describe.skipIf(!distances)('location models on San Francisco', () => {
  const problem = distances ? sanFrancisco(distances) : randomProblem(mulberry32(1));

  it('cover every tract within 5,000 m by 8 sites', () => {
    expect([problem.demandCount, problem.siteCount]).toEqual([205, 16]);
    expect(optimum(coverProgram(problem, 5000))).toBe(8);
  });

  it('cover 875,247 people by 4 sites', () => {
    expect(optimum(maximalCoverProgram(problem, 4, 5000))).toBe(-875_247);
  });

  it('serve everybody from 4 sites at 2,848,268,129.7145 person-metres', () => {
    // The published figure has four decimals; sums of 205 products differ in the last bits.
    expect(optimum(medianProgram(problem, 4))).toBeCloseTo(2_848_268_129.7145, 3);
  });

  it('have nobody farther than 7,403.06 m from one of 4 sites', () => {
    const { status, radius } = solveCenter(problem, 4, solve, ENDLESS);
    expect([status, radius?.toFixed(2)]).toEqual(['optimal', '7403.06']);
  });
});

function optimum(program: MixedIntegerProgram): number {
  const { status, objective, bound } = solve(program, ENDLESS);
  expect(status).not.toBe('limit');
  if (status === 'infeasible') return Infinity;
  // HiGHS proves within its tolerance of 1e-6, relative.
  expect(Math.abs(objective! - bound)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(objective!)));
  return objective!;
}

function randomProblem(random: () => number): SitingProblem {
  const [demandCount, siteCount] = [3 + Math.floor(random() * 5), 3 + Math.floor(random() * 3)];
  const cost = () => (random() < 0.3 ? Infinity : Math.floor(random() * 30));
  return {
    demandCount,
    siteCount,
    cost: Float64Array.from({ length: demandCount * siteCount }, cost),
    weight: Float64Array.from({ length: demandCount }, () => Math.floor(random() * 9)),
  };
}

function allChoices(siteCount: number): number[][] {
  return Array.from({ length: 2 ** siteCount }, (_, bits) =>
    Array.from({ length: siteCount }, (__, site) => site).filter((site) => (bits >> site) & 1),
  );
}

function costsOf(problem: SitingProblem, open: readonly number[]): number[] {
  return Array.from(assignToCheapest(problem, open), (site, demand) =>
    site === UNSERVED ? Infinity : problem.cost[demand * problem.siteCount + site]!,
  );
}

/** A demand of no weight needs a site as any other. */
function total(problem: SitingProblem, open: readonly number[]): number {
  const costs = costsOf(problem, open);
  if (costs.includes(Infinity)) return Infinity;
  return costs.reduce((sum, cost, demand) => sum + cost * problem.weight[demand]!, 0);
}

function covered(problem: SitingProblem, open: readonly number[], radius: number): boolean[] {
  return costsOf(problem, open).map((cost) => cost <= radius);
}

function weightOf({ weight }: SitingProblem, isCovered: readonly boolean[]): number {
  return isCovered.reduce((sum, one, demand) => sum + (one ? weight[demand]! : 0), 0);
}

function farthest(problem: SitingProblem, open: readonly number[]): number {
  return Math.max(...costsOf(problem, open));
}

function least(values: readonly number[]): number {
  return Math.min(Infinity, ...values);
}

function sanFrancisco(path: string): SitingProblem {
  const rows = readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1);
  const fields = rows.map((row) => row.replaceAll('"', '').split(','));
  const sites = [...new Set(fields.map(([, site]) => site))];
  const demands = [...new Set(fields.map(([, , demand]) => demand))];
  const cost = new Float64Array(sites.length * demands.length).fill(Infinity);
  const weight = new Float64Array(demands.length);
  for (const [metres, site, demand, people] of fields) {
    const row = demands.indexOf(demand);
    cost[row * sites.length + sites.indexOf(site)] = Number(metres);
    weight[row] = Number(people);
  }
  return { demandCount: demands.length, siteCount: sites.length, cost, weight };
}
