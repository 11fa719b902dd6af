import type { Metres } from '../units.ts';
import { type Lattice, metresBetweenSites, SITE_COUNT, type Site } from './lattice.ts';
import type { RoadCosts } from './least-cost.ts';
import type { RoadLayer } from './main-roads.ts';
import { metresToSegment } from './polyline.ts';
import { nearestFirst, type VillageSites } from './village-sites.ts';

/** A hill village and two hamlets whose road to the rest of the county is not open yet. */
export interface CutOff {
  readonly village: Site;
  readonly hamlets: readonly [Site, Site];
  /** Land around them that no other road may enter: 1 by site. */
  readonly reserved: Uint8Array;
}

const CLEARANCE_METRES: Metres = 430;
const REACH_METRES: Metres = 2_200;

/**
 * The village highest in the hills that has two hamlets nearby and no other settlement in between, so
 * that its land can be kept free of roads.
 * @throws Error where no village is like that
 */
export function chooseCutOff(lattice: Lattice, { administrative, natural }: VillageSites): CutOff {
  const highestFirst = [...administrative].sort((a, b) => lattice.hilliness[b]! - lattice.hilliness[a]! || a - b);
  for (const village of highestFirst) {
    const [first, second] = nearestFirst(lattice, natural, village);
    if (first === undefined || second === undefined) continue;
    if (metresBetweenSites(lattice, village, second) > REACH_METRES) continue;
    const reserved = new Uint8Array(SITE_COUNT);
    for (let site = 0; site < SITE_COUNT; site++) {
      const isNear = [first, second].some((hamlet) => metresToLine(lattice, site, village, hamlet) < CLEARANCE_METRES);
      if (isNear) reserved[site] = 1;
    }
    const others = [...administrative, ...natural].filter((site) => ![village, first, second].includes(site));
    if (others.every((site) => !reserved[site])) return { village, hamlets: [first, second], reserved };
  }
  throw new Error(`None of ${administrative.length} villages lies apart with two hamlets.`);
}

/** The costs of all other roads: they stay off the reserved land. */
export function keepOff({ reserved }: CutOff, costs: RoadCosts): RoadCosts {
  return {
    ...costs,
    newStep: (from, to, metres) => (reserved[from] || reserved[to] ? Infinity : costs.newStep(from, to, metres)),
  };
}

/**
 * Lays the roads between the three, which nothing joins, and the closed road to the county's network.
 * @param layer with costs that the reserved land is open to
 */
export function layCutOffRoads({ plan, finder, costsOf }: RoadLayer, { village, hamlets, reserved }: CutOff): void {
  const open = costsOf('C');
  const inside: RoadCosts = {
    ...open,
    newStep: (from, to, metres) => (reserved[to] ? open.newStep(from, to, metres) : Infinity),
  };
  hamlets.forEach((hamlet, index) => {
    const path = finder.find(hamlet, { site: village }, inside);
    if (path) plan.lay('C', path, { ref: `C9${index + 1}` });
  });
  const path = finder.find(village, { isGoal: (site) => plan.hasRoad(site) && !reserved[site] }, open);
  if (path) plan.lay('C', path, { ref: 'C99', underConstruction: true });
}

function metresToLine(lattice: Lattice, site: Site, from: Site, to: Site): Metres {
  return metresToSegment(lattice.placeOf(site), lattice.placeOf(from), lattice.placeOf(to));
}
