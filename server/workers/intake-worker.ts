import { serialize, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { checkIntake } from '../intake/check-intake.ts';
import type { IntakeProgress } from '../intake/read-delivery.ts';
import type { ThreadFailure } from './ask-thread.ts';
import { threadError } from './import-calls.ts';
import type { IntakeMessage, IntakeWork } from './intake-calls.ts';
import { lowerPriorityOfThread } from './lower-priority.ts';

/** The thread of one check of a delivery. It keeps nothing. */
const port = parentPort;
if (!port) throw new Error('intake-worker runs in a worker thread.');
lowerPriorityOfThread();
const { files, base, choices } = workerData as IntakeWork;
const reply = (message: IntakeMessage | ThreadFailure): void => port.postMessage(message);

// V8 would rather grow than collect: each file leaves more behind than it gives, see `onProgress`.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
let filesDone = 0;

void checkIntake(files, base, choices, { onProgress }).then(
  (found) => {
    collectGarbage();
    const checked = serialize(found);
    port.postMessage({ checked } satisfies IntakeMessage, [checked.buffer as ArrayBuffer]);
  },
  (error: unknown) => reply({ error: threadError(error) }),
);

/** Tells, and tidies up after each file: a workbook of 100,000 rows leaves some 100 MB behind. */
function onProgress(progress: IntakeProgress): void {
  if (progress.filesDone > filesDone) collectGarbage();
  filesDone = progress.filesDone;
  reply({ progress });
}
