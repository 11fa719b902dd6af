import { Type } from 'typebox';
import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import { type CellResolution, DEFAULT_CELL_RESOLUTION } from '../../geodata/hexgrid/cells.ts';
import { networkFor } from '../counties/loaded-county.ts';
import { cellTable } from '../reports/catchment-tables.ts';
import { tableFileText } from '../reports/table-file.ts';
import { countingOf } from './about.ts';
import { answerCounty } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { computeCatchments, soonestAtCells } from './compute-catchments.ts';
import { HexagonsAnswer } from './contract/catchments.ts';
import { ResponseRuleQuery } from './contract/rule.ts';
import { CountyParams, CountyQuery, inThreeForms, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import type { Services } from './services.ts';
import { hexagonsView } from './views/catchments-view.ts';

const TAGS = ['catchments'];
const MEDIA = ['json', 'geojson', 'csv'] as const;
/** Longer than any road in a county. */
const FARTHEST_DM = 10_000_000;

/** Every H3 cell of a county: who is there first. */
export function hexagonRoutes(app: ApiApp, services: Services): void {
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
          horizonMinutes: Type.Optional(
            Type.Integer({
              minimum: 1,
              maximum: 240,
              description: 'times up to so many minutes are told, also beyond the rule; by default those of the rule',
            }),
          ),
        }),
        response: { 200: inThreeForms(HexagonsAnswer), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, resolution: asked = DEFAULT_CELL_RESOLUTION, horizonMinutes, ...rule } = request.query;
      const resolution = asked as CellResolution;
      const county = await services.library.open(request.params.code, version);
      const counting = countingOf(rule);
      const network = networkFor(county, counting.condition);
      return answerCounty(services, request, reply, {
        ...{ kind: 'hexagons', county, network, counting, choices: { resolution, horizonMinutes }, media: MEDIA },
        isKept: true,
        compute: async (context) => {
          const ground = { county, network };
          const within = await computeCatchments(services, ground, counting, resolution, context);
          const horizon = horizonOf(counting, horizonMinutes);
          const cells = horizon ? await soonestAtCells(services, ground, within, horizon, context) : within.cells;
          const found = { ...within, cells };
          if (context.media === 'json') return hexagonsView(context.about, found, resolution, counting);
          return tableFileText(context.media, { ...cellTable(found), about: { ...context.about } }, context.language);
        },
      });
    },
  );
}

/** The rule that times are looked up by where they are wanted beyond the limits; undefined where there is no need. */
function horizonOf(rule: CountingRule, minutes = 0): CountingRule | undefined {
  const isBounded = rule.combine === 'and' && rule.metric === 'road';
  if (!isBounded || minutes * 600 <= rule.limitDs) return undefined;
  return { ...rule, limitDs: minutes * 600, limitDm: FARTHEST_DM };
}
