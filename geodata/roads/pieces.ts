import type { Decimetres } from '../units.ts';
import type { Chains } from './chains.ts';

/** How a network falls apart on the ground, whatever the direction of driving. */
export interface Pieces {
  readonly count: number;
  /** Length of road in the largest of them. */
  readonly largestDm: Decimetres;
}

/**
 * Pieces of road that touch, one-way or not: an island here is one on the map, where a strongly
 * connected component also ends at the one-way stumps of an extract's edge. Union-find by junction.
 * @param roadDm length of each road
 */
export function findPieces(chains: Chains, nodeCount: number, roadDm: Uint32Array): Pieces {
  const parent = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const tail = (road: number) => chains.nodes[chains.nodeOffset[road]!]!;
  const head = (road: number) => chains.nodes[chains.nodeOffset[road + 1]! - 1]!;
  for (let road = 0; road < chains.count; road++) parent[rootOf(tail(road))] = rootOf(head(road));
  const dmOfRoot = new Map<number, Decimetres>();
  for (let road = 0; road < chains.count; road++) {
    const root = rootOf(tail(road));
    dmOfRoot.set(root, (dmOfRoot.get(root) ?? 0) + roadDm[road]!);
  }
  return { count: dmOfRoot.size, largestDm: Math.max(0, ...dmOfRoot.values()) };
}
