import { percentText } from '../../geodata/figure-text.ts';
import type { Evaluation, GroupEvaluation } from '../../geodata/grouping/evaluate.ts';
import type { PooledCount, Tally } from '../../geodata/grouping/figures.ts';
import type { Proposal } from '../../geodata/grouping/propose.ts';
import type { Language } from '../language.ts';
import { aloneText } from './groups-alone.ts';
import { groupsNotes } from './groups-notes.ts';
import { joinSections, type Section } from './sections.ts';
import { type TextColumn, textTable } from './text-table.ts';
import { REASON_WORDS, STATUS_WORDS, WEIGHT_WORDS } from './wording/label-words.ts';
import { kilometresText, minutesText } from './wording/measures.ts';
import { countingLines, labelledText, provenanceLines } from './wording/rule-words.ts';

const NAME_WIDTH = 24;

/**
 * An evaluation as a county planner reads it in a terminal: the counting rule first, then groups, figures,
 * drives between stations, settlements over the limit, stations that stand alone, the county, and notes.
 * `—` is "no answer". No line end after the last line.
 * @param proposal where the groups were proposed and not drawn by hand: who proposed them, and what kept the others out
 */
export function groupsReport(evaluation: Evaluation, language: Language, proposal?: Proposal): string {
  const { counting, provenance, weights } = evaluation;
  const words = WORDS[language];
  const head = [
    ...countingLines(counting, language),
    [words.weightedBy, WEIGHT_WORDS[weights.base][language]] as const,
    ...provenanceLines(provenance, language),
  ];
  const sections: Section[] = [
    { title: words.counting, body: labelledText(head, language) },
    { title: words.groups, body: groupsText(evaluation, language) },
    { title: words.figures, body: figuresText(evaluation, language) },
    { title: words.members, body: membersText(evaluation, language) },
    { title: words.overLimit, body: overLimitText(evaluation, language) },
    { title: words.standAlone, body: standAloneText(evaluation, language) },
    ...(proposal ? [{ title: words.alone, body: aloneText(evaluation, proposal, language) }] : []),
    { title: words.totals, body: totalsText(evaluation, language) },
    { title: words.notes, body: groupsNotes(evaluation, language, proposal) },
  ];
  return joinSections(words.title, sections, language);
}

function groupsText(evaluation: Evaluation, language: Language): string {
  const { groups, stations } = evaluation;
  const words = WORDS[language];
  if (groups.length === 0) return words.none;
  const columns = [
    { header: words.centre, maxWidth: NAME_WIDTH },
    { header: words.memberStations, maxWidth: 2 * NAME_WIDTH },
    ...resultColumns(language),
  ];
  const rows = groups.map((group) => [
    stations[group.centre]!.name,
    group.members.map(({ station }) => stations[station]!.name).join(words.comma),
    ...resultCells(evaluation, group, language),
  ]);
  return textTable(columns, rows);
}

function standAloneText(evaluation: Evaluation, language: Language): string {
  const { standAlone, stations } = evaluation;
  const words = WORDS[language];
  if (standAlone.length === 0) return words.none;
  const columns = [{ header: words.station, maxWidth: NAME_WIDTH }, ...resultColumns(language)];
  const rows = standAlone.map((unit) => [stations[unit.centre]!.name, ...resultCells(evaluation, unit, language)]);
  return textTable(columns, rows);
}

function resultColumns(language: Language): TextColumn[] {
  const words = WORDS[language];
  return [
    { header: words.farthestByLength, maxWidth: NAME_WIDTH },
    { header: words.farthestByTime, maxWidth: NAME_WIDTH },
    { header: words.rate, align: 'right' },
    { header: words.p95, align: 'right' },
    { header: words.status },
  ];
}

function resultCells({ settlements, counting }: Evaluation, unit: GroupEvaluation, language: Language) {
  const { farthestByLength: far, farthestByTime: slow, tally, p95Ds, status } = unit;
  return [
    far && `${kilometresText(far.cost.dm, counting.limitDm)} ${settlements[far.settlement]!.name}`,
    slow && `${minutesText(slow.cost.ds, counting.limitDs)} ${settlements[slow.settlement]!.name}`,
    percentText(tally.withinWeight, tally.weight),
    p95Ds === undefined ? undefined : minutesText(p95Ds, counting.limitDs),
    STATUS_WORDS[status][language],
  ];
}

function figuresText({ groups, stations }: Evaluation, language: Language): string {
  const words = WORDS[language];
  if (groups.length === 0) return words.none;
  const right = (header: string) => ({ header, align: 'right' as const });
  const columns = [
    { header: words.centre, maxWidth: NAME_WIDTH },
    right(words.counted),
    right(words.within),
    right(words.radius),
    right(words.offRoadShare),
    right(words.connectors),
    right(words.officers),
    right(words.auxiliaries),
    { header: words.connected },
  ];
  const rows = groups.map((group) => [
    stations[group.centre]!.name,
    group.tally.count,
    group.tally.withinCount,
    group.straightRadiusMetres === undefined ? undefined : kilometresText(group.straightRadiusMetres * 10),
    group.offRoadTimeShare === undefined ? undefined : percentText(group.offRoadTimeShare, 1),
    group.connectorCount,
    pooledText(group.officers, language),
    pooledText(group.auxiliaries, language),
    group.connected === undefined ? undefined : words.yesNo[group.connected ? 0 : 1],
  ]);
  return textTable(columns, rows);
}

function membersText({ groups, stations, counting }: Evaluation, language: Language): string {
  const words = WORDS[language];
  const rows = groups.flatMap(({ centre, members }) =>
    members.map(({ station, verdict }) => [
      stations[centre]!.name,
      stations[station]!.name,
      verdict.fastest && kilometresText(verdict.fastest.dm, counting.limitDm),
      verdict.fastest && minutesText(verdict.fastest.ds, counting.limitDs),
      STATUS_WORDS[verdict.status][language],
    ]),
  );
  if (rows.length === 0) return words.none;
  const name = { maxWidth: NAME_WIDTH };
  const number = { align: 'right' as const };
  return textTable(
    [
      { header: words.centre, ...name },
      { header: words.member, ...name },
      { header: words.length, ...number },
      { header: words.time, ...number },
      { header: words.status },
    ],
    rows,
  );
}

function overLimitText(evaluation: Evaluation, language: Language): string {
  const { groups, standAlone, stations, settlements, counting } = evaluation;
  const words = WORDS[language];
  const rows = [...groups, ...standAlone].flatMap((unit) => {
    const responses = new Map(unit.responses.map((response) => [response.settlement, response]));
    return unit.overLimit.map(({ settlement, reason }) => {
      const { support, firstResponse, ownStation } = responses.get(settlement)!;
      return [
        settlements[settlement]!.name,
        settlements[settlement]!.township,
        stations[unit.centre]!.name,
        support.fastest && kilometresText(support.fastest.dm, counting.limitDm),
        support.fastest && minutesText(support.fastest.ds, counting.limitDs),
        REASON_WORDS[reason][language],
        stations[ownStation]!.name,
        firstResponse.fastest && minutesText(firstResponse.fastest.ds, counting.limitDs),
      ];
    });
  });
  if (rows.length === 0) return words.none;
  const number = { align: 'right' as const };
  const columns = [
    { header: words.settlement, maxWidth: NAME_WIDTH },
    { header: words.township, maxWidth: NAME_WIDTH },
    { header: words.responder, maxWidth: NAME_WIDTH },
    { header: words.length, ...number },
    { header: words.time, ...number },
    { header: words.reason, maxWidth: 2 * NAME_WIDTH },
    { header: words.ownStation, maxWidth: NAME_WIDTH },
    { header: words.firstResponse, ...number },
  ];
  return textTable(columns, rows);
}

function totalsText({ totals, counting }: Evaluation, language: Language): string {
  const words = WORDS[language];
  const row = (label: string, tally: Tally) => [
    label,
    tally.count,
    tally.withinCount,
    tally.withinWeight,
    tally.weight,
    percentText(tally.withinWeight, tally.weight),
  ];
  const suffix = counting.scope === 'station' ? words.forReference : '';
  const columns = [
    { header: '' },
    { header: words.counted },
    { header: words.within },
    { header: words.withinWeight },
    { header: words.weight },
    { header: words.rate + suffix, align: 'right' as const },
  ];
  return textTable(columns, [
    row(words.inGroups, totals.grouped),
    row(words.outside, totals.standAlone),
    row(words.county, totals.county),
  ]);
}

/** The sum, and over how many of the stations where not all give a figure. */
function pooledText({ sum, stationsKnown, stations }: PooledCount, language: Language): string | undefined {
  if (sum === undefined) return undefined;
  if (stationsKnown === stations) return String(sum);
  return language === 'zh' ? `${sum}（${stationsKnown}/${stations} 所）` : `${sum} (${stationsKnown} of ${stations})`;
}

const WORDS = {
  zh: {
    title: '警务协作组测算报告',
    counting: '统计口径',
    groups: '协作组达标情况',
    figures: '协作组其他指标',
    members: '中心派出所至成员派出所',
    overLimit: '超限居民点',
    standAlone: '未编组派出所（以本所响应本辖区测算）',
    alone: '未能编组的原因',
    totals: '合计',
    notes: '说明',
    none: '无',
    comma: '、',
    weightedBy: '加权基数',
    centre: '中心派出所',
    station: '派出所',
    memberStations: '成员派出所',
    member: '成员派出所',
    farthestByLength: '里程最远(km)',
    farthestByTime: '用时最长(min)',
    rate: '加权达标率',
    p95: '95%居民点用时(min)',
    status: '结果',
    counted: '统计居民点',
    within: '达标居民点',
    radius: '直线半径(km)',
    offRoadShare: '路外用时占比',
    connectors: '虚拟连接线居民点',
    officers: '民警',
    auxiliaries: '辅警',
    connected: '辖区相连',
    yesNo: ['是', '否'],
    length: '里程(km)',
    time: '用时(min)',
    settlement: '居民点',
    township: '乡镇街道',
    responder: '响应派出所',
    reason: '超限原因',
    ownStation: '属地派出所',
    firstResponse: '属地先期响应(min)',
    withinWeight: '达标加权量',
    weight: '加权总量',
    inGroups: '协作组',
    outside: '未编组',
    county: '合计',
    forReference: '（参考）',
  },
  en: {
    title: 'Cooperation groups: report',
    counting: 'Counting rule',
    groups: 'Groups against the rule',
    figures: 'Other figures of the groups',
    members: 'From central to member stations',
    overLimit: 'Settlements over the limit',
    standAlone: 'Stations that stand alone (each serving its own area)',
    alone: 'Why stations joined no group',
    totals: 'Totals',
    notes: 'Notes',
    none: 'None',
    comma: ', ',
    weightedBy: 'Weighted by',
    centre: 'central station',
    station: 'station',
    memberStations: 'member stations',
    member: 'member station',
    farthestByLength: 'farthest(km)',
    farthestByTime: 'longest(min)',
    rate: 'weighted rate',
    p95: '95% within(min)',
    status: 'result',
    counted: 'counted',
    within: 'within',
    radius: 'straight radius(km)',
    offRoadShare: 'off-road time',
    connectors: 'by connector',
    officers: 'officers',
    auxiliaries: 'auxiliaries',
    connected: 'hangs together',
    yesNo: ['yes', 'no'],
    length: 'length(km)',
    time: 'time(min)',
    settlement: 'settlement',
    township: 'township',
    responder: 'responding station',
    reason: 'reason',
    ownStation: 'own station',
    firstResponse: 'first response(min)',
    withinWeight: 'weight within',
    weight: 'weight',
    inGroups: 'in groups',
    outside: 'standing alone',
    county: 'county',
    forReference: ' (for reference)',
  },
} as const satisfies Record<Language, Record<string, string | readonly string[]>>;
