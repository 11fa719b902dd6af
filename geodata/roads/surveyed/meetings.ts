import type { PlanLine } from './plan-lines.ts';
import { SegmentIndex } from './segment-index.ts';

/** A place on a line: `part` of the way from a point to the next, 0 at the point itself, below 1. */
export interface LinePlace {
  readonly line: number;
  readonly segment: number;
  readonly part: number;
}

/** Two lines at one place, or one line at two of its own. */
export interface Meeting {
  readonly a: LinePlace;
  readonly b: LinePlace;
  readonly lonE7: number;
  readonly latE7: number;
}

/**
 * Every place at which lines share a point or cross, whether or not they are joined there: once for each pair. Signs
 * of areas decide, exact in whole 1e-7 degrees over up to some 9 degrees; a crossing is rounded to the nearest 1e-7.
 * Where lines run over each other, their points within the common stretch are the places.
 */
export function findMeetings(lines: readonly PlanLine[], index = new SegmentIndex(lines)): Meeting[] {
  const found = new Map<string, Meeting>();
  lines.forEach(({ lonE7, latE7 }, line) => {
    for (let segment = 0; segment + 1 < lonE7.length; segment++) {
      const piece = index.pointOffset[line]! + segment;
      const [west, east] = inOrder(lonE7[segment]!, lonE7[segment + 1]!);
      const [south, north] = inOrder(latE7[segment]!, latE7[segment + 1]!);
      index.each(west, south, east, north, (other) => {
        if (other <= piece) return;
        const otherLine = index.lineOf[other]!;
        const otherSegment = other - index.pointOffset[otherLine]!;
        if (otherLine === line && otherSegment === segment + 1) return;
        for (const meeting of meetingsOf(lines, line, segment, otherLine, otherSegment)) {
          found.set(keyOf(meeting), meeting);
        }
      });
    }
  });
  return Array.from(found.values());
}

/** Whether a place is the first or last point of its line. */
export function isLineEnd(lines: readonly PlanLine[], { line, segment, part }: LinePlace): boolean {
  return part === 0 && (segment === 0 || segment === lines[line]!.lonE7.length - 1);
}

/**
 * Whether lines that meet are joined there. An end joins whatever it lies on. Two lines that pass are joined on the
 * same level only. A slip road that passes is joined to what else passes only where both have a point there; a motorway
 * moreover only to motorways and slip roads.
 */
export function mayMeet(lines: readonly PlanLine[], { a, b }: Meeting): boolean {
  if (isLineEnd(lines, a) || isLineEnd(lines, b)) return true;
  const [first, second] = [lines[a.line]!, lines[b.line]!];
  if (first.level !== second.level) return false;
  if (!first.isControlled && !second.isControlled) return true;
  if (a.part > 0 || b.part > 0) return false;
  return (first.isControlled && second.isControlled) || !(first.isMotorway || second.isMotorway);
}

function meetingsOf(lines: readonly PlanLine[], line: number, i: number, otherLine: number, j: number): Meeting[] {
  const [p, q] = [lines[line]!, lines[otherLine]!];
  const [ax, ay, bx, by] = [p.lonE7[i]!, p.latE7[i]!, p.lonE7[i + 1]!, p.latE7[i + 1]!];
  const [cx, cy, dx, dy] = [q.lonE7[j]!, q.latE7[j]!, q.lonE7[j + 1]!, q.latE7[j + 1]!];
  const [a, b] = [area(cx, cy, dx, dy, ax, ay), area(cx, cy, dx, dy, bx, by)];
  const [c, d] = [area(ax, ay, bx, by, cx, cy), area(ax, ay, bx, by, dx, dy)];
  if (a * b < 0 && c * d < 0) {
    const part = a / (a - b);
    const [lonE7, latE7] = [Math.round(ax + (bx - ax) * part), Math.round(ay + (by - ay) * part)];
    return [{ a: at(p, line, i, lonE7, latE7), b: at(q, otherLine, j, lonE7, latE7), lonE7, latE7 }];
  }
  const found: Meeting[] = [];
  const add = (lonE7: number, latE7: number): void => {
    const [onP, onQ] = [at(p, line, i, lonE7, latE7), at(q, otherLine, j, lonE7, latE7)];
    if (line !== otherLine || onP.segment !== onQ.segment) found.push({ a: onP, b: onQ, lonE7, latE7 });
  };
  if (a === 0 && within(ax, cx, dx) && within(ay, cy, dy)) add(ax, ay);
  if (b === 0 && within(bx, cx, dx) && within(by, cy, dy)) add(bx, by);
  if (c === 0 && within(cx, ax, bx) && within(cy, ay, by)) add(cx, cy);
  if (d === 0 && within(dx, ax, bx) && within(dy, ay, by)) add(dx, dy);
  return found;
}

/** The place on a segment that a point of it is: its end where it is one, else the share of the way. */
function at({ lonE7, latE7 }: PlanLine, line: number, segment: number, lon: number, lat: number): LinePlace {
  const [x, y] = [lonE7[segment]!, latE7[segment]!];
  const [endX, endY] = [lonE7[segment + 1]!, latE7[segment + 1]!];
  if (lon === x && lat === y) return { line, segment, part: 0 };
  if (lon === endX && lat === endY) return { line, segment: segment + 1, part: 0 };
  const part = Math.abs(endX - x) > Math.abs(endY - y) ? (lon - x) / (endX - x) : (lat - y) / (endY - y);
  return { line, segment, part };
}

/** Twice the signed area of a triangle. */
function area(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

function within(value: number, a: number, b: number): boolean {
  return value >= Math.min(a, b) && value <= Math.max(a, b);
}

function inOrder(a: number, b: number): [number, number] {
  return a < b ? [a, b] : [b, a];
}

function keyOf({ a, b, lonE7, latE7 }: Meeting): string {
  return `${a.line},${a.segment},${b.line},${b.segment},${lonE7},${latE7}`;
}
