import type { Geometry, Position } from 'geojson';

const DECIMALS = 1_000_000;

/**
 * A geometry as RFC 7946 wants it: coordinates rounded to 6 decimals (11.2.: about 10 cm), outer
 * rings counterclockwise and holes clockwise (3.1.6.). The input is left alone.
 */
export function rfc7946Geometry(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: rounded(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(rounded) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map((line) => line.map(rounded)) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(woundRing) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(woundRing)) };
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map(rfc7946Geometry) };
  }
}

/** Adding 0 turns the -0 that rounding may leave into 0. */
function rounded(position: Position): Position {
  return position.map((degrees) => Math.round(degrees * DECIMALS) / DECIMALS + 0);
}

function woundRing(ring: Position[], index: number): Position[] {
  const positions = ring.map(rounded);
  const isCounterclockwise = doubleArea(ring) > 0;
  return isCounterclockwise === (index === 0) ? positions : positions.reverse();
}

/** Twice the ring's area in square degrees, positive where it runs counterclockwise; reckoned from its first position to keep the digits. */
function doubleArea(ring: readonly Position[]): number {
  const [originLon = 0, originLat = 0] = ring[0] ?? [];
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [fromLon = 0, fromLat = 0] = ring[index - 1] ?? [];
    const [toLon = 0, toLat = 0] = ring[index] ?? [];
    sum += (fromLon - originLon) * (toLat - originLat) - (toLon - originLon) * (fromLat - originLat);
  }
  return sum;
}
