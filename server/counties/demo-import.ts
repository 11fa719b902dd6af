import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoCounty, generateDemoCounty } from '../../geodata/demo/county.ts';
import { COUNTY_CODE } from '../../geodata/demo/townships.ts';
import type { Db } from '../db/db.ts';
import { currentVersion, type DatasetVersion } from '../db/versions.ts';
import { DEMO_FILES, writeDemoFiles } from './demo-files.ts';
import { IMPORT_CONDITIONS } from './import-conditions.ts';
import { type ImportFilesOptions, importCountyFiles } from './import-files.ts';

/** A plain county with hills in one corner: the plain's speeds. */
const DEMO_PROFILE = 'rural-plain';

/** The demonstration county in the store: its version there, or a new one where there is none yet. */
export async function ensureDemoCounty(db: Db, options: ImportFilesOptions = {}): Promise<DatasetVersion> {
  return (await currentVersion(db, COUNTY_CODE)) ?? (await importDemoCounty(db, generateDemoCounty(), options));
}

/** Brings the demonstration county in by the door of any county: as files, read and checked. */
async function importDemoCounty(db: Db, county: DemoCounty, options: ImportFilesOptions): Promise<DatasetVersion> {
  const folder = await mkdtemp(join(tmpdir(), 'hubshed-demo-'));
  try {
    await writeDemoFiles(county, folder);
    const file = (name: string) => ({ path: join(folder, name), name });
    const files = {
      pbf: file(DEMO_FILES.roads),
      stations: { file: file(DEMO_FILES.stations) },
      settlements: { file: file(DEMO_FILES.settlements) },
      boundary: file(DEMO_FILES.boundary),
      townships: file(DEMO_FILES.townships),
    };
    const { code, name, seed } = county;
    const note = `示范数据（虚构），种子 ${seed}`;
    const request = { code, name, note, files, profile: DEMO_PROFILE, conditions: IMPORT_CONDITIONS };
    return (await importCountyFiles(db, request, options)).version;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
