import type { FastifyReply, FastifyRequest } from 'fastify';
import { unknownId } from '../../geodata/errors.ts';
import { stationIdsOf } from '../../geodata/grouping/cooperation-group.ts';
import { type LoadedCounty, networkFor } from '../counties/loaded-county.ts';
import { countingOf } from './about.ts';
import { answerCounty } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { ExplainAnswer, ExplainBody } from './contract/explain.ts';
import { GroupQuery } from './contract/groups.ts';
import { type RuleChoice, RuleQuery } from './contract/rule.ts';
import { CountyParams, CountyQuery, Id, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import { type GroupChoice, groupsOf } from './county-groups.ts';
import type { Services } from './services.ts';
import { explainView } from './views/explain-view.ts';

const TAGS = ['groups'];

/** One settlement: who serves it, by which roads, whether within the rule, and why. */
export function explainRoutes(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/explain',
    {
      schema: {
        tags: TAGS,
        summary: 'One settlement explained, under the groups of a kept plan or proposed ones',
        params: CountyParams,
        querystring: Strict({ ...CountyQuery, ...RuleQuery, ...GroupQuery, settlement: Id }),
        response: { 200: ExplainAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, settlement, plan, maxGroup, ...rule } = request.query;
      const county = await services.library.open(request.params.code, version);
      return answerExplain(services, request, reply, county, { settlement, rule, choice: { plan, maxGroup } });
    },
  );

  app.post(
    '/counties/:code/explain',
    {
      schema: {
        tags: TAGS,
        summary: 'One settlement explained, under the groups of the request',
        params: CountyParams,
        querystring: Strict(CountyQuery),
        body: ExplainBody,
        response: { 200: ExplainAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { settlement, groups, rule = {} } = request.body;
      const county = await services.library.open(request.params.code, request.query.version);
      const choice = { groups: groupsOf(groups) };
      return answerExplain(services, request, reply, county, { settlement, rule, choice });
    },
  );
}

interface ExplainQuestion {
  readonly settlement: string;
  readonly rule: RuleChoice;
  readonly choice: GroupChoice;
}

async function answerExplain(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  county: LoadedCounty,
  { settlement: id, rule, choice }: ExplainQuestion,
): Promise<FastifyReply> {
  const settlement = county.places.settlements.findIndex((candidate) => candidate.id === id);
  if (settlement < 0) throw unknownId('settlement', id);
  const counting = countingOf(rule);
  const network = networkFor(county, counting.condition);
  const { groups, evaluation } = await services.groups.evaluate(county, network, counting, choice);
  const own = evaluation.stations[evaluation.ownStation[settlement]?.station ?? -1];
  const group = groups.find((candidate) => own && stationIdsOf(candidate).includes(own.id));
  return answerCounty(services, request, reply, {
    ...{ kind: 'explain', county, network, counting, choices: { id, groups } },
    compute: async ({ about, language, signal }) => {
      const openable = await services.library.openable(county, network);
      const asked = { counting, groups, settlement };
      const { explanation } = await services.threads.call('quick', openable, 'explain', asked, signal);
      const shown = { groupId: group?.id ?? null, withheld: county.withheld[settlement] ?? false };
      return explainView(about, explanation, shown, language);
    },
  });
}
