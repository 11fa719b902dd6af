import type { FastifyReply, FastifyRequest } from 'fastify';
import { type LoadedCounty, networkFor } from '../counties/loaded-county.ts';
import { groupsTable, settlementsTable } from '../reports/groups-tables.ts';
import { tableFileText } from '../reports/table-file.ts';
import { countingOf } from './about.ts';
import { answerCounty } from './answer-county.ts';
import type { RuleChoice } from './contract/rule.ts';
import type { GroupChoice } from './county-groups.ts';
import type { Services } from './services.ts';
import { groupsView } from './views/groups-view.ts';

const TABLES = { groups: groupsTable, settlements: settlementsTable } as const;

/** What a question about groups says. */
export interface GroupQuestion {
  readonly rule: RuleChoice;
  readonly choice: GroupChoice;
  /** For GeoJSON and CSV; by default the groups. */
  readonly table?: keyof typeof TABLES | undefined;
}

/** Groups with their evaluation, as JSON, or one table of it as GeoJSON or CSV. */
export async function answerGroups(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  county: LoadedCounty,
  { rule, choice, table = 'groups' }: GroupQuestion,
): Promise<FastifyReply> {
  const counting = countingOf(rule);
  const network = networkFor(county, counting.condition);
  const choices = await services.groups.resolve(county, choice);
  return answerCounty(services, request, reply, {
    ...{ kind: 'groups', county, network, counting, choices, table, isKept: true },
    media: ['json', 'geojson', 'csv'],
    compute: async ({ about, media, language }) => {
      const { evaluation, proposal } = await services.groups.evaluate(county, network, counting, choices);
      if (media === 'json') return groupsView(about, evaluation, proposal, language);
      return tableFileText(media, { ...TABLES[table](evaluation, language), about: { ...about } }, language);
    },
  });
}
