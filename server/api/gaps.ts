import { Type } from 'typebox';
import { gapsWithin } from '../../geodata/coverage/rank-gaps.ts';
import { countyGaps } from '../counties/county-gaps.ts';
import { countyRules } from '../counties/county-rules.ts';
import { networkFor } from '../counties/loaded-county.ts';
import { gapsTable } from '../reports/gaps-table.ts';
import { tableContent } from '../reports/table-content.ts';
import { countingOf } from './about.ts';
import { answerCounty } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { GapKindWord, GapsAnswer, WeightQuery, weightsOf } from './contract/gaps.ts';
import { GroupQuery } from './contract/groups.ts';
import { RuleQuery } from './contract/rule.ts';
import { RuleVersion } from './contract/scorecard.ts';
import { CountyParams, CountyQuery, Id, inFourForms, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import type { Services } from './services.ts';
import { gapsView } from './views/gaps-view.ts';

const MEDIA = ['json', 'geojson', 'csv', 'xlsx'] as const;

/** Where coverage is thin, in one list. */
export function gapRoutes(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/gaps',
    {
      schema: {
        tags: ['coverage'],
        summary: 'Gaps of response, video, posts and staffing in one list: where, what is short, what would close it',
        params: CountyParams,
        querystring: Strict({
          ...CountyQuery,
          ...RuleQuery,
          ...GroupQuery,
          kind: Type.Optional(GapKindWord),
          township: Type.Optional(Id),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: 'all, by default' })),
          ruleVersion: Type.Optional(RuleVersion),
          ...WeightQuery,
        }),
        response: { 200: inFourForms(GapsAnswer), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, ruleVersion, plan, maxGroup, kind, township, limit, ...others } = request.query;
      const { code } = request.params;
      const county = await services.library.open(code, version);
      const rules = await countyRules(services.db, code, ruleVersion);
      const counting = countingOf(others);
      const weights = weightsOf(others);
      const network = networkFor(county, counting.condition);
      const groups = await services.groups.resolve(county, { plan, maxGroup });
      const only = { ...(kind && { kinds: [kind] }), ...(township !== undefined && { townships: [township] }) };
      return answerCounty(services, request, reply, {
        ...{ kind: 'gaps', county, network, counting, media: MEDIA },
        choices: { kind, township, limit, rules, weights, groups },
        compute: async ({ about, media, language }) => {
          const { evaluation } = await services.groups.evaluate(county, network, counting, groups);
          const found = countyGaps(county, evaluation, rules.ruleSet, weights);
          const matching = gapsWithin(found.gaps, only);
          const listed = matching.slice(0, limit);
          if (media !== 'json')
            return tableContent(media, { ...gapsTable(listed, language), about: { ...about } }, language);
          const asked = { found, matching, listed, unjudged: gapsWithin(found.unjudged, only) };
          return gapsView(about, asked, { weights, ruleVersion: rules.version, language });
        },
      });
    },
  );
}
