import { answerCounty } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { RoadsReportAnswer } from './contract/roads-report.ts';
import { CountyParams, CountyQuery, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import type { Services } from './services.ts';
import { roadsReportView } from './views/roads-report-view.ts';

/** How far a county's roads can be trusted: against the transport bureau's books, its settlements and themselves. */
export function roadsReportRoutes(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/roads/report',
    {
      schema: {
        tags: ['networks'],
        summary:
          'Road trust report: lengths against the official ones, islands, dead ends, settlements far from a road',
        params: CountyParams,
        querystring: Strict(CountyQuery),
        response: {
          200: { description: 'the report', content: { 'application/json': { schema: RoadsReportAnswer } } },
          ...PROBLEM_RESPONSES,
        },
      },
    },
    async (request, reply) => {
      const county = await services.library.open(request.params.code, request.query.version);
      const network = county.networks[0]!;
      return answerCounty(services, request, reply, {
        ...{ kind: 'roads-report', county, network, media: ['json'] as const },
        compute: async ({ about, language, signal }) => {
          const openable = await services.library.openable(county, network);
          const official = county.records.roadLengths;
          const trust = await services.threads.call('heavy', openable, 'trust', { official }, signal);
          return roadsReportView(about, trust, language);
        },
      });
    },
  );
}
