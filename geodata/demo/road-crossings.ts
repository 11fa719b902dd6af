import type { Metres } from '../units.ts';
import { type EastNorth, metresBetween, pointBetween } from './frame.ts';
import type { RoadLine, RoadMap } from './road-lines.ts';

/** A piece of a line between two places: the line, and the position in it of the piece's first place. */
interface Piece {
  readonly line: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A place to be put into a piece, at a share of its way. */
interface Insertion {
  readonly share: number;
  readonly node: number;
}

const CELL_METRES: Metres = 300;
/** A crossing this near to the end of a piece is that end. */
const SAME_PLACE_METRES: Metres = 6;

/** Makes every two lines that cross share a place there, so that roads on the ground always meet. */
export function joinCrossings({ places, lines }: RoadMap): RoadMap {
  const pieces = lines.flatMap(({ nodes }, line) =>
    nodes.slice(1).map((to, at): Piece => ({ line, at, from: nodes[at] as number, to })),
  );
  const joined = [...places];
  const insertions = new Map<Piece, Insertion[]>();
  const insert = (piece: Piece, share: number, node: number): void => {
    if (node === piece.from || node === piece.to) return;
    const known = insertions.get(piece);
    if (known) known.push({ share, node });
    else insertions.set(piece, [{ share, node }]);
  };
  for (const [a, b] of nearPairs(pieces, places)) {
    const crossing = crossingOf(a, b, places);
    if (!crossing) continue;
    const node = endNear(crossing.place, [a.from, a.to, b.from, b.to], places) ?? joined.push(crossing.place) - 1;
    insert(a, crossing.shareOfA, node);
    insert(b, crossing.shareOfB, node);
  }
  const piecesOfLine: Piece[][] = lines.map(() => []);
  for (const piece of pieces) piecesOfLine[piece.line]?.push(piece);
  return {
    places: joined,
    lines: lines.map((line, index) => withInsertions(line, piecesOfLine[index] ?? [], insertions)),
  };
}

/** Pairs of pieces without a common end that some square of the map holds both of, once each. */
function nearPairs(pieces: readonly Piece[], places: readonly EastNorth[]): [Piece, Piece][] {
  const cells = new Map<number, number[]>();
  pieces.forEach((piece, index) => {
    for (const cell of cellsOf(places[piece.from] as EastNorth, places[piece.to] as EastNorth)) {
      const known = cells.get(cell);
      if (known) known.push(index);
      else cells.set(cell, [index]);
    }
  });
  const seen = new Set<number>();
  const pairs: [Piece, Piece][] = [];
  for (const indexes of cells.values()) {
    for (const [rank, first] of indexes.entries()) {
      for (const second of indexes.slice(rank + 1)) {
        const a = pieces[first] as Piece;
        const b = pieces[second] as Piece;
        const key = first * pieces.length + second;
        if (a.from === b.from || a.from === b.to || a.to === b.from || a.to === b.to || seen.has(key)) continue;
        seen.add(key);
        pairs.push([a, b]);
      }
    }
  }
  return pairs;
}

function cellsOf(from: EastNorth, to: EastNorth): number[] {
  const cell = (metres: Metres): number => Math.floor(metres / CELL_METRES);
  const found: number[] = [];
  for (let row = cell(Math.min(from[1], to[1])); row <= cell(Math.max(from[1], to[1])); row++) {
    for (let column = cell(Math.min(from[0], to[0])); column <= cell(Math.max(from[0], to[0])); column++) {
      found.push(row * 1_000 + column);
    }
  }
  return found;
}

function crossingOf(a: Piece, b: Piece, places: readonly EastNorth[]) {
  const [p, q] = [places[a.from] as EastNorth, places[a.to] as EastNorth];
  const [r, s] = [places[b.from] as EastNorth, places[b.to] as EastNorth];
  const [aEast, aNorth, bEast, bNorth] = [q[0] - p[0], q[1] - p[1], s[0] - r[0], s[1] - r[1]];
  const cross = aEast * bNorth - aNorth * bEast;
  if (cross === 0) return undefined;
  const shareOfA = ((r[0] - p[0]) * bNorth - (r[1] - p[1]) * bEast) / cross;
  const shareOfB = ((r[0] - p[0]) * aNorth - (r[1] - p[1]) * aEast) / cross;
  if (shareOfA < 0 || shareOfA > 1 || shareOfB < 0 || shareOfB > 1) return undefined;
  return { shareOfA, shareOfB, place: pointBetween(p, q, shareOfA) };
}

function endNear(place: EastNorth, ends: readonly number[], places: readonly EastNorth[]): number | undefined {
  return ends.find((end) => metresBetween(place, places[end] as EastNorth) < SAME_PLACE_METRES);
}

function withInsertions(
  line: RoadLine,
  pieces: readonly Piece[],
  insertions: ReadonlyMap<Piece, readonly Insertion[]>,
): RoadLine {
  const nodes = line.nodes.slice(0, 1);
  for (const piece of pieces) {
    const inside = [...(insertions.get(piece) ?? [])].sort((a, b) => a.share - b.share);
    for (const node of [...inside.map((insertion) => insertion.node), piece.to]) {
      if (node !== nodes[nodes.length - 1]) nodes.push(node);
    }
  }
  return { ...line, nodes };
}
