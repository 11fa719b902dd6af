import { CONDITIONS } from '../../geodata/roads/profiles/conditions.ts';
import { PROFILE_IDS } from '../../geodata/roads/profiles/find-profile.ts';
import { IMPORT_CONDITIONS, USUAL_PROFILE } from '../../server/counties/import-conditions.ts';
import type { Db } from '../../server/db/db.ts';
import type { DatasetVersion } from '../../server/db/versions.ts';
import { BaseMovedError } from '../../server/intake/base-moved.ts';
import { requireSound } from '../../server/intake/commit-intake.ts';
import { type CountyCheck, checkForCounty, commitForCounty } from '../../server/intake/county-delivery.ts';
import type { IntakeFile } from '../../server/intake/intake.ts';
import type { CommandContext } from '../cli/command-context.ts';
import { conditionList } from '../cli/condition-list.ts';
import { DELIVERY_OPTIONS, deliveryChoices, deliveryFiles, showCheck, writeReceipts } from '../cli/delivery-options.ts';
import { countsOf, deliveryText } from '../cli/delivery-text.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { CommandFailure, UsageFailure } from '../cli/failures.ts';
import { oneOf, text } from '../cli/option-values.ts';
import type { OptionTable, OptionValues } from '../cli/options.ts';
import { versionsText, withStore } from '../cli/store-options.ts';
import { defineVerb } from '../cli/verb.ts';

const OPTIONS = {
  code: { value: 'CODE', parse: text, required: true, zh: '县区划代码（六位）', en: 'county code, six digits' },
  name: { value: 'NAME', parse: text, required: true, zh: '县名', en: 'name of the county' },
  ...DELIVERY_OPTIONS,
  'good-rows': {
    flag: true,
    zh: '有错误的行不导入，其余导入',
    en: 'leave out the rows that have errors, import the rest',
  },
  profile: {
    value: 'NAME',
    parse: oneOf(PROFILE_IDS),
    zh: `提交中路网的速度参数（默认 ${USUAL_PROFILE}）`,
    en: `speed profile of the delivery's roads (default ${USUAL_PROFILE})`,
  },
  conditions: {
    value: 'LIST',
    parse: conditionList,
    zh: `提交中路网的情景，逗号分隔：${CONDITIONS.join('、')}，或 all（默认 ${IMPORT_CONDITIONS.join(',')}）`,
    en: `conditions of the delivery's roads: ${CONDITIONS.join(', ')}, or all (default ${IMPORT_CONDITIONS.join(',')})`,
  },
  note: { value: 'TEXT', parse: text, zh: '版本说明', en: 'a note on this version' },
} as const satisfies OptionTable;

type Values = OptionValues<typeof OPTIONS>;

/** `hubshed import-table`: offices' files checked and committed as one version, or not at all. */
export const importTable = defineVerb({
  name: 'import-table',
  summary: {
    zh: '核对各部门的表格并导入，成为该县的一个新版本',
    en: "check offices' files and import them as one new version of a county",
  },
  details: {
    zh: '没有提交的表沿用该县现有版本；没有 .osm.pbf 时沿用现有路网。有错误时什么都不导入，除非给出 --good-rows。',
    en: 'Tables that the files do not bring stay as the county has them, and so do roads. An error keeps everything\nout, unless --good-rows is given.',
  },
  options: OPTIONS,
  examples: [
    'import-table --code 990321 --name 澄野县 --good-rows demo/offices/*',
    'import-table --code 990321 --name 澄野县 小区.xlsx --crs GCJ-02 --receipts receipts',
  ],
  async run(values, context) {
    const files = await deliveryFiles(values, 'import-table');
    const choices = deliveryChoices(values, files, 'import-table');
    const version = await withStore(context, async (db) => {
      const options = { signal: context.signal, onProgress: showCheck(context) };
      const check = await checkForCounty(db, values.code, files, choices, options);
      await writeReceipts(values.receipts, files, check.checked, context);
      await requireGood(check, values, context);
      return commit(db, check, files, values, context);
    });
    await context.print(context.json ? JSON.stringify(version) : versionsText([version], context.language));
  },
});

/** Shows what was found on standard error. @throws CommandFailure where it stands in the way */
async function requireGood({ checked }: CountyCheck, values: Values, context: CommandContext): Promise<void> {
  const { language } = context;
  const { error } = countsOf(checked.findings);
  try {
    requireSound(checked, rowsOf(values));
  } catch {
    await context.print(context.json ? JSON.stringify({ errors: error }) : deliveryText(checked, language));
    throw new CommandFailure(EXIT.badInput, {
      zh: `发现 ${error} 处错误，未导入`,
      en: `${error} error(s) found, nothing imported`,
    });
  }
  context.note({ zh: deliveryText(checked, 'zh'), en: deliveryText(checked, 'en') });
}

async function commit(
  db: Db,
  check: CountyCheck,
  files: readonly IntakeFile[],
  values: Values,
  context: CommandContext,
): Promise<DatasetVersion> {
  const { name, note, profile, conditions } = values;
  const roads = files.find((file) => file.name === check.checked.roads);
  if (!roads && (profile ?? conditions) !== undefined) {
    const zh = '提交中没有 .osm.pbf，不能选择 --profile 或 --conditions';
    throw new UsageFailure([{ zh, en: '--profile and --conditions need an .osm.pbf among the files' }], 'import-table');
  }
  const request = {
    ...{ name, note, rows: rowsOf(values), roads: roads && 'path' in roads ? roads : undefined },
    ...{ profile: profile ?? USUAL_PROFILE, conditions: conditions ?? IMPORT_CONDITIONS },
  };
  const onProgress = ({ done, total }: { readonly done: number; readonly total: number }): void =>
    context.progress({ zh: '导入', en: 'import' }, done, total);
  try {
    return await commitForCounty(db, check, request, { signal: context.signal, onProgress });
  } catch (error) {
    if (!(error instanceof BaseMovedError)) throw error;
    throw new CommandFailure(EXIT.failure, {
      zh: '核对期间该县有了新的版本，请再运行一次',
      en: 'the county got another version meanwhile; run the command again',
    });
  }
}

function rowsOf(values: Values): 'all' | 'good' {
  return values['good-rows'] ? 'good' : 'all';
}
