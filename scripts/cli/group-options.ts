import type { CooperationGroup } from '../../geodata/grouping/cooperation-group.ts';
import { type CountingRule, type CountingScope, conditionOf } from '../../geodata/grouping/counting-rule.ts';
import { type GroupingDesk, openGroupingDesk, proposeCountyGroups } from '../../geodata/grouping/grouping-desk.ts';
import type { Proposal } from '../../geodata/grouping/propose.ts';
import { readGroups } from '../../server/files/read-groups.ts';
import type { CommandContext } from './command-context.ts';
import { EXIT } from './exit-codes.ts';
import { CommandFailure } from './failures.ts';
import { numberWithin, oneOf, text, wholeNumber } from './option-values.ts';
import type { OptionTable, OptionValues } from './options.ts';
import { COUNTY_OPTIONS, loadCounty } from './place-options.ts';
import { requireStations } from './require-stations.ts';
import { RESOLUTION_OPTIONS, RULE_OPTIONS, responseRule } from './rule-options.ts';

const SCOPES: readonly CountingScope[] = ['settlements', 'administrative', 'station', 'share'];

/** A county and a counting rule: what groups are decided by. */
export const GROUP_DESK_OPTIONS = {
  ...COUNTY_OPTIONS,
  scope: {
    value: 'WORD',
    parse: oneOf(SCOPES),
    default: 'settlements',
    zh: '统计范围：settlements 全部居民点、administrative 全部行政村、station 站到站、share 加权比例',
    en: 'what must pass: settlements, administrative, station or share',
  },
  share: {
    value: 'PERCENT',
    parse: numberWithin(0.1, 100),
    default: '95',
    zh: 'scope 为 share 时的加权达标比例（%）',
    en: 'per cent that must pass with scope share',
  },
  ...RULE_OPTIONS,
  ...RESOLUTION_OPTIONS,
} as const satisfies OptionTable;

/** A county, a counting rule and groups: shared by `groups` and `explain`. */
export const GROUP_OPTIONS = {
  ...GROUP_DESK_OPTIONS,
  groups: {
    value: 'FILE',
    parse: text,
    zh: '协作组 JSON 文件；不给则由程序初步提出（启发式）',
    en: 'JSON file of groups; without it groups are proposed (a heuristic)',
  },
  'max-group': {
    value: 'N',
    parse: wholeNumber(2, 1000),
    zh: '提出方案时每组最多派出所数（含中心）',
    en: 'most stations in a proposed group, the centre included',
  },
} as const satisfies OptionTable;

/** What both verbs start from. */
export interface GroupPlan {
  readonly desk: GroupingDesk;
  readonly counting: CountingRule;
  readonly groups: readonly CooperationGroup[];
  /** Undefined where the groups came from a file. */
  readonly proposal: Proposal | undefined;
}

/** Loads the county and opens its desk. */
export async function loadGroupDesk(
  values: OptionValues<typeof GROUP_DESK_OPTIONS>,
  verb: string,
  context: CommandContext,
): Promise<Pick<GroupPlan, 'desk' | 'counting'>> {
  const county = await loadCounty(values, verb, context);
  for (const note of county.notes) context.note(note);
  requireStations(county.stations.length);
  if (county.settlements.length === 0) {
    throw new CommandFailure(EXIT.noAnswer, {
      zh: '没有找到居民点，请检查 --settlements',
      en: 'no settlement was found; see --settlements',
    });
  }
  const counting: CountingRule = {
    ...responseRule(values),
    scope: values.scope,
    ...(values.scope === 'share' ? { sharePercent: values.share } : {}),
    condition: conditionOf(county.network.meta.profile),
  };
  const boundary = county.boundary?.flatMap((area) => area.polygons);
  return { desk: openGroupingDesk(county.network, { ...county, boundary }, values.resolution), counting };
}

/** Loads the county, reads the groups or proposes them. */
export async function loadGroupPlan(
  values: OptionValues<typeof GROUP_OPTIONS>,
  verb: string,
  context: CommandContext,
): Promise<GroupPlan> {
  const { desk, counting } = await loadGroupDesk(values, verb, context);
  if (values.groups !== undefined) {
    return { desk, counting, groups: await readGroups(values.groups, desk.county.stations), proposal: undefined };
  }
  const proposal = proposeCountyGroups(desk, counting, values['max-group']);
  return { desk, counting, groups: proposal.groups, proposal };
}
