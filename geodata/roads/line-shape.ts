import { angleOf } from '../portable-math.ts';
import type { Bearing, Metres } from '../units.ts';

/** Metres east and north of a junction. */
export type LocalPoint = readonly [east: Metres, north: Metres];
/** A road's line as it leaves a junction: at least two points, the first at the junction. */
export type LocalLine = readonly LocalPoint[];

export function metresBetween(a: LocalPoint, b: LocalPoint): Metres {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** Degrees clockwise from north, 0 <= bearing < 360; 0 where the points coincide. */
export function localBearing(a: LocalPoint, b: LocalPoint): Bearing {
  const degrees = (angleOf(b[0] - a[0], b[1] - a[1]) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

export function lineMetres(line: LocalLine): Metres {
  let metres = 0;
  for (let i = 1; i < line.length; i++) metres += metresBetween(line[i - 1]!, line[i]!);
  return metres;
}

/** The line up to `metres` along it, or the whole of it where it is shorter. */
export function lineStart(line: LocalLine, metres: Metres): LocalLine {
  let left = metres;
  for (let i = 1; i < line.length; i++) {
    const piece = metresBetween(line[i - 1]!, line[i]!);
    if (piece >= left && piece > 0) return [...line.slice(0, i), between(line[i - 1]!, line[i]!, left / piece)];
    left -= piece;
  }
  return line;
}

/** The line up to its first point at least `metres` along: whole pieces only. */
export function piecesAhead(line: LocalLine, metres: Metres): LocalLine {
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    along += metresBetween(line[i - 1]!, line[i]!);
    if (along >= metres) return line.slice(0, i + 1);
  }
  return line;
}

export function endOf(line: LocalLine): LocalPoint {
  return line[line.length - 1]!;
}

export function between(a: LocalPoint, b: LocalPoint, part: number): LocalPoint {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
}

/** Greatest distance of the line's points from the straight piece between its ends. */
export function greatestDeviation(line: LocalLine): Metres {
  return Math.max(...deviations(line));
}

/** Index of the last point up to which the line keeps within `metres` of the chord drawn to it. */
export function straightUpTo(line: LocalLine, metres: Metres): number {
  let last = 1;
  while (last + 1 < line.length && greatestDeviation(line.slice(0, last + 2)) < metres) last++;
  return last;
}

/** What a line must be like to count as a bend and not as a corner, a kink or a wavering line. */
export interface BendLimits {
  /** How far it must move away from its chord. */
  readonly leastMetres: Metres;
  /** Of the first piece so much may belong to the junction. */
  readonly junctionMetres: Metres;
}

/** A bend's ends differ by more than this. */
const BEND_DEGREES = 20;
/** A vertex that turns less than this counts as straight. */
const STRAIGHT_DEGREES = 5;
/** The point farthest from the chord lies beyond this share of the line. */
const LEAST_PEAK_SHARE = 0.35;
/** No straight stretch is longer than this share of the line. */
const GREATEST_STRAIGHT_SHARE = 0.3;

/**
 * Whether a line is one even bend: it begins and ends in clearly different directions, keeps to one
 * side of its chord, moves away from it once and back once, and turns all along.
 */
export function isBend(line: LocalLine, { leastMetres, junctionMetres }: BendLimits): boolean {
  const turned = degreesApart(localBearing(line[0]!, line[1]!), localBearing(line[line.length - 2]!, endOf(line)));
  if (turned <= BEND_DEGREES || !keepsToOneSide(line)) return false;
  const away = deviations(line);
  const peak = away.indexOf(Math.max(...away));
  const rises = away.every((metres, i) => i === 0 || i > peak || metres >= away[i - 1]!);
  const falls = away.every((metres, i) => i <= peak || metres <= away[i - 1]!);
  const peakMetres = lineMetres(line.slice(0, peak + 1));
  if (!rises || !falls || peakMetres <= LEAST_PEAK_SHARE * lineMetres(line) || away[peak]! < leastMetres) return false;
  return turnsAllAlong(line, junctionMetres);
}

function keepsToOneSide(line: LocalLine): boolean {
  const [first, last] = [line[0]!, endOf(line)];
  const side = (p: LocalPoint) =>
    (last[0] - first[0]) * (p[1] - first[1]) - (last[1] - first[1]) * (p[0] - first[0]) > 0;
  const inner = line.slice(1, -1);
  return inner.every((point) => side(point) === side(inner[0]!));
}

function turnsAllAlong(line: LocalLine, junctionMetres: Metres): boolean {
  const greatest = GREATEST_STRAIGHT_SHARE * lineMetres(line);
  let stretch = Math.max(0, metresBetween(line[0]!, line[1]!) - junctionMetres);
  for (let i = 2; i + 1 < line.length; i++) {
    const piece = metresBetween(line[i - 1]!, line[i]!);
    const turn = degreesApart(localBearing(line[i - 1]!, line[i]!), localBearing(line[i]!, line[i + 1]!));
    if (turn < STRAIGHT_DEGREES) stretch += piece;
    if (stretch > greatest) return false;
    if (turn >= STRAIGHT_DEGREES) stretch = piece;
  }
  return true;
}

function degreesApart(a: Bearing, b: Bearing): number {
  const apart = Math.abs(a - b);
  return Math.min(apart, 360 - apart);
}

function deviations(line: LocalLine): Metres[] {
  const [first, last] = [line[0]!, endOf(line)];
  return line.map((point) => distanceToPiece(point, first, last));
}

function distanceToPiece(point: LocalPoint, a: LocalPoint, b: LocalPoint): Metres {
  const [east, north] = [b[0] - a[0], b[1] - a[1]];
  const squared = east * east + north * north;
  const along = squared === 0 ? 0 : ((point[0] - a[0]) * east + (point[1] - a[1]) * north) / squared;
  return metresBetween(point, between(a, b, Math.min(1, Math.max(0, along))));
}
