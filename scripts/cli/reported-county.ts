import { unknownId } from '../../geodata/errors.ts';
import type { CountingRule } from '../../geodata/grouping/counting-rule.ts';
import type { Evaluation } from '../../geodata/grouping/evaluate.ts';
import { evaluateCountyGroups, openGroupingDesk, proposeCountyGroups } from '../../geodata/grouping/grouping-desk.ts';
import { DEFAULT_CELL_RESOLUTION } from '../../geodata/hexgrid/cells.ts';
import { CONDITIONS } from '../../geodata/roads/profiles/conditions.ts';
import { type CountyRules, countyRules } from '../../server/counties/county-rules.ts';
import { type LoadedCounty, loadCounty, networkFor } from '../../server/counties/loaded-county.ts';
import { readStoredNetwork } from '../../server/counties/stored-network.ts';
import type { Db } from '../../server/db/db.ts';
import { listGroupPlans } from '../../server/db/group-plans.ts';
import { currentVersion } from '../../server/db/versions.ts';
import type { CommandContext } from './command-context.ts';
import { EXIT } from './exit-codes.ts';
import { CommandFailure } from './failures.ts';
import { oneOf, text, wholeNumber } from './option-values.ts';
import type { OptionTable, OptionValues } from './options.ts';
import { RULE_OPTIONS, responseRule } from './rule-options.ts';
import { withStore } from './store-options.ts';

/** A county of the store with what its offices report. */
export const REPORTED_COUNTY_OPTIONS = {
  county: {
    value: 'CODE',
    parse: text,
    required: true,
    zh: '数据库中的县（六位代码）',
    en: 'a county of the store, six digits',
  },
} as const satisfies OptionTable;

/** The same with its groups, evaluated, and its rules. */
export const JUDGED_COUNTY_OPTIONS = {
  ...REPORTED_COUNTY_OPTIONS,
  plan: {
    value: 'NAME',
    parse: text,
    zh: '已存的编组方案；不给则由程序初步提出',
    en: 'a kept plan of groups; else proposed',
  },
  'max-group': {
    value: 'N',
    parse: wholeNumber(2, 1000),
    zh: '提出方案时每组最多派出所数（含中心）',
    en: 'most stations in a proposed group, the centre included',
  },
  condition: {
    value: 'WORD',
    parse: oneOf(CONDITIONS),
    default: 'base',
    zh: '情景：该县数据中有路网的',
    en: 'light and weather that the county has a network for',
  },
  'rule-version': {
    value: 'N',
    parse: wholeNumber(0, 1_000_000),
    zh: '规则版本，默认现行；0 为程序自带规则',
    en: 'version of its rules, by default the one in force; 0: as the program has them',
  },
  ...RULE_OPTIONS,
} as const satisfies OptionTable;

/** A county, its rules, and its groups under a counting rule: what the scorecard and gaps are made of. */
export interface JudgedCounty {
  readonly county: LoadedCounty;
  readonly rules: CountyRules;
  readonly evaluation: Evaluation;
}

/** The current version of a county in the store. @throws CommandFailure where there is none */
export function loadReportedCounty(code: string, context: CommandContext): Promise<LoadedCounty> {
  return withStore(context, (db) => reportedCounty(db, code, context));
}

/**
 * The same with its groups evaluated as the service does.
 * @throws CommandFailure, GeodataError `unknown-id` for a plan, condition or rule version that there is not
 */
export function loadJudgedCounty(
  values: OptionValues<typeof JUDGED_COUNTY_OPTIONS>,
  context: CommandContext,
): Promise<JudgedCounty> {
  return withStore(context, async (db) => {
    const county = await reportedCounty(db, values.county, context);
    const rules = await countyRules(db, values.county, values['rule-version']);
    const counting: CountingRule = { ...responseRule(values), scope: 'settlements', condition: values.condition };
    const network = await readStoredNetwork(db, networkFor(county, counting.condition));
    const desk = openGroupingDesk(network, county.places, DEFAULT_CELL_RESOLUTION);
    const groups =
      values.plan === undefined
        ? proposeCountyGroups(desk, counting, values['max-group']).groups
        : await planOf(db, county, values.plan);
    return { county, rules, evaluation: evaluateCountyGroups(desk, groups, counting) };
  });
}

async function reportedCounty(db: Db, code: string, context: CommandContext): Promise<LoadedCounty> {
  const version = await currentVersion(db, code);
  if (!version) {
    throw new CommandFailure(EXIT.noAnswer, {
      zh: `数据库中没有县 ${code}，请先用 hubshed import 导入`,
      en: `the store has no county ${code}; hubshed import brings one in`,
    });
  }
  const { countyName, number } = version;
  context.note({ zh: `${countyName} 第 ${number} 版数据`, en: `${countyName}, version ${number} of its data` });
  return loadCounty(db, version);
}

async function planOf(db: Db, { version }: LoadedCounty, name: string) {
  const plan = (await listGroupPlans(db, version.id)).find((candidate) => candidate.name === name);
  if (!plan) throw unknownId('plan', name);
  return plan.groups;
}
