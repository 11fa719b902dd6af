import { answerDispatch } from './answer-dispatch.ts';
import type { ApiApp } from './api-app.ts';
import { clientGone } from './client-gone.ts';
import { DispatchAnswer, DispatchQuery } from './contract/dispatch.ts';
import { CountyParams, PROBLEM_RESPONSES } from './contract/shared.ts';
import { languageOf } from './negotiate.ts';
import type { Services } from './services.ts';

/** Who responds to a place at a time, who supports, who is next, and by which road. */
export function dispatchRoutes(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/dispatch',
    {
      schema: {
        tags: ['dispatch'],
        summary: 'Every station ranked for one place and time: two clocks, duty, rule, route, next in line',
        params: CountyParams,
        querystring: DispatchQuery,
        response: { 200: DispatchAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const context = { language: languageOf(request), signal: clientGone(reply) };
      return answerDispatch(services, request.params.code, request.query, context);
    },
  );
}
