import { parentPort, workerData } from 'node:worker_threads';
import { receiptWorkbook } from '../tables/receipt/receipt-workbook.ts';
import type { ThreadFailure } from './ask-thread.ts';
import { threadError } from './import-calls.ts';
import { lowerPriorityOfThread } from './lower-priority.ts';
import type { ReceiptAnswer, ReceiptWork } from './receipt-calls.ts';

/** The thread of one receipt. It keeps nothing. */
const port = parentPort;
if (!port) throw new Error('receipt-worker runs in a worker thread.');
lowerPriorityOfThread();
const { name, bytes, findings, language } = workerData as ReceiptWork;
const reply = (message: ReceiptAnswer | ThreadFailure): void => port.postMessage(message);

// Of a refused file no byte is kept, and none is to be read again: its receipt is the list of what was found.
const grids = bytes.length === 0 ? [] : undefined;
void receiptWorkbook(name, bytes, findings, language, grids).then(
  (receipt) => reply({ receipt }),
  (error: unknown) => reply({ error: threadError(error) }),
);
