import { Type } from 'typebox';
import { DEFAULT_CELL_RESOLUTION } from '../../geodata/hexgrid/cells.ts';
import { networkFor } from '../counties/loaded-county.ts';
import { settlementTable, stationTable } from '../reports/catchment-tables.ts';
import { tableFileText } from '../reports/table-file.ts';
import { countingOf } from './about.ts';
import { answerCounty } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { computeCatchments } from './compute-catchments.ts';
import { CatchmentsAnswer } from './contract/catchments.ts';
import { ResponseRuleQuery } from './contract/rule.ts';
import { CountyParams, CountyQuery, inThreeForms, OneOf, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import type { Services } from './services.ts';
import { catchmentsView } from './views/catchments-view.ts';

const TAGS = ['catchments'];
const MEDIA = ['json', 'geojson', 'csv'] as const;
const TABLES = { stations: stationTable, settlements: settlementTable } as const;

/** Who is reached by which station: settlements and stations. */
export function catchmentRoutes(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/catchments',
    {
      schema: {
        tags: TAGS,
        summary: 'Which station reaches which settlement first, and how many stations serve it within the rule',
        params: CountyParams,
        querystring: Strict({
          ...CountyQuery,
          ...ResponseRuleQuery,
          table: Type.Optional(OneOf(['stations', 'settlements'], { description: 'for GeoJSON and CSV' })),
        }),
        response: { 200: inThreeForms(CatchmentsAnswer), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, table = 'settlements', ...rule } = request.query;
      const county = await services.library.open(request.params.code, version);
      const counting = countingOf(rule);
      const network = networkFor(county, counting.condition);
      return answerCounty(services, request, reply, {
        ...{ kind: 'catchments', county, network, counting, media: MEDIA, table, isKept: true },
        compute: async (context) => {
          const found = await computeCatchments(
            services,
            { county, network },
            counting,
            DEFAULT_CELL_RESOLUTION,
            context,
          );
          if (context.media === 'json') return catchmentsView(context.about, found, counting);
          return tableFileText(
            context.media,
            { ...TABLES[table](found), about: { ...context.about } },
            context.language,
          );
        },
      });
    },
  );
}
