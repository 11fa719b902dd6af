import { parentPort } from 'node:worker_threads';
import type { EngineMessage } from '../../geodata/engine/calls.ts';
import { Engine } from '../../geodata/engine/engine.ts';

/** The Node host of an engine: a thread that answers calls until it is ended. */
const port = parentPort;
if (!port) throw new Error('engine-worker runs in a worker thread.');
const engine = new Engine();
port.on('message', (message: EngineMessage) => {
  engine.answer(message, { post: (reply, transfer) => port.postMessage(reply, transfer) });
});
