import { beforeAll, describe, expect, it } from 'vitest';
import { importCounty } from '../../../../server/db/import-county.ts';
import { tilesOver } from '../../../oracles/mercator.ts';
import { decodeTile } from '../../../oracles/vector-tile.ts';
import { API_SETTLEMENTS, apiCounty } from './api-county.ts';
import type { ApiUnderTest } from './api-under-test.ts';

interface TileJson {
  readonly tilejson: string;
  readonly tiles: readonly string[];
  readonly bounds: readonly [number, number, number, number];
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly vector_layers: readonly { readonly id: string }[];
}

/** Vector tiles and their TileJSON. */
export function describeTiles(api: ApiUnderTest): void {
  describe('tiles', () => {
    let at = '';
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
    });

    it.each(['roads', 'areas', 'settlements', 'hexagons'])(
      'of %s are where TileJSON says, and for good',
      async (layer) => {
        const described = await api().json<TileJson>(`${at}/tiles/${layer}.json`);
        expect(described.tilejson).toBe('3.0.0');
        const [address = ''] = described.tiles;
        expect(address).toMatch(/^http:\/\/localhost\/api\/.*version=1/);
        const [west, south, east, north] = described.bounds;
        const tiles = tilesOver(11, [west, south], [east, north]);
        const seen = new Set<string>();
        for (const { z, x, y } of tiles) {
          const path = address.replace('http://localhost', '').replace('{z}/{x}/{y}', `${z}/${x}/${y}`);
          const { status, headers, bytes } = await api().ask(path);
          expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
          expect(status).toBe(bytes.length === 0 ? 204 : 200);
          if (status === 200) expect(headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
          for (const name of Object.keys(decodeTile(bytes))) seen.add(name);
        }
        expect([...seen].sort()).toEqual(described.vector_layers.map(({ id }) => id).sort());
      },
    );

    it('hold every settlement that the list holds', async () => {
      const { bounds } = await api().json<TileJson>(`${at}/tiles/settlements.json`);
      const ids = new Set<string | undefined>();
      for (const { z, x, y } of tilesOver(11, [bounds[0], bounds[1]], [bounds[2], bounds[3]])) {
        const { bytes } = await api().ask(`${at}/tiles/settlements/${z}/${x}/${y}.mvt`);
        for (const { properties } of decodeTile(bytes)['settlements']?.features ?? []) ids.add(properties['id']);
      }
      expect([...ids].sort()).toEqual(API_SETTLEMENTS.map(({ id }) => id).sort());
    });

    it('hold the very cells of the hexagons’ answer', async () => {
      for (const resolution of [7, 8]) {
        const { bounds } = await api().json<TileJson>(`${at}/tiles/hexagons.json?resolution=${resolution}`);
        const cells = new Set<string | undefined>();
        for (const { z, x, y } of tilesOver(10, [bounds[0], bounds[1]], [bounds[2], bounds[3]])) {
          const { bytes } = await api().ask(`${at}/tiles/hexagons/${z}/${x}/${y}.mvt?resolution=${resolution}`);
          for (const { properties } of decodeTile(bytes)['hexagons']?.features ?? []) cells.add(properties['cell']);
        }
        const { hexagons } = await api().json<{ hexagons: { cell: string }[] }>(
          `${at}/hexagons?resolution=${resolution}`,
        );
        expect([...cells].sort()).toEqual(hexagons.map(({ cell }) => cell));
      }
    });

    it('are none elsewhere on earth, and no address beyond it', async () => {
      const elsewhere = await api().ask(`${at}/tiles/roads/11/100/100.mvt`);
      expect({ status: elsewhere.status, length: elsewhere.bytes.length }).toEqual({ status: 204, length: 0 });
      expect((await api().ask(`${at}/tiles/roads/3/8/0.mvt`)).status).toBe(404);
      expect((await api().ask(`${at}/tiles/people/3/1/1.mvt`)).status).toBe(400);
    });
  });
}
