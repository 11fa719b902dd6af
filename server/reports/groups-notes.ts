import type { Evaluation } from '../../geodata/grouping/evaluate.ts';
import type { Proposal } from '../../geodata/grouping/propose.ts';
import { CONNECTOR_METRES } from '../../geodata/travel/off-road.ts';
import type { Language } from '../language.ts';
import { findingText } from './wording/group-finding-words.ts';

/** What a reader must know beside the tables, numbered, one a line. */
export function groupsNotes(evaluation: Evaluation, language: Language, proposal?: Proposal): string {
  return groupsNoteList(evaluation, language, proposal)
    .map((note, index) => `${index + 1}. ${note}`)
    .join('\n');
}

/** The same as a list: how figures are defined, what is estimated, what was assumed. */
export function groupsNoteList(evaluation: Evaluation, language: Language, proposal?: Proposal): string[] {
  const counts = countsOf(evaluation);
  const notes = (language === 'zh' ? chineseNotes : englishNotes)(evaluation, counts, proposal);
  const findings = evaluation.notices.map(
    (finding) => findingText(finding, language) + (language === 'zh' ? '。' : '.'),
  );
  return [...notes, ...findings];
}

interface Counts {
  readonly connectors: number;
  /** Names of centres whose own leg is a virtual connector. */
  readonly centreConnectors: readonly string[];
  readonly otherRoutes: number;
  readonly byRoad: number;
  readonly byStraightLine: number;
  /** Names of centres of groups that do not hang together. */
  readonly scattered: readonly string[];
}

function countsOf({ groups, standAlone, stations, ownStation }: Evaluation): Counts {
  const units = [...groups, ...standAlone];
  const nameOf = ({ centre }: { readonly centre: number }): string => stations[centre]!.name;
  const byRule = (...rules: readonly string[]): number => ownStation.filter(({ rule }) => rules.includes(rule)).length;
  return {
    connectors: units.reduce((sum, { connectorCount }) => sum + connectorCount, 0),
    centreConnectors: units.filter(({ centreConnector }) => centreConnector).map(nameOf),
    otherRoutes: units.reduce((sum, { otherRouteCount }) => sum + otherRouteCount, 0),
    byRoad: byRule('nearest', 'township-nearest'),
    byStraightLine: byRule('straight-line'),
    scattered: groups.filter(({ connected }) => connected === false).map(nameOf),
  };
}

function chineseNotes({ weights, counting }: Evaluation, counts: Counts, proposal?: Proposal): string[] {
  const notes = [
    '警务协作组统筹指挥、办案和值班，各派出所建制保持不变。',
    '用时为行车时间，由派出所驶向居民点，不含接警至出发的时间。',
    '里程和用时均取最快路线，含路外连接；达标与否按统计口径逐一判定；最快路线用时已超限的，超限原因只列行车时间。',
    '加权达标率 = 达标（含临界）居民点的权重之和 ÷ 统计居民点的权重之和，每个居民点只计一次。',
    '95%居民点用时：统计居民点按用时由短到长排列，取第 ⌈0.95n⌉ 个；路网不通的排在最后。',
  ];
  if (weights.base !== 'population') {
    notes.push(`有 ${weights.withoutPopulation} 个居民点缺人口数，${fallbackInChinese(weights.base)}。`);
  }
  if (weights.withheldCount > 0) {
    notes.push(`有 ${weights.withheldCount} 个居民点样本过小，不计入权重；达标与否照常判定。`);
  }
  if (counting.scope === 'station') notes.push('站到站口径只判定成员派出所，居民点指标仅供参考。');
  if (counts.otherRoutes > 0) {
    notes.push(`有 ${counts.otherRoutes} 个居民点的最快路线超限，但另有路线达标，按达标计。`);
  }
  if (counts.connectors > 0) {
    notes.push(`有 ${counts.connectors} 个居民点距道路超过 ${CONNECTOR_METRES} 米，以虚拟连接线估算，请核对道路数据。`);
  }
  if (counts.centreConnectors.length > 0) {
    notes.push(
      `${counts.centreConnectors.join('、')}距道路超过 ${CONNECTOR_METRES} 米，其全部结果含估算，请核对坐标。`,
    );
  }
  if (counts.byRoad > 0)
    notes.push(`有 ${counts.byRoad} 个居民点所在乡镇不详、没有派出所或有多个派出所，按行车最快的派出所确定属地。`);
  if (counts.byStraightLine > 0) {
    notes.push(`有 ${counts.byStraightLine} 个居民点道路不通，按直线距离暂定属地派出所，请核对。`);
  }
  if (counts.scattered.length > 0) notes.push(`下列中心派出所的协作组辖区不相连：${counts.scattered.join('、')}。`);
  if (proposal) notes.push(proposalText(proposal, 'zh'));
  return notes;
}

/** How a plan was found, and whether it is proven best. */
export function proposalText(proposal: Proposal, language: Language): string {
  return language === 'zh' ? proposalInChinese(proposal) : proposalInEnglish(proposal);
}

function fallbackInChinese(base: 'households' | 'settlements'): string {
  return base === 'households' ? '统一按户数加权' : '且户数不全，每个居民点按 1 计';
}

function proposalInChinese({ proposer }: Proposal): string {
  return proposer.kind === 'exact'
    ? `编组方案由优化算法（${proposer.name}）得出，已证明协作组与未编组派出所总数最少。`
    : `编组方案由启发式算法（${proposer.name}）得出，逐一满足规则，但未证明最优，供比选参考。`;
}

function englishNotes({ weights, counting }: Evaluation, counts: Counts, proposal?: Proposal): string[] {
  const notes = [
    'A cooperation group pools command, case handling and duty; the establishment of every station is unchanged.',
    'Times are driving times from the station to the settlement, without the time from call to departure.',
    'Lengths and times are those of the fastest route, off-road legs included; whether a place meets the rule is decided by the counting rule; where even the fastest route is too slow, time alone is named as the reason.',
    'Weighted rate = weight of settlements that meet the rule (near the limit included) / weight of settlements counted, each once.',
    '95% within: counted settlements in order of time, number ceil(0.95 n); those without a route come last.',
  ];
  if (weights.base !== 'population') {
    const fallback =
      weights.base === 'households'
        ? 'households weigh instead'
        : 'households are not known throughout either: each settlement counts 1';
    notes.push(`${weights.withoutPopulation} settlement(s) have no population figure; ${fallback}.`);
  }
  if (weights.withheldCount > 0) {
    notes.push(
      `${weights.withheldCount} settlement(s) are too small a sample and weigh nothing here; whether they pass is decided all the same.`,
    );
  }
  if (counting.scope === 'station')
    notes.push('Member stations alone decide; figures of settlements are for reference.');
  if (counts.otherRoutes > 0) {
    notes.push(
      `${counts.otherRoutes} settlement(s) meet the rule by another route than the fastest, which is over a limit.`,
    );
  }
  if (counts.connectors > 0) {
    notes.push(
      `${counts.connectors} settlement(s) stand more than ${CONNECTOR_METRES} m off the road and are joined by an estimated virtual connector: check the roads.`,
    );
  }
  if (counts.centreConnectors.length > 0) {
    notes.push(
      `${counts.centreConnectors.join(', ')}: more than ${CONNECTOR_METRES} m off the road, an estimate in every result: check the position.`,
    );
  }
  if (counts.byRoad > 0)
    notes.push(
      `${counts.byRoad} settlement(s) lie in a township that is not known, or has no station or several, and belong to the one that is quickest by road.`,
    );
  if (counts.byStraightLine > 0) {
    notes.push(
      `${counts.byStraightLine} settlement(s) are reached by no road and belong to the nearest station as the crow flies: check them.`,
    );
  }
  if (counts.scattered.length > 0)
    notes.push(`Groups whose areas do not hang together, by centre: ${counts.scattered.join(', ')}.`);
  if (proposal) notes.push(proposalText(proposal, 'en'));
  return notes;
}

function proposalInEnglish({ proposer }: Proposal): string {
  return proposer.kind === 'exact'
    ? `The groups were found by an optimiser (${proposer.name}) and are proven fewest, stations that stand alone included.`
    : `The groups were found by a heuristic (${proposer.name}): every one keeps the rules, but they are not proven best.`;
}
