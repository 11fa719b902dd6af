import { Type } from 'typebox';
import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import { type CellResolution, DEFAULT_CELL_RESOLUTION } from '../../geodata/hexgrid/cells.ts';
import { type CountyCatchments, countyCatchments } from '../counties/county-catchments.ts';
import { type LoadedCounty, networkFor } from '../counties/loaded-county.ts';
import type { StoredNetwork } from '../db/networks.ts';
import { cellTable, settlementTable, stationTable } from '../reports/catchment-tables.ts';
import { tableFileText } from '../reports/table-file.ts';
import { countingOf } from './about.ts';
import { type AnswerContext, answerCounty } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { CatchmentsAnswer, HexagonsAnswer } from './contract/catchments.ts';
import { ResponseRuleQuery } from './contract/rule.ts';
import { CountyParams, CountyQuery, inThreeForms, OneOf, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import type { Services } from './services.ts';
import { catchmentsView, hexagonsView } from './views/catchments-view.ts';

const TAGS = ['catchments'];
const MEDIA = ['json', 'geojson', 'csv'] as const;
const TABLES = { stations: stationTable, settlements: settlementTable } as const;

/** Who is reached by which station: settlements, stations, hexagons. */
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
          const found = await compute(services, county, network, counting, DEFAULT_CELL_RESOLUTION, context);
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

  app.get(
    '/counties/:code/hexagons',
    {
      schema: {
        tags: TAGS,
        summary: 'Every H3 cell of the county: who is there first, and the households in it',
        params: CountyParams,
        querystring: Strict({
          ...CountyQuery,
          ...ResponseRuleQuery,
          resolution: Type.Optional(Type.Integer({ minimum: 7, maximum: 9, description: 'of H3: 7, 8 or 9' })),
        }),
        response: { 200: inThreeForms(HexagonsAnswer), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, resolution: asked = DEFAULT_CELL_RESOLUTION, ...rule } = request.query;
      const resolution = asked as CellResolution;
      const county = await services.library.open(request.params.code, version);
      const counting = countingOf(rule);
      const network = networkFor(county, counting.condition);
      return answerCounty(services, request, reply, {
        ...{ kind: 'hexagons', county, network, counting, choices: { resolution }, media: MEDIA, isKept: true },
        compute: async (context) => {
          const found = await compute(services, county, network, counting, resolution, context);
          if (context.media === 'json') return hexagonsView(context.about, found, resolution, counting);
          return tableFileText(context.media, { ...cellTable(found), about: { ...context.about } }, context.language);
        },
      });
    },
  );
}

async function compute(
  { library, threads }: Services,
  county: LoadedCounty,
  network: StoredNetwork,
  rule: CountingRule,
  resolution: CellResolution,
  { signal }: AnswerContext,
): Promise<CountyCatchments> {
  const openable = await library.openable(county, network);
  return countyCatchments(county.places, { rule, resolution }, (request) =>
    threads.call('heavy', openable, 'catchments', request, signal),
  );
}
