import type { EngineReply } from '../../geodata/engine/calls.ts';
import { EngineClient } from '../../geodata/engine/client.ts';

/** Starts the engine in a Web Worker of its own. @param url of the bundled `worker.ts` */
export function startEngine(url: string | URL): EngineClient {
  const worker = new Worker(url);
  const client = new EngineClient((message) => worker.postMessage(message));
  worker.addEventListener('message', (event: MessageEvent<EngineReply>) => client.receive(event.data));
  worker.addEventListener('error', (event) => client.fail(new Error(event.message)));
  return client;
}
