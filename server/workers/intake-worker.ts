import { parentPort, workerData } from 'node:worker_threads';
import { checkIntake } from '../intake/check-intake.ts';
import { threadError } from './import-calls.ts';
import type { IntakeReply, IntakeWork } from './intake-calls.ts';
import { lowerPriorityOfThread } from './lower-priority.ts';

/** The thread of one check of a delivery. It keeps nothing. */
const port = parentPort;
if (!port) throw new Error('intake-worker runs in a worker thread.');
lowerPriorityOfThread();
const { files, base, choices } = workerData as IntakeWork;
const reply = (message: IntakeReply): void => port.postMessage(message);

void checkIntake(files, base, choices, { onProgress: (progress) => reply({ progress }) }).then(
  (checked) => reply({ checked }),
  (error: unknown) => reply({ error: threadError(error) }),
);
