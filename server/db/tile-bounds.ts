import { type Queryable, queryAsJson } from './db.ts';
import type { LonLatBox } from './tile-rows.ts';

/** What the map shows of a version, by the tables that hold it. */
const TABLES_OF_LAYER = {
  roads: ['road_line'],
  areas: ['boundary', 'township'],
  settlements: ['settlement'],
  hexagons: ['hexagon'],
} as const;

/** A layer of the map's tiles. */
export type TileLayer = keyof typeof TABLES_OF_LAYER;

/** The box around everything in a layer of a version, degrees; undefined where there is nothing. */
export async function layerBounds(db: Queryable, versionId: number, layer: TileLayer): Promise<LonLatBox | undefined> {
  const rows = TABLES_OF_LAYER[layer].map((table) => `SELECT geom FROM ${table} WHERE version_id = $1`);
  const [box] = await queryAsJson<LonLatBox>(
    db,
    `SELECT ST_XMin(box) AS west, ST_YMin(box) AS south, ST_XMax(box) AS east, ST_YMax(box) AS north
     FROM (SELECT ST_Extent(geom) AS box FROM (${rows.join(' UNION ALL ')}) shape) extent WHERE box IS NOT NULL`,
    [versionId],
  );
  return box;
}
