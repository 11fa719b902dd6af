import { type Random, randomStream } from './random.ts';
import type { PlacedSettlement } from './settlements.ts';

/** People of a settlement, as counts. */
export interface Headcount {
  readonly households: number;
  readonly population: number;
}

/** DOMAIN.md section 7, county A: 410 k people, 2.77 to a household. */
const COUNTY_HOUSEHOLDS = 148_000;
const PER_HOUSEHOLD = { least: 2.5, most: 3.04 };
/** Households of the smallest hamlet, far below where figures may be shown. */
export const TINY_HOUSEHOLDS = 8;
const LEAST_HOUSEHOLDS = 12;

/** One headcount a settlement: many small villages and few large ones, which add up to the county's. */
export function countHouseholds(
  seed: number,
  settlements: readonly PlacedSettlement[],
  isTiny: (settlement: PlacedSettlement) => boolean,
): Headcount[] {
  const random = randomStream(seed, 'households');
  const sizes = settlements.map((settlement) => sizeOf(random, settlement));
  const isTown = settlements.map(({ rank }) => rank === 'community');
  const sum = (ofTown: boolean): number =>
    sizes.reduce((total, size, index) => total + (isTown[index] === ofTown ? size : 0), 0);
  const scale = (COUNTY_HOUSEHOLDS - sum(true)) / sum(false);
  return settlements.map((settlement, index) => {
    const size = (sizes[index] as number) * (isTown[index] ? 1 : scale);
    const households = isTiny(settlement) ? TINY_HOUSEHOLDS : Math.max(LEAST_HOUSEHOLDS, Math.round(size));
    const perHousehold = random.between(PER_HOUSEHOLD.least, PER_HOUSEHOLD.most);
    return { households, population: Math.round(households * perHousehold) };
  });
}

/** Households before villages are scaled to the county's sum. */
function sizeOf(random: Random, { rank, isSeat, hilliness }: PlacedSettlement): number {
  const share = random.next();
  const skewed = share * share * share;
  if (rank === 'community') return isSeat ? random.between(500, 1_100) : random.between(650, 1_600);
  const middle = rank === 'village' ? 80 + 330 * skewed : 30 + 200 * skewed;
  return middle * (1 - 0.45 * hilliness);
}
