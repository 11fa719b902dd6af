import { describe, expect, it } from 'vitest';
import {
  COLUMNS,
  type Lattice,
  metresBetweenSites,
  SITE_COUNT,
  type Site,
  STEPS,
  squareMiddle,
  stepFrom,
} from '../../geodata/demo/lattice.ts';
import { PathFinder, type RoadCosts } from '../../geodata/demo/least-cost.ts';
import { mulberry32 } from '../oracles/random.ts';

const SIDE = 9;
const CORNER = 30 * COLUMNS + 40;

describe('the steps of the lattice', () => {
  it('lead back by the step counted from the other end', () => {
    STEPS.forEach((_, step) => {
      expect(stepFrom(stepFrom(CORNER, step), STEPS.length - 1 - step)).toBe(CORNER);
    });
  });
});

describe('the path finder', () => {
  it('finds paths as cheap as trying every step again and again does', () => {
    const random = mulberry32(3);
    for (let trial = 0; trial < 30; trial++) {
      const { lattice, sites } = patchOfLand(random);
      const used = new Set(sites.filter(() => random() < 0.3));
      const isUsed = (site: Site, step: number): boolean => used.has(site) && used.has(stepFrom(site, step));
      const dearness = new Map(sites.map((site) => [site, 1 + 4 * random()]));
      const costs: RoadCosts = {
        sharedStep: 0.5,
        newStep: (from, to, metres) => metres * ((dearness.get(from) ?? 1) + (dearness.get(to) ?? 1)),
      };
      const stepCost = (from: Site, step: number, to: Site): number => {
        const metres = metresBetweenSites(lattice, from, to);
        return isUsed(from, step) ? metres * costs.sharedStep : costs.newStep(from, to, metres);
      };
      const [start, end] = [sites[0] as Site, sites[sites.length - 1] as Site];
      const least = leastCosts(lattice, sites, start, stepCost).get(end);
      const finder = new PathFinder(lattice, isUsed);
      for (const goal of [{ site: end }, { isGoal: (site: Site) => site === end }]) {
        const path = finder.find(start, goal, costs);
        expect(path && pathCost(path, stepCost)).toEqual(least === undefined ? undefined : expect.closeTo(least, 6));
      }
    }
  });

  it('finds nothing beyond its limit or off the land', () => {
    const { lattice, sites } = patchOfLand(() => 0.9);
    const finder = new PathFinder(lattice, () => false);
    const costs: RoadCosts = { sharedStep: 1, newStep: (_, __, metres) => metres };
    const [start, end] = [sites[0] as Site, sites[sites.length - 1] as Site];
    expect(finder.find(start, { site: end }, costs, 500)).toBeUndefined();
    expect(finder.find(start, { site: end }, costs)).toBeDefined();
    expect(finder.find(start, { site: 0 }, costs)).toBeUndefined();
  });
});

/** A square of land with some holes; its first and last sites are land. */
function patchOfLand(random: () => number): { lattice: Lattice; sites: Site[] } {
  const inside = new Uint8Array(SITE_COUNT);
  const sites: Site[] = [];
  for (let at = 0; at < SIDE * SIDE; at++) {
    const site = CORNER + Math.floor(at / SIDE) * COLUMNS + (at % SIDE);
    if (random() < 0.25 && at > 0 && at < SIDE * SIDE - 1) continue;
    inside[site] = 1;
    sites.push(site);
  }
  const east = Float64Array.from({ length: SITE_COUNT }, (_, site) => squareMiddle(site)[0]);
  const north = Float64Array.from({ length: SITE_COUNT }, (_, site) => squareMiddle(site)[1]);
  const flat = new Float64Array(SITE_COUNT);
  const placeOf = (site: Site) => [east[site] as number, north[site] as number] as const;
  return { lattice: { east, north, elevation: flat, hilliness: flat, inside, placeOf }, sites };
}

type StepCost = (from: Site, step: number, to: Site) => number;

/** Bellman and Ford: relaxes every step until nothing changes. */
function leastCosts(lattice: Lattice, sites: readonly Site[], start: Site, stepCost: StepCost): Map<Site, number> {
  const costs = new Map([[start, 0]]);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const site of sites) {
      const cost = costs.get(site);
      if (cost === undefined) continue;
      STEPS.forEach((_, step) => {
        const next = stepFrom(site, step);
        const reached = cost + stepCost(site, step, next);
        if (!lattice.inside[next] || reached >= (costs.get(next) ?? Infinity)) return;
        costs.set(next, reached);
        isChanged = true;
      });
    }
  }
  return costs;
}

function pathCost(path: readonly Site[], stepCost: StepCost): number {
  return path.slice(1).reduce((sum, to, at) => {
    const from = path[at] as Site;
    const step = STEPS.findIndex((_, index) => stepFrom(from, index) === to);
    return sum + stepCost(from, step, to);
  }, 0);
}
