import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { LonLat } from '../../geodata/units.ts';
import type { CountyTables, ImportProblems, SourceRows } from './county-tables.ts';
import { type Queryable, queryAsJson } from './db.ts';
import { multiPolygon } from './geojson-areas.ts';
import { ROWS_A_STATEMENT } from './places-json.ts';

/** A point that rounding put just outside is inside: about 0.1 m. */
const EDGE_DEGREES = 1e-6;

/** Two townships overlap where they share more of the smaller one than drawing makes. */
const OVERLAP_SHARE = 0.005;

/** A township is of the county where at least so much of it lies inside. */
const INSIDE_SHARE = 0.5;

/**
 * What PostGIS finds wrong with a county's ground. Rules: area-self-crossing for a boundary or township whose rings
 * cross; then, where all areas are sound, outside-county for a station or settlement outside the boundary and a
 * township mostly so, and townships-overlap at the later of two that share more than 0.5 % of the smaller.
 */
export async function checkAreas(
  db: Queryable,
  county: CountyTables,
  problems: ImportProblems,
  signal?: AbortSignal,
): Promise<void> {
  const { boundary, townships, stations, settlements } = county;
  const areasOf = (source: NonNullable<typeof townships>) => source.items.map(({ polygons }) => polygons);
  const crossing = [
    ...(boundary ? await addCrossing(db, boundary, boundary.items, problems, signal) : []),
    ...(townships ? await addCrossing(db, townships, areasOf(townships), problems, signal) : []),
  ];
  if (crossing.length > 0) return;
  const area = boundary?.items.flat();
  if (townships) await addOverlapping(db, townships, areasOf(townships), problems, signal);
  if (!area) return;
  for (const source of [stations, settlements]) await addOutside(db, source, area, problems, signal);
  if (townships) await addTownshipsOutside(db, townships, areasOf(townships), area, problems, signal);
}

type Source = Pick<SourceRows<unknown>, 'file' | 'rows'>;

const AREAS = `areas AS MATERIALIZED (
  SELECT ordinal::int - 1 AS index, ST_GeomFromGeoJSON(geometry::text) AS geom
  FROM jsonb_array_elements($1::text::jsonb) WITH ORDINALITY AS row(geometry, ordinal))`;

function areasJson(areas: readonly MultiPolygonRings[]): string {
  return JSON.stringify(areas.map(multiPolygon));
}

async function addCrossing(
  db: Queryable,
  source: Source,
  areas: readonly MultiPolygonRings[],
  problems: ImportProblems,
  signal?: AbortSignal,
): Promise<readonly { readonly index: number }[]> {
  const sql = `WITH ${AREAS} SELECT index FROM areas WHERE NOT ST_IsValid(geom) ORDER BY index`;
  const found = await queryAsJson<{ index: number }>(db, sql, [areasJson(areas)], { signal });
  for (const { index } of found) problems.add(source, index, 'geometry', 'area-self-crossing');
  return found;
}

async function addOverlapping(
  db: Queryable,
  source: Source,
  areas: readonly MultiPolygonRings[],
  problems: ImportProblems,
  signal?: AbortSignal,
): Promise<void> {
  const sql = `WITH ${AREAS} SELECT DISTINCT b.index FROM areas a JOIN areas b ON a.index < b.index AND a.geom && b.geom
    WHERE ST_Area(ST_Intersection(a.geom, b.geom)) > $2 * least(ST_Area(a.geom), ST_Area(b.geom)) ORDER BY b.index`;
  const found = await queryAsJson<{ index: number }>(db, sql, [areasJson(areas), OVERLAP_SHARE], { signal });
  for (const { index } of found) problems.add(source, index, 'geometry', 'townships-overlap');
}

async function addTownshipsOutside(
  db: Queryable,
  source: Source,
  areas: readonly MultiPolygonRings[],
  county: MultiPolygonRings,
  problems: ImportProblems,
  signal?: AbortSignal,
): Promise<void> {
  const sql = `WITH ${AREAS}, county AS MATERIALIZED (SELECT ST_GeomFromGeoJSON($2::text) AS geom)
    SELECT index FROM areas, county
    WHERE ST_Area(ST_Intersection(areas.geom, county.geom)) < $3 * ST_Area(areas.geom) ORDER BY index`;
  const params = [areasJson(areas), JSON.stringify(multiPolygon(county)), INSIDE_SHARE];
  const found = await queryAsJson<{ index: number }>(db, sql, params, { signal });
  for (const { index } of found) problems.add(source, index, 'geometry', 'outside-county');
}

async function addOutside(
  db: Queryable,
  source: SourceRows<{ readonly coord: LonLat }>,
  county: MultiPolygonRings,
  problems: ImportProblems,
  signal?: AbortSignal,
): Promise<void> {
  const sql = `WITH county AS MATERIALIZED (SELECT ST_GeomFromGeoJSON($2::text) AS geom)
    SELECT ordinal::int - 1 AS index
    FROM county, jsonb_array_elements($1::text::jsonb) WITH ORDINALITY AS row(coord, ordinal)
    WHERE NOT ST_DWithin(geom, ST_Point((coord->>0)::float8, (coord->>1)::float8, 4326), $3) ORDER BY index`;
  const geometry = JSON.stringify(multiPolygon(county));
  for (let from = 0; from < source.items.length; from += ROWS_A_STATEMENT) {
    const coords = source.items.slice(from, from + ROWS_A_STATEMENT).map(({ coord }) => coord);
    const params = [JSON.stringify(coords), geometry, EDGE_DEGREES];
    const found = await queryAsJson<{ index: number }>(db, sql, params, { signal });
    for (const { index } of found) problems.add(source, from + index, 'geometry', 'outside-county');
  }
}
