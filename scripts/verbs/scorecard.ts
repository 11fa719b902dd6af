import { groupOutcomes } from '../../geodata/standards/group-outcomes.ts';
import { countyScorecard } from '../../server/counties/county-scorecard.ts';
import { scorecardReport } from '../../server/reports/scorecard-report.ts';
import { scorecardTable, scorecardUnitsTable } from '../../server/reports/scorecard-tables.ts';
import { oneOf } from '../cli/option-values.ts';
import type { OptionTable } from '../cli/options.ts';
import { checkOutput } from '../cli/output.ts';
import { JUDGED_COUNTY_OPTIONS, loadJudgedCounty } from '../cli/reported-county.ts';
import { TABLE_OUTPUT_OPTIONS, writeTableResult } from '../cli/table-output.ts';
import { defineVerb } from '../cli/verb.ts';

const OPTIONS = {
  ...JUDGED_COUNTY_OPTIONS,
  table: {
    value: 'NAME',
    parse: oneOf(['clauses', 'units']),
    default: 'clauses',
    zh: '输出为文件格式时取哪张表：clauses 条款、units 单位',
    en: 'which table, in a file format: clauses or units',
  },
  ...TABLE_OUTPUT_OPTIONS,
} as const satisfies OptionTable;

/** `hubshed scorecard`: a stored county held against the standard, clause by clause. */
export const scorecard = defineVerb({
  name: 'scorecard',
  summary: {
    zh: '对照标准逐条核对：数值、结果、单位、口径',
    en: 'a county held against the standard, clause by clause',
  },
  details: {
    zh: '样本过小的单位不判定，也不计入合计。',
    en: 'Units whose sample is too small are not judged and are no part of sums.',
  },
  options: OPTIONS,
  examples: ['scorecard --county 990321', 'scorecard --county 990321 --table units --format csv --out units.csv'],
  async run(values, context) {
    await checkOutput(values.out);
    const { county, rules, evaluation } = await loadJudgedCounty(values, context);
    const clauses = countyScorecard(county, rules.ruleSet, groupOutcomes(evaluation));
    context.note({
      zh: `规则第 ${rules.version} 版（0 为程序自带）`,
      en: `rules, version ${rules.version} (0: the program’s)`,
    });
    const table = (values.table === 'units' ? scorecardUnitsTable : scorecardTable)(clauses, context.language);
    const title = { zh: '达标情况', en: 'Scorecard' };
    const text = () => scorecardReport(clauses, context.language);
    await writeTableResult({ ...table, title }, text, values, 'scorecard', context);
  },
});
