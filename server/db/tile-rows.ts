import type { LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { RoadClass } from '../../geodata/roads/road-class.ts';
import { type Queryable, type QueryOptions, queryAsJson, type SqlValue } from './db.ts';
import type { StoredResolution } from './hexagons.ts';

/** One feature of a tile, in degrees. */
export interface TileRow {
  readonly properties: Readonly<Record<string, string>>;
  readonly geometry: Point | LineString | MultiLineString | Polygon | MultiPolygon;
}

/** A box in degrees, straight on the tiles' projection too. */
export interface LonLatBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The ground of a tile. */
export interface TileGround {
  /** The tile itself. A point on its northern or western edge belongs to it, one on the others to its neighbour. */
  readonly box: LonLatBox;
  /** The tile and what is drawn beyond its edges: lines and polygons are clipped to it. */
  readonly bufferedBox: LonLatBox;
  /** What is left out of a line may lie so far from what is drawn. */
  readonly toleranceDegrees: number;
}

/** Digits after the point, 1 cm: a tenth of a unit of the smallest tile. */
const DIGITS = 7;

/** For $2 .. $5. */
const BOX = 'ST_MakeEnvelope($2, $3, $4, $5, 4326)';

function corners({ west, south, east, north }: LonLatBox): number[] {
  return [west, south, east, north];
}

/**
 * Geometries cross as text inside the JSON: PostgreSQL parses what it is told is JSON, which takes a tile of 3,300
 * hexagons 31 ms instead of 23.
 */
async function readRows(
  db: Queryable,
  sql: string,
  params: readonly SqlValue[],
  options: QueryOptions | undefined,
): Promise<TileRow[]> {
  const rows = await queryAsJson<Pick<TileRow, 'properties'> & { readonly geometry: string }>(db, sql, params, options);
  return rows.map(({ properties, geometry }) => ({
    properties,
    geometry: JSON.parse(geometry) as TileRow['geometry'],
  }));
}

/**
 * Rows of `properties` and `geom`, by their `rank`, as a tile's: clipped to BOX, empty ones left out. Edges are straight
 * in degrees, as in GeoJSON; a map draws them straight in its projection, up to 0.3 m beside on an edge of 5 km.
 */
function clipped(rows: string, kind: 'lines' | 'polygons'): string {
  return `SELECT properties, ST_AsGeoJSON(geom, ${DIGITS}) AS geometry FROM (
    SELECT properties, rank, ST_CollectionExtract(ST_ClipByBox2D(geom, ${BOX}), ${kind === 'lines' ? 2 : 3}) AS geom
    FROM (${rows}) whole) part WHERE NOT ST_IsEmpty(geom) ORDER BY rank`;
}

/**
 * The roads of a tile, of some classes: {class, name?, ref?}. Each is simplified as a whole and then clipped, so that
 * the parts in neighbouring tiles meet.
 */
export function readRoadTile(
  db: Queryable,
  versionId: number,
  { bufferedBox, toleranceDegrees }: TileGround,
  classes: readonly RoadClass[],
  options?: QueryOptions,
): Promise<TileRow[]> {
  const sql = clipped(
    `SELECT json_strip_nulls(json_build_object('class', class, 'name', name, 'ref', ref)) AS properties,
            ordinal AS rank, ST_Simplify(geom, $6) AS geom
     FROM road_line WHERE version_id = $1 AND geom && ${BOX} AND class = ANY($7)`,
    'lines',
  );
  return readRows(db, sql, [versionId, ...corners(bufferedBox), toleranceDegrees, classes], options);
}

/** County and townships of a version: $1. The county comes first, so that the townships are drawn over it. */
const AREAS = `
  SELECT json_build_object('kind', 'county', 'id', county_code, 'name', county_name) AS properties, -1 AS rank, geom
  FROM boundary JOIN dataset_version ON id = version_id WHERE version_id = $1
  UNION ALL
  SELECT json_build_object('kind', 'township', 'id', id, 'name', name), ordinal, geom
  FROM township WHERE version_id = $1`;

/** The county and the townships of a tile, as polygons: {kind, id, name}. */
export function readAreaTile(
  db: Queryable,
  versionId: number,
  { bufferedBox, toleranceDegrees }: TileGround,
  options?: QueryOptions,
): Promise<TileRow[]> {
  const sql = clipped(
    `SELECT properties, rank, ST_SimplifyPreserveTopology(geom, $6) AS geom
     FROM (${AREAS}) area WHERE geom && ${BOX}`,
    'polygons',
  );
  return readRows(db, sql, [versionId, ...corners(bufferedBox), toleranceDegrees], options);
}

/** Where the same areas are named: a point inside each, in one tile only of each zoom. */
export function readAreaLabelTile(
  db: Queryable,
  versionId: number,
  { box }: TileGround,
  options?: QueryOptions,
): Promise<TileRow[]> {
  const sql = `SELECT properties, ST_AsGeoJSON(geom, 15) AS geometry FROM (
      SELECT properties, rank, ST_PointOnSurface(geom) AS geom FROM (${AREAS}) area WHERE geom && ${BOX}) label
    WHERE ST_X(geom) >= $2 AND ST_X(geom) < $4 AND ST_Y(geom) > $3 AND ST_Y(geom) <= $5 ORDER BY rank`;
  return readRows(db, sql, [versionId, ...corners(box)], options);
}

/** The settlements of a tile and its buffer, all or the administrative ones: {id, name, kind}; never their counts. */
export function readSettlementTile(
  db: Queryable,
  versionId: number,
  { bufferedBox }: TileGround,
  kinds: readonly string[],
  options?: QueryOptions,
): Promise<TileRow[]> {
  const sql = `SELECT json_build_object('id', id, 'name', name, 'kind', kind) AS properties,
      ST_AsGeoJSON(geom, 15) AS geometry
    FROM settlement WHERE version_id = $1 AND geom && ${BOX} AND kind = ANY($6) ORDER BY ordinal`;
  return readRows(db, sql, [versionId, ...corners(bufferedBox), kinds], options);
}

/** The hexagons of a tile: {cell}. Not simplified: six corners, which neighbours share. */
export function readHexagonTile(
  db: Queryable,
  versionId: number,
  { bufferedBox }: TileGround,
  resolution: StoredResolution,
  options?: QueryOptions,
): Promise<TileRow[]> {
  const sql = clipped(
    `SELECT json_build_object('cell', cell) AS properties, cell AS rank, geom
     FROM hexagon WHERE version_id = $1 AND geom && ${BOX} AND resolution = $6`,
    'polygons',
  );
  return readRows(db, sql, [versionId, ...corners(bufferedBox), resolution], options);
}
