import type { EngineResponse } from '../../geodata/engine/calls.ts';
import { unknownId } from '../../geodata/errors.ts';
import type { CooperationGroup } from '../../geodata/grouping/cooperation-group.ts';
import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import type { CountyLibrary } from '../counties/county-library.ts';
import { findOrMake, LatestUsed } from '../counties/latest-used.ts';
import type { LoadedCounty } from '../counties/loaded-county.ts';
import type { Db } from '../db/db.ts';
import { listGroupPlans } from '../db/group-plans.ts';
import type { StoredNetwork } from '../db/networks.ts';
import type { CountyThreads } from '../workers/county-threads.ts';
import { inputHash } from './about.ts';
import type { GroupListBody } from './contract/groups.ts';

/** Which groups a question is about: given ones, a kept plan's, or those that the program proposes for the rule. */
export interface GroupChoice {
  readonly groups?: readonly CooperationGroup[] | undefined;
  readonly plan?: string | undefined;
  /** Most stations in a proposed group, the centre included. */
  readonly maxGroup?: number | undefined;
}

/** The same without plans: what an answer depends on. */
export type ResolvedChoice = Pick<GroupChoice, 'groups'> | Pick<GroupChoice, 'maxGroup'>;

/** Groups and their evaluation. */
export type EvaluatedGroups = EngineResponse<'groups'> & { readonly groups: readonly CooperationGroup[] };

/** Evaluations kept for those who explain or dispatch by the same groups. */
const KEPT_EVALUATIONS = 60;

/** Groups of a county, proposed or given, and evaluated: once for all who ask. */
export class CountyGroups {
  private readonly db: Db;
  private readonly library: CountyLibrary;
  private readonly threads: CountyThreads;
  private readonly kept = new LatestUsed<Promise<EvaluatedGroups>>(KEPT_EVALUATIONS, KEPT_EVALUATIONS);

  constructor(db: Db, library: CountyLibrary, threads: CountyThreads) {
    this.db = db;
    this.library = library;
    this.threads = threads;
  }

  /** Looks a plan up; given groups outrank it. @throws GeodataError `unknown-id` for a plan that there is not */
  async resolve(county: LoadedCounty, { groups, plan, maxGroup }: GroupChoice): Promise<ResolvedChoice> {
    if (groups) return { groups };
    return plan === undefined ? { maxGroup } : { groups: await this.plan(county, plan) };
  }

  /**
   * @throws GeodataError `input-invalid` with every problem of the groups, `unknown-id` for a plan that there is not
   */
  async evaluate(
    county: LoadedCounty,
    network: StoredNetwork,
    counting: CountingRule,
    choice: GroupChoice,
  ): Promise<EvaluatedGroups> {
    const choices = await this.resolve(county, choice);
    const { groups: given, maxGroup: maxGroupSize }: GroupChoice = choices;
    const key = inputHash({ kind: 'groups', county, network, counting, choices });
    return findOrMake(this.kept, key, 1, async () => {
      const openable = await this.library.openable(county, network);
      const found = await this.threads.call('heavy', openable, 'groups', {
        counting,
        ...(given ? { groups: given } : {}),
        ...(maxGroupSize === undefined ? {} : { maxGroupSize }),
      });
      return { ...found, groups: given ?? found.proposal?.groups ?? [] };
    });
  }

  private async plan({ version }: LoadedCounty, name: string): Promise<readonly CooperationGroup[]> {
    const plan = (await listGroupPlans(this.db, version.id)).find((candidate) => candidate.name === name);
    if (!plan) throw unknownId('plan', name);
    return plan.groups;
  }
}

/** Groups as a request names them: one without an id is named after its centre. */
export function groupsOf(list: GroupListBody): CooperationGroup[] {
  return list.map(({ id, centreId, memberIds }) => ({ id: id ?? centreId, centreId, memberIds }));
}
