import { Worker } from 'node:worker_threads';
import type { CheckedIntake, IntakeBase, IntakeChoices, IntakeFile } from '../intake/intake.ts';
import type { IntakeProgress } from '../intake/read-delivery.ts';
import { errorOfThread } from './import-calls.ts';
import type { IntakeReply, IntakeWork } from './intake-calls.ts';

/** Memory that a check may take: a workbook of 100,000 rows takes some 400 MB. */
const MOST_MEGABYTES = 2048;

export interface CheckOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: IntakeProgress) => void) | undefined;
}

/**
 * `checkIntake` in a thread of its own: the caller's is free throughout, and the signal ends it at once, whatever it
 * does.
 * @throws what `checkIntake` throws; the signal's reason
 */
export function checkDelivery(
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
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  return new Promise<CheckedIntake>((resolve, reject) => {
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
}
