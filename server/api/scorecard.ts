import { Type } from 'typebox';
import { groupOutcomes } from '../../geodata/standards/group-outcomes.ts';
import { ruleOf } from '../../geodata/standards/rule-set.ts';
import { countyRules } from '../counties/county-rules.ts';
import { countyScorecard, type ShownClause } from '../counties/county-scorecard.ts';
import { networkFor } from '../counties/loaded-county.ts';
import { scorecardTable, scorecardUnitsTable } from '../reports/scorecard-tables.ts';
import { tableContent } from '../reports/table-content.ts';
import { countingOf } from './about.ts';
import { answerCounty } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { GroupQuery } from './contract/groups.ts';
import { RuleQuery } from './contract/rule.ts';
import { ClauseChoice, RuleVersion, ScorecardAnswer } from './contract/scorecard.ts';
import { CountyParams, CountyQuery, inTableForms, OneOf, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import type { Services } from './services.ts';
import { scorecardView } from './views/scorecard-view.ts';

const MEDIA = ['json', 'csv', 'xlsx'] as const;
const TITLES = {
  clauses: { zh: '达标情况', en: 'Scorecard' },
  units: { zh: '达标情况 单位', en: 'Scorecard, units' },
} as const;

/** The county held against the standard, clause by clause. */
export function scorecardRoutes(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/scorecard',
    {
      schema: {
        tags: ['standard'],
        summary: 'Every clause of the standard: value, verdict, units behind it, other readings',
        params: CountyParams,
        querystring: Strict({
          ...CountyQuery,
          ...RuleQuery,
          ...GroupQuery,
          clause: Type.Optional(ClauseChoice),
          ruleVersion: Type.Optional(RuleVersion),
          table: Type.Optional(OneOf(['clauses', 'units'], { description: 'for CSV and workbooks' })),
        }),
        response: { 200: inTableForms(ScorecardAnswer), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, clause, ruleVersion, table = 'clauses', plan, maxGroup, ...rule } = request.query;
      const { code } = request.params;
      const county = await services.library.open(code, version);
      const rules = await countyRules(services.db, code, ruleVersion);
      const counting = countingOf(rule);
      const network = networkFor(county, counting.condition);
      const groups = await services.groups.resolve(county, { plan, maxGroup });
      return answerCounty(services, request, reply, {
        ...{ kind: 'scorecard', county, network, counting, table, media: MEDIA },
        choices: { clause, rules, groups },
        compute: async ({ about, media, language }) => {
          const { evaluation } = await services.groups.evaluate(county, network, counting, groups);
          const all = countyScorecard(county, rules.ruleSet, groupOutcomes(evaluation));
          const clauses = clause === undefined ? all : all.filter((one) => isOf(one, clause));
          if (media === 'json') return scorecardView(about, clauses, rules, clause !== undefined, language);
          const found = (table === 'units' ? scorecardUnitsTable : scorecardTable)(clauses, language);
          return tableContent(media, { ...found, title: TITLES[table] }, language);
        },
      });
    },
  );
}

/** @param choice a rule's id, or `c` and the number of a clause */
function isOf({ ruleId }: ShownClause, choice: string): boolean {
  return ruleId === choice || `c${ruleOf(ruleId).clause}` === choice;
}
