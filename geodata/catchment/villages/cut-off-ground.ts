import { type CellLattice, type GroundPart, mainParts, neighboursOfCell, partsOfGround } from './cell-lattice.ts';

/**
 * Makes the ground of every owner hang together: a part that is cut off from its owner's main part goes whole to the
 * neighbour whose main part shares the most edges with it, the lowest owner among equals. Parts are taken in the order of
 * their lowest cells, again and again, since a part may touch nothing but other parts at first. No main part ever
 * loses a cell. A part that touches no main part at all, as an island of ground does, stays with its owner.
 * @param owner changed in place
 * @param seatCell see `mainParts`
 * @returns cells that changed hands, ascending
 */
export function joinCutOffGround(
  lattice: CellLattice,
  owner: Uint32Array,
  seatCell: (owner: number) => number | undefined,
): number[] {
  const parts = partsOfGround(lattice, owner);
  const main = mainParts(parts, seatCell);
  const isMain = new Uint8Array(owner.length);
  for (const { cells } of main.values()) for (const cell of cells) isMain[cell] = 1;
  const joined: number[] = [];
  let waiting = parts.filter((part) => main.get(part.owner) !== part);
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    waiting = waiting.filter(({ cells }) => {
      const taker = longestBorder(lattice, cells, owner, isMain);
      if (taker === undefined) return true;
      for (const cell of cells) {
        owner[cell] = taker;
        isMain[cell] = 1;
        joined.push(cell);
      }
      return false;
    });
  }
  return joined.sort((a, b) => a - b);
}

function longestBorder(
  lattice: CellLattice,
  cells: GroundPart['cells'],
  owner: Uint32Array,
  isMain: Uint8Array,
): number | undefined {
  const edges = new Map<number, number>();
  for (const cell of cells) {
    for (const beside of neighboursOfCell(lattice, cell)) {
      if (isMain[beside]) edges.set(owner[beside]!, (edges.get(owner[beside]!) ?? 0) + 1);
    }
  }
  let taker: number | undefined;
  let most = 0;
  for (const [candidate, count] of edges) {
    if (count < most || (count === most && taker !== undefined && candidate > taker)) continue;
    taker = candidate;
    most = count;
  }
  return taker;
}
