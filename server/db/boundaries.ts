import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { LonLat } from '../../geodata/units.ts';
import { type Queryable, queryAsJson } from './db.ts';
import { GEOJSON_DIGITS, type MultiPolygonGeometry, multiPolygon } from './geojson-areas.ts';

/** The county's boundary as it was imported; undefined where the version has none. */
export async function readBoundary(db: Queryable, versionId: number): Promise<MultiPolygonRings | undefined> {
  const [row] = await queryAsJson<{ geometry: MultiPolygonGeometry }>(
    db,
    `SELECT ST_AsGeoJSON(geom, ${GEOJSON_DIGITS})::json AS geometry FROM boundary WHERE version_id = $1`,
    [versionId],
  );
  return row?.geometry.coordinates;
}

export async function insertBoundary(db: Queryable, versionId: number, area: MultiPolygonRings): Promise<void> {
  await db.query('INSERT INTO boundary (version_id, geom) VALUES ($1, ST_GeomFromGeoJSON($2::text))', [
    versionId,
    JSON.stringify(multiPolygon(area)),
  ]);
}

/** The part of an area that lies in the county: empty where none does, the area itself where there is no boundary. */
export async function clipToCounty(
  db: Queryable,
  versionId: number,
  area: MultiPolygonRings,
): Promise<MultiPolygonRings> {
  const [row] = await queryAsJson<{ geometry: MultiPolygonGeometry }>(
    db,
    `SELECT ST_AsGeoJSON(ST_Multi(ST_CollectionExtract(ST_Intersection(geom, ST_GeomFromGeoJSON($2::text)), 3)),
                         ${GEOJSON_DIGITS})::json AS geometry
     FROM boundary WHERE version_id = $1`,
    [versionId, JSON.stringify(multiPolygon(area))],
  );
  return row ? row.geometry.coordinates : area;
}

/** Whether a point lies in the county, its edge included; undefined where the version has no boundary. */
export async function isInCounty(db: Queryable, versionId: number, [lon, lat]: LonLat): Promise<boolean | undefined> {
  const [row] = await db.query<{ inside: boolean }>(
    'SELECT ST_Intersects(geom, ST_Point($2, $3, 4326)) AS inside FROM boundary WHERE version_id = $1',
    [versionId, lon, lat],
  );
  return row?.inside;
}
