import { Type } from 'typebox';
import { requireSoundGroups } from '../../geodata/grouping/cooperation-group.ts';
import { addGroupPlan, listGroupPlans } from '../db/group-plans.ts';
import type { ApiApp } from './api-app.ts';
import { GroupList } from './contract/groups.ts';
import { CountyParams, CountyQuery, Id, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import { groupsOf } from './county-groups.ts';
import { requireKeptTexts } from './kept-text.ts';
import type { Services } from './services.ts';

const KeptGroup = Strict({ id: Type.String(), centreId: Type.String(), memberIds: Type.Array(Type.String()) });
const PlanView = Strict({ name: Type.String(), groups: Type.Array(KeptGroup) });

/** Plans of cooperation groups that a county keeps for a version of its data. */
export function planRoutes(app: ApiApp, { db, library }: Services): void {
  app.get(
    '/counties/:code/plans',
    {
      schema: {
        tags: ['groups'],
        summary: 'Plans of groups that the county keeps for the version',
        params: CountyParams,
        querystring: Strict(CountyQuery),
        response: { 200: Strict({ plans: Type.Array(PlanView) }), ...PROBLEM_RESPONSES },
      },
    },
    async ({ params, query }) => {
      const { version } = await library.open(params.code, query.version);
      const plans = await listGroupPlans(db, version.id);
      return { plans: plans.map(({ name, groups }) => ({ name, groups: groups.map(keptGroup) })) };
    },
  );

  app.post(
    '/counties/:code/plans',
    {
      schema: {
        tags: ['groups'],
        summary: 'Keep a plan of groups under a name that is not taken',
        params: CountyParams,
        querystring: Strict(CountyQuery),
        body: Strict({ name: Id, groups: GroupList }),
        response: { 201: PlanView, ...PROBLEM_RESPONSES },
      },
    },
    async ({ params, query, body }, reply) => {
      const ids = body.groups.map(({ id = '' }, index) => [`body/groups/${index}/id`, id] as const);
      requireKeptTexts([['body/name', body.name], ...ids]);
      const { version, places } = await library.open(params.code, query.version);
      const groups = groupsOf(body.groups);
      requireSoundGroups(groups, places.stations);
      await addGroupPlan(db, { versionId: version.id, name: body.name, groups });
      return reply.code(201).send({ name: body.name, groups: groups.map(keptGroup) });
    },
  );
}

function keptGroup({ id, centreId, memberIds }: ReturnType<typeof groupsOf>[number]) {
  return { id, centreId, memberIds: [...memberIds] };
}
