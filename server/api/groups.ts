import { Type } from 'typebox';
import { answerGroups } from './answer-groups.ts';
import type { ApiApp } from './api-app.ts';
import { EvaluationBody, GroupQuery, GroupsAnswer } from './contract/groups.ts';
import { RuleQuery } from './contract/rule.ts';
import { CountyParams, CountyQuery, inThreeForms, OneOf, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import { groupsOf } from './county-groups.ts';
import type { Services } from './services.ts';

const TAGS = ['groups'];

/** Which table GeoJSON and CSV hold. */
const TableChoice = { table: Type.Optional(OneOf(['groups', 'settlements'], { description: 'for GeoJSON and CSV' })) };

/** Cooperation groups 警务协作组: proposed or given, evaluated under a counting rule. */
export function groupRoutes(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/groups',
    {
      schema: {
        tags: TAGS,
        summary: 'Groups of a kept plan, or as the program proposes them, evaluated',
        params: CountyParams,
        querystring: Strict({ ...CountyQuery, ...RuleQuery, ...GroupQuery, ...TableChoice }),
        response: { 200: inThreeForms(GroupsAnswer), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, table, plan, maxGroup, ...rule } = request.query;
      const county = await services.library.open(request.params.code, version);
      return answerGroups(services, request, reply, county, { rule, table, choice: { plan, maxGroup } });
    },
  );

  app.post(
    '/counties/:code/groups/evaluation',
    {
      schema: {
        tags: TAGS,
        summary: 'Groups of the request, evaluated',
        params: CountyParams,
        querystring: Strict({ ...CountyQuery, ...TableChoice }),
        body: EvaluationBody,
        response: { 200: inThreeForms(GroupsAnswer), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, table } = request.query;
      const { groups, rule = {} } = request.body;
      const county = await services.library.open(request.params.code, version);
      return answerGroups(services, request, reply, county, { rule, table, choice: { groups: groupsOf(groups) } });
    },
  );
}
