import type { ClauseResult } from '../../geodata/standards/evaluate-standards.ts';
import { ruleOf } from '../../geodata/standards/rule-set.ts';
import type { Summary, UnitsSummary } from '../../geodata/standards/summarise-units.ts';
import type { Language } from '../language.ts';
import {
  percentOf,
  readingText,
  switchText,
  thresholdText,
  unitName,
  unitReasonText,
  verdictCode,
  verdictText,
} from './scorecard-cells.ts';
import type { Table, TableColumn, TableValue } from './table.ts';
import { COUNTED_UNIT_WORDS, officeText } from './wording/standard-words.ts';

const CLAUSE_COLUMNS: readonly TableColumn[] = [
  { key: 'ruleId', zh: '条款', en: 'clause' },
  { key: 'title', zh: '名称', en: 'name' },
  { key: 'switch', zh: '口径代码', en: 'reading code' },
  { key: 'reading', zh: '口径', en: 'reading' },
  { key: 'numerator', zh: '分子', en: 'numerator' },
  { key: 'denominator', zh: '分母', en: 'denominator' },
  { key: 'percent', zh: '比例', en: 'share', unit: '%' },
  { key: 'threshold', zh: '标准', en: 'standard' },
  { key: 'result', zh: '结果', en: 'result' },
  { key: 'resultCode', zh: '结果代码', en: 'result code' },
  { key: 'passing', zh: '达标单位', en: 'units that pass' },
  { key: 'near', zh: '临界单位', en: 'units near' },
  { key: 'failing', zh: '不达标单位', en: 'units that fail' },
  { key: 'missing', zh: '缺数据单位', en: 'units without data' },
  { key: 'oldest', zh: '最早截止日期', en: 'oldest as-of date' },
  { key: 'newest', zh: '最晚截止日期', en: 'newest as-of date' },
  { key: 'unit', zh: '统计单位', en: 'unit' },
  { key: 'lead', zh: '牵头单位', en: 'lead' },
  { key: 'responsible', zh: '责任单位', en: 'responsible' },
  { key: 'deadline', zh: '期限', en: 'deadline' },
];

const UNIT_COLUMNS: readonly TableColumn[] = [
  { key: 'ruleId', zh: '条款', en: 'clause' },
  { key: 'unit', zh: '统计单位', en: 'unit' },
  { key: 'id', zh: '编号', en: 'id' },
  { key: 'name', zh: '名称', en: 'name' },
  { key: 'numerator', zh: '分子', en: 'numerator' },
  { key: 'denominator', zh: '分母', en: 'denominator' },
  { key: 'result', zh: '结果', en: 'result' },
  { key: 'resultCode', zh: '结果代码', en: 'result code' },
  { key: 'reason', zh: '原因', en: 'reason' },
  { key: 'reasonCode', zh: '原因代码', en: 'reason code' },
  { key: 'asOf', zh: '截止日期', en: 'as of' },
];

/**
 * One row a clause in the reading that holds, followed by a row for every other reading, whose `switch` says what is
 * turned. Keys and codes are the same in both languages. A share is rounded to a thousandth of a per cent; the whole
 * numbers beside it are what decides.
 */
export function scorecardTable(results: readonly ClauseResult[], language: Language): Table {
  const rows = results.flatMap((result) => {
    const rule = ruleOf(result.ruleId);
    const own = readingText(rule, result.settings, language);
    return [
      clauseRow(result, result, undefined, own, language),
      ...result.variants.map((variant) => {
        const name = rule.switches.find(({ key }) => key === variant.key)!.name;
        const reading = switchText(rule, variant.key, variant.value, name, language);
        return clauseRow(result, variant, `${variant.key}=${variant.value}`, reading, language);
      }),
    ];
  });
  return { columns: CLAUSE_COLUMNS, rows: rows.map((values) => ({ values })) };
}

/** Every unit behind every clause, in the reading that holds. As `scorecardTable`. */
export function scorecardUnitsTable(results: readonly ClauseResult[], language: Language): Table {
  const rows = results.flatMap(({ ruleId, units }) =>
    units.map(
      (unit): Readonly<Record<string, TableValue>> => ({
        ruleId,
        unit: COUNTED_UNIT_WORDS[unit.unit][language],
        id: unit.unitId,
        name: unitName(unit, language),
        numerator: unit.value?.numerator,
        denominator: unit.value?.denominator,
        result: verdictText(unit, language),
        resultCode: verdictCode(unit),
        reason: unitReasonText(unit, language),
        reasonCode: unit.reason,
        asOf: unit.asOf,
      }),
    ),
  );
  return { columns: UNIT_COLUMNS, rows: rows.map((row) => ({ values: UNIT_COLUMNS.map(({ key }) => row[key]) })) };
}

function clauseRow(
  { ruleId }: ClauseResult,
  { summary, outcome }: { readonly summary: Summary; readonly outcome: UnitsSummary },
  code: string | undefined,
  reading: string,
  language: Language,
): TableValue[] {
  const { title, unit, lead, responsible, deadline } = ruleOf(ruleId);
  const { value, counts, missing, asOf } = outcome;
  const offices = (names: typeof lead) =>
    names.map((name) => officeText(name, language)).join(language === 'zh' ? '、' : ', ');
  const row: Readonly<Record<string, TableValue>> = {
    ruleId,
    title: title[language],
    switch: code,
    reading: reading === '' ? undefined : reading,
    numerator: value?.numerator,
    denominator: value?.denominator,
    percent:
      value && (summary.kind === 'rate' || summary.kind === 'sum')
        ? Math.round(1000 * percentOf(value)) / 1000
        : undefined,
    threshold: thresholdText(summary),
    result: verdictText(outcome, language),
    resultCode: verdictCode(outcome),
    passing: counts.pass,
    near: counts.near,
    failing: counts.fail,
    missing,
    oldest: asOf?.oldest,
    newest: asOf?.newest,
    unit: COUNTED_UNIT_WORDS[unit][language],
    lead: offices(lead),
    responsible: responsible.length === 0 ? undefined : offices(responsible),
    deadline,
  };
  return CLAUSE_COLUMNS.map(({ key }) => row[key]);
}
