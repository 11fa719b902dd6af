import type { ContourPolygons } from '../../geodata/travel/contour.ts';
import { doubleArea, meet, membership, type Segment, segmentsOf } from '../travel/contour-oracles.ts';

interface Side {
  readonly segment: Segment;
  readonly ring: number;
  readonly index: number;
  readonly count: number;
  readonly west: number;
  readonly east: number;
}

/**
 * What makes polygons no valid MultiPolygon of RFC 7946: rings that are open, wound the wrong way, touch or cross
 * themselves or another, holes outside their polygon. Empty where all is well. Exact, on whole microdegrees.
 */
export function ringFaults(polygons: ContourPolygons): string[] {
  const faults: string[] = [];
  polygons.forEach((rings, polygon) => {
    const outer = segmentsOf(rings[0] ?? []);
    rings.forEach((ring, i) => {
      const name = `polygon ${polygon}, ring ${i}`;
      const [first, last] = [ring[0], ring[ring.length - 1]];
      if (ring.length < 4 || !first || String(first) !== String(last)) faults.push(`${name} is not closed`);
      const segments = segmentsOf(ring);
      if (Math.sign(doubleArea(segments)) !== (i === 0 ? 1 : -1)) faults.push(`${name} is wound the wrong way`);
      if (i > 0 && membership(outer, segments[0]![0]) !== 1) faults.push(`${name} lies outside its polygon`);
    });
  });
  return [...faults, ...meetings(polygons)];
}

/** Whether a place is inside (an edge counts), by the even-odd rule. */
export function holdsPlace(polygons: ContourPolygons, [lon, lat]: readonly [number, number]): boolean {
  return membership(polygons.flat().flatMap(segmentsOf), [Math.round(lon * 1e6), Math.round(lat * 1e6)]) >= 0;
}

/** Sides that have a point in common without following each other: a sweep from west to east. */
function meetings(polygons: ContourPolygons): string[] {
  const sides = polygons
    .flat()
    .flatMap((ring, number) => sidesOf(segmentsOf(ring), number))
    .sort((a, b) => a.west - b.west);
  const found: string[] = [];
  let open: Side[] = [];
  for (const side of sides) {
    open = open.filter((other) => other.east >= side.west);
    for (const other of open) {
      if (!follow(side, other) && meet(side.segment, other.segment))
        found.push(`${side.segment} meets ${other.segment}`);
    }
    open.push(side);
  }
  return found;
}

function sidesOf(segments: readonly Segment[], ring: number): Side[] {
  return segments.map((segment, index) => ({
    segment,
    ring,
    index,
    count: segments.length,
    west: Math.min(segment[0][0], segment[1][0]),
    east: Math.max(segment[0][0], segment[1][0]),
  }));
}

function follow(a: Side, b: Side): boolean {
  const gap = Math.abs(a.index - b.index);
  return a.ring === b.ring && (gap === 1 || gap === a.count - 1);
}
