import { Type } from 'typebox';
import { COUNTY_SNAP, SNAP_LIMIT_METRES } from '../../geodata/catchment/county-places.ts';
import { snapTooFar } from '../../geodata/errors.ts';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import type { LonLat } from '../../geodata/units.ts';
import { networkFor } from '../counties/loaded-county.ts';
import { isochroneCollection } from '../reports/isochrone-collection.ts';
import type { OpenableCounty } from '../workers/county-threads.ts';
import { answerCounty } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import {
  asGeojson,
  ConditionWord,
  CountyParams,
  CountyQuery,
  Features,
  LonLatText,
  PROBLEM_RESPONSES,
  Strict,
} from './contract/shared.ts';
import { lonLatOf } from './lon-lat.ts';
import { RequestError } from './problems.ts';
import type { Services } from './services.ts';

/** Rasters finer than this would take a thread for many seconds. */
const LEAST_STEP_METRES = 50;
const MOST_MINUTES = 240;
const MOST_RINGS = 12;

/** The ground within some minutes' drive of a point. */
export function isochroneRoutes(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/isochrone',
    {
      schema: {
        tags: ['travel'],
        summary: 'The ground within some minutes’ drive of a point, off-road legs included, as GeoJSON',
        params: CountyParams,
        querystring: Strict({
          ...CountyQuery,
          at: LonLatText,
          minutes: Type.Optional(
            Type.String({
              pattern: '^\\d{1,3}(\\.\\d{1,3})?(,\\d{1,3}(\\.\\d{1,3})?)*$',
              maxLength: 100,
              examples: ['10,20,30'],
            }),
          ),
          condition: Type.Optional(ConditionWord),
          stepMetres: Type.Optional(Type.Integer({ minimum: LEAST_STEP_METRES, maximum: 1000 })),
          reachMetres: Type.Optional(Type.Integer({ minimum: 0, maximum: 2000 })),
        }),
        response: { 200: asGeojson(Features), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, at, minutes: list = '10,20,30', condition, stepMetres = 100, reachMetres = 300 } = request.query;
      const county = await services.library.open(request.params.code, version);
      const network = networkFor(county, condition ?? DEFAULT_COUNTING.condition);
      const origin = lonLatOf(at);
      const minutes = minutesOf(list);
      return answerCounty(services, request, reply, {
        ...{ kind: 'isochrone', county, network, choices: { at, minutes, stepMetres, reachMetres } },
        media: ['geojson'],
        compute: async ({ about, signal }) => {
          const openable = await services.library.openable(county, network);
          const asked = { origin, minutes, stepMetres, reachMetres, snap: COUNTY_SNAP };
          const { isochrones } = await services.threads.call('heavy', openable, 'isochrones', asked, signal);
          const isEmpty = isochrones.every(({ polygons }) => polygons.length === 0);
          if (isEmpty) await requireRoad(services, openable, origin, signal);
          return { ...isochroneCollection(origin, network.hash, isochrones), about };
        },
      });
    },
  );
}

/** Tells nobody in reach from no road there. @throws GeodataError `snap-too-far` */
async function requireRoad(
  { threads }: Services,
  openable: OpenableCounty,
  origin: LonLat,
  signal: AbortSignal,
): Promise<void> {
  const { start } = await threads.call(
    'quick',
    openable,
    'route',
    { from: origin, to: origin, snap: COUNTY_SNAP },
    signal,
  );
  if (!start) throw snapTooFar(origin, SNAP_LIMIT_METRES);
}

function minutesOf(list: string): number[] {
  const minutes = list.split(',').map(Number);
  if (minutes.length <= MOST_RINGS && minutes.every((value) => value > 0 && value <= MOST_MINUTES)) return minutes;
  throw new RequestError(400, 'request-invalid', {
    zh: `minutes 应为 1 至 ${MOST_RINGS} 个大于 0、不超过 ${MOST_MINUTES} 的数`,
    en: `minutes must be 1 to ${MOST_RINGS} numbers above 0 and at most ${MOST_MINUTES}`,
  });
}
