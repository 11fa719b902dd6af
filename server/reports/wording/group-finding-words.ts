import type { ObstacleKind } from '../../../geodata/grouping/alone-reasons.ts';
import type { GroupFinding, GroupFindingKind } from '../../../geodata/grouping/cooperation-group.ts';
import type { Language } from '../../language.ts';

type Words = Readonly<Record<Language, string>>;

const FINDING_WORDS: Readonly<Record<GroupFindingKind, Words>> = {
  'group-id-twice': { zh: '协作组编号重复', en: 'the id of the group is used twice' },
  'centre-missing': { zh: '未指定中心派出所', en: 'no central station is named' },
  'no-members': { zh: '没有成员派出所', en: 'the group has no member station' },
  'station-unknown': { zh: '没有这个派出所', en: 'there is no such station' },
  'station-twice': { zh: '派出所在组内重复', en: 'the station is named twice in the group' },
  'station-in-two-groups': { zh: '派出所已编入其他协作组', en: 'the station belongs to another group already' },
  'member-urban': { zh: '成员派出所应为农村派出所，该所为城区派出所', en: 'a member must be a rural station' },
  'centre-urban': { zh: '中心派出所为城区派出所，请确认', en: 'the central station is urban: please confirm' },
};

/** What kept a station from joining a centre. */
export const OBSTACLE_WORDS: Readonly<Record<ObstacleKind, Words>> = {
  'settlements-fail': {
    zh: '若由该所牵头，本辖区有居民点超限',
    en: 'with it as the centre, settlements of this area are over the limit',
  },
  'centre-urban': { zh: '城区派出所不作中心派出所', en: 'an urban station is not to be a centre' },
  'centre-own-area-fails': { zh: '该所自身辖区不达标', en: 'its own area fails' },
  'in-another-group': { zh: '已是其他协作组的成员', en: 'is a member of another group' },
  'group-full': { zh: '协作组已满', en: 'the group is full' },
  'not-adjacent': { zh: '辖区不相邻', en: 'the areas do not touch' },
};

/** One finding as a line for people, without a full stop. */
export function findingText(finding: GroupFinding, language: Language): string {
  const words = FINDING_WORDS[finding.kind][language];
  const { groupId, stationId, otherGroupId } = finding;
  if (language === 'zh') {
    const station = stationId === undefined ? '' : `派出所“${stationId}”`;
    return `协作组“${groupId}”${station}：${words}${otherGroupId === undefined ? '' : `“${otherGroupId}”`}`;
  }
  const station = stationId === undefined ? '' : `, station "${stationId}"`;
  return `Group "${groupId}"${station}: ${words}${otherGroupId === undefined ? '' : ` ("${otherGroupId}")`}`;
}
