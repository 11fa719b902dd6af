import type { Metres } from '../units.ts';
import { type EastNorth, pointBetween } from './frame.ts';
import { COLUMNS, ROWS, SPACING_METRES } from './lattice.ts';
import { BEYOND } from './outline.ts';
import { roundCorners, simplify } from './polyline.ts';

/** A stretch of border between two meeting points of borders, or a whole ring that meets none. Drawn once. */
export interface Border {
  readonly line: readonly EastNorth[];
}

/** A border as part of a ring, in its own direction or against it. */
export interface RingBorder {
  readonly border: number;
  readonly reversed: boolean;
}

export interface Borders {
  readonly borders: readonly Border[];
  /** The rings of each label: the label's land is on the left, so the outer ring is counterclockwise. */
  readonly ringsOf: (label: number) => readonly (readonly RingBorder[])[];
  /** The rings of all labels but `BEYOND` together. */
  readonly outline: readonly (readonly RingBorder[])[];
}

/** A corner between squares, numbered row by row from the south-west. */
type Corner = number;

const CORNER_COLUMNS = COLUMNS + 1;
/** East, north, west, south: the way along a side, and what it adds to a corner's number. */
const WAYS = [1, CORNER_COLUMNS, -1, -CORNER_COLUMNS] as const;
/** Less than half a square: a border stays nearer to its squares' sides than the next border can be. */
const TOLERANCE_METRES: Metres = 100;
const ROUNDING_METRES: Metres = 220;

/**
 * Draws the borders of a map of labelled squares. Neighbours share the very same line, so that their
 * areas neither overlap nor leave gaps, whatever is smoothed away.
 */
export function traceBorders(labels: Int16Array): Borders {
  const meetings = meetingCorners(labels);
  const borders: Border[] = [];
  const known = new Map<string, number>();
  const draw = (corners: readonly Corner[]): RingBorder => {
    const reversed = isReversed(corners);
    const ordered = reversed ? [...corners].reverse() : corners;
    const key = `${ordered[0]},${ordered[1]},${ordered[ordered.length - 1]}`;
    const index = known.get(key) ?? borders.length;
    if (index === borders.length) {
      known.set(key, index);
      borders.push({ line: roundCorners(simplify(cutSteps(ordered), TOLERANCE_METRES), ROUNDING_METRES) });
    }
    return { border: index, reversed };
  };
  const ringsOf = (isLand: (label: number) => boolean) =>
    traceRings(labels, isLand).map((ring) => splitAt(ring, meetings).map(draw));
  const labelCount = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const rings = Array.from({ length: labelCount }, (_, label) => ringsOf((other) => other === label));
  const outline = ringsOf((label) => label !== BEYOND);
  return { borders, ringsOf: (label) => rings[label] ?? [], outline };
}

/** The closed ring that a list of borders makes. */
export function ringLine(borders: readonly Border[], ring: readonly RingBorder[]): EastNorth[] {
  const line: EastNorth[] = [];
  for (const { border, reversed } of ring) {
    const part = borders[border]?.line ?? [];
    const ordered = reversed ? [...part].reverse() : part;
    line.push(...(line.length === 0 ? ordered : ordered.slice(1)));
  }
  return line;
}

/** Label of the square on a side of a corner: 0 north-east, 1 north-west, 2 south-west, 3 south-east. */
function labelBeside(labels: Int16Array, corner: Corner, side: number): number {
  const column = (corner % CORNER_COLUMNS) - (side === 1 || side === 2 ? 1 : 0);
  const row = Math.floor(corner / CORNER_COLUMNS) - (side >= 2 ? 1 : 0);
  return column < 0 || column >= COLUMNS || row < 0 || row >= ROWS ? BEYOND : labels[row * COLUMNS + column]!;
}

/** Corners at which more than two sides are border. */
function meetingCorners(labels: Int16Array): ReadonlySet<Corner> {
  const found = new Set<Corner>();
  for (let corner = 0; corner < CORNER_COLUMNS * (ROWS + 1); corner++) {
    let sides = 0;
    for (let side = 0; side < 4; side++) {
      if (labelBeside(labels, corner, side) !== labelBeside(labels, corner, (side + 1) % 4)) sides++;
    }
    if (sides > 2) found.add(corner);
  }
  return found;
}

/** Every ring of a piece of land as corners, land on the left, the first corner repeated at the end. */
function traceRings(labels: Int16Array, isLand: (label: number) => boolean): Corner[][] {
  const isBorder = (corner: Corner, way: number): boolean =>
    isLand(labelBeside(labels, corner, way)) && !isLand(labelBeside(labels, corner, (way + 3) % 4));
  const seen = new Set<number>();
  const rings: Corner[][] = [];
  for (let corner = 0; corner < CORNER_COLUMNS * (ROWS + 1); corner++) {
    // Every ring has a side that runs east.
    if (seen.has(corner * 4) || !isBorder(corner, 0)) continue;
    const ring = [corner];
    let at = corner;
    let way = 0;
    while (!seen.has(at * 4 + way)) {
      seen.add(at * 4 + way);
      at += WAYS[way] as number;
      ring.push(at);
      way = nextWay(way, (candidate) => isBorder(at, candidate));
    }
    rings.push(ring);
  }
  return rings;
}

/** Left first: where two squares of the land touch at a corner alone, they count as apart. */
function nextWay(way: number, isOpen: (candidate: number) => boolean): number {
  const found = [(way + 1) % 4, way, (way + 3) % 4].find(isOpen);
  if (found === undefined) throw new Error(`A border ends while it runs way ${way}.`);
  return found;
}

/** Cuts a ring at the meeting corners; a ring without one is left whole, from its least corner round to it again. */
function splitAt(ring: readonly Corner[], meetings: ReadonlySet<Corner>): Corner[][] {
  const meeting = ring.findIndex((corner) => meetings.has(corner));
  const first = meeting >= 0 ? meeting : ring.indexOf(Math.min(...ring));
  const round = [...ring.slice(first), ...ring.slice(1, first + 1)];
  if (meeting < 0) return [round];
  const parts: Corner[][] = [];
  let part: Corner[] = [];
  for (const corner of round) {
    part.push(corner);
    if (part.length === 1 || !meetings.has(corner)) continue;
    parts.push(part);
    part = [corner];
  }
  return parts;
}

/** Whether a stretch runs against the direction it is drawn in: from its lesser end, or by its lesser second corner. */
function isReversed(corners: readonly Corner[]): boolean {
  const first = corners[0] as Corner;
  const last = corners[corners.length - 1] as Corner;
  if (first !== last) return first > last;
  return (corners[1] as Corner) > (corners[corners.length - 2] as Corner);
}

/** Straightens the stairs of a line along squares: it runs by the middles of their sides. The ends stay. */
function cutSteps(corners: readonly Corner[]): EastNorth[] {
  const places = corners.map(placeOfCorner);
  const middles = places.slice(1).map((place, at) => pointBetween(places[at] as EastNorth, place, 0.5));
  return [places[0] as EastNorth, ...middles, places[places.length - 1] as EastNorth];
}

function placeOfCorner(corner: Corner): EastNorth {
  return [(corner % CORNER_COLUMNS) * SPACING_METRES, Math.floor(corner / CORNER_COLUMNS) * SPACING_METRES];
}
