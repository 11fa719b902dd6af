import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoCounty, generateDemoCounty } from '../../geodata/demo/county.ts';
import { COUNTY_CODE } from '../../geodata/demo/townships.ts';
import { hasRecords } from '../db/county-records.ts';
import type { Db } from '../db/db.ts';
import { currentVersion, type DatasetVersion } from '../db/versions.ts';
import { commitIntake } from '../intake/commit-intake.ts';
import type { CheckedIntake, IntakeFile } from '../intake/intake.ts';
import { readBase } from '../intake/stored-base.ts';
import { checkDelivery } from '../workers/check-delivery.ts';
import { officeFileBytes } from './demo-office-files.ts';
import { IMPORT_CONDITIONS } from './import-conditions.ts';

/** A plain county with hills in one corner: the plain's speeds. */
const DEMO_PROFILE = 'rural-plain';

export interface DemoImportOptions {
  readonly signal?: AbortSignal | undefined;
  /** Files, then rows: how far the import is. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
  /** Told what was found in the files, before they are committed. Not called where the county is there already. */
  readonly onChecked?: ((checked: CheckedIntake) => void) | undefined;
}

/**
 * The demonstration county in the store: its version there, or a new one where there is none yet, or only one of before
 * offices' files were read.
 */
export async function ensureDemoCounty(db: Db, options: DemoImportOptions = {}): Promise<DatasetVersion> {
  const version = await currentVersion(db, COUNTY_CODE);
  if (version && (await hasRecords(db, version.id))) return version;
  return importDemoCounty(db, generateDemoCounty(), options);
}

/**
 * Brings the demonstration county in by the door of any county: the ten files of its offices, looked over together and
 * committed without the rows that have errors.
 */
async function importDemoCounty(db: Db, county: DemoCounty, options: DemoImportOptions): Promise<DatasetVersion> {
  const { signal, onProgress } = options;
  const folder = await mkdtemp(join(tmpdir(), 'hubshed-demo-'));
  try {
    const files = await demoDelivery(county, folder);
    const checked = await checkDelivery(
      files,
      await readBase(db, county.code),
      {},
      {
        signal,
        onProgress: ({ filesDone, files: total }) => onProgress?.({ done: filesDone, total }),
      },
    );
    options.onChecked?.(checked);
    const { code, name, seed } = county;
    const roads = files.find((file) => 'path' in file) as Extract<IntakeFile, { readonly path: string }>;
    const note = `示范数据（虚构），种子 ${seed}`;
    const request = {
      code,
      name,
      note,
      rows: 'good',
      roads,
      profile: DEMO_PROFILE,
      conditions: IMPORT_CONDITIONS,
    } as const;
    return await commitIntake(db, checked, request, { signal, onProgress });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files as they would come in: roads in a file, everything else in memory. */
async function demoDelivery(county: DemoCounty, folder: string): Promise<IntakeFile[]> {
  const files: IntakeFile[] = [];
  for (const { name, bytes } of await officeFileBytes(county)) {
    if (!name.endsWith('.pbf')) {
      files.push({ name, bytes });
      continue;
    }
    const path = join(folder, name);
    await writeFile(path, bytes);
    files.push({ name, path });
  }
  return files;
}
