import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { LonLat, Metres } from '../../geodata/units.ts';
import { type Queryable, queryAsJson } from './db.ts';
import { GEOJSON_DIGITS, type MultiPolygonGeometry } from './geojson-areas.ts';

/** A township 乡镇 or subdistrict 街道. */
export interface Township {
  /** Its division code where the data have one. */
  readonly id: string;
  readonly name: string;
  readonly polygons: MultiPolygonRings;
}

/** For `insertAsJson`. */
export const INSERT_TOWNSHIPS = `
  INSERT INTO township (version_id, id, ordinal, name, geom)
  SELECT $1, id, ordinal, name, ST_GeomFromGeoJSON(geometry::text)
  FROM jsonb_to_recordset($2::text::jsonb) AS row(id text, ordinal int, name text, geometry jsonb)`;

/** A version's townships in the order of the import, with every position as it was imported. */
export async function listTownships(db: Queryable, versionId: number): Promise<Township[]> {
  const rows = await queryAsJson<{ id: string; name: string; geometry: MultiPolygonGeometry }>(
    db,
    `SELECT id, name, ST_AsGeoJSON(geom, ${GEOJSON_DIGITS})::json AS geometry
     FROM township WHERE version_id = $1 ORDER BY ordinal`,
    [versionId],
  );
  return rows.map(({ id, name, geometry }) => ({ id, name, polygons: geometry.coordinates }));
}

/** What townships are about, counted and measured by PostGIS. */
export interface TownshipFigures {
  readonly id: string;
  readonly name: string;
  /** On the ellipsoid. */
  readonly squareMetres: number;
  readonly stations: number;
  /** Indexes of the settlements that lie in it. */
  readonly settlements: readonly number[];
}

/** Area and contents of each township: the stations and settlements that lie in it, its edge included. */
export async function townshipFigures(db: Queryable, versionId: number): Promise<TownshipFigures[]> {
  const rows = await queryAsJson<TownshipFigures>(
    db,
    `SELECT t.id, t.name, ST_Area(t.geom::geography) AS "squareMetres",
       (SELECT count(*) FROM station s
        WHERE s.version_id = t.version_id AND ST_Intersects(t.geom, s.geom)) AS stations,
       counted.settlements
     FROM township t, LATERAL (
       SELECT coalesce(json_agg(ordinal ORDER BY ordinal), '[]') AS settlements
       FROM settlement s
       WHERE s.version_id = t.version_id AND ST_Intersects(t.geom, s.geom)) counted
     WHERE t.version_id = $1 ORDER BY t.ordinal`,
    [versionId],
  );
  return rows;
}

/** Id of the township that a point lies in, the first where it lies on a border; undefined where it lies in none. */
export async function townshipAt(db: Queryable, versionId: number, [lon, lat]: LonLat): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(
    `SELECT id FROM township WHERE version_id = $1 AND ST_Intersects(geom, ST_Point($2, $3, 4326))
     ORDER BY ordinal LIMIT 1`,
    [versionId, lon, lat],
  );
  return row?.id;
}

/** Id of the township that each station stands in, in the stations' order; null where it stands in none. */
export async function listTownshipOfStations(db: Queryable, versionId: number): Promise<(string | null)[]> {
  const rows = await queryAsJson<{ township: string | null }>(
    db,
    `SELECT (SELECT t.id FROM township t WHERE t.version_id = s.version_id AND ST_Intersects(t.geom, s.geom)
             ORDER BY t.ordinal LIMIT 1) AS township
     FROM station s WHERE s.version_id = $1 ORDER BY s.ordinal`,
    [versionId],
  );
  return rows.map(({ township }) => township);
}

/** Gaps of up to so much between two borders are the drawing's, not the ground's. */
export const BORDER_TOLERANCE_METRES: Metres = 10;

/** Degrees of longitude or latitude that are more than the tolerance anywhere in China (up to 54 N). */
const DEGREES_A_METRE = 1 / 60_000;

/**
 * Pairs of ids, in the order of the import, of townships that share a border: the border of one runs within the
 * tolerance of the other for more than four times the tolerance, so that two which meet in a corner do not.
 */
export async function adjacentTownships(
  db: Queryable,
  versionId: number,
  toleranceMetres: Metres = BORDER_TOLERANCE_METRES,
): Promise<[string, string][]> {
  const rows = await queryAsJson<{ a: string; b: string }>(
    db,
    `SELECT a.id AS a, b.id AS b
     FROM township a JOIN township b ON b.version_id = a.version_id AND a.ordinal < b.ordinal
       AND a.geom && ST_Expand(b.geom, $3)
     WHERE a.version_id = $1
       AND ST_Length(ST_Intersection(
             ST_Boundary(ST_ClipByBox2D(a.geom, ST_Expand(b.geom, $3))),
             ST_Buffer(b.geom::geography, $2)::geometry)::geography) > 4 * $2::double precision
     ORDER BY a.ordinal, b.ordinal`,
    [versionId, toleranceMetres, toleranceMetres * DEGREES_A_METRE],
  );
  return rows.map(({ a, b }) => [a, b]);
}
