import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { unknownId } from '../../geodata/errors.ts';
import { findOrMake, LatestUsed } from '../counties/latest-used.ts';
import type { StoredResolution } from '../db/hexagons.ts';
import { layerBounds, type TileLayer } from '../db/tile-bounds.ts';
import type { LonLatBox } from '../db/tile-rows.ts';
import { countyTile } from '../tiles/county-tiles.ts';
import { GREATEST_ZOOM, tileAddress } from '../tiles/tile-address.ts';
import { tileJson } from '../tiles/tile-json.ts';
import { sendAnswer } from './answers.ts';
import type { ApiApp } from './api-app.ts';
import { clientGone } from './client-gone.ts';
import { CountyCode, CountyQuery, OneOf, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import type { Services } from './services.ts';

const TILE_TYPE = 'application/vnd.mapbox-vector-tile';

/** Layers of versions, which never change. */
const KEPT_BOUNDS = 1000;

const LAYERS = ['roads', 'areas', 'settlements', 'hexagons'] as const satisfies readonly TileLayer[];
const Layer = OneOf(LAYERS);
const TileQuery = {
  ...CountyQuery,
  resolution: Type.Optional(Type.Integer({ minimum: 7, maximum: 8, description: 'of hexagons' })),
};
const Whole = (maximum: number) => Type.Integer({ minimum: 0, maximum });
const TileParams = Strict({
  code: CountyCode,
  layer: Layer,
  z: Whole(GREATEST_ZOOM),
  x: Whole(2 ** GREATEST_ZOOM - 1),
  y: Whole(2 ** GREATEST_ZOOM - 1),
});

/** Vector tiles of a county's roads, areas, settlements and hexagons, and their TileJSON. */
export function tileRoutes(app: ApiApp, { db, library, answers }: Services): void {
  const bounds = new LatestUsed<Promise<LonLatBox | undefined>>(KEPT_BOUNDS, KEPT_BOUNDS);

  app.get(
    '/counties/:code/tiles/:layer.json',
    {
      schema: {
        tags: ['tiles'],
        summary: 'TileJSON of a layer; its tiles are those of one version and never change',
        params: Strict({ code: CountyCode, layer: Layer }),
        querystring: Strict(TileQuery),
        response: {
          200: Type.Object(
            { tilejson: Type.String(), tiles: Type.Array(Type.String()) },
            { additionalProperties: true },
          ),
          ...PROBLEM_RESPONSES,
        },
      },
    },
    async (request, reply) => {
      const { code, layer } = request.params;
      const { version: number, resolution } = request.query;
      const { version } = await library.open(code, number);
      const choice = `version=${version.number}${resolution === undefined ? '' : `&resolution=${resolution}`}`;
      const url = `${originOf(request)}/api/counties/${code}/tiles/${layer}/{z}/{x}/{y}.mvt?${choice}`;
      const box = await findOrMake(bounds, `${version.id} ${layer}`, 1, () => layerBounds(db, version.id, layer));
      const described = tileJson(layer, url, box);
      // It names the host and port it was asked by: not to be given to others.
      reply.header('cache-control', 'private, no-cache');
      return { ...described, tiles: [...described.tiles] };
    },
  );

  app.get(
    '/counties/:code/tiles/:layer/:z/:x/:y.mvt',
    {
      schema: {
        tags: ['tiles'],
        summary: 'One vector tile; 204 where nothing is',
        produces: [TILE_TYPE],
        params: TileParams,
        querystring: Strict(TileQuery),
        response: { 200: Type.Any({ description: 'bytes' }), 204: Type.Null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { code, layer, z, x, y } = request.params;
      const { version: number, resolution = 8 } = request.query;
      const address = tileAddress(z, x, y);
      if (!address) throw unknownId('tile', `${z}/${x}/${y}`);
      const { version } = await library.open(code, number);
      const key = `tile ${version.id} ${layer} ${z}/${x}/${y} ${resolution}`;
      const answer = await answers.get(key, clientGone(reply), async (signal) => {
        const options = { signal, resolution: resolution as StoredResolution };
        return {
          contentType: TILE_TYPE,
          bytes: Buffer.from(await countyTile(db, version.id, layer, address, options)),
        };
      });
      return sendAnswer(request, reply, answer, number === undefined ? 'ask-again' : 'for-good');
    },
  );
}

/** Where the client reached this service: tiles come from there too. */
function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}
