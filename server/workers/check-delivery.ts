import { deserialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { CheckedIntake, IntakeBase, IntakeChoices, IntakeFile } from '../intake/intake.ts';
import type { IntakeProgress } from '../intake/read-delivery.ts';
import { errorOfThread } from './import-calls.ts';
import type { IntakeReply, IntakeWork } from './intake-calls.ts';

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
  signal?.throwIfAborted();
  const workerData: IntakeWork = { files, base, choices };
  const worker = new Worker(new URL('./intake-worker.mjs', import.meta.url), {
    execArgv: [],
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: megabytesFor(files), maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const checked = await new Promise<Uint8Array>((resolve, reject) => {
    const onAbort = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (reply: IntakeReply) => {
      if ('progress' in reply) onProgress?.(reply.progress);
      else if ('error' in reply) reject(errorOfThread(reply.error));
      else resolve(reply.checked);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The thread of the check ended with code ${code}.`)));
  }).finally(() => worker.terminate());
  return deserialize(checked) as CheckedIntake;
}

function megabytesFor(files: readonly IntakeFile[]): number {
  // How much roads take does not follow from the size of their file.
  if (files.some((file) => 'path' in file)) return MOST_MEGABYTES;
  const bytes = files.reduce((sum, file) => sum + ('bytes' in file ? file.bytes.length : 0), 0);
  return Math.min(MOST_MEGABYTES, LEAST_MEGABYTES + Math.ceil((MEGABYTES_PER_MEGABYTE * bytes) / 2 ** 20));
}
