import type { EngineMessage } from '../../geodata/engine/calls.ts';
import { Engine } from '../../geodata/engine/engine.ts';

/** The browser host of an engine: a Web Worker that answers calls. */
const engine = new Engine();
self.addEventListener('message', (event: MessageEvent<EngineMessage>) => {
  engine.answer(event.data, { post: (reply, transfer) => self.postMessage(reply, { transfer }) });
});
