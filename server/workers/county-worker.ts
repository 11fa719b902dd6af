import { parentPort, workerData } from 'node:worker_threads';
import type { EngineMessage } from '../../geodata/engine/calls.ts';
import { Engine } from '../../geodata/engine/engine.ts';
import { lowerPriorityOfThread } from './lower-priority.ts';

/** What a thread of `CountyThreads` is told: a call to the engine of one county, or to let that engine go. */
export type CountyMessage = (EngineMessage & { readonly key: string }) | { readonly forget: string };

/** What a thread of `CountyThreads` is started with. */
export interface CountyWorkerStart {
  /** Whether others should have the processor first. */
  readonly isHeavy: boolean;
}

const port = parentPort;
if (!port) throw new Error('county-worker runs in a worker thread.');
if ((workerData as CountyWorkerStart).isHeavy) lowerPriorityOfThread();
const engines = new Map<string, Engine>();
port.on('message', (message: CountyMessage) => {
  if ('forget' in message) {
    engines.delete(message.forget);
    return;
  }
  const engine = engines.get(message.key) ?? new Engine();
  engines.set(message.key, engine);
  engine.answer(message, { post: (reply, transfer) => port.postMessage(reply, transfer) });
});
