import type { ContourGrid } from './contour-grid.ts';

const LEAST_FRACTION = 0.02;
const FRACTION_BESIDE_INFINITY = 0.5;

const SOUTH = 0;
const EAST = 1;
const NORTH = 2;
const WEST = 3;
type Side = 0 | 1 | 2 | 3;

/** Corners of a cell as bits. */
const SOUTH_WEST_INSIDE = 1;
const SOUTH_EAST_INSIDE = 2;
const NORTH_EAST_INSIDE = 4;
const NORTH_WEST_INSIDE = 8;

/** Which corners of a saddle are inside: south-west with north-east, or south-east with north-west. */
const RISING_SADDLE = SOUTH_WEST_INSIDE | NORTH_EAST_INSIDE;
const FALLING_SADDLE = SOUTH_EAST_INSIDE | NORTH_WEST_INSIDE;

/**
 * The side by which a ring leaves a cell, by the cell's corners: the one way through with the ground on its left.
 * Nothing passes where all corners agree (0, 15), and a saddle (5, 10) has two ways: `saddleExit`.
 */
const EXIT_SIDE: readonly (Side | undefined)[] = [
  undefined,
  WEST,
  SOUTH,
  WEST,
  EAST,
  undefined,
  SOUTH,
  WEST,
  NORTH,
  NORTH,
  undefined,
  NORTH,
  EAST,
  EAST,
  SOUTH,
  undefined,
];

/**
 * Follows one ring from a horizontal grid edge that it crosses, with the ground on its left, and writes `ring`
 * to every edge of `ringOfEdge` on the way. Returns whole microdegrees, `lon0, lat0, lon1, lat1, ...`, not
 * closed. Outer rings come out counterclockwise and holes clockwise.
 */
export function traceRing(
  grid: ContourGrid,
  threshold: number,
  startEdge: number,
  ringOfEdge: Int32Array,
  ring: number,
): number[] {
  const { width, values } = grid;
  const lonLats: number[] = [];
  const northward = values[startEdge >> 1]! <= threshold;
  let entry: Side = northward ? SOUTH : NORTH;
  let cell = northward ? startEdge >> 1 : (startEdge >> 1) - width;
  let edge = startEdge;
  do {
    ringOfEdge[edge] = ring;
    pushCrossing(grid, threshold, edge, lonLats);
    const exit = exitSide(values, width, cell, entry, threshold);
    edge = edgeOfSide(cell, exit, width);
    cell = cellAcross(cell, exit, width);
    entry = opposite(exit);
  } while (edge !== startEdge);
  return lonLats;
}

/** A cell goes by the node at its south-west. */
function exitSide(values: Float32Array, width: number, cell: number, entry: Side, threshold: number): Side {
  const southWest = values[cell] as number;
  const southEast = values[cell + 1] as number;
  const northEast = values[cell + width + 1] as number;
  const northWest = values[cell + width] as number;
  const corners =
    (southWest <= threshold ? SOUTH_WEST_INSIDE : 0) |
    (southEast <= threshold ? SOUTH_EAST_INSIDE : 0) |
    (northEast <= threshold ? NORTH_EAST_INSIDE : 0) |
    (northWest <= threshold ? NORTH_WEST_INSIDE : 0);
  const exit = EXIT_SIDE[corners];
  if (exit !== undefined) return exit;
  if (corners !== RISING_SADDLE && corners !== FALLING_SADDLE)
    throw new Error(`No contour passes through cell ${cell}.`);
  const joined = (southWest + southEast + northEast + northWest) / 4 <= threshold;
  return saddleExit(entry, (corners === RISING_SADDLE) === joined);
}

/** Either the ways round the south-east and north-west corners, or those round the south-west and north-east. */
function saddleExit(entry: Side, roundSouthEastAndNorthWest: boolean): Side {
  if (roundSouthEastAndNorthWest) return (entry ^ 1) as Side;
  return (3 - entry) as Side;
}

function edgeOfSide(cell: number, side: Side, width: number): number {
  if (side === SOUTH) return 2 * cell;
  if (side === NORTH) return 2 * (cell + width);
  return side === WEST ? 2 * cell + 1 : 2 * (cell + 1) + 1;
}

function cellAcross(cell: number, side: Side, width: number): number {
  if (side === SOUTH) return cell - width;
  if (side === NORTH) return cell + width;
  return side === WEST ? cell - 1 : cell + 1;
}

function opposite(side: Side): Side {
  return (side ^ 2) as Side;
}

function pushCrossing(grid: ContourGrid, threshold: number, edge: number, lonLats: number[]): void {
  const { width, values, lonOfColumn, latOfRow } = grid;
  const node = edge >> 1;
  const column = node % width;
  const row = (node - column) / width;
  const lon = lonOfColumn[column] as number;
  const lat = latOfRow[row] as number;
  if (edge & 1) {
    const fraction = crossingFraction(values[node] as number, values[node + width] as number, threshold);
    lonLats.push(lon, Math.round(lat + fraction * ((latOfRow[row + 1] as number) - lat)));
  } else {
    const fraction = crossingFraction(values[node] as number, values[node + 1] as number, threshold);
    lonLats.push(Math.round(lon + fraction * ((lonOfColumn[column + 1] as number) - lon)), lat);
  }
}

function crossingFraction(from: number, to: number, threshold: number): number {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return FRACTION_BESIDE_INFINITY;
  return Math.min(1 - LEAST_FRACTION, Math.max(LEAST_FRACTION, (threshold - from) / (to - from)));
}
