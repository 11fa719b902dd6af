import type { Db } from '../db/db.ts';
import type { ImportOptions } from '../db/import-county.ts';
import { listRememberedColumns, type RememberedColumns, rememberColumns } from '../db/remembered-columns.ts';
import { currentVersion, type DatasetVersion } from '../db/versions.ts';
import { type CheckOptions, checkDelivery } from '../workers/check-delivery.ts';
import { type CommitRequest, commitIntake } from './commit-intake.ts';
import type { CheckedIntake, IntakeChoices, IntakeFile } from './intake.ts';
import { readBase } from './stored-base.ts';

/** A delivery that was held against what a county has. */
export interface CountyCheck {
  readonly code: string;
  readonly checked: CheckedIntake;
  /** As the user gave them, without what the county remembered. */
  readonly choices: IntakeChoices;
  /** Id of the version that was current, undefined where there was none. */
  readonly baseVersionId: number | undefined;
}

/**
 * Looks a delivery over against a county's current version and what its users said of columns before: the same for
 * every host. The county need not exist. Nothing is written.
 * @throws the signal's reason, and what the store throws
 */
export async function checkForCounty(
  db: Db,
  code: string,
  files: readonly IntakeFile[],
  choices: IntakeChoices,
  options: CheckOptions = {},
): Promise<CountyCheck> {
  // Asked before the base is read: should a version come in between, the commit is refused rather than wrong.
  const version = await currentVersion(db, code);
  const base = await readBase(db, code);
  const columns = mergedColumns(await listRememberedColumns(db, code), choices.columns ?? {});
  options.signal?.throwIfAborted();
  const checked = await checkDelivery(files, base, { ...choices, columns }, options);
  return { code, checked, choices, baseVersionId: version?.id };
}

/**
 * Makes a checked delivery the county's next version and remembers what its user said of columns.
 * @throws BaseMovedError where another version is current by now; what `commitIntake` throws
 */
export async function commitForCounty(
  db: Db,
  { code, checked, choices, baseVersionId }: CountyCheck,
  request: Omit<CommitRequest, 'code' | 'base'>,
  options: ImportOptions = {},
): Promise<DatasetVersion> {
  const version = await commitIntake(db, checked, { ...request, code, base: { versionId: baseVersionId } }, options);
  await rememberColumns(db, code, (choices.columns ?? {}) as RememberedColumns);
  return version;
}

/** What is said now goes before what was said once. */
function mergedColumns(remembered: RememberedColumns, said: NonNullable<IntakeChoices['columns']>) {
  const kinds = new Set([...Object.keys(remembered), ...Object.keys(said)]);
  const entries = [...kinds].map((kind) => [kind, { ...remembered[kind], ...(said as RememberedColumns)[kind] }]);
  return Object.fromEntries(entries) as NonNullable<IntakeChoices['columns']>;
}
