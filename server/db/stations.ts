import type { Station } from '../../geodata/catchment/places.ts';
import type { LonLat, Metres } from '../../geodata/units.ts';
import { type Queryable, queryAsJson } from './db.ts';
import { withCoord } from './places-json.ts';

type StationRow = Omit<Station, 'coord'> & { readonly lon: number; readonly lat: number };

const COLUMNS = `id, name, kind, township, officers, auxiliaries, ST_X(geom) AS lon, ST_Y(geom) AS lat`;

/** For `insertAsJson`. */
export const INSERT_STATIONS = `
  INSERT INTO station (version_id, id, ordinal, name, kind, township, officers, auxiliaries, geom)
  SELECT $1, id, ordinal, name, kind, township, officers, auxiliaries, ST_SetSRID(ST_Point(lon, lat), 4326)
  FROM jsonb_to_recordset($2::text::jsonb) AS row(id text, ordinal int, name text, kind text, township text,
       officers int, auxiliaries int, lon double precision, lat double precision)`;

/** A version's stations in the order of the import, which is that of the engine's arrays. */
export async function listStations(db: Queryable, versionId: number): Promise<Station[]> {
  const sql = `SELECT ${COLUMNS} FROM station WHERE version_id = $1 ORDER BY ordinal`;
  return (await queryAsJson<StationRow>(db, sql, [versionId])).map(withCoord);
}

/** A station and the straight distance to it, on the ellipsoid. */
export interface StationAtDistance {
  readonly id: string;
  readonly metres: Metres;
}

/** The `count` stations nearest to a point in a straight line, the nearest first. */
export function nearestStations(
  db: Queryable,
  versionId: number,
  [lon, lat]: LonLat,
  count: number,
): Promise<StationAtDistance[]> {
  return queryAsJson(
    db,
    `SELECT id, geom::geography <-> ST_Point($2, $3, 4326)::geography AS metres
     FROM station WHERE version_id = $1 ORDER BY metres, ordinal LIMIT $4`,
    [versionId, lon, lat, count],
  );
}
