import { Worker } from 'node:worker_threads';
import { openNetwork, type RoadNetwork } from '../../geodata/roads/network.ts';
import type { CountyImport } from '../db/import-county.ts';
import {
  errorOfThread,
  type ImportAnswers,
  type ImportFiles,
  type ImportQuestion,
  type ImportReply,
  type ImportTables,
} from './import-calls.ts';

/** Everything of a `CountyImport` that files give. Close it when done: its thread waits to build the networks. */
export interface PreparedImport extends Pick<ImportTables, 'notes'> {
  readonly county: Omit<CountyImport, 'code' | 'name' | 'note'>;
  close(): Promise<void>;
}

/** Reading the files: 0 of 1, then 1 of 1. */
export interface PrepareProgress {
  readonly stage: 'read';
  readonly done: number;
  readonly total: number;
}

export interface PrepareOptions {
  /** Ends the thread at once, in whatever it does; what waits for it rejects with the reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: PrepareProgress) => void) | undefined;
}

/**
 * Reads a county's files in a thread of their own, which then builds each network, into shared memory, and finds the
 * county's hexagons when `importCounty` asks for them: a bad table does not cost the building, and the caller's thread
 * is free throughout.
 * @throws what `readCountyFiles` throws; the networks throw what `loadNetwork` throws
 */
export async function prepareImport(
  files: ImportFiles,
  { signal, onProgress }: PrepareOptions = {},
): Promise<PreparedImport> {
  signal?.throwIfAborted();
  onProgress?.({ stage: 'read', done: 0, total: 1 });
  const thread = new ImportThread(files, signal);
  try {
    const { notes, networkCount, ...tables } = await thread.tables;
    onProgress?.({ stage: 'read', done: 1, total: 1 });
    const networks = Array.from({ length: networkCount }, (_, index) => () => thread.network(index));
    const hexagons = () => thread.hexagons();
    return { notes, county: { ...tables, networks, hexagons }, close: () => thread.close() };
  } catch (error) {
    await thread.close();
    throw error;
  }
}

interface Waiting {
  readonly resolve: (reply: ImportReply) => void;
  readonly reject: (reason: unknown) => void;
}

/** One question at a time. */
class ImportThread {
  readonly tables: Promise<ImportTables>;
  private readonly worker: Worker;
  private readonly signal: AbortSignal | undefined;
  private readonly onAbort = (): void => this.end(this.signal?.reason);
  private waiting: Waiting | undefined;
  private ending: { readonly reason: unknown; readonly done: Promise<unknown> } | undefined;

  constructor(files: ImportFiles, signal: AbortSignal | undefined) {
    this.worker = new Worker(new URL('./import-worker.mjs', import.meta.url), { execArgv: [], workerData: files });
    this.worker.on('message', (reply: ImportReply) => this.receive(reply));
    this.worker.on('error', (error: Error) => this.end(error));
    this.worker.on('exit', (code) => this.end(new Error(`The thread of the import ended with code ${code}.`)));
    this.signal = signal;
    signal?.addEventListener('abort', this.onAbort);
    this.tables = this.reply().then((reply) => answerOf(reply, 'tables'));
  }

  async network(index: number): Promise<RoadNetwork> {
    return openNetwork(answerOf(await this.ask(index), 'network'));
  }

  async hexagons(): Promise<ImportAnswers['hexagons']> {
    return answerOf(await this.ask('hexagons'), 'hexagons');
  }

  async close(): Promise<void> {
    this.end(new Error('The import is closed.'));
    await this.ending?.done;
  }

  private ask(question: ImportQuestion): Promise<ImportReply> {
    const reply = this.reply();
    this.worker.postMessage(question);
    return reply;
  }

  private reply(): Promise<ImportReply> {
    if (this.ending) return Promise.reject(this.ending.reason);
    if (this.waiting) return Promise.reject(new Error('The thread of the import is asked before it has answered.'));
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
    });
  }

  private receive(reply: ImportReply): void {
    const { waiting } = this;
    this.waiting = undefined;
    if ('error' in reply) waiting?.reject(errorOfThread(reply.error));
    else waiting?.resolve(reply);
  }

  /** The first reason stays. */
  private end(reason: unknown): void {
    if (this.ending) return;
    this.ending = { reason, done: this.worker.terminate() };
    this.signal?.removeEventListener('abort', this.onAbort);
    this.waiting?.reject(reason);
    this.waiting = undefined;
  }
}

function answerOf<Name extends keyof ImportAnswers>(reply: ImportReply, name: Name): ImportAnswers[Name] {
  const answer = (reply as Partial<ImportAnswers>)[name];
  if (answer === undefined) throw new Error(`The thread of the import answered without ${name}.`);
  return answer;
}
