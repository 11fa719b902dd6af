import type { EngineClient } from '../../geodata/engine/client.ts';
import { startEngine } from '../../web/engine/start-engine.ts';
import { answersOf, hostCalls } from '../engine/host-calls.ts';

const WORKER = '/worker.js';
/** A request that any engine with a network could answer. */
const ROUTE = { from: [117, 32], to: [117.01, 32] } as const;

/** What the page of the engine tests can be told to do, as `globalThis.enginePage`. Answers are text and nothing else. */
const commands = {
  /** What a worker's engine answers to the table of host calls on a network, by its path at the server. */
  async hostAnswers(network: string, memory: 'own' | 'shared'): Promise<string[]> {
    const bytes = await (await fetch(network)).arrayBuffer();
    const engine = startEngine(WORKER);
    return answersOf(
      (name, request) => engine.call(name, request),
      hostCalls(memory === 'own' ? bytes : shared(bytes)),
    );
  },

  /** How a call to an engine that has no network ends. */
  callBeforeOpen: (): Promise<string> => ending(startEngine(WORKER)),

  /** How calls end that wait for a worker which cannot be loaded. */
  callsOfMissingWorker(): Promise<string[]> {
    const engine = startEngine('/missing.js');
    return Promise.all([ending(engine), ending(engine)]);
  },

  /** How a call ends that is put to a worker which has died already. */
  async callAfterDeath(): Promise<string> {
    const engine = startEngine('/missing.js');
    await ending(engine);
    return Promise.race([ending(engine), new Promise<string>((resolve) => setTimeout(resolve, 2_000, 'waits'))]);
  },
};

export type EnginePage = typeof commands;

declare global {
  var enginePage: EnginePage;
}

globalThis.enginePage = commands;

function shared(bytes: ArrayBuffer): SharedArrayBuffer {
  const copy = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(new Uint8Array(bytes));
  return copy;
}

function ending(engine: EngineClient): Promise<string> {
  return engine.call('route', ROUTE).then(
    () => 'answered',
    (error: unknown) => String(error),
  );
}
