import { cellBoundary, cellCentre } from './cells.ts';
import type { MultiPolygonRings, Ring } from './polygon.ts';
import { signedRingArea } from './polygon-area.ts';

/** Corners in degrees, `lon0, lat0, lon1, lat1, ...`, not closed, counterclockwise where it matters. */
type FlatRing = readonly number[];

/**
 * Square metres of an area that lie inside a cell, on the WGS 84 ellipsoid. Rings may be concave and have
 * holes.
 *
 * Each ring is cut at the cell's edges in the plane of degrees, where GeoJSON edges are straight (Sutherland
 * and Hodgman, Reentrant polygon clipping, 1974). What is left of a concave ring may run along the cell's edge
 * twice, in opposite directions: its area is right all the same. Since neighbouring cells share their edges,
 * the pieces of an area add up to the whole within 1e-9 of it.
 */
export function clipAreaToCell(area: MultiPolygonRings, cell: string): number {
  const parts = convexParts(cell);
  let squareMetres = 0;
  for (const rings of area) {
    rings.forEach((ring, index) => {
      const inside = clippedRingArea(ring, parts);
      squareMetres += index === 0 ? inside : -inside;
    });
  }
  return Math.max(0, squareMetres);
}

function clippedRingArea(ring: Ring, parts: readonly FlatRing[]): number {
  const corners = ring.flat();
  let squareMetres = 0;
  for (const part of parts) {
    if (boundsMeet(corners, part)) squareMetres += signedRingArea(clipToConvex(corners, part));
  }
  return Math.abs(squareMetres);
}

/**
 * The cell itself, or, where an edge of H3's icosahedron dents it, the triangles between its centre and its
 * edges.
 */
function convexParts(cell: string): FlatRing[] {
  const boundary = cellBoundary(cell).slice(0, -1).flat();
  if (isConvex(boundary)) return [boundary];
  const centre = cellCentre(cell);
  const triangles: FlatRing[] = [];
  for (let i = 0; i < boundary.length; i += 2) {
    const next = (i + 2) % boundary.length;
    triangles.push([...centre, ...boundary.slice(i, i + 2), ...boundary.slice(next, next + 2)]);
  }
  return triangles;
}

function isConvex(ring: FlatRing): boolean {
  const at = (i: number): number => ring[i % ring.length] as number;
  for (let i = 0; i < ring.length; i += 2) {
    if (leftOf(at(i), at(i + 1), at(i + 2), at(i + 3), at(i + 4), at(i + 5)) < 0) return false;
  }
  return true;
}

function clipToConvex(ring: FlatRing, convex: FlatRing): FlatRing {
  let clipped = ring;
  let fromLon = convex[convex.length - 2] as number;
  let fromLat = convex[convex.length - 1] as number;
  for (let i = 0; i < convex.length && clipped.length > 0; i += 2) {
    const toLon = convex[i] as number;
    const toLat = convex[i + 1] as number;
    clipped = clipToLeft(clipped, fromLon, fromLat, toLon, toLat);
    fromLon = toLon;
    fromLat = toLat;
  }
  return clipped;
}

/** What of a ring lies left of, or on, the line through two points. */
function clipToLeft(ring: FlatRing, fromLon: number, fromLat: number, toLon: number, toLat: number): FlatRing {
  const kept: number[] = [];
  let lon = ring[ring.length - 2] as number;
  let lat = ring[ring.length - 1] as number;
  let side = leftOf(fromLon, fromLat, toLon, toLat, lon, lat);
  for (let i = 0; i < ring.length; i += 2) {
    const nextLon = ring[i] as number;
    const nextLat = ring[i + 1] as number;
    const nextSide = leftOf(fromLon, fromLat, toLon, toLat, nextLon, nextLat);
    if ((side < 0 && nextSide > 0) || (side > 0 && nextSide < 0)) {
      const fraction = side / (side - nextSide);
      kept.push(lon + fraction * (nextLon - lon), lat + fraction * (nextLat - lat));
    }
    if (nextSide >= 0) kept.push(nextLon, nextLat);
    lon = nextLon;
    lat = nextLat;
    side = nextSide;
  }
  return kept;
}

/** Positive where the third point lies left of the line from the first to the second. */
function leftOf(fromLon: number, fromLat: number, toLon: number, toLat: number, lon: number, lat: number): number {
  return (toLon - fromLon) * (lat - fromLat) - (toLat - fromLat) * (lon - fromLon);
}

function boundsMeet(ring: FlatRing, part: FlatRing): boolean {
  return axisMeets(ring, part, 0) && axisMeets(ring, part, 1);
}

function axisMeets(ring: FlatRing, part: FlatRing, axis: 0 | 1): boolean {
  const [ringLow, ringHigh] = rangeOf(ring, axis);
  const [partLow, partHigh] = rangeOf(part, axis);
  return ringLow <= partHigh && partLow <= ringHigh;
}

function rangeOf(ring: FlatRing, axis: 0 | 1): readonly [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = axis; i < ring.length; i += 2) {
    const value = ring[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
