import { cellNeighbours } from '../hexgrid/cells.ts';

/** In a column of owners: the cell belongs to no station. */
export const NO_OWNER = 0xffffffff;

/**
 * Which stations are neighbours 临近, as rows of ascending station indexes: those of station s stand at
 * `neighbour[offset[s]] .. neighbour[offset[s + 1] - 1]`. Symmetric, without self.
 */
export interface StationAdjacency {
  readonly stationCount: number;
  /** stationCount + 1 */
  readonly offset: Uint32Array;
  readonly neighbour: Uint32Array;
}

/**
 * Two stations are neighbours where a cell of one's area shares an edge with a cell of the other's. The
 * standard gives "neighbouring" no number; a shared border is the reading of DOMAIN.md 1.1. Cells that
 * are not in the list separate, as do cells without an owner.
 * @param cells H3 ids, of one resolution
 * @param ownerOfCell station index of each cell (its nearest station by driving time), or `NO_OWNER`
 * @throws Error where the two differ in length or an owner is not a station
 */
export function stationAdjacency(
  cells: readonly string[],
  ownerOfCell: ArrayLike<number>,
  stationCount: number,
): StationAdjacency {
  if (cells.length !== ownerOfCell.length) throw new Error(`${ownerOfCell.length} owners for ${cells.length} cells.`);
  const ownerOfId = new Map<string, number>();
  cells.forEach((cell, index) => {
    const owner = ownerOfCell[index] ?? NO_OWNER;
    if (owner === NO_OWNER) return;
    if (!(owner >= 0 && owner < stationCount)) throw new Error(`Cell ${cell} has owner ${owner} of ${stationCount}.`);
    ownerOfId.set(cell, owner);
  });
  const pairs: (readonly [number, number])[] = [];
  for (const [cell, owner] of ownerOfId) {
    for (const neighbour of cellNeighbours(cell)) {
      const other = ownerOfId.get(neighbour);
      if (other !== undefined && other !== owner) pairs.push([owner, other]);
    }
  }
  return adjacencyOf(pairs, stationCount);
}

/** The adjacency of given pairs of station indexes, each taken in both directions: for borders that a county draws itself. */
export function adjacencyOf(pairs: Iterable<readonly [number, number]>, stationCount: number): StationAdjacency {
  const rows = Array.from({ length: stationCount }, () => new Set<number>());
  for (const [a, b] of pairs) {
    const [rowA, rowB] = [rows[a], rows[b]];
    if (!rowA || !rowB) throw new Error(`Pair ${a}, ${b} is not of ${stationCount} stations.`);
    if (a === b) continue;
    rowA.add(b);
    rowB.add(a);
  }
  const offset = new Uint32Array(stationCount + 1);
  rows.forEach((row, station) => {
    offset[station + 1] = offset[station]! + row.size;
  });
  return { stationCount, offset, neighbour: Uint32Array.from(rows.flatMap((row) => [...row].sort((a, b) => a - b))) };
}

/** The neighbours of a station, ascending: a view. */
export function neighboursOf({ offset, neighbour }: StationAdjacency, station: number): Uint32Array {
  return neighbour.subarray(offset[station]!, offset[station + 1]!);
}

/** Whether stations hang together through neighbours among themselves. One or none does. */
export function isConnected(adjacency: StationAdjacency, stations: readonly number[]): boolean {
  const [first, ...others] = stations;
  return first === undefined || cutOffFrom(adjacency, first, others).size === 0;
}

/** Those of some stations that no way through neighbours among them joins to another station, in their order. */
export function cutOffFrom(adjacency: StationAdjacency, from: number, stations: Iterable<number>): Set<number> {
  const waiting = new Set(stations);
  waiting.delete(from);
  const reached = [from];
  for (let next = reached.pop(); next !== undefined; next = reached.pop()) {
    for (const neighbour of neighboursOf(adjacency, next)) if (waiting.delete(neighbour)) reached.push(neighbour);
  }
  return waiting;
}
