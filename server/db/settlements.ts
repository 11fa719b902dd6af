import type { Settlement } from '../../geodata/catchment/places.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { LonLat, Metres } from '../../geodata/units.ts';
import { type Queryable, queryAsJson } from './db.ts';
import { multiPolygon } from './geojson-areas.ts';
import { withCoord } from './places-json.ts';

type SettlementRow = Omit<Settlement, 'coord'> & { readonly lon: number; readonly lat: number };

const COLUMNS = `id, name, kind, township, station_id AS "stationId", unit_code AS "unitCode", households, population,
  ST_X(geom) AS lon, ST_Y(geom) AS lat`;

/** For `insertAsJson`. */
export const INSERT_SETTLEMENTS = `
  INSERT INTO settlement
    (version_id, id, ordinal, name, kind, township, station_id, unit_code, households, population, geom)
  SELECT $1, id, ordinal, name, kind, township, "stationId", "unitCode", households, population,
         ST_SetSRID(ST_Point(lon, lat), 4326)
  FROM jsonb_to_recordset($2::text::jsonb) AS row(id text, ordinal int, name text, kind text, township text,
       "stationId" text, "unitCode" text, households int, population int, lon double precision, lat double precision)`;

/** A version's settlements in the order of the import, which is that of the engine's arrays. */
export async function listSettlements(db: Queryable, versionId: number): Promise<Settlement[]> {
  const sql = `SELECT ${COLUMNS} FROM settlement WHERE version_id = $1 ORDER BY ordinal`;
  return (await queryAsJson<SettlementRow>(db, sql, [versionId])).map(withCoord);
}

/** The settlements inside an area, its edge included, in the order of the import. */
export async function settlementsInside(
  db: Queryable,
  versionId: number,
  area: MultiPolygonRings,
): Promise<Settlement[]> {
  const rows = await queryAsJson<SettlementRow>(
    db,
    `SELECT ${COLUMNS} FROM settlement
     WHERE version_id = $1 AND ST_Intersects(geom, ST_GeomFromGeoJSON($2::text)) ORDER BY ordinal`,
    [versionId, JSON.stringify(multiPolygon(area))],
  );
  return rows.map(withCoord);
}

/** A settlement and the straight distance to it, on the ellipsoid. */
export interface SettlementAtDistance {
  readonly id: string;
  readonly metres: Metres;
}

/** The settlement nearest to a point within `limitMetres` in a straight line; undefined where there is none. */
export async function nearestSettlement(
  db: Queryable,
  versionId: number,
  [lon, lat]: LonLat,
  limitMetres: Metres,
): Promise<SettlementAtDistance | undefined> {
  const [nearest] = await queryAsJson<SettlementAtDistance>(
    db,
    `SELECT id, geom::geography <-> ST_Point($2, $3, 4326)::geography AS metres FROM settlement
     WHERE version_id = $1 AND ST_DWithin(geom::geography, ST_Point($2, $3, 4326)::geography, $4)
     ORDER BY metres, ordinal LIMIT 1`,
    [versionId, lon, lat, limitMetres],
  );
  return nearest;
}
