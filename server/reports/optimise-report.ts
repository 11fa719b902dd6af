import type { Station } from '../../geodata/catchment/places.ts';
import { groupFigures, groupsOf } from '../../geodata/grouping/consolidate/check-consolidation.ts';
import type { Conflict } from '../../geodata/grouping/consolidate/conflict.ts';
import { activeRules } from '../../geodata/grouping/consolidate/conflict-rules.ts';
import {
  ALONE,
  type ConsolidationAnswer,
  type ConsolidationObjective,
} from '../../geodata/grouping/consolidate/consolidation-problem.ts';
import type { PosedConsolidation } from '../../geodata/grouping/consolidate/pose-consolidation.ts';
import type { CooperationGroup } from '../../geodata/grouping/cooperation-group.ts';
import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import type { Provenance } from '../../geodata/grouping/provenance.ts';
import type { Language } from '../language.ts';
import { joinSections, type Section } from './sections.ts';
import { type TextColumn, textTable } from './text-table.ts';
import { OBJECTIVE_WORDS, ruleText, SEARCH_WORDS } from './wording/consolidation-words.ts';
import { WEIGHT_WORDS } from './wording/label-words.ts';
import { minutesText } from './wording/measures.ts';
import { countingLines, labelledText, provenanceLines } from './wording/rule-words.ts';

/** A search for the best groups of a county, and all that it was asked. */
export interface Optimised {
  readonly stations: readonly Station[];
  readonly counting: CountingRule;
  readonly provenance: Provenance;
  readonly problem: PosedConsolidation;
  readonly answer: ConsolidationAnswer;
  /** Where no plan keeps all rules: the rules that contradict each other, if they were found in time. */
  readonly conflict: Conflict | undefined;
  /** How long the search took, by the host's clock. */
  readonly seconds: number;
}

const NAME_WIDTH = 24;

/** The groups of a plan, by the order of their centres; named by the id of the centre. */
export function groupsOfAnswer({ stations, answer }: Pick<Optimised, 'stations' | 'answer'>): CooperationGroup[] {
  const idOf = (station: number) => stations[station]?.id ?? '';
  return groupsOf(answer.plan ?? new Int32Array()).map(({ centre, stations: all }) => ({
    id: idOf(centre),
    centreId: idOf(centre),
    memberIds: all.filter((station) => station !== centre).map(idOf),
  }));
}

/** Groups as a file of groups has them: see `readGroups`. */
export function groupRecords(groups: readonly CooperationGroup[]) {
  return groups.map(({ id, centreId: centre, memberIds: members }) => ({ id, centre, members }));
}

/** Everything of a search as JSON, stations by id; an endless gap or bound is null. */
export function optimiseJson(optimised: Optimised): Readonly<Record<string, unknown>> {
  const { stations, counting, provenance, problem, answer, conflict, seconds } = optimised;
  const { plan, status, stages } = answer;
  const idOf = (station: number | undefined) => (station === undefined ? undefined : stations[station]?.id);
  const { rules, goal, postOfficers, weightBase, withheldCount, unreached } = problem;
  return {
    status,
    stages,
    plan: plan && Object.fromEntries([...plan].map((centre, i) => [idOf(i), centre === ALONE ? null : idOf(centre)])),
    groups: groupRecords(groupsOfAnswer(optimised)),
    standAlone: plan ? stations.filter((_, i) => plan[i] === ALONE).map(({ id }) => id) : [],
    conflict: conflict && {
      rules: conflict.rules.map((name) => ({ name, text: ruleText(name, rules, nameIn(stations), 'en') })),
      isSmallest: conflict.isSmallest,
    },
    goal,
    rules: activeRules(rules).map((name) => ({ name, text: ruleText(name, rules, nameIn(stations), 'en') })),
    postOfficers,
    countingRule: counting,
    weightedBy: weightBase,
    settlementsSampleTooSmall: withheldCount,
    settlementsWithoutRoute: unreached.length,
    ...provenance,
    seconds,
  };
}

/** A search as a county planner reads it: what was asked, what was found and how far it is proved, then the groups. */
export function optimiseReport(optimised: Optimised, language: Language): string {
  const { counting, provenance, problem, answer, conflict } = optimised;
  const words = WORDS[language];
  const head = [
    ...countingLines(counting, language),
    [words.weightedBy, WEIGHT_WORDS[problem.weightBase][language]] as const,
    ...provenanceLines(provenance, language),
  ];
  const found: Section[] = answer.plan
    ? [
        { title: words.groups, body: groupsText(optimised, language) },
        { title: words.standAlone, body: aloneText(optimised, language) },
      ]
    : [];
  const sections: Section[] = [
    { title: words.counting, body: labelledText(head, language) },
    { title: words.rules, body: rulesText(optimised, activeRules(problem.rules), language) },
    { title: words.search, body: searchText(optimised, language) },
    ...(conflict ? [{ title: words.conflict, body: rulesText(optimised, conflict.rules, language) }] : []),
    ...found,
    { title: words.notes, body: notesText(problem, language) },
  ];
  return joinSections(words.title, sections, language);
}

function rulesText(
  { stations, problem }: Optimised,
  names: ReturnType<typeof activeRules> | Conflict['rules'],
  language: Language,
): string {
  if (names.length === 0) return WORDS[language].none;
  return names.map((name, i) => `${i + 1}. ${ruleText(name, problem.rules, nameIn(stations), language)}`).join('\n');
}

function searchText({ answer, problem, seconds }: Optimised, language: Language): string {
  const words = WORDS[language];
  const people = problem.settlements.reduce((sum, settlement) => sum + settlement.people, 0);
  const mean = (objectives: readonly ConsolidationObjective[], value: number | undefined) => {
    const [objective] = objectives;
    const isTime = objective === 'people-time' || objective === 'worst-share';
    if (!isTime || objectives.length > 1 || value === undefined || people === 0) return undefined;
    return minutesText(value / people);
  };
  const rows = answer.stages.map(({ objectives, value, bound, gap }) => [
    objectives.map((objective) => OBJECTIVE_WORDS[objective][language]).join(' + '),
    value,
    Number.isFinite(bound) ? bound : undefined,
    Number.isFinite(gap) ? `${(gap * 100).toFixed(2)}%` : undefined,
    mean(objectives, value),
  ]);
  const right = (header: string): TextColumn => ({ header, align: 'right' });
  const columns = [
    { header: words.objective, maxWidth: 2 * NAME_WIDTH },
    right(words.value),
    right(words.bound),
    right(words.gap),
    right(words.mean),
  ];
  const status = `${words.status}${SEARCH_WORDS[answer.status][language]}${words.took(seconds)}`;
  return rows.length === 0 ? status : `${status}\n\n${textTable(columns, rows)}`;
}

function groupsText({ stations, problem, answer }: Optimised, language: Language): string {
  const words = WORDS[language];
  const groups = groupsOf(answer.plan ?? new Int32Array());
  if (groups.length === 0) return words.none;
  const nameOf = nameIn(stations);
  const rows = groups.map((group) => {
    const members = group.stations.filter((station) => station !== group.centre);
    const { officers, auxiliaries, people } = groupFigures(problem, group);
    const names = members.map(nameOf).join(words.comma);
    return [nameOf(group.centre), names, group.stations.length, officers, auxiliaries, people];
  });
  const columns = [
    { header: words.centre, maxWidth: NAME_WIDTH },
    { header: words.members, maxWidth: 2 * NAME_WIDTH },
    { header: words.size },
    { header: words.officers },
    { header: words.auxiliaries },
    { header: WEIGHT_WORDS[problem.weightBase][language] },
  ];
  return textTable(columns, rows);
}

function aloneText({ stations, answer }: Optimised, language: Language): string {
  const alone = stations.filter((_, station) => answer.plan?.[station] === ALONE);
  const words = WORDS[language];
  return alone.length === 0 ? words.none : alone.map(({ name }) => name).join(words.comma);
}

function notesText({ withheldCount, unreached }: PosedConsolidation, language: Language): string {
  const words = WORDS[language];
  const notes = [
    ...words.always,
    ...(withheldCount > 0 ? [words.withheld(withheldCount)] : []),
    ...(unreached.length > 0 ? [words.unreached(unreached.length)] : []),
  ];
  return notes.map((note, i) => `${i + 1}. ${note}`).join('\n');
}

function nameIn(stations: readonly Station[]): (station: number) => string {
  return (station) => stations[station]?.name ?? String(station);
}

const WORDS = {
  zh: {
    title: '警务协作组优化报告',
    counting: '统计口径',
    rules: '方案要求',
    search: '求解结果',
    conflict: '相互矛盾的要求（至少放宽其中一项）',
    groups: '建议的协作组',
    standAlone: '未编组派出所',
    notes: '说明',
    none: '无',
    comma: '、',
    weightedBy: '加权基数',
    status: '状态：',
    took: (seconds: number) => `，用时 ${seconds.toFixed(1)} 秒`,
    objective: '目标（先后优先）',
    value: '取值',
    bound: '已证下界',
    gap: '差距',
    mean: '平均(min)',
    centre: '中心派出所',
    members: '成员派出所',
    size: '派出所数',
    officers: '民警',
    auxiliaries: '辅警',
    always: [
      '警务协作组统筹指挥、办案和值班，各派出所建制保持不变。',
      '取值均为整数，越小越好；已证下界与取值相等即为最优，任何方案都不低于下界。',
      '人口加权行车时间的取值为 人口 × 0.1 秒 之和；最慢 5% 人口的取值为其 20 倍。平均为除以人口所得的分钟数。',
      '成员派出所只取农村所；未编组派出所以本所响应本辖区测算。',
    ],
    withheld: (count: number) => `有 ${count} 个居民点样本过小，不计入人口；达标与否照常判定。`,
    unreached: (count: number) => `有 ${count} 个居民点与属地派出所之间路网不通，不计入行车时间。`,
  },
  en: {
    title: 'Cooperation groups: the best plan',
    counting: 'Counting rule',
    rules: 'Rules of the plan',
    search: 'Search',
    conflict: 'Rules that contradict each other (one of them at least must give)',
    groups: 'Groups proposed',
    standAlone: 'Stations that stand alone',
    notes: 'Notes',
    none: 'None',
    comma: ', ',
    weightedBy: 'Weighted by',
    status: 'Status: ',
    took: (seconds: number) => `, in ${seconds.toFixed(1)} s`,
    objective: 'objective, first things first',
    value: 'value',
    bound: 'proven bound',
    gap: 'gap',
    mean: 'mean(min)',
    centre: 'central station',
    members: 'member stations',
    size: 'stations',
    officers: 'officers',
    auxiliaries: 'auxiliaries',
    always: [
      'A group pools command, case work and duty; every station keeps its establishment.',
      'Values are whole, and less is better. No plan is below the proven bound; one that equals it is best.',
      'Driving time by people is the sum of people x 0.1 s; that of the slowest 5% is 20 times its sum. Means are minutes a person.',
      'Members are rural stations. A station that stands alone serves its own area.',
    ],
    withheld: (count: number) => `${count} settlements are samples too small: their people are not counted, reach is.`,
    unreached: (count: number) =>
      `${count} settlements have no road from their own station, and count in no driving time.`,
  },
} as const;
