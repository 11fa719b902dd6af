import type { LonLat } from '../../geodata/units.ts';

/** Slow and plain geometry on whole microdegrees, where every sign is exact. */
type Point = readonly [number, number];
export type Segment = readonly [Point, Point];

/** The sides of a closed ring of degrees, as segments in whole microdegrees. */
export function segmentsOf(ring: readonly LonLat[]): Segment[] {
  const points = ring.map(([lon, lat]): Point => [Math.round(lon * 1e6), Math.round(lat * 1e6)]);
  return points.slice(1).map((point, index): Segment => [points[index] as Point, point]);
}

/** Whether two segments have any point in common. */
export function meet([a, b]: Segment, [c, d]: Segment): boolean {
  if (cross([a, b], [c, d])) return true;
  return onSegment(a, [c, d]) || onSegment(b, [c, d]) || onSegment(c, [a, b]) || onSegment(d, [a, b]);
}

/** Whether two segments cross at a point inside both. */
export function cross([a, b]: Segment, [c, d]: Segment): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** 1 inside, 0 on the edge, -1 outside, by the even-odd rule over any number of segments. */
export function membership(segments: readonly Segment[], point: Point): 1 | 0 | -1 {
  let inside = false;
  for (const segment of segments) {
    if (onSegment(point, segment)) return 0;
    const [low, high] = segment[0][1] < segment[1][1] ? segment : [segment[1], segment[0]];
    if (low[1] <= point[1] && point[1] < high[1] && side(low, high, point) > 0) inside = !inside;
  }
  return inside ? 1 : -1;
}

/** Twice the signed area in square microdegrees. */
export function doubleArea(segments: readonly Segment[]): number {
  const [origin] = segments[0] as Segment;
  return segments.reduce((sum, [from, to]) => sum + turn(origin, from, to), 0);
}

function side(from: Point, to: Point, point: Point): number {
  return Math.sign(turn(from, to, point));
}

function turn(from: Point, to: Point, point: Point): number {
  return (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]);
}

function onSegment(point: Point, [from, to]: Segment): boolean {
  if (turn(from, to, point) !== 0) return false;
  return [0, 1].every((axis) => {
    const [a, b, value] = [from[axis] as number, to[axis] as number, point[axis] as number];
    return Math.min(a, b) <= value && value <= Math.max(a, b);
  });
}
