import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOfArea } from '../../geodata/hexgrid/area-cells.ts';
import { type CellResolution, cellBoundary } from '../../geodata/hexgrid/cells.ts';
import { clipAreaToCell } from '../../geodata/hexgrid/clip.ts';
import type { MultiPolygonRings } from '../../geodata/hexgrid/polygon.ts';
import type { LonLat } from '../../geodata/units.ts';
import { CHANGFENG, readFeatures } from '../catchment/changfeng.ts';
import { holeOf, star } from '../hexgrid/shapes.ts';
import { mulberry32 } from '../oracles/random.ts';
import { type OwnSchema, openOwnSchema } from './connection.ts';
import { multiPolygonJson } from './ground.ts';

interface Area {
  readonly name: string;
  readonly area: MultiPolygonRings;
  readonly resolution: CellResolution;
}

/** Concave areas with a hole, over China; a few townships where they are at hand. */
function areas(): Area[] {
  const random = mulberry32(21);
  const found: Area[] = Array.from({ length: 12 }, (_, i) => {
    const centre: LonLat = [80 + 50 * random(), 20 + 30 * random()];
    const ring = star(random, centre, 0.02 + 0.02 * random());
    const resolution = ([7, 8, 9] as const)[i % 3] as CellResolution;
    return { name: `star ${i}`, area: [[ring, holeOf(ring, centre)]], resolution };
  });
  if (!CHANGFENG) return found;
  const townships = readFeatures<{ readonly coordinates: MultiPolygonRings }>(`${CHANGFENG}/townships.geojson`);
  townships.slice(0, 3).forEach(({ properties, geometry }) => {
    found.push({ name: String(properties['name']), area: geometry.coordinates, resolution: 8 });
  });
  return found;
}

describe('areas cut by cells, against PostGIS', () => {
  let schema: OwnSchema;
  beforeAll(async () => {
    schema = await openOwnSchema();
    await schema.client.query('CREATE TABLE cell (area text, id text, ours float8, shape geometry(Polygon, 4326))');
    await schema.client.query('CREATE TABLE area (name text, shape geometry(MultiPolygon, 4326))');
    for (const { name, area, resolution } of areas()) {
      await schema.client.query('INSERT INTO area VALUES ($1, ST_GeomFromGeoJSON($2))', [name, multiPolygonJson(area)]);
      const cells = cellsOfArea(area, resolution);
      await schema.client.query(
        'INSERT INTO cell SELECT $1, a, b, c::geometry FROM unnest($2::text[], $3::float8[], $4::text[]) AS row(a, b, c)',
        [
          name,
          cells,
          cells.map((cell) => clipAreaToCell(area, cell)),
          cells.map(
            (cell) =>
              `SRID=4326;POLYGON((${cellBoundary(cell)
                .map((corner) => corner.join(' '))
                .join()}))`,
          ),
        ],
      );
    }
  });
  afterAll(() => schema.close());

  // PostGIS measures along geodesics, we along lines straight in degrees: over a cell of resolution 7, 1.4 km wide, the
  // two lie some millimetres apart.
  it('have in each cell the area of ST_Intersection, to a part in ten thousand and 5 square metres', async () => {
    const { rows } = await schema.client.query<{ area: string; id: string; ours: number; theirs: number }>(
      `SELECT cell.area, id, ours, ST_Area(ST_Intersection(cell.shape, area.shape)::geography) AS theirs
       FROM cell JOIN area ON area.name = cell.area`,
    );
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.filter(({ ours, theirs }) => Math.abs(ours - theirs) > theirs / 10_000 + 5)).toEqual([]);
  });

  it('lie wholly in the cells that are theirs: nothing is left over', async () => {
    const { rows } = await schema.client.query<{ name: string; missing: number }>(
      `SELECT name, ST_Area(ST_Difference(area.shape, ST_Buffer(cells.shape, 1e-9))::geography) AS missing
       FROM area JOIN (SELECT area, ST_Union(shape) AS shape FROM cell GROUP BY area) AS cells ON cells.area = name`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(12);
    expect(rows.filter(({ missing }) => missing > 1)).toEqual([]);
  });

  it('overlap every cell that is theirs', async () => {
    const { rows } = await schema.client.query(
      `SELECT cell.area, id FROM cell JOIN area ON area.name = cell.area
       WHERE ST_Distance(cell.shape, area.shape) > 1e-9`,
    );
    expect(rows).toEqual([]);
  });
});
