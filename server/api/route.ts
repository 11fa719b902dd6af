import { Type } from 'typebox';
import { DEFAULT_COUNTING } from '../../geodata/grouping/counting-rule.ts';
import { networkFor } from '../counties/loaded-county.ts';
import { aboutView } from './about.ts';
import { offRoadOf } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { clientGone } from './client-gone.ts';
import {
  ConditionWord,
  CountyParams,
  CountyQuery,
  EngineDemand,
  LonLatText,
  PROBLEM_RESPONSES,
  Strict,
} from './contract/shared.ts';
import { RouteAnswer } from './contract/travel.ts';
import { driveCounty } from './drive-county.ts';
import { lonLatOf } from './lon-lat.ts';
import { snappedView } from './matrix.ts';
import { languageOf } from './negotiate.ts';
import type { Services } from './services.ts';

/** One drive, by road class and name, with the estimated legs off the road. */
export function routeRoutes(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/route',
    {
      schema: {
        tags: ['travel'],
        summary: 'The fastest route from one place to another, from door to door',
        params: CountyParams,
        querystring: Strict({
          ...CountyQuery,
          from: LonLatText,
          to: LonLatText,
          condition: Type.Optional(ConditionWord),
          engine: Type.Optional(EngineDemand),
        }),
        response: { 200: RouteAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, condition = DEFAULT_COUNTING.condition, engine = 'any', ...ends } = request.query;
      const [from, to] = [lonLatOf(ends.from), lonLatOf(ends.to)];
      const county = await services.library.open(request.params.code, version);
      const network = networkFor(county, condition);
      const language = languageOf(request);
      const found = await driveCounty(services, from, to, {
        county,
        network,
        engine,
        language,
        signal: clientGone(reply),
      });
      const inputs = { kind: 'route', county, network, choices: ends };
      const offRoad = offRoadOf((await services.library.roads(network)).meta);
      return {
        about: aboutView(inputs, offRoad, language, found.provenance),
        from: snappedView(found.from),
        to: snappedView(found.to),
        route: found.route ?? null,
      };
    },
  );
}
