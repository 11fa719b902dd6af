import type { SurveyedLine } from '../../geodata/roads/surveyed/surveyed-line.ts';

type Point = readonly [x: number, y: number];

/**
 * Which lines hang together, by looking at every pair of pieces: lines that share a point or cross, and lines of which
 * an end comes within a tolerance of the other. Slow and obvious, in degrees times `metresPerDegree`. Levels and
 * motorways are not looked at. @returns for each feature the least feature of its group
 */
export function lineGroups(
  lines: readonly SurveyedLine[],
  toleranceMetres: number,
  metresPerDegree: Point,
): Map<number, number> {
  const drawn = lines.map(({ points }) =>
    points.map(([lon, lat]): Point => [lon * metresPerDegree[0], lat * metresPerDegree[1]]),
  );
  const group = lines.map((_, i) => i);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < lines.length; i++) {
      for (let j = 0; j < lines.length; j++) {
        if (group[i] === group[j] || !areJoined(drawn[i]!, drawn[j]!, toleranceMetres)) continue;
        const [low, high] = [Math.min(group[i]!, group[j]!), Math.max(group[i]!, group[j]!)];
        group.forEach((of, k) => {
          if (of === high) group[k] = low;
        });
        changed = true;
      }
    }
  }
  const least = new Map<number, number>();
  lines.forEach(({ feature }, i) => {
    least.set(group[i]!, Math.min(least.get(group[i]!) ?? Infinity, feature));
  });
  return new Map(lines.map(({ feature }, i) => [feature, least.get(group[i]!)!]));
}

function areJoined(a: readonly Point[], b: readonly Point[], tolerance: number): boolean {
  if (pieces(a).some(([p, q]) => pieces(b).some(([r, s]) => cross(p, q, r, s)))) return true;
  return endNear(a, b, tolerance) || endNear(b, a, tolerance);
}

function endNear(ends: readonly Point[], line: readonly Point[], tolerance: number): boolean {
  return [ends[0]!, ends[ends.length - 1]!].some((end) =>
    pieces(line).some(([p, q]) => distance(end, p, q) <= tolerance),
  );
}

function pieces(line: readonly Point[]): [Point, Point][] {
  return line.slice(1).map((point, i) => [line[i]!, point]);
}

function cross(p: Point, q: Point, r: Point, s: Point): boolean {
  const side = (a: Point, b: Point, c: Point) =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  return side(p, q, r) !== side(p, q, s) && side(r, s, p) !== side(r, s, q);
}

function distance(point: Point, a: Point, b: Point): number {
  const [x, y] = [b[0] - a[0], b[1] - a[1]];
  const squared = x * x + y * y;
  const part = squared === 0 ? 0 : ((point[0] - a[0]) * x + (point[1] - a[1]) * y) / squared;
  const at = Math.min(1, Math.max(0, part));
  return Math.hypot(point[0] - a[0] - at * x, point[1] - a[1] - at * y);
}
