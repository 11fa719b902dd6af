import type { RemarkKind } from '../../../geodata/standards/measure.ts';
import { OFFICES, type Office } from '../../../geodata/standards/offices.ts';
import type { CountedUnit } from '../../../geodata/standards/standard-rule.ts';
import type { UnitReason, UnitVerdict } from '../../../geodata/standards/unit-result.ts';
import type { Language } from '../../language.ts';

type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>;

/** A verdict with its side of the threshold, for `near` lies on both: `near-met`, `near-unmet`. */
export type VerdictCode = Exclude<UnitVerdict, 'near'> | 'near-met' | 'near-unmet';

/** Results (DOMAIN.md glossary 72). */
export const VERDICT_WORDS: Words<VerdictCode> = {
  pass: { zh: '达标', en: 'meets' },
  'near-met': { zh: '临界（已达）', en: 'near (met)' },
  'near-unmet': { zh: '临界（未达）', en: 'near (not met)' },
  fail: { zh: '不达标', en: 'fails' },
  'no-data': { zh: '无数据', en: 'no data' },
  'not-judged': { zh: '不判定', en: 'not judged' },
};

/** What a clause counts. */
export const COUNTED_UNIT_WORDS: Words<CountedUnit> = {
  county: { zh: '全县', en: 'county' },
  township: { zh: '乡镇街道', en: 'township-level unit' },
  station: { zh: '派出所', en: 'station' },
  village: { zh: '村（社区）', en: 'village or community' },
  compound: { zh: '小区', en: 'compound' },
  group: { zh: '协作组', en: 'cooperation group' },
  room: { zh: '警务室', en: 'police room' },
};

/** Why a unit has its verdict, short enough for a table. */
export const UNIT_REASON_WORDS: Words<UnitReason> = {
  meets: { zh: '达到', en: 'meets' },
  below: { zh: '低于标准', en: 'below the standard' },
  above: { zh: '高于上限', en: 'above the upper limit' },
  'not-exactly': { zh: '与规定数不一致', en: 'not the number asked for' },
  surplus: { zh: '偏多', en: 'more than needed' },
  'assistant-stands-in': { zh: '由警务助理替代', en: 'a police assistant stands in' },
  'no-station': { zh: '辖区内没有派出所', en: 'no station in its area' },
  'several-stations': { zh: '辖区内不止一个派出所', en: 'more than one station in its area' },
  'not-set-up-though-due': { zh: '符合条件但未设两队一室', en: 'qualifies, but has not set up two teams' },
  'set-up-without-conditions': { zh: '已设两队一室但不符合条件', en: 'has set up two teams, but does not qualify' },
  'conditions-not-met': { zh: '不符合条件，未设，不要求', en: 'does not qualify, has none, and need not' },
  'no-two-teams': { zh: '未设两队一室，不判定', en: 'has no two teams: not judged' },
  'team-off-target': { zh: '有队（室）偏离 4:4:2 目标', en: 'a team is off its 4:4:2 target' },
  'not-equipped': { zh: '应建未建成', en: 'due, not equipped' },
  'not-networked': { zh: '未联网', en: 'not networked' },
  'not-due': { zh: '不属应建', en: 'not due' },
  'not-in-base': { zh: '未建成，不计入分母', en: 'not equipped: not in the denominator' },
  'nothing-to-count': { zh: '无统计对象', en: 'nothing to count' },
  'part-of-sum': { zh: '合计的一部分', en: 'part of the sum' },
  'not-a-model-room': { zh: '不是样板警务室', en: 'not a model room' },
  zone: { zh: '开发区等，列出不判定', en: 'development zone or the like: listed, not judged' },
  'group-passes': { zh: '全部居民点达标', en: 'passes under its counting rule' },
  'group-near': { zh: '达标，接近限值', en: 'passes close to a limit' },
  'group-fails': { zh: '有居民点超限', en: 'over the limit under its counting rule' },
  'unknown-figure': { zh: '缺数据', en: 'figures are missing' },
  'unknown-boundary': { zh: '缺辖区边界', en: 'its boundary is missing' },
  'unknown-urban-rural': { zh: '不知城区或农村', en: 'in town or in the country is not known' },
};

/** What else a person should know. */
export const REMARK_WORDS: Words<RemarkKind> = {
  'station-outside-own-area': {
    zh: '派出所点位不在所属乡镇街道辖区内',
    en: 'stations sited outside their own township-level unit',
  },
  'station-in-no-area': { zh: '派出所点位不在任何乡镇街道辖区内', en: 'stations sited in none of the areas' },
  'stations-exceed-county': {
    zh: '各派出所民警之和大于县局民警总数，请核对',
    en: 'stations together have more officers than the county: please check',
  },
  'strength-of-no-station': {
    zh: '有警力数据但没有对应的派出所，未计入',
    en: 'headcounts that belong to no station, not counted',
  },
  'compound-of-no-unit': {
    zh: '小区所属社区（村）代码不在村（社区）表中，只计入全县',
    en: 'compounds of no known village or community, counted in the county alone',
  },
  'urban-rural-by-kind': {
    zh: '缺城乡分类代码，按单位类别划分城乡',
    en: 'units without an urban-rural code, classed by their kind',
  },
  'no-groups-evaluated': { zh: '没有已测算的协作组方案', en: 'no plan of cooperation groups has been evaluated' },
};

/** Fields of the county's tables, by the key of the record. */
const FIELD_WORDS: Words<string> = {
  officers: { zh: '县局民警总数', en: "the county's officers" },
  informantFundsYuan: { zh: '专项经费', en: 'funds' },
  onDuty: { zh: '在岗民警数', en: 'officers on duty' },
  onRolls: { zh: '在编数', en: 'officers on the rolls' },
  community: { zh: '社区民警数', en: 'community officers' },
  cases: { zh: '案件办理民警数', en: 'case officers' },
  command: { zh: '综合指挥民警数', en: 'command officers' },
  auxiliaries: { zh: '辅警数', en: 'auxiliaries' },
  villageAuxiliaries: { zh: '社区驻村辅警数', en: 'auxiliaries bound to villages' },
  twoTeams: { zh: '是否设两队一室', en: 'whether two teams are set up' },
  analysts: { zh: '情报分析员数', en: 'analysts' },
  legalReviewers: { zh: '法制员数', en: 'legal reviewers' },
  policeAssistant: { zh: '是否警务助理', en: 'whether there is a police assistant' },
  committeeMembers: { zh: '治保会人数', en: 'committee members' },
  households: { zh: '户数', en: 'households' },
  volunteers: { zh: '信息员数', en: 'safety informants' },
  buildings: { zh: '楼栋（院落）数', en: 'buildings' },
  coveredBuildings: { zh: '已覆盖楼栋数', en: 'buildings covered' },
  devices: { zh: '设备数', en: 'devices' },
  polygons: { zh: '辖区边界', en: 'boundary' },
  stationId: { zh: '所属派出所', en: 'station' },
};

/** Figures beside a unit's value. */
const FIGURE_WORDS: Words<string> = {
  officers: { zh: '民警', en: 'officers' },
  auxiliaries: { zh: '辅警', en: 'auxiliaries' },
  least: { zh: '最少', en: 'least' },
  most: { zh: '最多', en: 'most' },
  shortfall: { zh: '缺', en: 'short by' },
  surplus: { zh: '多', en: 'over by' },
  strength: { zh: '警力基数', en: 'strength' },
  targetCommunity: { zh: '社区队目标', en: 'community team target' },
  targetCases: { zh: '办案队目标', en: 'case team target' },
  targetCommand: { zh: '指挥室目标', en: 'command room target' },
  lackingCommunity: { zh: '社区队缺', en: 'community team short by' },
  settlements: { zh: '居民点', en: 'settlements' },
  failing: { zh: '超限', en: 'over the limit' },
  members: { zh: '成员所', en: 'member stations' },
};

/** A field of a table in words. @throws Error where there are none */
export function fieldText(field: string, language: Language): string {
  return wordOf(FIELD_WORDS, field, language);
}

/** A figure beside a unit's value, with its name: `最少 3`. @throws Error where there are no words */
export function figurePhrase(key: string, value: number, language: Language): string {
  return `${wordOf(FIGURE_WORDS, key, language)} ${value}`;
}

/** An office by its name in the language. */
export function officeText(office: Office, language: Language): string {
  return language === 'zh' ? office : OFFICES[office];
}

function wordOf(words: Words<string>, key: string, language: Language): string {
  const found = words[key];
  if (!found) throw new Error(`No words for ${key}.`);
  return found[language];
}
