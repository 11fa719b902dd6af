import { GAP_KINDS } from '../../geodata/coverage/gap.ts';
import { DEFAULT_GAP_WEIGHTS, type GapWeights } from '../../geodata/coverage/gap-weights.ts';
import { gapsWithin } from '../../geodata/coverage/rank-gaps.ts';
import { type CountyGap, countyGaps } from '../../server/counties/county-gaps.ts';
import type { Language } from '../../server/language.ts';
import { gapsTable } from '../../server/reports/gaps-table.ts';
import { textTable } from '../../server/reports/text-table.ts';
import { GAP_KIND_WORDS, gapClosing, gapReason } from '../../server/reports/wording/gap-words.ts';
import { oneOf, text, wholeNumber } from '../cli/option-values.ts';
import type { OptionTable, OptionValues } from '../cli/options.ts';
import { checkOutput } from '../cli/output.ts';
import { JUDGED_COUNTY_OPTIONS, loadJudgedCounty } from '../cli/reported-county.ts';
import { TABLE_OUTPUT_OPTIONS, writeTableResult } from '../cli/table-output.ts';
import { defineVerb } from '../cli/verb.ts';

const { kinds, severity, households } = DEFAULT_GAP_WEIGHTS;

const WEIGHT_OPTIONS = {
  'response-weight': weight(kinds.response, '出警', 'response'),
  'officers-weight': weight(kinds.officers, '民警', 'officers'),
  'video-equip-weight': weight(kinds['video-equip'], '智安小区建设', 'compounds to equip'),
  'video-network-weight': weight(kinds['video-network'], '智安小区联网', 'compounds to connect'),
  'volunteers-weight': weight(kinds.volunteers, '治安信息员', 'posts'),
  'auxiliaries-weight': weight(kinds.auxiliaries, '辅警', 'auxiliaries'),
  'severity-weight': weight(severity, '程度', 'how far from the threshold'),
  'households-weight': weight(households, '涉及户数', 'households touched'),
} as const satisfies OptionTable;

const OPTIONS = {
  ...JUDGED_COUNTY_OPTIONS,
  kind: {
    value: 'KIND',
    parse: oneOf(GAP_KINDS),
    zh: `只列一类：${GAP_KINDS.join('、')}`,
    en: `one kind: ${GAP_KINDS.join(', ')}`,
  },
  township: { value: 'NAME', parse: text, zh: '只列一个乡镇街道', en: 'one township-level unit' },
  limit: { value: 'N', parse: wholeNumber(1, 100_000), zh: '只列前 N 项', en: 'the first N' },
  ...WEIGHT_OPTIONS,
  ...TABLE_OUTPUT_OPTIONS,
} as const satisfies OptionTable;

/** `hubshed gaps`: where a stored county's coverage is thin, in one ranked list. */
export const gaps = defineVerb({
  name: 'gaps',
  summary: {
    zh: '短板清单：何处、缺什么、如何补齐、为何排在此处',
    en: 'gaps in one ranked list: where, what is short, what closes it',
  },
  options: OPTIONS,
  examples: [
    'gaps --county 990321 --limit 20',
    'gaps --county 990321 --kind response --format geojson --out gaps.geojson',
  ],
  async run(values, context) {
    await checkOutput(values.out);
    const { county, rules, evaluation } = await loadJudgedCounty(values, context);
    const found = countyGaps(county, evaluation, rules.ruleSet, weightsOf(values));
    const { kind, township, limit } = values;
    const asked = { ...(kind && { kinds: [kind] }), ...(township !== undefined && { townships: [township] }) };
    const matching = gapsWithin(found.gaps, asked);
    const listed = matching.slice(0, limit);
    context.note({
      zh: `全县 ${found.gaps.length} 项，符合条件 ${matching.length} 项，列出 ${listed.length} 项；缺数据或样本过小未判定 ${found.unjudged.length} 项`,
      en: `${found.gaps.length} in the county, ${matching.length} asked for, ${listed.length} listed; ${found.unjudged.length} not judged for lack of figures`,
    });
    const table = gapsTable(listed, context.language);
    await writeTableResult(table, () => gapsText(listed, context.language), values, 'gaps', context);
  },
});

function gapsText(listed: readonly CountyGap[], language: Language): string {
  const headers =
    language === 'zh'
      ? ['排名', '类别', '名称', '乡镇街道', '缺什么', '如何补齐', '户数', '得分', '排名范围']
      : ['rank', 'kind', 'name', 'township', 'what is short', 'what closes it', 'households', 'score', 'ranks'];
  const rows = listed.map((gap) => [
    ...[gap.rank, GAP_KIND_WORDS[gap.kind][language], gap.place.name, gap.place.township],
    ...[gapReason(gap, language), gapClosing(gap, language), gap.touches.households, gap.score],
    `${gap.stability.bestRank}-${gap.stability.worstRank}`,
  ]);
  return textTable(
    headers.map((header) => ({ header, maxWidth: 40 })),
    rows,
  );
}

function weight(value: number, zh: string, en: string) {
  return {
    value: 'N',
    parse: wholeNumber(0, 1000),
    default: String(value),
    zh: `权重：${zh}（只看比例）`,
    en: `weight of ${en} (only proportions matter)`,
  } as const;
}

function weightsOf(values: OptionValues<typeof WEIGHT_OPTIONS>): GapWeights {
  return {
    kinds: {
      response: values['response-weight'],
      officers: values['officers-weight'],
      'video-equip': values['video-equip-weight'],
      'video-network': values['video-network-weight'],
      volunteers: values['volunteers-weight'],
      auxiliaries: values['auxiliaries-weight'],
    },
    severity: values['severity-weight'],
    households: values['households-weight'],
  };
}
