import { deserialize } from 'node:v8';
import type { CheckedIntake, IntakeBase, IntakeChoices, IntakeFile } from '../intake/intake.ts';
import type { IntakeProgress } from '../intake/read-delivery.ts';
import { askThread } from './ask-thread.ts';
import type { IntakeMessage, IntakeWork } from './intake-calls.ts';

/**
 * Memory that a check may take. V8 collects the sooner the less it may have: a workbook of 100,000 rows (6 MB) is checked
 * within 490 MB of the process under these limits, within 650 MB when the thread may always take 2 GB.
 */
const LEAST_MEGABYTES = 384;
const MEGABYTES_PER_MEGABYTE = 24;
const MOST_MEGABYTES = 2048;
const YOUNG_MEGABYTES = 8;

export interface CheckOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: IntakeProgress) => void) | undefined;
}

/**
 * `checkIntake` in a thread of its own: the caller's is free throughout, and the signal ends it at once, whatever it
 * does.
 * @throws what `checkIntake` throws; the signal's reason
 */
export async function checkDelivery(
  files: readonly IntakeFile[],
  base: IntakeBase | undefined,
  choices: IntakeChoices,
  { signal, onProgress }: CheckOptions = {},
): Promise<CheckedIntake> {
  const workerData: IntakeWork = { files, base, choices };
  const resourceLimits = { maxOldGenerationSizeMb: megabytesFor(files), maxYoungGenerationSizeMb: YOUNG_MEGABYTES };
  const answerOf = (message: IntakeMessage): Uint8Array | undefined => {
    if ('checked' in message) return message.checked;
    onProgress?.(message.progress);
    return undefined;
  };
  const checked = await askThread(
    new URL('./intake-worker.mjs', import.meta.url),
    { workerData, resourceLimits },
    answerOf,
    signal,
  );
  return deserialize(checked) as CheckedIntake;
}

function megabytesFor(files: readonly IntakeFile[]): number {
  // How much roads take does not follow from the size of their file.
  if (files.some((file) => 'path' in file)) return MOST_MEGABYTES;
  const bytes = files.reduce((sum, file) => sum + ('bytes' in file ? file.bytes.length : 0), 0);
  return Math.min(MOST_MEGABYTES, LEAST_MEGABYTES + Math.ceil((MEGABYTES_PER_MEGABYTE * bytes) / 2 ** 20));
}
