import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { straightMetres } from '../../geodata/catchment/catchments.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { type OwnSchema, openOwnSchema } from './connection.ts';
import { grounds, strewn } from './ground.ts';

const everyGround = await grounds();
let schema: OwnSchema;
beforeAll(async () => {
  schema = await openOwnSchema();
});
afterAll(() => schema.close());

describe('straight metres against ST_Distance', () => {
  it.each([500, 5_000, 50_000])('agree on the ellipsoid to a part in a thousand, over some %i m', async (metres) => {
    const random = mulberry32(metres);
    const pairs = Array.from({ length: 200 }, () => {
      const [lon, lat] = [75 + 55 * random(), 18 + 35 * random()];
      const [angle, degrees] = [2 * Math.PI * random(), (metres / 111_000) * (0.2 + 1.6 * random())];
      return [lon, lat, lon + Math.cos(angle) * degrees, lat + Math.sin(angle) * degrees] as const;
    });
    const { rows } = await schema.client.query<{ metres: number }>(
      `SELECT ST_Distance(ST_MakePoint(a, b)::geography, ST_MakePoint(c, d)::geography) AS metres
       FROM unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[]) WITH ORDINALITY AS pair(a, b, c, d, i) ORDER BY i`,
      [0, 1, 2, 3].map((column) => pairs.map((pair) => pair[column])),
    );
    const wrong = rows.filter((row, i) => {
      const [a, b, c, d] = pairs[i]!;
      return Math.abs(straightMetres([a, b], [c, d]) - row.metres) > row.metres / 1_000;
    });
    expect(rows).toHaveLength(200);
    expect(wrong).toEqual([]);
  });
});

describe.each(everyGround)('snapping on $name against the nearest neighbour of PostGIS', ({ network }) => {
  let points: LonLat[];
  let nearest: number[];

  beforeAll(async () => {
    const { client } = schema;
    await client.query('DROP TABLE IF EXISTS segment');
    await client.query('CREATE TABLE segment (line geography(LineString, 4326))');
    const lines = segmentLines(network);
    for (let i = 0; i < lines.length; i += 10_000) {
      await client.query('INSERT INTO segment SELECT unnest($1::text[])::geography', [lines.slice(i, i + 10_000)]);
    }
    await client.query('CREATE INDEX ON segment USING gist (line)');
    await client.query('ANALYZE segment');
    points = strewn(network, 200, 33);
    const { rows } = await client.query<{ metres: number }>(
      `SELECT ST_Distance(at, line) AS metres
       FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS point(lon, lat, i)
       CROSS JOIN LATERAL (SELECT ST_MakePoint(lon, lat)::geography AS at) AS place
       CROSS JOIN LATERAL (SELECT line FROM segment ORDER BY line <-> at LIMIT 1) AS found
       ORDER BY i`,
      [points.map(([lon]) => lon), points.map(([, lat]) => lat)],
    );
    nearest = rows.map(({ metres }) => metres);
  });

  it('finds a road at the same distance, to half a metre and two parts in a thousand', () => {
    const { metres } = snapPoints(network, points);
    const wrong = points.flatMap((point, i) => {
      const apart = Math.abs(metres[i]! - nearest[i]!);
      return apart > 0.5 + nearest[i]! * 0.002 ? [{ point, ours: metres[i], theirs: nearest[i] }] : [];
    });
    expect(nearest).toHaveLength(200);
    expect(wrong).toEqual([]);
  });

  it('puts the point on the road, where it says', async () => {
    const { lonE6, latE6, metres } = snapPoints(network, points);
    const places = Array.from(lonE6, (lon, i) => [lon / 1e6, latE6[i]! / 1e6] as const);
    const { rows } = await schema.client.query<{ off: number; away: number }>(
      `SELECT ST_Distance(place, point) AS away,
         (SELECT ST_Distance(place, line) FROM segment ORDER BY line <-> place LIMIT 1) AS off
       FROM unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[]) WITH ORDINALITY AS pair(a, b, c, d, i)
       CROSS JOIN LATERAL (SELECT ST_MakePoint(a, b)::geography AS place, ST_MakePoint(c, d)::geography AS point) AS ends
       ORDER BY i`,
      [
        ...[0, 1].map((axis) => places.map((place) => place[axis])),
        ...[0, 1].map((axis) => points.map((p) => p[axis])),
      ],
    );
    expect(rows.filter(({ off }) => off > 0.5)).toEqual([]);
    expect(rows.filter(({ away }, i) => Math.abs(away - metres[i]!) > 0.5 + metres[i]! * 0.002)).toEqual([]);
  });
});

/** Every segment of every road as text that PostGIS reads. */
function segmentLines({ roadCount, roadPointOffset, pointLonE6, pointLatE6 }: RoadNetwork): string[] {
  const at = (point: number): string => `${pointLonE6[point]! / 1e6} ${pointLatE6[point]! / 1e6}`;
  const lines: string[] = [];
  for (let road = 0; road < roadCount; road++) {
    for (let point = roadPointOffset[road]! + 1; point < roadPointOffset[road + 1]!; point++) {
      lines.push(`SRID=4326;LINESTRING(${at(point - 1)}, ${at(point)})`);
    }
  }
  return lines;
}
