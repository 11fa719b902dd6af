import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Isochrone, isochrones } from '../../geodata/catchment/isochrone.ts';
import type { LonLat } from '../../geodata/units.ts';
import { holdsPlace } from '../catchment/ring-faults.ts';
import { type OwnSchema, openOwnSchema } from './connection.ts';
import { grounds, multiPolygonJson } from './ground.ts';

const MINUTES = [2, 6, 12];
const everyGround = await grounds();

describe.each(everyGround)('isochrones on $name in PostGIS', ({ network, origins, settlements }) => {
  let schema: OwnSchema;
  let drawn: Isochrone[][];

  beforeAll(async () => {
    schema = await openOwnSchema();
    const { client } = schema;
    await client.query(
      'CREATE TABLE isochrone (origin int, minutes float8, ours float8, area geometry(MultiPolygon, 4326))',
    );
    await client.query('CREATE TABLE place (id int, at geometry(Point, 4326))');
    drawn = origins.map((origin) => isochrones(network, origin, MINUTES, { stepMetres: 80 }));
    for (const [origin, answered] of drawn.entries()) {
      for (const { minutes, polygons, areaSquareMetres } of answered) {
        await client.query('INSERT INTO isochrone VALUES ($1, $2, $3, ST_GeomFromGeoJSON($4))', [
          origin,
          minutes,
          areaSquareMetres,
          multiPolygonJson(polygons),
        ]);
      }
    }
    for (const [id, place] of settlements.entries()) {
      await client.query('INSERT INTO place VALUES ($1, ST_SetSRID(ST_MakePoint($2, $3), 4326))', [id, ...place]);
    }
  });
  afterAll(() => schema.close());

  it('are valid, and most of them not empty', async () => {
    const { rows } = await schema.client.query(
      'SELECT ST_IsValidReason(area) AS reason, ST_IsEmpty(area) FROM isochrone',
    );
    expect(rows.map(({ reason }) => reason)).toEqual(Array(origins.length * MINUTES.length).fill('Valid Geometry'));
    expect(rows.filter(({ st_isempty }) => st_isempty).length).toBeLessThan(rows.length / 3);
  });

  it('have the area of PostGIS on the ellipsoid, to a part in a thousand', async () => {
    const { rows } = await schema.client.query('SELECT ours, ST_Area(area::geography) AS theirs FROM isochrone');
    for (const { ours, theirs } of rows) expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(theirs / 1_000);
  });

  it('nest: that of fewer minutes is covered by that of more, to a millionth of a degree', async () => {
    const { rows } = await schema.client.query(
      `SELECT ST_Covers(ST_Buffer(more.area, 1e-6), fewer.area) AS covered
       FROM isochrone AS fewer JOIN isochrone AS more USING (origin)
       WHERE fewer.minutes < more.minutes AND NOT ST_IsEmpty(fewer.area)`,
    );
    expect(rows.length).toBeGreaterThan(origins.length);
    expect(rows.filter(({ covered }) => !covered)).toEqual([]);
  });

  it('contain the settlements that our own rule puts inside', async () => {
    const { rows } = await schema.client.query<{ origin: number; minutes: number; id: number; inside: boolean }>(
      `SELECT origin, minutes, id, ST_Contains(area, at) AS inside FROM isochrone, place
       WHERE ST_Distance(ST_Boundary(area), at) > 1e-6 OR ST_IsEmpty(area)`,
    );
    const wrong = rows.filter(({ origin, minutes, id, inside }) => {
      const { polygons } = drawn[origin]![MINUTES.indexOf(minutes)]!;
      return holdsPlace(polygons, settlements[id] as LonLat) !== inside;
    });
    expect(wrong).toEqual([]);
    expect(rows.filter(({ inside }) => inside).length).toBeGreaterThan(5);
    expect(rows.length).toBeGreaterThan(0.99 * origins.length * MINUTES.length * settlements.length);
  });
});
