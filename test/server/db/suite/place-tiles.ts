import { beforeAll, describe, expect, it } from 'vitest';
import { cellsOfArea } from '../../../../geodata/hexgrid/area-cells.ts';
import { cellAt } from '../../../../geodata/hexgrid/cells.ts';
import type { LonLat } from '../../../../geodata/units.ts';
import { queryAsJson } from '../../../../server/db/db.ts';
import { type CountyImport, importCounty } from '../../../../server/db/import-county.ts';
import { layerBounds, type TileLayer } from '../../../../server/db/tile-bounds.ts';
import { countyTile, type TileOptions } from '../../../../server/tiles/county-tiles.ts';
import { tileGround } from '../../../../server/tiles/tile-address.ts';
import { inTile, type Tile } from '../../../oracles/mercator.ts';
import { type DecodedFeature, type DecodedLayer, decodeTile } from '../../../oracles/vector-tile.ts';
import { smallCounty } from './small-county.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { TILE_ZOOMS, tileCounty, tileOfCounty, tilesOfCounty } from './tile-county.ts';

type XY = readonly [x: number, y: number];

/** Area and length of closed rings; holes count less where they are wound the other way. */
function measure(rings: readonly (readonly XY[])[]): { readonly area: number; readonly length: number } {
  let [area, length] = [0, 0];
  for (const ring of rings) {
    ring.slice(1).forEach(([x, y], i) => {
      const [beforeX, beforeY] = ring[i]!;
      area += (beforeX * y - x * beforeY) / 2;
      length += Math.hypot(x - beforeX, y - beforeY);
    });
  }
  return { area, length };
}

function surrounds(rings: readonly (readonly XY[])[], [x, y]: XY): boolean {
  let isInside = false;
  for (const ring of rings) {
    ring.slice(1).forEach(([bx, by], i) => {
      const [ax, ay] = ring[i]!;
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) isInside = !isInside;
    });
  }
  return isInside;
}

/** Tiles of areas, settlements and hexagons against PostGIS's own intersections and the import. */
export function describePlaceTiles(store: StoreUnderTest): void {
  describe('tiles of places', () => {
    let county: CountyImport;
    let versionId = 0;
    beforeAll(async () => {
      county = await tileCounty(52);
      versionId = (await importCounty(store(), county)).id;
    });
    const layersOf = async (
      layer: TileLayer,
      tile: Tile,
      options?: TileOptions,
    ): Promise<Record<string, DecodedLayer>> => decodeTile(await countyTile(store(), versionId, layer, tile, options));

    /** What a tile must show of a table, by id: exact intersections in units of the tile, counterclockwise in lon, lat. */
    const intersections = async (sql: string, tile: Tile): Promise<Map<string, XY[][]>> => {
      const { west, south, east, north } = tileGround(tile).bufferedBox;
      const rows = await queryAsJson<{ id: string; polygons: LonLat[][][] }>(
        store(),
        `SELECT id, ST_AsGeoJSON(ST_Multi(part), 15)::json->'coordinates' AS polygons FROM (
           SELECT id, ST_CollectionExtract(ST_ForcePolygonCCW(
             ST_Intersection(geom, ST_MakeEnvelope($2, $3, $4, $5, 4326))), 3) AS part FROM (${sql}) shape) cut
         WHERE NOT ST_IsEmpty(part)`,
        [versionId, west, south, east, north],
      );
      return new Map(
        rows.map(({ id, polygons }) => [id, polygons.flat().map((ring) => ring.map((place) => inTile(place, tile)))]),
      );
    };

    const expectShapes = (features: readonly DecodedFeature[], idOf: string, exact: Map<string, XY[][]>): void => {
      const drawn = new Map(features.map(({ properties, parts }) => [properties[idOf] ?? '', parts]));
      expect(drawn.size).toBe(features.length);
      for (const [id, rings] of drawn) {
        expect(exact.has(id), id).toBe(true);
        for (const value of rings.flat(2)) expect(Math.abs(value - 2048)).toBeLessThanOrEqual(2048 + 64);
      }
      for (const [id, rings] of exact) {
        const { area, length } = measure(rings);
        // North is up in degrees and down in a tile, so that the sign of an area changes.
        const found = measure(drawn.get(id) ?? []);
        expect(Math.abs(found.area + area), `${id} of ${-area} square units`).toBeLessThanOrEqual(1.3 * length + 2);
      }
    };

    it.each(TILE_ZOOMS)('of zoom %i show the areas as PostGIS cuts them', async (z) => {
      const sql = `SELECT county_code AS id, geom FROM boundary JOIN dataset_version ON id = version_id
        WHERE version_id = $1 UNION ALL SELECT id, geom FROM township WHERE version_id = $1`;
      for (const tile of tilesOfCounty(z)) {
        const { areas } = await layersOf('areas', tile);
        expectShapes(areas?.features ?? [], 'id', await intersections(sql, tile));
      }
    });

    it.each(TILE_ZOOMS)('of zoom %i name each area once, inside it', async (z) => {
      const labels: Record<string, string>[] = [];
      for (const tile of tilesOfCounty(z)) {
        const { areas, 'area-labels': named } = await layersOf('areas', tile);
        for (const { type, properties, parts } of named?.features ?? []) {
          expect(type).toBe('point');
          labels.push(properties);
          const point = parts[0]?.[0] ?? [Number.NaN, Number.NaN];
          expect(point.every((value) => value >= 0 && value < 4096)).toBe(true);
          const area = areas?.features.find((feature) => feature.properties['id'] === properties['id']);
          expect(area?.properties).toEqual(properties);
          expect(surrounds(area?.parts ?? [], point), properties['id']).toBe(true);
        }
      }
      const expected = (county.townships?.items ?? []).map(({ id, name }) => ({ kind: 'township', id, name }));
      expect(labels).toHaveLength(4);
      expect(labels).toEqual(
        expect.arrayContaining([...expected, { kind: 'county', id: county.code, name: '示例县' }]),
      );
    });

    it.each(TILE_ZOOMS)(
      'of zoom %i show settlements in the unit they stand in, each in one tile and around its edges',
      async (z) => {
        const shown = county.settlements.items.filter(({ kind }) => z >= 9 || kind === 'administrative');
        const owners = new Map<string, number>();
        for (const tile of tilesOfCounty(z)) {
          const { settlements } = await layersOf('settlements', tile);
          const expected = shown.flatMap(({ id, name, kind, coord }) => {
            const unit = inTile(coord, tile).map(Math.floor) as unknown as XY;
            const isNear = unit.every((value) => value >= -64 && value < 4160);
            if (unit.every((value) => value >= 0 && value < 4096)) owners.set(id, (owners.get(id) ?? 0) + 1);
            return isNear ? [{ type: 'point', properties: { id, name, kind }, parts: [[unit]] }] : [];
          });
          expect(settlements?.features ?? []).toEqual(expected);
        }
        expect([...owners.keys()].sort()).toEqual(shown.map(({ id }) => id).sort());
        expect(Math.max(...owners.values())).toBe(1);
      },
    );

    it.each([7, 8] as const)(
      'show every cell of resolution %i at each zoom, as PostGIS cuts it',
      async (resolution) => {
        const cells = cellsOfArea(county.boundary?.items.flat() ?? [], resolution);
        expect(cells.length).toBeGreaterThan(20);
        for (const z of TILE_ZOOMS) {
          const seen = new Set<string>();
          for (const tile of tilesOfCounty(z)) {
            const { hexagons } = await layersOf('hexagons', tile, { resolution });
            for (const { properties } of hexagons?.features ?? []) seen.add(properties['cell'] ?? '');
            const sql = `SELECT cell AS id, geom FROM hexagon WHERE version_id = $1 AND resolution = ${resolution}`;
            expectShapes(hexagons?.features ?? [], 'cell', await intersections(sql, tile));
          }
          expect([...seen].sort(), `zoom ${z}`).toEqual(cells);
        }
      },
    );

    it('show resolution 8 where none is asked for', async () => {
      const tile = tileOfCounty(10);
      expect(await layersOf('hexagons', tile)).toEqual(await layersOf('hexagons', tile, { resolution: 8 }));
      expect(await layersOf('hexagons', tile)).not.toEqual({});
    });

    it.each(['roads', 'areas', 'settlements', 'hexagons'] as const)(
      'of %s have no bytes where there is nothing',
      async (layer) => {
        const far = { z: 10, x: 0, y: 0 };
        const here = tileOfCounty(10);
        expect(await countyTile(store(), versionId, layer, far)).toEqual(new Uint8Array());
        expect(await countyTile(store(), -1, layer, here)).toEqual(new Uint8Array());
        expect(await layerBounds(store(), -1, layer)).toBeUndefined();
      },
    );

    it.each(['roads', 'areas', 'settlements', 'hexagons'] as const)(
      'of %s have something only within the bounds',
      async (layer) => {
        const bounds = await layerBounds(store(), versionId, layer);
        for (const tile of tilesOfCounty(12)) {
          const { west, south, east, north } = tileGround(tile).bufferedBox;
          const isApart =
            !bounds || west > bounds.east || east < bounds.west || south > bounds.north || north < bounds.south;
          if (isApart) expect(await layersOf(layer, tile)).toEqual({});
        }
        expect(bounds?.west).toBeGreaterThan(116.9);
        expect(bounds?.north).toBeLessThan(32.3);
      },
    );

    it('are not read for somebody who has gone', async () => {
      const gone = AbortSignal.abort(new Error('gone'));
      for (const layer of ['roads', 'areas', 'settlements', 'hexagons'] as const) {
        await expect(countyTile(store(), versionId, layer, { z: 10, x: 0, y: 0 }, { signal: gone })).rejects.toThrow(
          'gone',
        );
      }
    });

    it('show the cells of settlements alone where there is no boundary', async () => {
      const { settlements } = county;
      const version = await importCounty(
        store(),
        smallCounty({ boundary: undefined, townships: undefined, settlements }),
      );
      for (const resolution of [7, 8] as const) {
        const seen = new Set<string>();
        for (const tile of tilesOfCounty(9)) {
          const { hexagons } = decodeTile(await countyTile(store(), version.id, 'hexagons', tile, { resolution }));
          for (const { properties } of hexagons?.features ?? []) seen.add(properties['cell'] ?? '');
        }
        expect(seen).toEqual(new Set(settlements.items.map(({ coord }) => cellAt(coord, resolution))));
      }
    });
  });
}
