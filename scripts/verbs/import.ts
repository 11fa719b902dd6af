import { CONDITIONS, type Condition } from '../../geodata/roads/profiles/conditions.ts';
import { IMPORT_CONDITIONS } from '../../server/counties/import-conditions.ts';
import { type ImportFilesOptions, importCountyFiles } from '../../server/counties/import-files.ts';
import type { CommandContext } from '../cli/command-context.ts';
import { conditionList } from '../cli/condition-list.ts';
import { UsageFailure } from '../cli/failures.ts';
import { noteNetworks } from '../cli/network-options.ts';
import { text } from '../cli/option-values.ts';
import type { OptionTable, OptionValues } from '../cli/options.ts';
import { COUNTY_FILE_OPTIONS, countyFiles } from '../cli/place-options.ts';
import { versionsText, withStore } from '../cli/store-options.ts';
import { defineVerb } from '../cli/verb.ts';

const { condition: _condition, ...FILE_OPTIONS } = COUNTY_FILE_OPTIONS;

const OPTIONS = {
  ...FILE_OPTIONS,
  conditions: {
    value: 'LIST',
    parse: conditionList,
    zh: `情景，逗号分隔，每个情景一个路网：${CONDITIONS.join('、')}，或 all（默认 ${IMPORT_CONDITIONS.join(',')}）`,
    en: `conditions between commas, a network for each: ${CONDITIONS.join(', ')}, or all (default ${IMPORT_CONDITIONS.join(',')})`,
  },
  code: { value: 'CODE', parse: text, required: true, zh: '县区划代码（六位）', en: 'county code, six digits' },
  name: { value: 'NAME', parse: text, required: true, zh: '县名', en: 'name of the county' },
  note: { value: 'TEXT', parse: text, zh: '版本说明', en: 'a note on this version' },
} as const satisfies OptionTable;

/** `hubshed import`: a county's files into the store, as one new version or not at all. */
export const importVerb = defineVerb({
  name: 'import',
  summary: {
    zh: '把一个县的数据导入数据库，成为一个新版本',
    en: "a county's files into the store, as one new version",
  },
  details: {
    zh: '全部核对无误才写入；任何问题都列出文件、行、列，且什么都不改变。数据库：默认 data/store（HUBSHED_STORE），或 PostgreSQL（DATABASE_URL）。',
    en: 'Checked whole before anything is written; every problem is listed with file, row and column, and changes nothing.\nThe store: data/store by default (HUBSHED_STORE), or PostgreSQL (DATABASE_URL).',
  },
  options: OPTIONS,
  examples: [
    'import --code 990321 --name 澄野县 --pbf demo/county.osm.pbf --profile rural-plain --stations demo/stations.csv --settlements demo/settlements.csv --boundary demo/boundary.geojson --townships demo/townships.geojson',
  ],
  async run(values, context) {
    const { code, name, note, profile } = values;
    const request = {
      code,
      name,
      note,
      profile,
      conditions: wantedConditions(values),
      files: countyFiles(values, 'import'),
    };
    const { version } = await withStore(context, (db) => importCountyFiles(db, request, listeners(values, context)));
    await context.print(context.json ? JSON.stringify(version) : versionsText([version], context.language));
  },
});

type Values = OptionValues<typeof OPTIONS>;

function wantedConditions({ conditions, network }: Values): readonly Condition[] {
  if (conditions === undefined || network === undefined) return conditions ?? IMPORT_CONDITIONS;
  throw new UsageFailure(
    [{ zh: '--network 与 --conditions 不能同时给', en: '--network and --conditions exclude each other' }],
    'import',
  );
}

function listeners(values: Values, context: CommandContext): ImportFilesOptions {
  let startedAt = 0;
  return {
    signal: context.signal,
    onNotes: (notes) => {
      for (const note of notes) context.note(note);
    },
    onProgress: ({ stage, done, total }) => {
      context.progress({ zh: '导入', en: 'import' }, done, total);
      if (stage !== 'network') return;
      if (done === 0) startedAt = performance.now();
      if (done === total) noteNetworks(values, total, startedAt, context);
    },
  };
}
