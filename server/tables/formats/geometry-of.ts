import type { Geometry } from 'geojson';

/** How many lists the coordinates of a type are nested in (RFC 7946, 3.1). */
const DEPTH: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/**
 * A feature's geometry if its coordinates are finite numbers nested as its type wants; undefined where there is none.
 * Whether rings are closed and lines have two points is for those to say who use them.
 */
export function geometryOf(value: unknown): Geometry | 'malformed' | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object' || !('type' in value) || !('coordinates' in value)) return 'malformed';
  const { type, coordinates } = value;
  const depth = typeof type === 'string' && Object.hasOwn(DEPTH, type) ? DEPTH[type] : undefined;
  if (depth === undefined || !isNested(coordinates, depth)) return 'malformed';
  return { type, coordinates } as Geometry;
}

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.every((inner) => isNested(inner, depth - 1));
  return value.length >= 2 && value.every((number) => typeof number === 'number' && Number.isFinite(number));
}
