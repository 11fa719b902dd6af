import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';

/** The GeoJSON geometry of an area, for ST_GeomFromGeoJSON. */
export interface MultiPolygonGeometry {
  readonly type: 'MultiPolygon';
  readonly coordinates: MultiPolygonRings;
}

export function multiPolygon(coordinates: MultiPolygonRings): MultiPolygonGeometry {
  return { type: 'MultiPolygon', coordinates };
}

/** Digits after the point that bring every double back exactly: PostGIS writes the shortest text that does. */
export const GEOJSON_DIGITS = 15;
