import { Type } from 'typebox';
import { type CivilTime, parseCivilTime } from '../../geodata/dispatch/civil-time.ts';
import { networkFor } from '../counties/loaded-county.ts';
import { aboutView, countingOf } from './about.ts';
import { offRoadOf } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { calledPlace } from './called-place.ts';
import { clientGone } from './client-gone.ts';
import { DispatchAnswer } from './contract/dispatch.ts';
import { GroupQuery } from './contract/groups.ts';
import { ResponseRuleQuery } from './contract/rule.ts';
import {
  CountyParams,
  CountyQuery,
  EngineDemand,
  Id,
  LonLatText,
  PROBLEM_RESPONSES,
  Strict,
} from './contract/shared.ts';
import { dispatchToPlace } from './dispatch-to-place.ts';
import { languageOf } from './negotiate.ts';
import { RequestError } from './problems.ts';
import type { Services } from './services.ts';
import { dispatchView } from './views/dispatch-view.ts';

/** Who responds to a place at a time, who supports, who is next, and by which road. */
export function dispatchRoutes(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/dispatch',
    {
      schema: {
        tags: ['dispatch'],
        summary: 'Every station ranked for one place and time: two clocks, duty, rule, route, next in line',
        params: CountyParams,
        querystring: Strict({
          ...CountyQuery,
          ...ResponseRuleQuery,
          ...GroupQuery,
          at: Type.Optional(LonLatText),
          settlement: Type.Optional(Id),
          time: Type.Optional(
            Type.String({
              maxLength: 30,
              description: 'civil time of the county, by default now',
              examples: ['2026-11-24T22:30'],
            }),
          ),
          workingDay: Type.Optional(
            Type.Boolean({ description: 'where the calendar says otherwise than the weekday' }),
          ),
          engine: Type.Optional(EngineDemand),
        }),
        response: { 200: DispatchAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const {
        version,
        at,
        settlement,
        time: said,
        workingDay,
        engine = 'any',
        plan,
        maxGroup,
        ...rule
      } = request.query;
      const time = said ?? services.civilTime();
      const civilTime = requireTime(time);
      const county = await services.library.open(request.params.code, version);
      const counting = countingOf(rule);
      const network = networkFor(county, counting.condition);
      const language = languageOf(request);
      const place = await calledPlace(services.db, county, { at, settlement });
      const question = { ...{ county, network, counting, place, engine, language }, signal: clientGone(reply) };
      const found = await dispatchToPlace(services, { ...question, civilTime, workingDay, choice: { plan, maxGroup } });
      const choices = { at, settlement, time, workingDay, groups: found.groups };
      const offRoad = offRoadOf((await services.library.roads(network)).meta);
      const about = aboutView(
        { kind: 'dispatch', county, network, counting, choices },
        offRoad,
        language,
        found.provenance,
      );
      const { stations } = county.places;
      const context = { about, stations, counting, place: { ...place.shown, metresToRoad: found.metresToRoad }, time };
      return dispatchView(found.dispatch, { ...context, route: found.route }, language);
    },
  );
}

function requireTime(text: string): CivilTime {
  const time = parseCivilTime(text);
  if (time) return time;
  throw new RequestError(400, 'time-malformed', {
    zh: `时间应写作 2026-11-24T22:30，不能是“${text}”`,
    en: `the time must be written 2026-11-24T22:30, not "${text}"`,
  });
}
