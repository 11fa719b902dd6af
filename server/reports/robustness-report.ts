import type { Station } from '../../geodata/catchment/places.ts';
import { figureText } from '../../geodata/figure-text.ts';
import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import type { Judged, PlanRobustness } from '../../geodata/grouping/robustness/plan-robustness.ts';
import type { Probability, RobustStatus } from '../../geodata/grouping/robustness/probability.ts';
import type { ServedUnit } from '../../geodata/grouping/robustness/unit-passes.ts';
import { SPEED_GROUPS } from '../../geodata/travel/uncertainty/speed-bands.ts';
import type { SpeedUncertainty } from '../../geodata/travel/uncertainty/speed-factors.ts';
import type { Language } from '../language.ts';
import { joinSections } from './sections.ts';
import type { NamedTable } from './table-content.ts';
import { textOfTable, textTable } from './text-table.ts';
import { STATUS_WORDS, WEIGHT_WORDS } from './wording/label-words.ts';
import { countingLines, type LabelledText, labelledText } from './wording/rule-words.ts';

const MOST_DIGITS = 4;

export interface RobustnessReportInput {
  readonly stations: readonly Station[];
  readonly settlements: readonly { readonly id: string; readonly name: string }[];
  /** Index of the centre of each settlement. */
  readonly centreOfSettlement: ArrayLike<number>;
  readonly units: readonly ServedUnit[];
  readonly robustness: PlanRobustness;
  readonly counting: CountingRule;
  readonly uncertainty: SpeedUncertainty;
}

/**
 * How probable a plan is, as a planner reads it: what the speeds were drawn from, the plan and its groups, and the
 * settlements that do not pass for certain, the least probable first. No line end after the last line.
 */
export function robustnessReport(input: RobustnessReportInput, language: Language): string {
  const words = WORDS[language];
  const { robustness } = input;
  const doubtful = settlementRows(input, language).filter(({ judged }) => judged.probability.low < 1);
  doubtful.sort((a, b) => a.judged.probability.share - b.judged.probability.share);
  const table = { columns: SETTLEMENT_COLUMNS, rows: doubtful.map(({ values }) => ({ values })) };
  return joinSections(
    words.title,
    [
      { title: words.basis, body: labelledText(basisLines(input, language), language) },
      { title: words.plan, body: labelledText(planLines(robustness, language), language) },
      { title: words.groups, body: groupsText(input, language) },
      { title: words.doubtful, body: doubtful.length === 0 ? words.none : textOfTable(table, language) },
    ],
    language,
  );
}

/** Every settlement with its probability, for a file. Holds no figure of people or households. */
export function robustnessTable(input: RobustnessReportInput): NamedTable {
  const { robustness, uncertainty } = input;
  return {
    title: { zh: '达标概率', en: 'probability of passing' },
    columns: SETTLEMENT_COLUMNS,
    rows: settlementRows(input, 'zh').map(({ values }) => ({ values })),
    about: { samples: robustness.sampleCount, levels: robustness.levels, ...uncertainty },
  };
}

const SETTLEMENT_COLUMNS = [
  { key: 'id', zh: '编号', en: 'id' },
  { key: 'name', zh: '居民点', en: 'settlement' },
  { key: 'centre', zh: '响应派出所', en: 'responding station' },
  { key: 'probability', zh: '达标概率', en: 'probability', unit: '%' },
  { key: 'low', zh: '区间下限', en: 'interval from', unit: '%' },
  { key: 'high', zh: '区间上限', en: 'interval to', unit: '%' },
  { key: 'status', zh: '结果', en: 'result' },
  { key: 'statusCode', zh: '结果代码', en: 'result code' },
  { key: 'settled', zh: '区间内结果一致', en: 'the same over the interval' },
] as const;

function settlementRows(input: RobustnessReportInput, language: Language) {
  return input.settlements.map(({ id, name }, index) => {
    const judged = input.robustness.settlements[index]!;
    const levels = levelList(input.robustness);
    const { share, low, high } = judged.probability;
    const centre = input.stations[input.centreOfSettlement[index]!]!.name;
    const status = STATUS_WORDS[judged.status][language];
    const values = [
      id,
      name,
      centre,
      percent(share, levels),
      percent(low, levels),
      percent(high, levels),
      status,
      judged.status,
      judged.settled,
    ];
    return { judged, values };
  });
}

function basisLines({ counting, uncertainty, robustness }: RobustnessReportInput, language: Language): LabelledText[] {
  const words = WORDS[language];
  const { bands, commonShare, seed } = uncertainty;
  const ranges = SPEED_GROUPS.map((group) => `${group} ${bands[group].low.toFixed(2)}~${bands[group].high.toFixed(2)}`);
  const { pass, fail } = robustness.levels;
  return [
    ...countingLines(counting, language),
    [words.samples, `${robustness.sampleCount}`],
    [words.seed, `${seed}`],
    [words.commonShare, `${commonShare}`],
    [words.bands, ranges.join(words.comma)],
    [words.levels, words.levelsText(percent(pass), percent(fail))],
    [words.estimate, words.estimateText],
  ];
}

function planLines(robustness: PlanRobustness, language: Language): LabelledText[] {
  const words = WORDS[language];
  const { plan, settlements, expectedOutOfReach, weight, weights } = robustness;
  const count = (status: RobustStatus) => settlements.filter((settlement) => settlement.status === status).length;
  const statuses = (['pass', 'marginal', 'fail'] as const).map(
    (status) => `${STATUS_WORDS[status][language]} ${count(status)}`,
  );
  const withheld = weights.withheldCount === 0 ? '' : words.withheld(weights.withheldCount);
  return [
    [words.wholePlan, plan ? judgedText(plan, robustness, language) : STATUS_WORDS.empty[language]],
    [words.settlements, statuses.join(words.comma)],
    [
      `${words.expected}(${WEIGHT_WORDS[weights.base][language]})`,
      `${figureText(expectedOutOfReach)} / ${figureText(weight)}${withheld}`,
    ],
  ];
}

function groupsText({ units, robustness, stations }: RobustnessReportInput, language: Language): string {
  const words = WORDS[language];
  if (units.length === 0) return words.none;
  const rows = units.map(({ centre, stations: members }, index) => {
    const judged = robustness.units[index];
    return [
      stations[centre]!.name,
      members.flatMap((member) => (member === centre ? [] : [stations[member]!.name])).join(words.comma) || undefined,
      judged ? judgedText(judged, robustness, language) : STATUS_WORDS.empty[language],
    ];
  });
  return textTable([{ header: words.centre }, { header: words.members }, { header: words.probability }], rows);
}

function judgedText({ probability, status, settled }: Judged, robustness: PlanRobustness, language: Language): string {
  const words = WORDS[language];
  const unsettled = settled ? '' : words.unsettled;
  return `${probabilityText(probability, levelList(robustness), language)} ${STATUS_WORDS[status][language]}${unsettled}`;
}

function probabilityText({ share, low, high }: Probability, levels: readonly number[], language: Language): string {
  if (low === high) return WORDS[language].certain(percent(share));
  return `${percent(share, levels)}% (${percent(low, levels)}~${percent(high, levels)}%)`;
}

function levelList({ levels }: PlanRobustness): readonly number[] {
  return [levels.pass, levels.fail];
}

/** Per cent with one digit after the point, and more where rounding would put it on the wrong side of nothing, all or a level. */
function percent(share: number, levels: readonly number[] = []): number {
  const exact = 100 * share;
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    const value = Number(exact.toFixed(digits));
    const isTrue = [0, 1, ...levels].every(
      (limit) => Math.sign(value - 100 * limit) === Math.sign(exact - 100 * limit),
    );
    if (isTrue) return value;
  }
  return Number(exact.toFixed(MOST_DIGITS));
}

const WORDS = {
  zh: {
    title: '车速不确定性与方案稳健性',
    basis: '测算口径',
    plan: '方案',
    groups: '各协作组',
    doubtful: '不能确定达标的居民点',
    none: '无',
    comma: '，',
    samples: '抽样次数',
    seed: '随机种子',
    commonShare: '全县共同部分',
    bands: '车速系数范围',
    levels: '判定',
    levelsText: (pass: number, fail: number) => `概率不低于 ${pass}% 为达标，低于 ${fail}% 为不达标，其间为临界`,
    estimate: '说明',
    estimateText: '车速范围为估计值，未经实测；括号内为抽样误差的 95% 区间',
    wholePlan: '全部协作组同时达标的概率',
    settlements: '居民点',
    expected: '预计超限',
    withheld: (count: number) => `（样本过小未计 ${count} 处）`,
    centre: '中心派出所',
    members: '成员派出所',
    probability: '达标概率',
    unsettled: '（增加抽样可能改变）',
    certain: (share: number) => `${share}%（范围两端一致）`,
  },
  en: {
    title: 'Uncertain speeds and how robust the plan is',
    basis: 'What it rests on',
    plan: 'The plan',
    groups: 'Groups',
    doubtful: 'Settlements that do not pass for certain',
    none: 'None',
    comma: ', ',
    samples: 'Samples',
    seed: 'Seed',
    commonShare: 'Share common to the county',
    bands: 'Factors of speeds',
    levels: 'Result',
    levelsText: (pass: number, fail: number) =>
      `meets at a probability of ${pass}% or more, fails below ${fail}%, near the limit between`,
    estimate: 'Note',
    estimateText: 'the bands are estimates, none was measured; in brackets the 95% interval of the sampling',
    wholePlan: 'Probability that all groups pass together',
    settlements: 'Settlements',
    expected: 'Expected over the limit ',
    withheld: (count: number) => ` (${count} left out, sample too small)`,
    centre: 'central station',
    members: 'member stations',
    probability: 'probability',
    unsettled: ' (more samples could change it)',
    certain: (share: number) => `${share}% (both ends of the bands agree)`,
  },
} as const;
