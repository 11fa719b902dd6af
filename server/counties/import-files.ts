import type { Db } from '../db/db.ts';
import { type ImportProgress, importCounty } from '../db/import-county.ts';
import type { DatasetVersion } from '../db/versions.ts';
import type { ImportFiles } from '../workers/import-calls.ts';
import { type PrepareProgress, prepareImport } from '../workers/prepare-import.ts';
import type { CountyNote } from './county-files.ts';

/** A county's new version, out of files. */
export interface ImportFilesRequest extends ImportFiles {
  /** GB/T 2260, six digits. */
  readonly code: string;
  readonly name: string;
  readonly note?: string | undefined;
}

export interface ImportFilesOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: PrepareProgress | ImportProgress) => void) | undefined;
  /** Told the notes once the files are read, so that they are heard where the import fails after that. */
  readonly onNotes?: ((notes: readonly CountyNote[]) => void) | undefined;
}

export interface ImportedFiles {
  readonly version: DatasetVersion;
  readonly notes: readonly CountyNote[];
}

/**
 * Brings a county's files into the store as one new version or not at all: the one door for every host. Files are
 * read and networks built in a thread; on the caller's there are only statements to the store.
 * @throws what `prepareImport` and `importCounty` throw
 */
export async function importCountyFiles(
  db: Db,
  { code, name, note, ...files }: ImportFilesRequest,
  options: ImportFilesOptions = {},
): Promise<ImportedFiles> {
  const { notes, county, close } = await prepareImport(files, options);
  try {
    options.onNotes?.(notes);
    return { version: await importCounty(db, { code, name, note, ...county }, options), notes };
  } finally {
    await close();
  }
}
