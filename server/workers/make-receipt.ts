import { Worker } from 'node:worker_threads';
import { errorOfThread } from './import-calls.ts';
import type { ReceiptReply, ReceiptWork } from './receipt-calls.ts';

/** A receipt of the largest workbook that is given back whole takes some 440 MB. */
const MOST_MEGABYTES = 1024;

/**
 * `receiptWorkbook` in a thread of its own: a large one takes seconds. The signal ends it at once.
 * @throws what `receiptWorkbook` throws; the signal's reason
 */
export function makeReceipt(work: ReceiptWork, signal?: AbortSignal): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./receipt-worker.mjs', import.meta.url), {
    execArgv: [],
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  return new Promise<Uint8Array>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.on('message', (reply: ReceiptReply) => {
      if ('error' in reply) reject(errorOfThread(reply.error));
      else resolve(reply.receipt);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The thread of the receipt ended with code ${code}.`)));
  }).finally(() => worker.terminate());
}
