import FlatQueue from 'flatqueue';
import type { Metres } from '../units.ts';
import { type Lattice, metresBetweenSites, SITE_COUNT, type Site, STEPS, stepFrom } from './lattice.ts';

/** What a kind of road makes of the land. */
export interface RoadCosts {
  /** Cost of a step that no road uses yet, in metres of easy ground; `Infinity` where none may be built. */
  readonly newStep: (from: Site, to: Site, metres: Metres) => number;
  /** A step that a road already uses counts this share of its length: above 0, at most 1. */
  readonly sharedStep: number;
}

/** Whether a road uses a step from a site, by its index in `STEPS`. */
export type IsUsed = (site: Site, step: number) => boolean;

/** Where a path may end: one site, or the first site that is one of many. */
export type Goal = { readonly site: Site } | { readonly isGoal: (site: Site) => boolean };

/**
 * Finds cheapest paths over the sites of the county (Dijkstra; towards one site, A* by straight
 * distance). One object for all searches over a lattice: it undoes only what the last one touched.
 */
export class PathFinder {
  private readonly lattice: Lattice;
  private readonly isUsed: IsUsed;
  private readonly cost = new Float64Array(SITE_COUNT).fill(Infinity);
  private readonly stepInto = new Int8Array(SITE_COUNT);
  private readonly queue = new FlatQueue<Site>();
  private touched: Site[] = [];

  constructor(lattice: Lattice, isUsed: IsUsed) {
    this.lattice = lattice;
    this.isUsed = isUsed;
  }

  /** Sites from start to goal; undefined where no path leads there, or none cheaper than `limit`. */
  find(start: Site, goal: Goal, costs: RoadCosts, limit = Infinity): Site[] | undefined {
    const { cost, queue } = this;
    for (const site of this.touched) cost[site] = Infinity;
    this.touched = [start];
    queue.clear();
    cost[start] = 0;
    queue.push(start, 0);
    const settled = new Set<Site>();
    for (let site = queue.pop(); site !== undefined; site = queue.pop()) {
      if (settled.has(site)) continue;
      settled.add(site);
      if ('site' in goal ? site === goal.site : goal.isGoal(site)) return this.pathTo(start, site);
      if (cost[site]! > limit) return undefined;
      this.relax(site, goal, costs);
    }
    return undefined;
  }

  private relax(site: Site, goal: Goal, costs: RoadCosts): void {
    const { lattice, cost, queue } = this;
    for (let step = 0; step < STEPS.length; step++) {
      const next = stepFrom(site, step);
      if (next < 0 || !lattice.inside[next]) continue;
      const metres = metresBetweenSites(lattice, site, next);
      const stepCost = this.isUsed(site, step) ? metres * costs.sharedStep : costs.newStep(site, next, metres);
      const reached = cost[site]! + stepCost;
      if (!(reached < cost[next]!)) continue;
      if (cost[next] === Infinity) this.touched.push(next);
      cost[next] = reached;
      this.stepInto[next] = step;
      const ahead = 'site' in goal ? metresBetweenSites(lattice, next, goal.site) * costs.sharedStep : 0;
      queue.push(next, reached + ahead);
    }
  }

  private pathTo(start: Site, end: Site): Site[] {
    const path = [end];
    for (let site = end; site !== start; ) {
      site = stepFrom(site, STEPS.length - 1 - this.stepInto[site]!);
      path.push(site);
    }
    return path.reverse();
  }
}
