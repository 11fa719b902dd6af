import {
  decisiveResponse,
  type ExplainedResponse,
  type ExplainedRoute,
  type Explanation,
  type NearStation,
} from '../../geodata/grouping/explain.ts';
import { failReason } from '../../geodata/grouping/fail-reason.ts';
import { shownFigures } from '../../geodata/small-samples.ts';
import type { RouteCost } from '../../geodata/travel/route-cost.ts';
import type { ResponseRule } from '../../geodata/travel/two-limit-rule.ts';
import type { Language } from '../language.ts';
import { joinSections, type Section } from './sections.ts';
import { textTable } from './text-table.ts';
import { OWN_STATION_WORDS, REASON_WORDS, ROAD_CLASS_WORDS, STATUS_WORDS } from './wording/label-words.ts';
import {
  kilometresPhrase,
  kilometresText,
  limitKilometres,
  limitMinutes,
  minutesPhrase,
  minutesText,
} from './wording/measures.ts';
import { proofText } from './wording/proof-words.ts';
import { countingLines, labelledText, provenanceLines } from './wording/rule-words.ts';

/**
 * One settlement, explained for a reader in a county office: which station responds first and which
 * supports, by what roads, how that compares with both limits, why the result holds, and who else could
 * come. `—` is "no answer". No line end after the last line.
 * @param isWithheld the settlement's households and people are too few to show
 */
export function explainReport(explanation: Explanation, isWithheld: boolean, language: Language): string {
  const { settlement, own, centre, counting, provenance } = explanation;
  const words = WORDS[language];
  const rule = [...countingLines(counting, language), ...provenanceLines(provenance, language)];
  const ownRule = OWN_STATION_WORDS[explanation.ownStationRule][language];
  const sections: Section[] = [
    { title: words.counting, body: labelledText(rule, language) },
    { title: words.own(own.station.name, ownRule), body: responseText(explanation, own, language) },
    {
      title: centre ? words.centre(centre.station.name) : words.noCentre,
      body: centre ? responseText(explanation, centre, language) : words.ownDecides,
    },
    { title: words.others, body: othersText(explanation, language) },
  ];
  const { households, population, sampleTooSmall } = shownFigures(settlement, isWithheld);
  const facts = [
    settlement.township,
    population === undefined ? undefined : words.people(population),
    households === undefined ? undefined : words.households(households),
    sampleTooSmall ? words.sampleTooSmall : undefined,
  ].filter((fact) => fact !== undefined);
  const about = facts.length === 0 ? '' : words.brackets(facts.join(words.comma));
  return joinSections(`${words.title}${settlement.name}${about}`, sections, language);
}

/** The same in a few sentences: the certificate of whoever decides, and who else could come. */
export function explainSentences(explanation: Explanation, language: Language): string[] {
  const { verdict, station } = decisiveResponse(explanation);
  const proof = proofText(verdict, explanation.counting, language);
  return [
    `${station.name}${language === 'zh' ? '：' : ': '}${proof}`,
    alternativeText(explanation.alternative, explanation, language),
  ];
}

function responseText({ counting }: Explanation, response: ExplainedResponse, language: Language): string {
  const words = WORDS[language];
  const { verdict, fastest, proof } = response;
  const reason = failReason(verdict, counting);
  const lines = [
    [
      words.result,
      STATUS_WORDS[verdict.status][language] + (reason ? words.brackets(REASON_WORDS[reason][language]) : ''),
    ],
    [words.because, proofText(verdict, counting, language)],
    [words.straight, kilometresPhrase(verdict.straightMetres * 10, language)],
  ] as const;
  const tables: string[] = [];
  if (fastest) tables.push(routeText(words.fastest, fastest, response, counting, language));
  if (proof) tables.push(routeText(words.proof, proof, response, counting, language));
  return [labelledText(lines, language), ...tables].join('\n\n');
}

/** A route by class of road, turns and estimated legs, its total against both limits. */
function routeText(
  title: string,
  { cost, route, classes }: ExplainedRoute,
  { stationLeg, settlementLeg }: ExplainedResponse,
  { limitDm, limitDs, combine, metric }: ResponseRule,
  language: Language,
): string {
  const words = WORDS[language];
  const row = (label: string, { dm, ds }: RouteCost) => [label, kilometresText(dm), minutesText(ds)];
  const leg = (label: string, isConnector: boolean): string =>
    label + (isConnector ? words.connector : words.estimated);
  const number = { align: 'right' as const };
  const columns = [{ header: title }, { header: words.length, ...number }, { header: words.time, ...number }];
  return textTable(columns, [
    ...classes.map((stretch) => row(ROAD_CLASS_WORDS[stretch.roadClass][language], stretch)),
    [words.turns, undefined, minutesText(route.turnDs)],
    row(leg(words.stationLeg, stationLeg.connector), stationLeg.cost),
    row(leg(words.settlementLeg, settlementLeg.connector), settlementLeg.cost),
    [words.total, kilometresText(cost.dm, limitDm), minutesText(cost.ds, limitDs)],
    [
      words.limit,
      metric === 'straight' || combine === 'time' ? undefined : words.atMost(limitKilometres(limitDm, language)),
      combine === 'distance' ? undefined : words.under(limitMinutes(limitDs, language)),
    ],
  ]);
}

function othersText(explanation: Explanation, language: Language): string {
  const { nearest, alternative, counting } = explanation;
  const words = WORDS[language];
  const responsible = decisiveResponse(explanation).station.id;
  const rows = nearest.map(({ station, cost }, index) => [
    index + 1,
    station.name + (station.id === responsible ? words.responsible : ''),
    kilometresText(cost.dm, counting.limitDm),
    minutesText(cost.ds, counting.limitDs),
  ]);
  const number = { align: 'right' as const };
  const columns = [
    { header: words.rank },
    { header: words.station },
    { header: words.length, ...number },
    { header: words.time, ...number },
  ];
  const table = rows.length === 0 ? words.unreachable : textTable(columns, rows);
  return `${table}\n\n${alternativeText(alternative, explanation, language)}`;
}

function alternativeText(near: NearStation | undefined, { counting }: Explanation, language: Language): string {
  const words = WORDS[language];
  if (!near) return words.noAlternative;
  const length = kilometresPhrase(near.cost.dm, language, counting.limitDm);
  const time = minutesPhrase(near.cost.ds, language, counting.limitDs);
  return words.alternative(near.station.name, length, time);
}

interface ExplainWords {
  readonly own: (station: string, rule: string) => string;
  readonly centre: (station: string) => string;
  readonly people: (count: number) => string;
  readonly households: (count: number) => string;
  readonly brackets: (text: string) => string;
  readonly atMost: (limit: string) => string;
  readonly under: (limit: string) => string;
  readonly alternative: (station: string, length: string, time: string) => string;
  readonly sampleTooSmall: string;
  readonly title: string;
  readonly counting: string;
  readonly noCentre: string;
  readonly ownDecides: string;
  readonly others: string;
  readonly comma: string;
  readonly result: string;
  readonly because: string;
  readonly straight: string;
  readonly fastest: string;
  readonly proof: string;
  readonly length: string;
  readonly time: string;
  readonly turns: string;
  readonly stationLeg: string;
  readonly settlementLeg: string;
  readonly estimated: string;
  readonly connector: string;
  readonly total: string;
  readonly limit: string;
  readonly rank: string;
  readonly station: string;
  readonly responsible: string;
  readonly unreachable: string;
  readonly noAlternative: string;
}

const WORDS: Readonly<Record<Language, ExplainWords>> = {
  zh: {
    title: '居民点响应说明：',
    counting: '统计口径',
    own: (station, rule) => `属地先期响应：${station}（属地依据：${rule}）`,
    centre: (station) => `中心支援响应：${station}`,
    noCentre: '中心支援响应',
    ownDecides: '属地派出所即为本协作组的中心派出所，或未编组；结果以属地响应为准。',
    others: '邻近派出所',
    people: (count) => `${count} 人`,
    households: (count) => `${count} 户`,
    sampleTooSmall: '样本过小',
    comma: '，',
    brackets: (text) => `（${text}）`,
    result: '结果',
    because: '依据',
    straight: '直线距离',
    fastest: '最快路线',
    proof: '判定所依据的路线',
    length: '里程(km)',
    time: '用时(min)',
    turns: '转弯、路口',
    stationLeg: '派出所至道路',
    settlementLeg: '道路至居民点',
    estimated: '（估算）',
    connector: '（估算，虚拟连接线）',
    total: '合计',
    limit: '限值',
    atMost: (limit) => `不超过 ${limit}`,
    under: (limit) => `少于 ${limit}`,
    rank: '位次',
    station: '派出所',
    responsible: '（现响应派出所）',
    unreachable: '没有派出所能经道路到达。',
    alternative: (station, length, time) => `由${station}响应可达标（最快路线 ${length}、${time}）。`,
    noAlternative: '由其他任何派出所响应均不达标。',
  },
  en: {
    title: 'Response to the settlement ',
    counting: 'Counting rule',
    own: (station, rule) => `First response: ${station} (own station: ${rule})`,
    centre: (station) => `Support: ${station}`,
    noCentre: 'Support',
    ownDecides: 'Its own station heads the group or stands alone; the first response is the result.',
    others: 'Stations nearby',
    people: (count) => `${count} people`,
    households: (count) => `${count} households`,
    sampleTooSmall: 'sample too small',
    comma: ', ',
    brackets: (text) => ` (${text})`,
    result: 'Result',
    because: 'Because',
    straight: 'Straight distance',
    fastest: 'fastest route',
    proof: 'deciding route',
    length: 'length(km)',
    time: 'time(min)',
    turns: 'turns and junctions',
    stationLeg: 'station to road',
    settlementLeg: 'road to settlement',
    estimated: ' (estimated)',
    connector: ' (estimated, virtual connector)',
    total: 'total',
    limit: 'limit',
    atMost: (limit) => `at most ${limit}`,
    under: (limit) => `under ${limit}`,
    rank: 'rank',
    station: 'station',
    responsible: ' (responds now)',
    unreachable: 'No station reaches it by road.',
    alternative: (station, length, time) =>
      `From ${station} it would meet the rule (fastest route ${length}, ${time}).`,
    noAlternative: 'From no other station would it meet the rule.',
  },
};
