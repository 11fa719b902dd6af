import type { Decimetres } from '../../units.ts';
import type { RoadNetwork } from '../network.ts';

/**
 * Where roads of a network hang together, read off its turns: an end of a road is `2 * road` (tail) or
 * `2 * road + 1` (head), and ends between which a turn is allowed are one joint.
 */
export interface RoadJoints {
  /** Joint of each end. */
  readonly ofEnd: Uint32Array;
  /** Ends at each joint. */
  readonly ends: ReadonlyMap<number, readonly number[]>;
  /** Piece of each road: what hangs together whatever the direction of driving. */
  readonly pieceOf: Uint32Array;
  /** Length of each piece. */
  readonly pieceDm: ReadonlyMap<number, Decimetres>;
  /** The longest piece. */
  readonly mainPiece: number;
}

/** Finds joints and pieces. Roads that touch where no turn is allowed, such as two one-way roads head to head, are apart. */
export function findJoints(network: RoadNetwork): RoadJoints {
  const { roadCount, stateCount, stateDirected, turnOffset, turnTarget } = network;
  const joints = new UnionFind(roadCount * 2);
  for (let state = 0; state < stateCount; state++) {
    const end = endOf(stateDirected[state]!);
    for (let turn = turnOffset[state]!; turn < turnOffset[state + 1]!; turn++) {
      joints.unite(end, endOf(stateDirected[turnTarget[turn]!]! ^ 1));
    }
  }
  const ofEnd = Uint32Array.from({ length: roadCount * 2 }, (_, end) => joints.rootOf(end));
  const ends = new Map<number, number[]>();
  ofEnd.forEach((joint, end) => {
    const known = ends.get(joint);
    if (known) known.push(end);
    else ends.set(joint, [end]);
  });
  for (let road = 0; road < roadCount; road++) joints.unite(road * 2, road * 2 + 1);
  const pieceOf = Uint32Array.from({ length: roadCount }, (_, road) => joints.rootOf(road * 2));
  const pieceDm = new Map<number, Decimetres>();
  pieceOf.forEach((piece, road) => {
    pieceDm.set(piece, (pieceDm.get(piece) ?? 0) + roadDm(network, road));
  });
  let mainPiece = pieceOf[0] ?? 0;
  for (const [piece, dm] of pieceDm) if (dm > pieceDm.get(mainPiece)!) mainPiece = piece;
  return { ofEnd, ends, pieceOf, pieceDm, mainPiece };
}

export function roadDm(network: RoadNetwork, road: number): Decimetres {
  return network.pointDm[network.roadPointOffset[road + 1]! - 1]!;
}

/** The end that a directed road leads to. */
function endOf(directed: number): number {
  return directed & 1 ? directed - 1 : directed + 1;
}

class UnionFind {
  private readonly parent: Uint32Array;

  constructor(count: number) {
    this.parent = Uint32Array.from({ length: count }, (_, i) => i);
  }

  unite(a: number, b: number): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)];
    this.parent[Math.max(first, second)] = Math.min(first, second);
  }

  rootOf(item: number): number {
    const { parent } = this;
    let root = item;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  }
}
