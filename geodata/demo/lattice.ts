import type { Metres } from '../units.ts';
import { type EastNorth, FRAME_EAST, FRAME_NORTH, held, metresBetween } from './frame.ts';
import { randomStream } from './random.ts';
import type { Terrain } from './terrain.ts';

/** Side of a square of land. */
export const SPACING_METRES = 250;
export const COLUMNS = FRAME_EAST / SPACING_METRES;
export const ROWS = FRAME_NORTH / SPACING_METRES;
export const SITE_COUNT = COLUMNS * ROWS;

/** How far a site may stand from the middle of its square, each way. */
const SHAKE_METRES = 60;
/** Around the county town sites stand in the middle of their squares. */
const LEVEL_METRES = 1_600;

/** Steps from a site to the sixteen around it, as columns and rows. Step `i` leads back along step `15 - i`. */
export const STEPS: readonly (readonly [columns: number, rows: number])[] = [
  [-1, -2],
  [1, -2],
  [-2, -1],
  [-1, -1],
  [0, -1],
  [1, -1],
  [2, -1],
  [-1, 0],
  [1, 0],
  [-2, 1],
  [-1, 1],
  [0, 1],
  [1, 1],
  [2, 1],
  [-1, 2],
  [1, 2],
];

/** A site is a numbered square of the county's land, row by row from the south-west, and one place within it. */
export type Site = number;

/** The land as sites that roads run between and villages stand at. Columns by site. */
export interface Lattice {
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly elevation: Float64Array;
  readonly hilliness: Float64Array;
  /** 1 inside the county. */
  readonly inside: Uint8Array;
  readonly placeOf: (site: Site) => EastNorth;
}

/**
 * Sites shaken off the middle of their squares, so that no road betrays the grid; except around the
 * county town, whose streets are laid out by the string.
 */
export function layLattice(seed: number, terrain: Terrain, inside: Uint8Array, townCentre: Site): Lattice {
  const random = randomStream(seed, 'lattice');
  const east = new Float64Array(SITE_COUNT);
  const north = new Float64Array(SITE_COUNT);
  const elevation = new Float64Array(SITE_COUNT);
  const hilliness = new Float64Array(SITE_COUNT);
  for (let site = 0; site < SITE_COUNT; site++) {
    const middle = squareMiddle(site);
    const shake = SHAKE_METRES * held((metresBetween(middle, squareMiddle(townCentre)) - LEVEL_METRES) / LEVEL_METRES);
    east[site] = middle[0] + random.between(-shake, shake);
    north[site] = middle[1] + random.between(-shake, shake);
    const place: EastNorth = [east[site]!, north[site]!];
    elevation[site] = terrain.elevationAt(place);
    hilliness[site] = terrain.hillinessAt(place);
  }
  return { east, north, elevation, hilliness, inside, placeOf: (site) => [east[site]!, north[site]!] };
}

export function squareMiddle(site: Site): EastNorth {
  return [(columnOf(site) + 0.5) * SPACING_METRES, (rowOf(site) + 0.5) * SPACING_METRES];
}

/** The site whose square holds a place of the frame. */
export function siteAt([east, north]: EastNorth): Site {
  const column = Math.min(COLUMNS - 1, Math.max(0, Math.floor(east / SPACING_METRES)));
  const row = Math.min(ROWS - 1, Math.max(0, Math.floor(north / SPACING_METRES)));
  return row * COLUMNS + column;
}

export function columnOf(site: Site): number {
  return site % COLUMNS;
}

export function rowOf(site: Site): number {
  return Math.floor(site / COLUMNS);
}

/** The site one step away, or -1 off the frame. */
export function stepFrom(site: Site, step: number): Site {
  const [columns, rows] = STEPS[step] as readonly [number, number];
  const column = columnOf(site) + columns;
  const row = rowOf(site) + rows;
  return column < 0 || column >= COLUMNS || row < 0 || row >= ROWS ? -1 : row * COLUMNS + column;
}

/** Straight distance between two sites. */
export function metresBetweenSites({ east, north }: Lattice, a: Site, b: Site): Metres {
  const eastMetres = east[b]! - east[a]!;
  const northMetres = north[b]! - north[a]!;
  return Math.sqrt(eastMetres * eastMetres + northMetres * northMetres);
}
