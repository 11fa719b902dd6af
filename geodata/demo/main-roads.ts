import type { Metres } from '../units.ts';
import { FRAME_NORTH } from './frame.ts';
import { COLUMNS, columnOf, type Lattice, metresBetweenSites, rowOf, type Site, SPACING_METRES } from './lattice.ts';
import type { PathFinder, RoadCosts } from './least-cost.ts';
import { randomStream } from './random.ts';
import type { RoadKind, RoadPlan } from './road-plan.ts';
import { EAST_EXIT, type Seat, type Seats, WEST_EXIT } from './seats.ts';
import { nearestFirst } from './village-sites.ts';

/** What every road layer works with. */
export interface RoadLayer {
  readonly seed: number;
  readonly lattice: Lattice;
  readonly plan: RoadPlan;
  readonly finder: PathFinder;
  readonly costsOf: (kind: RoadKind) => RoadCosts;
}

/** Kilometres by class of DOMAIN.md section 7, county A; the layers stop where they are reached. */
export const BUDGET_METRES = { X: 200_000, Y: 355_000, C: 765_000 } as const;

/** A road that is mostly another road's is not worth a number of its own. */
const MIN_NEW_METRES = 1_500;
/** Lines lose some length when they are smoothed. */
const OVERSHOOT = 1.1;

/** Streets of the county town are straight for this many squares from its centre. */
const GATE_SQUARES = 6;

type Refs = [string, string, string];

/** Lays one national and three provincial roads through the county, by way of the town's four gates where they lead there. */
export function layTrunkRoads(layer: RoadLayer, { centre, seats }: Seats): void {
  const { lattice } = layer;
  const random = randomStream(layer.seed, 'trunk-roads');
  const gate = (columns: number, rows: number): Site => centre + columns + rows * COLUMNS;
  const north = edgeSite(lattice, columnOf(centre) + random.below(20) - 4, 'north');
  const south = edgeSite(lattice, columnOf(centre) - random.below(24), 'south');
  const west = edgeSite(lattice, rowOf(centre) - 6 + random.below(14), 'west');
  const east = edgeSite(lattice, rowOf(centre) - 14 + random.below(14), 'east');
  const nationalRef = `G${400 + random.below(120)}`;
  const [firstRef, secondRef, thirdRef] = [210, 310, 250].map((first) => `S${first + random.below(40)}`) as Refs;
  layThrough(layer, 'G', [north, gate(0, GATE_SQUARES), centre, gate(0, -GATE_SQUARES), south], nationalRef);
  layThrough(layer, 'S', [west, gate(-GATE_SQUARES, 0), centre, gate(GATE_SQUARES, 0), east], firstRef);
  const [westExit, eastExit] = [WEST_EXIT, EAST_EXIT].map((index) => (seats[index] as Seat).site) as [Site, Site];
  const hills = edgeSite(lattice, Math.round(COLUMNS * 0.72), 'north');
  const farSouth = edgeSite(lattice, Math.round(COLUMNS * random.between(0.66, 0.78)), 'south');
  layThrough(layer, 'S', [hills, eastExit, farSouth], secondRef);
  const farNorth = edgeSite(lattice, columnOf(westExit) + 4 + random.below(12), 'north');
  layThrough(layer, 'S', [farNorth, westExit, gate(-GATE_SQUARES, 0)], thirdRef);
}

/**
 * County roads: every seat to the network; then between neighbouring seats and market villages, and
 * out of the county, until there are enough.
 * @param markets sites of larger villages
 */
export function layCountyRoads(layer: RoadLayer, { centre, seats }: Seats, markets: readonly Site[]): void {
  const { lattice, plan, finder } = layer;
  const random = randomStream(layer.seed, 'county-roads');
  const costs = layer.costsOf('X');
  const ref = numbered('X', 1);
  for (const { site } of seats) {
    const path = finder.find(site, { isGoal: (other) => plan.hasRoad(other) }, costs);
    if (path && path.length > 1) plan.lay('X', path, { ref: ref() });
  }
  const seatSites = [centre, ...seats.map(({ site }) => site)];
  const exits = random.shuffled(seats).map(({ site }): [Site, Site] => [site, nearestEdge(layer, site)]);
  const pairs = [
    ...neighbourPairs(lattice, seatSites),
    ...exits.slice(0, exits.length / 2),
    ...neighbourPairs(lattice, [...seatSites, ...markets]),
    ...exits.slice(exits.length / 2),
    ...nextNeighbours(lattice, markets),
  ];
  for (const [from, to] of pairs) {
    const path = finder.find(from, { site: to }, costs);
    if (!path) continue;
    const metres = plan.newMetres(path);
    if (metres > MIN_NEW_METRES && plan.metresOf('X') + metres < BUDGET_METRES.X * OVERSHOOT) {
      plan.lay('X', path, { ref: ref() });
    }
  }
}

/** Each site with its third to fifth nearest: pairs that the nearest ones do not serve yet. */
function nextNeighbours(lattice: Lattice, sites: readonly Site[]): [Site, Site][] {
  return [3, 4, 5].flatMap((rank) =>
    sites.map((site): [Site, Site] => [site, nearestFirst(lattice, sites, site)[rank] ?? site]),
  );
}

/** `X001`, `X002` ... */
export function numbered(kind: RoadKind, first: number): () => string {
  let number = first;
  return () => `${kind}${String(number++).padStart(3, '0')}`;
}

/** Pairs with no third site nearer to both (the relative neighbourhood graph, Toussaint 1980), the nearest pair first. */
export function neighbourPairs(lattice: Lattice, sites: readonly Site[]): [Site, Site][] {
  const pairs: { readonly pair: [Site, Site]; readonly metres: Metres }[] = [];
  sites.forEach((a, index) => {
    for (const b of sites.slice(index + 1)) {
      const metres = metresBetweenSites(lattice, a, b);
      const isNearerToBoth = (site: Site): boolean =>
        metresBetweenSites(lattice, a, site) < metres && metresBetweenSites(lattice, b, site) < metres;
      if (!sites.some(isNearerToBoth)) pairs.push({ pair: [a, b], metres });
    }
  });
  return pairs.sort((a, b) => a.metres - b.metres).map(({ pair }) => pair);
}

function layThrough({ plan, finder, costsOf }: RoadLayer, kind: RoadKind, via: readonly Site[], ref: string): void {
  const path: Site[] = [];
  for (let at = 1; at < via.length; at++) {
    const leg = finder.find(via[at - 1] as Site, { site: via[at] as Site }, costsOf(kind)) ?? [];
    path.push(...(path.length === 0 ? leg : leg.slice(1)));
  }
  plan.lay(kind, path, { ref });
}

/** The county's last site on the way to a side of the frame, along a column or row. */
function edgeSite(lattice: Lattice, line: number, side: 'north' | 'south' | 'west' | 'east'): Site {
  const isColumn = side === 'north' || side === 'south';
  const sites: Site[] = [];
  const length = isColumn ? FRAME_NORTH / SPACING_METRES : COLUMNS;
  for (let at = 0; at < length; at++) {
    const site = isColumn ? at * COLUMNS + line : line * COLUMNS + at;
    if (lattice.inside[site]) sites.push(site);
  }
  const found = side === 'north' || side === 'east' ? sites[sites.length - 1] : sites[0];
  if (found === undefined) throw new Error(`No land of the county in line ${line} towards the ${side}.`);
  return found;
}

/** The edge of the county straight east, west, north or south of a site, whichever is nearest. */
function nearestEdge({ lattice }: RoadLayer, site: Site): Site {
  const edges = [
    edgeSite(lattice, columnOf(site), 'north'),
    edgeSite(lattice, columnOf(site), 'south'),
    edgeSite(lattice, rowOf(site), 'west'),
    edgeSite(lattice, rowOf(site), 'east'),
  ];
  return edges.reduce((best, edge) =>
    metresBetweenSites(lattice, edge, site) < metresBetweenSites(lattice, best, site) ? edge : best,
  );
}
