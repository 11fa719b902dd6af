import { askThread } from './ask-thread.ts';
import type { ReceiptAnswer, ReceiptWork } from './receipt-calls.ts';

/** A receipt of the largest workbook that is given back whole takes some 440 MB. */
const MOST_MEGABYTES = 1024;

/**
 * `receiptWorkbook` in a thread of its own: a large one takes seconds. The signal ends it at once.
 * @throws what `receiptWorkbook` throws; the signal's reason
 */
export function makeReceipt(work: ReceiptWork, signal?: AbortSignal): Promise<Uint8Array> {
  const options = { workerData: work, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } };
  return askThread(
    new URL('./receipt-worker.mjs', import.meta.url),
    options,
    ({ receipt }: ReceiptAnswer) => receipt,
    signal,
  );
}
