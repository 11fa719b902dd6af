import { type CellLattice, mainParts, neighboursOfCell, partsOfGround } from './cell-lattice.ts';

/**
 * Why ground is apart from the rest of its owner's:
 * - `within-one`: it lies wholly within one other owner's ground 飞地.
 * - `between-several`: it borders on several others.
 * - `ground-apart`: no ground of others borders on it, as the county's own ground lies in several pieces.
 */
export type EnclaveReason = 'within-one' | 'between-several' | 'ground-apart';

/** Ground of an owner that is cut off from its main part. Listed, never given away: whose it is, people decide. */
export interface Enclave {
  readonly owner: number;
  /** Cell indexes, ascending. */
  readonly cells: readonly number[];
  readonly reason: EnclaveReason;
  /** Owners that border on it, ascending. */
  readonly neighbours: readonly number[];
}

/** Every part of every owner's ground that is not its main part, in the order of their lowest cells. */
export function enclavesOf(
  lattice: CellLattice,
  owner: ArrayLike<number>,
  seatCell: (owner: number) => number | undefined,
): Enclave[] {
  const parts = partsOfGround(lattice, owner);
  const main = mainParts(parts, seatCell);
  return parts.flatMap((part): Enclave[] => {
    if (main.get(part.owner) === part) return [];
    const beside = part.cells.flatMap((cell) => Array.from(neighboursOfCell(lattice, cell), (other) => owner[other]!));
    const neighbours = [...new Set(beside)].filter((other) => other !== part.owner).sort((a, b) => a - b);
    const reason =
      neighbours.length === 0 ? 'ground-apart' : neighbours.length === 1 ? 'within-one' : 'between-several';
    return [{ ...part, reason, neighbours }];
  });
}
