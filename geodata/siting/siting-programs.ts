import type { MixedIntegerProgram } from './mixed-integer-program.ts';
import { ProgramRows } from './program-rows.ts';
import type { SitingProblem } from './siting-problem.ts';

/*
 * The classic location models as programs. Column s of each, for the first `siteCount` columns, is 1 where
 * site s is open; the others follow in the order said.
 */

/**
 * p-median (Hakimi 1964): p sites such that the sum of weight x cost of every demand's site is least. The other
 * columns are the allowed pairs, row by row: the share of the demand that the site serves.
 */
export function medianProgram(problem: SitingProblem, p: number): MixedIntegerProgram {
  const { demandCount, siteCount, cost, weight } = problem;
  const rows = openExactly(siteCount, p);
  const pairCost: number[] = [];
  for (let demand = 0; demand < demandCount; demand++) {
    const pairs: (readonly [column: number, value: number])[] = [];
    for (let site = 0; site < siteCount; site++) {
      const each = cost[demand * siteCount + site]!;
      if (each === Infinity) continue;
      const column = siteCount + pairCost.length;
      pairCost.push(each * weight[demand]!);
      pairs.push([column, 1]);
      rows.add(-Infinity, 0, [
        [column, 1],
        [site, -1],
      ]);
    }
    rows.add(1, 1, pairs);
  }
  return program(rows, siteCount, [...new Array<number>(siteCount).fill(0), ...pairCost]);
}

/** Set cover (Toregas 1971): the fewest sites such that every demand has one at a cost of at most `radius`. */
export function coverProgram(problem: SitingProblem, radius: number): MixedIntegerProgram {
  const { demandCount, siteCount } = problem;
  const rows = new ProgramRows();
  for (let demand = 0; demand < demandCount; demand++) {
    rows.add(
      1,
      Infinity,
      sitesWithin(problem, demand, radius).map((site) => [site, 1]),
    );
  }
  return program(rows, siteCount, new Array<number>(siteCount).fill(1));
}

/**
 * Maximal cover (Church and ReVelle 1974): p sites such that the weight of demands with one within `radius` is
 * greatest. The other columns are the demands: 1 where it is covered. The cost is the covered weight, negated.
 */
export function maximalCoverProgram(problem: SitingProblem, p: number, radius: number): MixedIntegerProgram {
  const { demandCount, siteCount, weight } = problem;
  const rows = openExactly(siteCount, p);
  for (let demand = 0; demand < demandCount; demand++) {
    rows.add(-Infinity, 0, [
      [siteCount + demand, 1],
      ...sitesWithin(problem, demand, radius).map((site) => [site, -1] as const),
    ]);
  }
  return program(rows, siteCount, [
    ...new Array<number>(siteCount).fill(0),
    ...Array.from(weight, (each) => (each === 0 ? 0 : -each)),
  ]);
}

function openExactly(siteCount: number, p: number): ProgramRows {
  const rows = new ProgramRows();
  rows.add(
    p,
    p,
    Array.from({ length: siteCount }, (_, site) => [site, 1]),
  );
  return rows;
}

function sitesWithin({ siteCount, cost }: SitingProblem, demand: number, radius: number): number[] {
  const sites: number[] = [];
  for (let site = 0; site < siteCount; site++) if (cost[demand * siteCount + site]! <= radius) sites.push(site);
  return sites;
}

/** All columns between 0 and 1; the sites whole, which makes the others whole too. */
function program(rows: ProgramRows, siteCount: number, cost: readonly number[]): MixedIntegerProgram {
  return {
    columnCount: cost.length,
    cost: Float64Array.from(cost),
    columnLower: new Float64Array(cost.length),
    columnUpper: new Float64Array(cost.length).fill(1),
    whole: Uint8Array.from(cost, (_, column) => (column < siteCount ? 1 : 0)),
    ...rows.columns(),
  };
}
