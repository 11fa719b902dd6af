import type { Metres } from '../units.ts';
import { type Lattice, metresBetweenSites, type Site } from './lattice.ts';
import { BUDGET_METRES, neighbourPairs, numbered, type RoadLayer } from './main-roads.ts';
import { randomStream } from './random.ts';
import type { RoadPlan } from './road-plan.ts';
import type { Seats } from './seats.ts';
import { nearestFirst } from './village-sites.ts';

/** Administrative villages on township roads stand at least this far apart. */
const HUB_METRES = 1_650;
const MIN_NEW_METRES = 500;
/** A hamlet that a loop starts from looks for neighbours within this. */
const LOOP_METRES = 2_600;
/** Lines lose some length when they are smoothed. */
const OVERSHOOT = 1.08;
/** A loop road is worth while where it is mostly new. */
const LOOP_NEW_SHARE = 0.75;

/** Township roads: from every larger village to the nearest seat, then village to village until there are enough. */
export function layTownshipRoads(layer: RoadLayer, { seats }: Seats, administrative: readonly Site[]): void {
  const { lattice, plan, finder } = layer;
  const costs = layer.costsOf('Y');
  const ref = numbered('Y', 1);
  const hubs = keepApart(lattice, administrative, HUB_METRES);
  const seatSites = seats.map(({ site }) => site);
  const toSeats = hubs.map((hub): [Site, Site] => [hub, nearestFirst(lattice, seatSites, hub)[0] as Site]);
  toSeats.sort((a, b) => metresBetweenSites(lattice, ...a) - metresBetweenSites(lattice, ...b));
  for (const [from, to] of [...toSeats, ...neighbourPairs(lattice, hubs)]) {
    const path = finder.find(from, { site: to }, costs);
    if (!path) continue;
    const metres = plan.newMetres(path);
    if (metres > MIN_NEW_METRES && plan.metresOf('Y') + metres < BUDGET_METRES.Y) {
      plan.lay('Y', path, { ref: ref() });
    }
  }
}

/** Village roads: every connected settlement to the network the shortest way, then loops until there are enough. */
export function layVillageRoads(layer: RoadLayer, connected: readonly Site[]): void {
  const { lattice, plan, finder } = layer;
  const costs = layer.costsOf('C');
  const ref = numbered('C', 1);
  const isOnRoad = (site: Site): boolean => plan.hasRoad(site);
  for (const village of byDistanceToNetwork(lattice, plan, connected)) {
    const path = finder.find(village, { isGoal: isOnRoad }, costs);
    if (path && path.length > 1) plan.lay('C', path, { ref: ref() });
  }
  const random = randomStream(layer.seed, 'loops');
  for (const from of random.shuffled(connected)) {
    if (plan.metresOf('C') >= BUDGET_METRES.C * OVERSHOOT) return;
    const near = connected.filter((to) => to !== from && metresBetweenSites(lattice, from, to) < LOOP_METRES);
    if (near.length > 0) layLoop(layer, from, random.pick(nearestFirst(lattice, near, from).slice(0, 6)), ref);
  }
}

function layLoop({ lattice, plan, finder, costsOf }: RoadLayer, from: Site, to: Site, ref: () => string): void {
  const straight = metresBetweenSites(lattice, from, to);
  const path = finder.find(from, { site: to }, costsOf('C'), 4 * straight);
  if (!path) return;
  const metres = plan.newMetres(path);
  if (metres > LOOP_NEW_SHARE * straight && metres > 400) plan.lay('C', path, { ref: ref() });
}

/** The nearest to a road first, as roads are before any of them is connected. */
function byDistanceToNetwork(lattice: Lattice, plan: RoadPlan, sites: readonly Site[]): Site[] {
  const onRoad: Site[] = [];
  lattice.inside.forEach((_, site) => {
    if (plan.hasRoad(site)) onRoad.push(site);
  });
  const distance = (site: Site): Metres =>
    onRoad.reduce((least, road) => Math.min(least, metresBetweenSites(lattice, site, road)), Infinity);
  return sites
    .map((site) => ({ site, metres: distance(site) }))
    .sort((a, b) => a.metres - b.metres || a.site - b.site)
    .map(({ site }) => site);
}

export function keepApart(lattice: Lattice, sites: readonly Site[], metres: Metres): Site[] {
  const kept: Site[] = [];
  for (const site of sites) {
    if (kept.every((other) => metresBetweenSites(lattice, site, other) >= metres)) kept.push(site);
  }
  return kept;
}
