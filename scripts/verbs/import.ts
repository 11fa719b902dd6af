import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importCounty } from '../../server/db/import-county.ts';
import type { VersionSource } from '../../server/db/versions.ts';
import { readAreaFeatures } from '../../server/files/read-areas.ts';
import { text } from '../cli/option-values.ts';
import type { OptionTable, OptionValues } from '../cli/options.ts';
import { COUNTY_FILE_OPTIONS, loadCountyFiles, type PlaceSpec } from '../cli/place-options.ts';
import { versionsText, withStore } from '../cli/store-options.ts';
import { defineVerb } from '../cli/verb.ts';

const OPTIONS = {
  ...COUNTY_FILE_OPTIONS,
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
    const county = await loadCountyFiles(values, 'import', context);
    for (const note of county.notes) context.note(note);
    const townships = values.townships === undefined ? undefined : await readAreaFeatures(values.townships);
    const boundary = county.boundary?.map((area) => area.polygons);
    const version = await withStore(context, async (db) =>
      importCounty(
        db,
        {
          code: values.code,
          name: values.name,
          note: values.note ?? '',
          sources: await sourcesOf(values),
          boundary: boundary && { file: nameOf(values.boundary), items: boundary },
          townships: townships && { file: nameOf(values.townships), items: townships },
          stations: { file: fileOf(values.stations), items: county.stations },
          settlements: { file: fileOf(values.settlements), items: county.settlements },
          networks: [async () => county.network],
        },
        {
          signal: context.signal,
          onProgress: ({ done, total }) => context.progress({ zh: '导入', en: 'import' }, done, total),
        },
      ),
    );
    await context.print(context.json ? JSON.stringify(version) : versionsText([version], context.language));
  },
});

/** The files that the version is made of, each with its hash. */
async function sourcesOf(values: OptionValues<typeof OPTIONS>): Promise<VersionSource[]> {
  const places = [values.stations, values.settlements].flatMap((spec) => ('file' in spec ? [spec.file] : []));
  const paths = [values.pbf, values.network, values.boundary, values.townships, ...places];
  const files = [...new Set(paths.filter((path) => path !== undefined))];
  return Promise.all(
    files.map(async (path) => ({
      name: basename(path),
      sha256: createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    })),
  );
}

function fileOf(spec: PlaceSpec): string {
  return 'file' in spec ? basename(spec.file) : 'OSM';
}

function nameOf(path: string | undefined): string {
  return basename(path ?? '');
}
