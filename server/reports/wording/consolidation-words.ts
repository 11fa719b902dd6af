import type {
  ConsolidationAnswer,
  ConsolidationObjective,
  ConsolidationRuleName,
  ConsolidationRules,
} from '../../../geodata/grouping/consolidate/consolidation-problem.ts';
import type { Language } from '../../language.ts';

type Words = Readonly<Record<Language, string>>;

/** How a search ended. */
export const SEARCH_WORDS: Readonly<Record<ConsolidationAnswer['status'], Words>> = {
  optimal: { zh: '已证明最优', en: 'proved best' },
  infeasible: { zh: '已证明没有方案能同时满足全部要求', en: 'proved: no plan keeps all rules together' },
  limit: { zh: '时间用尽，未证明最优', en: 'out of time, not proved best' },
};

export const OBJECTIVE_WORDS: Readonly<Record<ConsolidationObjective, Words>> = {
  'command-posts': { zh: '指挥值班点（中心派出所和未编组派出所）', en: 'command posts (centres and stations alone)' },
  'people-time': { zh: '人口加权行车时间', en: 'driving time by people' },
  'worst-share': { zh: '最慢 5% 人口的行车时间', en: 'driving time of the slowest 5% of people' },
  'officers-on-duty-posts': { zh: '指挥值班占用民警', en: 'officers bound by command and duty' },
  change: { zh: '中心有变动的派出所', en: 'stations whose centre changes' },
};

type PlainRule = Exclude<ConsolidationRuleName, `${string}:${string}`>;

const RULE_WORDS: Readonly<Record<PlainRule, (rules: ConsolidationRules) => Words>> = {
  reach: () => ({ zh: '全部统计居民点按统计口径达标', en: 'every settlement counted meets the counting rule' }),
  contiguity: () => ({ zh: '每组辖区相连', en: 'the areas of a group hang together' }),
  'no-lone-stations': () => ({ zh: '农村派出所都要编组', en: 'every rural station is in a group' }),
  eligibility: ({ eligibility }) => ({
    zh: [
      `中心派出所${eligibility?.urban ? '可为城区所' : '为农村所'}`,
      ...(eligibility?.maxPeople === undefined ? [] : [`辖区人口不多于 ${eligibility.maxPeople}`]),
      ...(eligibility?.maxCalls === undefined ? [] : [`年警情不多于 ${eligibility.maxCalls}`]),
    ].join('，'),
    en: [
      `centres ${eligibility?.urban ? 'may be urban' : 'are rural'}`,
      ...(eligibility?.maxPeople === undefined ? [] : [`with at most ${eligibility.maxPeople} people`]),
      ...(eligibility?.maxCalls === undefined ? [] : [`with at most ${eligibility.maxCalls} calls a year`]),
    ].join(', '),
  }),
  'min-group-size': ({ minGroupSize }) => ({
    zh: `每组不少于 ${minGroupSize} 个派出所`,
    en: `at least ${minGroupSize} stations in a group`,
  }),
  'max-group-size': ({ maxGroupSize }) => ({
    zh: `每组不多于 ${maxGroupSize} 个派出所`,
    en: `at most ${maxGroupSize} stations in a group`,
  }),
  'min-officers': ({ minOfficers }) => ({
    zh: `每组在岗民警不少于 ${minOfficers} 名`,
    en: `at least ${minOfficers} officers in a group`,
  }),
  'auxiliaries-per-officer': ({ auxiliariesPerOfficer }) => ({
    zh: `每组民警与辅警之比达到 1:${auxiliariesPerOfficer}`,
    en: `at least ${auxiliariesPerOfficer} auxiliaries to an officer in a group`,
  }),
  'max-people': ({ maxPeople }) => ({
    zh: `每组服务人口不多于 ${maxPeople}`,
    en: `at most ${maxPeople} people served by a group`,
  }),
  backup: () => ({
    zh: '每个成员派出所另有一个中心也能达标',
    en: 'each member can be taken by another central station too',
  }),
  budget: ({ budgetYuan }) => ({ zh: `投入不超过 ${budgetYuan} 元`, en: `at most ${budgetYuan} yuan` }),
  'max-groups': ({ maxGroups }) => ({ zh: `不多于 ${maxGroups} 组`, en: `at most ${maxGroups} groups` }),
};

/**
 * A rule by what it asks for, its numbers and the names of its stations in it.
 * @param nameOf name of the station of an index
 */
export function ruleText(
  name: ConsolidationRuleName,
  rules: ConsolidationRules,
  nameOf: (station: number) => string,
  language: Language,
): string {
  const words = RULE_WORDS[name as PlainRule];
  if (words) return words(rules)[language];
  const [kind, ...indexes] = name.split(':');
  const [station = '', centre = ''] = indexes.map((index) => nameOf(Number(index)));
  return lockWords(kind ?? '', station, centre)[language];
}

function lockWords(kind: string, station: string, centre: string): Words {
  switch (kind) {
    case 'locked-centre':
      return { zh: `${station}作中心`, en: `${station} is a centre` };
    case 'forbidden-centre':
      return { zh: `${station}不作中心`, en: `${station} is no centre` };
    case 'locked-member':
      return { zh: `${station}编入${centre}`, en: `${station} is in the group of ${centre}` };
    default:
      return { zh: `${station}不编入${centre}`, en: `${station} is not in the group of ${centre}` };
  }
}
