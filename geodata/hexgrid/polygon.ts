import type { LonLat } from '../units.ts';

/**
 * A GeoJSON linear ring in lon, lat degrees, closed or not, wound either way. Its edges are straight in
 * degrees (RFC 7946, 3.1.1).
 */
export type Ring = readonly LonLat[];

/** One outer ring, then its holes. */
export type PolygonRings = readonly Ring[];

/** The `coordinates` of a GeoJSON MultiPolygon whose parts do not overlap and do not cross the antimeridian. */
export type MultiPolygonRings = readonly PolygonRings[];
