import type { Station } from '../../geodata/catchment/places.ts';
import {
  ALONE,
  CONSOLIDATION_OBJECTIVES,
  type ConsolidationGoal,
  type ConsolidationObjective,
  type ConsolidationRules,
} from '../../geodata/grouping/consolidate/consolidation-problem.ts';
import { OFFICERS_PER_POST } from '../../geodata/grouping/consolidate/pose-consolidation.ts';
import type { CooperationGroup } from '../../geodata/grouping/cooperation-group.ts';
import { stationIds } from '../../server/files/station-ids.ts';
import { UsageFailure } from './failures.ts';
import { oneOf, text, wholeNumber } from './option-values.ts';
import { BadValue, type OptionTable, type OptionValues } from './options.ts';
import type { Words } from './words.ts';

const objective = oneOf(CONSOLIDATION_OBJECTIVES);
const upTo = (most: number, least = 1) => wholeNumber(least, most);
const COUNT = 1_000_000_000;

/** What is wanted of a consolidation: rules, each of which is left out unless said, and what is better. */
export const CONSOLIDATION_OPTIONS = {
  goal: {
    value: 'LIST',
    parse: (given: string) => given.split(',').map(objective),
    zh: '目标，先后优先，逗号分隔：command-posts 指挥值班点数、people-time 人口加权行车时间、worst-share 最慢 5% 人口、officers-on-duty-posts 值班占用警力、change 变动派出所数（默认 command-posts,people-time）',
    en: 'objectives, first things first: command-posts, people-time, worst-share, officers-on-duty-posts, change (default command-posts,people-time)',
  },
  weights: {
    value: 'LIST',
    parse: weightedTerms,
    zh: '加权目标，代替 --goal，如 command-posts=300000,people-time=1（整数）',
    en: 'a weighted goal instead of --goal: command-posts=300000,people-time=1 (whole numbers)',
  },
  'leave-out': {
    value: 'LIST',
    parse: (given: string) => given.split(',').map(oneOf(['reach', 'contiguity'])),
    zh: '不要求：reach 达标、contiguity 辖区相连',
    en: 'rules not asked for: reach (the counting rule), contiguity (neighbouring areas)',
  },
  alone: {
    value: 'WORD',
    parse: oneOf(['allowed', 'forbidden']),
    default: 'allowed',
    zh: '农村派出所可否不编组：allowed 可以、forbidden 不可以',
    en: 'whether a rural station may stand alone: allowed or forbidden',
  },
  'urban-centres': { flag: true, zh: '城区派出所可以作中心', en: 'urban stations may be centres' },
  'centre-max-people': {
    value: 'N',
    parse: upTo(COUNT),
    zh: '中心派出所辖区人口上限（含）',
    en: 'most people of a central station’s own area, inclusive',
  },
  'min-group': { value: 'N', parse: upTo(1000, 2), zh: '每组最少派出所数（含中心）', en: 'fewest stations in a group' },
  'max-group': { value: 'N', parse: upTo(1000, 2), zh: '每组最多派出所数（含中心）', en: 'most stations in a group' },
  'min-officers': { value: 'N', parse: upTo(COUNT), zh: '每组最少在岗民警数', en: 'fewest officers in a group' },
  roster: {
    value: 'POSTS',
    parse: upTo(1000),
    zh: '每组昼夜轮值的岗位数，每岗需 --post-officers 名民警',
    en: 'posts that a group mans round the clock, each by --post-officers officers',
  },
  'post-officers': {
    value: 'N',
    parse: upTo(100),
    default: String(OFFICERS_PER_POST),
    zh: '一个昼夜岗位占用民警数',
    en: 'officers that one post binds round the clock',
  },
  'auxiliaries-per-officer': {
    value: 'N',
    parse: upTo(100),
    zh: '每组每名民警最少辅警数（两队一室为 2）',
    en: 'fewest auxiliaries to an officer of a group (2 for two teams, one room)',
  },
  'max-people': { value: 'N', parse: upTo(COUNT), zh: '每组最多服务人口', en: 'most people served by a group' },
  backup: {
    flag: true,
    zh: '每个成员派出所须另有一个中心也能达标',
    en: 'each member can be taken by another central station too',
  },
  'max-groups': { value: 'N', parse: upTo(1000, 0), zh: '最多组数', en: 'most groups' },
  'lock-centre': { value: 'STATION', parse: text, repeats: true, zh: '必须作中心', en: 'must be a centre' },
  'forbid-centre': { value: 'STATION', parse: text, repeats: true, zh: '不得作中心', en: 'must not be a centre' },
  'lock-member': {
    value: 'MEMBER=CENTRE',
    parse: memberPair,
    repeats: true,
    zh: '必须编入该中心',
    en: 'must be in that centre’s group',
  },
  'forbid-member': {
    value: 'MEMBER=CENTRE',
    parse: memberPair,
    repeats: true,
    zh: '不得编入该中心',
    en: 'must not be in that centre’s group',
  },
} as const satisfies OptionTable;

type ConsolidationValues = OptionValues<typeof CONSOLIDATION_OPTIONS>;

/** @throws UsageFailure where both kinds of goal are given */
export function goalOf({ goal, weights }: ConsolidationValues, verb: string): ConsolidationGoal {
  if (goal !== undefined && weights !== undefined) {
    throw new UsageFailure([{ zh: '--goal 与 --weights 只能给一个', en: '--goal excludes --weights' }], verb);
  }
  if (weights !== undefined) return { kind: 'weighted', terms: weights };
  return { kind: 'lexicographic', objectives: goal ?? ['command-posts', 'people-time'] };
}

/** @throws UsageFailure with every station that is not known, or meant by several */
export function rulesOf(values: ConsolidationValues, stations: readonly Station[], verb: string): ConsolidationRules {
  const problems: Words[] = [];
  const index = indexesOf(stations, problems);
  const pair = ([member, centre]: readonly [string, string]) => [index(member), index(centre)] as const;
  const locks = {
    lockedCentres: values['lock-centre'].map(index),
    forbiddenCentres: values['forbid-centre'].map(index),
    lockedMembers: values['lock-member'].map(pair),
    forbiddenMembers: values['forbid-member'].map(pair),
  };
  if (problems.length > 0) throw new UsageFailure(problems, verb);
  const left = values['leave-out'] ?? [];
  const rosterOfficers = values.roster === undefined ? 0 : values.roster * values['post-officers'];
  const minOfficers = Math.max(values['min-officers'] ?? 0, rosterOfficers);
  const mostPeople = values['centre-max-people'];
  return {
    reach: !left.includes('reach'),
    contiguity: !left.includes('contiguity'),
    mayStandAlone: values.alone === 'allowed',
    backup: values.backup,
    ...locks,
    ...(values['urban-centres'] && mostPeople === undefined
      ? {}
      : {
          eligibility: {
            urban: values['urban-centres'],
            ...(mostPeople === undefined ? {} : { maxPeople: mostPeople }),
          },
        }),
    ...(values['min-group'] === undefined ? {} : { minGroupSize: values['min-group'] }),
    ...(values['max-group'] === undefined ? {} : { maxGroupSize: values['max-group'] }),
    ...(minOfficers === 0 ? {} : { minOfficers }),
    ...(values['auxiliaries-per-officer'] === undefined
      ? {}
      : { auxiliariesPerOfficer: values['auxiliaries-per-officer'] }),
    ...(values['max-people'] === undefined ? {} : { maxPeople: values['max-people'] }),
    ...(values['max-groups'] === undefined ? {} : { maxGroups: values['max-groups'] }),
  };
}

/** Groups as a column of centres, for what changes from today. */
export function planOfGroups(groups: readonly CooperationGroup[], stations: readonly Station[]): Int32Array {
  const indexOf = new Map(stations.map(({ id }, index) => [id, index]));
  const plan = new Int32Array(stations.length).fill(ALONE);
  for (const { centreId, memberIds } of groups) {
    const centre = indexOf.get(centreId) ?? ALONE;
    for (const id of [centreId, ...memberIds]) plan[indexOf.get(id)!] = centre;
  }
  return plan;
}

function indexesOf(stations: readonly Station[], problems: Words[]): (given: string) => number {
  const idsOf = stationIds(stations);
  const indexOfId = new Map(stations.map(({ id }, index) => [id, index]));
  return (given) => {
    const ids = idsOf(given);
    const [only = ''] = ids.length === 1 ? ids : [];
    const index = indexOfId.get(only);
    if (index !== undefined) return index;
    problems.push(
      ids.length === 0
        ? { zh: `没有派出所“${given}”`, en: `there is no station "${given}"` }
        : {
            zh: `“${given}”有 ${ids.length} 个派出所，请用编号`,
            en: `"${given}" are ${ids.length} stations: give the id`,
          },
    );
    return -1;
  };
}

function weightedTerms(given: string): { objective: ConsolidationObjective; weight: number }[] {
  return given.split(',').map((term) => {
    const [name = '', weight = '', ...more] = term.split('=');
    if (more.length > 0)
      throw new BadValue({ zh: `“${term}”应为 目标=权重`, en: `"${term}" should be objective=weight` });
    return { objective: objective(name), weight: upTo(COUNT)(weight) };
  });
}

function memberPair(given: string): readonly [member: string, centre: string] {
  const [member = '', centre = '', ...more] = given.split('=');
  if (member !== '' && centre !== '' && more.length === 0) return [member, centre];
  throw new BadValue({ zh: `“${given}”应为 成员派出所=中心派出所`, en: `"${given}" should be MEMBER=CENTRE` });
}
