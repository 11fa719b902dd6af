import type { AloneStation, Obstacle } from '../../geodata/grouping/alone-reasons.ts';
import type { Evaluation } from '../../geodata/grouping/evaluate.ts';
import type { Proposal } from '../../geodata/grouping/propose.ts';
import type { Language } from '../language.ts';
import { OBSTACLE_WORDS } from './wording/group-finding-words.ts';

/** Centres and settlements named for each station; the rest are counted. */
const MOST_CENTRES = 3;
const MOST_SETTLEMENTS = 5;

/** Why each station of a proposal joined no group, the centres that came nearest first. */
export function aloneText(evaluation: Evaluation, { alone }: Proposal, language: Language): string {
  if (alone.length === 0) return language === 'zh' ? '无' : 'None';
  return alone.map((station) => aloneStationText(evaluation, station, language)).join('\n');
}

/** Why one station joined no group: what stands in its own way, then in the way of the centres nearest to taking it. */
export function aloneStationText(evaluation: Evaluation, alone: AloneStation, language: Language): string {
  const { stations } = evaluation;
  const colon = language === 'zh' ? '：' : ': ';
  const lines = [`${stations[alone.station]!.name}${colon}${summaryText(evaluation, alone, language)}`];
  for (const obstacle of alone.obstacles.slice(0, MOST_CENTRES)) {
    lines.push(`  ${stations[obstacle.centre]!.name}${colon}${obstacleText(evaluation, obstacle, language)}`);
  }
  return lines.join('\n');
}

function summaryText(evaluation: Evaluation, { urban, ownFailing }: AloneStation, language: Language): string {
  const zh = language === 'zh';
  const parts: string[] = [];
  if (urban) parts.push(zh ? '城区派出所，不作成员' : 'an urban station is no member');
  else parts.push(zh ? '没有可编入的协作组' : 'no group could take it');
  if (ownFailing.length > 0) {
    const names = namesText(evaluation, ownFailing, language);
    parts.push(zh ? `本辖区内有居民点超限：${names}` : `settlements of its own area are over the limit: ${names}`);
  }
  return parts.join(zh ? '；' : '; ');
}

function obstacleText(evaluation: Evaluation, { kind, settlements }: Obstacle, language: Language): string {
  if (kind === 'settlements-fail' && settlements.length === 0) {
    return language === 'zh' ? '该派出所本身超限' : 'the station itself is over the limit';
  }
  const words = OBSTACLE_WORDS[kind][language];
  if (settlements.length === 0) return words;
  return `${words}${language === 'zh' ? '：' : ': '}${namesText(evaluation, settlements, language)}`;
}

function namesText({ settlements }: Evaluation, indexes: readonly number[], language: Language): string {
  const names = indexes.slice(0, MOST_SETTLEMENTS).map((index) => settlements[index]!.name);
  const listed = names.join(language === 'zh' ? '、' : ', ');
  if (indexes.length <= MOST_SETTLEMENTS) return listed;
  return language === 'zh'
    ? `${listed}等 ${indexes.length} 处`
    : `${listed} and ${indexes.length - MOST_SETTLEMENTS} more`;
}
