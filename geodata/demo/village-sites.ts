import type { Metres } from '../units.ts';
import {
  COLUMNS,
  columnOf,
  type Lattice,
  metresBetweenSites,
  ROWS,
  rowOf,
  SITE_COUNT,
  type Site,
  SPACING_METRES,
} from './lattice.ts';
import { BEYOND } from './outline.ts';
import { type Random, randomStream } from './random.ts';

/** Land that people have settled. A site holds at most one settlement. */
export interface VillageSites {
  /** Of 行政村: where the village committee sits. */
  readonly administrative: readonly Site[];
  /** Of the other 自然村. */
  readonly natural: readonly Site[];
}

export interface VillageLand {
  readonly lattice: Lattice;
  /** Index of the township of each site. */
  readonly townships: Int16Array;
  /** Whether the ground is taken: by water, the motorway or the town. */
  readonly isTaken: (site: Site) => boolean;
}

/** Between the seats of two administrative villages, and between any two settlements, before the land gets scarce. */
const FIRST_APART = { administrative: 1_900, natural: 1_100 };
const SHRINK = 0.95;

/** Spreads villages as evenly as they go, thinner in the hills, none within a square of a township's border. */
export function chooseVillageSites(
  seed: number,
  land: VillageLand,
  counts: { readonly administrative: number; readonly natural: number },
): VillageSites {
  const random = randomStream(seed, 'village-sites');
  const open = Array.from({ length: SITE_COUNT }, (_, site) => site).filter(
    (site) => isWithinTownship(land.townships, site) && !land.isTaken(site),
  );
  const likely = open.filter((site) => random.chance(1 - 0.72 * land.lattice.hilliness[site]!));
  const administrative = spread(random, likely, [], {
    count: counts.administrative,
    apart: FIRST_APART.administrative,
  });
  const natural = spread(random, likely, administrative, { count: counts.natural, apart: FIRST_APART.natural });
  return { administrative, natural };
}

/** Takes sites at random that keep apart from those taken, and lets them draw nearer until there are enough. */
function spread(
  random: Random,
  open: readonly Site[],
  settled: readonly Site[],
  { count, apart }: { readonly count: number; readonly apart: Metres },
): Site[] {
  const order = random.shuffled(open);
  const taken: Site[] = [];
  for (let metres = apart; taken.length < count; metres *= SHRINK) {
    if (metres < SPACING_METRES) throw new Error(`Room for ${taken.length} settlements when expected ${count}.`);
    const blocked = new Uint8Array(SITE_COUNT);
    for (const site of [...settled, ...taken]) blockAround(blocked, site, metres);
    for (const site of order) {
      if (blocked[site] || taken.length === count) continue;
      taken.push(site);
      blockAround(blocked, site, metres);
    }
  }
  return taken;
}

function blockAround(blocked: Uint8Array, site: Site, metres: Metres): void {
  const reach = metres / SPACING_METRES;
  const rows = Math.floor(reach);
  for (let up = -rows; up <= rows; up++) {
    const row = rowOf(site) + up;
    if (row < 0 || row >= ROWS) continue;
    const half = Math.floor(Math.sqrt(reach * reach - up * up));
    const first = Math.max(0, columnOf(site) - half);
    const last = Math.min(COLUMNS - 1, columnOf(site) + half);
    blocked.fill(1, row * COLUMNS + first, row * COLUMNS + last + 1);
  }
}

/** Whether all squares around a site are of its township. */
function isWithinTownship(townships: Int16Array, site: Site): boolean {
  const label = townships[site]!;
  if (label === BEYOND) return false;
  for (const across of [-1, 0, 1]) {
    for (const along of [-COLUMNS, 0, COLUMNS]) if (townships[site + across + along] !== label) return false;
  }
  return true;
}

/** The sites in the order of their straight distance from one, the nearest first. */
export function nearestFirst(lattice: Lattice, sites: readonly Site[], from: Site): Site[] {
  return sites
    .map((site) => ({ site, metres: metresBetweenSites(lattice, from, site) }))
    .sort((a, b) => a.metres - b.metres || a.site - b.site)
    .map(({ site }) => site);
}
