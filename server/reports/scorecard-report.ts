import { type ClauseResult, countClauses } from '../../geodata/standards/evaluate-standards.ts';
import { ruleOf } from '../../geodata/standards/rule-set.ts';
import type { Language } from '../language.ts';
import {
  asOfText,
  readingText,
  switchText,
  thresholdText,
  unitName,
  unitReasonText,
  unitValueText,
  valueText,
  verdictText,
} from './scorecard-cells.ts';
import { joinSections, type Section } from './sections.ts';
import { textTable } from './text-table.ts';
import { labelledText } from './wording/rule-words.ts';
import { COUNTED_UNIT_WORDS, fieldText, officeText, REMARK_WORDS } from './wording/standard-words.ts';

const NAME_WIDTH = 24;
const TEXT_WIDTH = 48;
/** Of a remark about many, as many are named. */
const MOST_IDS = 12;

/**
 * The scorecard as a county's planner reads it in a terminal: the clauses with their values, the units that do not
 * meet, what is missing, the other readings, remarks, and the clauses themselves. It shows what it is given: a caller
 * that withholds units gives results summed up without them. `—` is "no answer". No line end after the last line.
 */
export function scorecardReport(results: readonly ClauseResult[], language: Language): string {
  const words = WORDS[language];
  const sections: Section[] = [
    { title: words.clauses, body: clausesText(results, language) },
    { title: words.notMet, body: notMetText(results, language) },
    { title: words.noData, body: noDataText(results, language) },
    { title: words.readings, body: readingsText(results, language) },
    { title: words.remarks, body: remarksText(results, language) },
    { title: words.texts, body: textsText(results, language) },
  ];
  return joinSections(words.title, sections, language);
}

function clausesText(results: readonly ClauseResult[], language: Language): string {
  const words = WORDS[language];
  const rows = results.map(({ ruleId, summary, outcome }) => [
    ruleId,
    ruleOf(ruleId).title[language],
    valueText(summary, outcome, language),
    thresholdText(summary),
    verdictText(outcome, language),
    outcome.counts.fail + outcome.counts.near,
    outcome.missing,
    asOfText(outcome, language),
  ]);
  const columns = [
    { header: words.clause },
    { header: words.name, maxWidth: TEXT_WIDTH },
    { header: words.value, maxWidth: TEXT_WIDTH },
    { header: words.threshold },
    { header: words.result },
    { header: words.notPassing },
    { header: words.missing },
    { header: words.asOf, maxWidth: NAME_WIDTH },
  ];
  const counts = countClauses(results);
  return [words.counts(results.length, counts), textTable(columns, rows), words.nearMeans].join('\n\n');
}

function notMetText(results: readonly ClauseResult[], language: Language): string {
  return unitsText(results, language, ({ verdict }) => verdict === 'fail' || verdict === 'near');
}

function noDataText(results: readonly ClauseResult[], language: Language): string {
  const ofCounty = results.flatMap(({ ruleId, outcome }) =>
    outcome.missingFields.map((field) => `${ruleId} ${fieldText(field, language)}`),
  );
  const units = unitsText(results, language, ({ verdict }) => verdict === 'no-data');
  return ofCounty.length === 0 ? units : `${WORDS[language].ofCounty}${ofCounty.join('; ')}\n\n${units}`;
}

function unitsText(
  results: readonly ClauseResult[],
  language: Language,
  isListed: (unit: ClauseResult['units'][number]) => boolean,
): string {
  const words = WORDS[language];
  const rows = results.flatMap(({ ruleId, units }) =>
    units
      .filter(isListed)
      .map((unit) => [
        ruleId,
        COUNTED_UNIT_WORDS[unit.unit][language],
        unitName(unit, language),
        unitValueText(unit),
        verdictText(unit, language),
        unitReasonText(unit, language),
      ]),
  );
  if (rows.length === 0) return words.none;
  const columns = [
    { header: words.clause },
    { header: words.unit },
    { header: words.name, maxWidth: NAME_WIDTH },
    { header: words.value, align: 'right' as const },
    { header: words.result },
    { header: words.reason, maxWidth: TEXT_WIDTH },
  ];
  return textTable(columns, rows);
}

/** The reading that holds, then the others, each with what it comes to. */
function readingsText(results: readonly ClauseResult[], language: Language): string {
  const words = WORDS[language];
  const rows = results.flatMap(({ ruleId, settings, summary, outcome, variants }) => {
    const rule = ruleOf(ruleId);
    if (variants.length === 0 && rule.thresholds.length === 0) return [];
    const nameOf = (key: string) => rule.switches.find((candidate) => candidate.key === key)!.name;
    return [
      [
        ruleId,
        readingText(rule, settings, language),
        valueText(summary, outcome, language),
        verdictText(outcome, language),
      ],
      ...variants.map(({ key, value, summary: other, outcome: found }) => [
        ruleId,
        `${words.instead}${switchText(rule, key, value, nameOf(key), language)}`,
        valueText(other, found, language),
        verdictText(found, language),
      ]),
    ];
  });
  if (rows.length === 0) return words.none;
  const columns = [
    { header: words.clause },
    { header: words.reading, maxWidth: TEXT_WIDTH },
    { header: words.value, maxWidth: TEXT_WIDTH },
    { header: words.result },
  ];
  return textTable(columns, rows);
}

function remarksText(results: readonly ClauseResult[], language: Language): string {
  const lines = results.flatMap(({ ruleId, remarks }) =>
    remarks.map(({ kind, ids }) => {
      const list = ids.length === 0 ? '' : `${language === 'zh' ? '：' : ': '}${idsText(ids, language)}`;
      return `${ruleId} ${REMARK_WORDS[kind][language]}${list}`;
    }),
  );
  return lines.length === 0 ? WORDS[language].none : lines.join('\n');
}

/** The ids of a remark; of many the first, and how many more there are. */
function idsText(ids: readonly string[], language: Language): string {
  const { comma, more } = WORDS[language];
  const listed = ids.slice(0, MOST_IDS).join(comma);
  return ids.length > MOST_IDS ? `${listed}${more(ids.length - MOST_IDS)}` : listed;
}

function textsText(results: readonly ClauseResult[], language: Language): string {
  const words = WORDS[language];
  const offices = (names: readonly Parameters<typeof officeText>[0][]) =>
    names.length === 0 ? '—' : names.map((name) => officeText(name, language)).join(words.comma);
  return results
    .map(({ ruleId }) => {
      const { clause, title, text, formula, unit, lead, responsible, deadline } = ruleOf(ruleId);
      const lines = labelledText(
        [
          [words.text, text[language]],
          [words.formula, formula[language]],
          [words.unit, COUNTED_UNIT_WORDS[unit][language]],
          [words.lead, offices(lead)],
          [words.responsible, offices(responsible)],
          [words.deadline, deadline ?? '—'],
        ],
        language,
      );
      return `${ruleId} ${title[language]} (${words.clauseNumber(clause)})\n${lines}`;
    })
    .join('\n\n');
}

type Counts = ReturnType<typeof countClauses>;

const WORDS = {
  zh: {
    title: '派出所建设标准达标情况',
    clauses: '逐条结果',
    notMet: '未达标或临界的单位',
    noData: '缺数据的单位（不按零计）',
    readings: '统计口径及其他口径的结果',
    remarks: '提示',
    texts: '条文、算法与责任单位',
    none: '无',
    comma: '、',
    more: (count: number) => `，另有 ${count} 个`,
    clause: '条款',
    name: '名称',
    value: '数值',
    threshold: '标准',
    result: '结果',
    notPassing: '不达标或临界',
    missing: '缺数据',
    asOf: '数据截止日期',
    unit: '统计单位',
    reason: '原因',
    reading: '口径',
    instead: '改为 ',
    ofCounty: '全县指标：',
    text: '条文',
    formula: '算法',
    lead: '牵头单位',
    responsible: '责任单位',
    deadline: '期限',
    clauseNumber: (clause: string) => `第 ${clause} 条`,
    counts: (total: number, { pass, near, fail, 'no-data': none }: Counts) =>
      `共 ${total} 项：达标 ${pass}，临界 ${near}，不达标 ${fail}，无数据 ${none}。`,
    nearMeans:
      '临界：与标准相差不超过标准的 10%；未达的一律适用，已达的仅适用于 100% 以下的占比。缺数据可能改变结果的，结果为“无数据”，数值只含已知单位。',
  },
  en: {
    title: "Scorecard against the county's standard",
    clauses: 'Clause by clause',
    notMet: 'Units that fail or are near',
    noData: 'Units without data (never counted as zero)',
    readings: 'Readings, and what the others come to',
    remarks: 'Remarks',
    texts: 'Clauses, formulas, offices',
    none: 'None',
    comma: ', ',
    more: (count: number) => `, and ${count} more`,
    clause: 'clause',
    name: 'name',
    value: 'value',
    threshold: 'standard',
    result: 'result',
    notPassing: 'fail or near',
    missing: 'no data',
    asOf: 'as of',
    unit: 'unit',
    reason: 'reason',
    reading: 'reading',
    instead: 'instead ',
    ofCounty: 'Figures of the county: ',
    text: 'Text',
    formula: 'Formula',
    lead: 'Lead',
    responsible: 'Responsible',
    deadline: 'Deadline',
    clauseNumber: (clause: string) => `clause ${clause}`,
    counts: (total: number, { pass, near, fail, 'no-data': none }: Counts) =>
      `${total} in all: ${pass} met, ${near} near, ${fail} failed, ${none} without data.`,
    nearMeans:
      'Near: within 10% of the standard; on the side that does not meet it always, on the side that does only for shares below 100%. Where missing figures could change a result there is none, and its value is of the known units alone.',
  },
} as const;
