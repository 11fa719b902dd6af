import type { Metres } from '../units.ts';
import { FRAME_EAST, FRAME_NORTH } from './frame.ts';
import { COLUMNS, columnOf, ROWS, rowOf, SITE_COUNT, type Site, SPACING_METRES, squareMiddle } from './lattice.ts';
import { noiseField } from './noise.ts';
import { keepLargestParts } from './parts.ts';

/** DOMAIN.md section 7, county A. */
const COUNTY_SQUARE_METRES = 798e6;

/** Label of the land beyond the county. */
export const BEYOND = -1;

/** How far the edge strays: 1 is the whole way from the middle to the frame. */
const RAGGEDNESS = 0.5;
/** The county fills the frame's width rather than its height. */
const FLATNESS = 1.3;

/** Which sites are the county's: one piece of land without holes, of `COUNTY_SQUARE_METRES` to a square. */
export function drawOutline(seed: number): Uint8Array {
  const coast = noiseField(seed, 'outline', 8_000, 4);
  const remoteness = new Float64Array(SITE_COUNT);
  for (let site = 0; site < SITE_COUNT; site++) remoteness[site] = remotenessOf(site, coast);
  const nearestFirst = Array.from(remoteness.keys()).sort((a, b) => remoteness[a]! - remoteness[b]!);
  const labels = new Int16Array(SITE_COUNT).fill(BEYOND);
  for (const site of nearestFirst.slice(0, Math.round(COUNTY_SQUARE_METRES / (SPACING_METRES * SPACING_METRES))))
    labels[site] = 0;
  keepLargestParts(labels);
  return Uint8Array.from(labels, (label) => (label === BEYOND ? 0 : 1));
}

/** From the frame's middle, between a circle's and a square's measure, with a ragged edge. Never at the frame itself. */
function remotenessOf(site: Site, coast: (east: Metres, north: Metres) => number): number {
  const atFrame = Math.min(columnOf(site), rowOf(site), COLUMNS - 1 - columnOf(site), ROWS - 1 - rowOf(site)) < 2;
  if (atFrame) return Infinity;
  const [east, north] = squareMiddle(site);
  const across = (2 * east) / FRAME_EAST - 1;
  const along = FLATNESS * ((2 * north) / FRAME_NORTH - 1);
  const round = across * across + along * along;
  const square = Math.max(across * across, along * along);
  return 0.6 * round + 0.4 * square + RAGGEDNESS * coast(east, north);
}
