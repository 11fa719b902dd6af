import { cellNeighbours } from '../../hexgrid/cells.ts';

/** In `CellLattice.neighbour`: beyond that edge there is no ground. */
export const NO_CELL = 0xffffffff;

/** Cells have six neighbours at most. */
const EDGES = 6;

/** The ground as a lattice: which cell stands beside which, by position in `cells`. */
export interface CellLattice {
  /** H3 ids, of one resolution, each once. */
  readonly cells: readonly string[];
  /** Six entries a cell, row-major: cell indexes in the order of their ids, then `NO_CELL`. */
  readonly neighbour: Uint32Array;
}

/** A part of the ground that hangs together through edges and has one owner. */
export interface GroundPart {
  readonly owner: number;
  /** Cell indexes, ascending. */
  readonly cells: readonly number[];
}

/** @throws Error where a cell is named twice */
export function cellLattice(cells: readonly string[]): CellLattice {
  const indexOfId = new Map(cells.map((cell, index) => [cell, index]));
  if (indexOfId.size !== cells.length)
    throw new Error(`${cells.length} cells are only ${indexOfId.size} different ones.`);
  const neighbour = new Uint32Array(cells.length * EDGES).fill(NO_CELL);
  cells.forEach((cell, index) => {
    let at = index * EDGES;
    for (const other of cellNeighbours(cell)) {
      const otherIndex = indexOfId.get(other);
      if (otherIndex !== undefined) neighbour[at++] = otherIndex;
    }
  });
  return { cells, neighbour };
}

/** The neighbours of a cell, without those beyond the ground: a view. */
export function neighboursOfCell({ neighbour }: CellLattice, cell: number): Uint32Array {
  const first = cell * EDGES;
  let end = first;
  while (end < first + EDGES && neighbour[end] !== NO_CELL) end++;
  return neighbour.subarray(first, end);
}

/** Every owner's ground in parts that hang together, by flood fill; in the order of their lowest cells. */
export function partsOfGround(lattice: CellLattice, owner: ArrayLike<number>): GroundPart[] {
  const seen = new Uint8Array(lattice.cells.length);
  const parts: GroundPart[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start]) continue;
    seen[start] = 1;
    const cells = [start];
    for (let next = 0; next < cells.length; next++) {
      for (const beside of neighboursOfCell(lattice, cells[next]!)) {
        if (seen[beside] || owner[beside] !== owner[start]) continue;
        seen[beside] = 1;
        cells.push(beside);
      }
    }
    parts.push({ owner: owner[start]!, cells: cells.sort((a, b) => a - b) });
  }
  return parts;
}

/**
 * The part of each owner that the others are cut off from: the one that holds the owner's seat, else the one of the
 * most cells, the first among equals.
 * @param seatCell cell index in which the owner has its seat, or undefined where that is not on its ground
 */
export function mainParts(
  parts: readonly GroundPart[],
  seatCell: (owner: number) => number | undefined,
): ReadonlyMap<number, GroundPart> {
  const main = new Map<number, GroundPart>();
  const seated = new Set<number>();
  for (const part of parts) {
    const { owner, cells } = part;
    const known = main.get(owner);
    const seat = seatCell(owner);
    const holdsSeat = seat !== undefined && cells.includes(seat);
    if (holdsSeat) seated.add(owner);
    if (holdsSeat || (!seated.has(owner) && (!known || cells.length > known.cells.length))) main.set(owner, part);
  }
  return main;
}
