import { Worker } from 'node:worker_threads';
import type { CountyPlaces } from '../../geodata/catchment/county-places.ts';
import type { CallName, EngineReply, EngineRequest, EngineResponse } from '../../geodata/engine/calls.ts';
import { EngineClient } from '../../geodata/engine/client.ts';
import type { CellResolution } from '../../geodata/hexgrid/cells.ts';
import type { CountyMessage, CountyWorkerStart } from './county-worker.ts';

/** A county on one of its networks, as a thread opens it. */
export interface OpenableCounty {
  /** Names the content: the same key is the same county, network and places. */
  readonly key: string;
  /** The network's bytes, shared: every thread uses them where they lie. */
  readonly buffer: SharedArrayBuffer;
  readonly places: CountyPlaces;
  readonly resolution: CellResolution;
}

/**
 * How long a call may take: `quick` ones (a route, an explanation) have threads of their own, so that none waits
 * behind a `heavy` one (a county's catchments, a large matrix). Heavy ones let others have the processor first.
 */
export type Lane = 'quick' | 'heavy';

export interface CountyThreadsOptions {
  /** Threads of each lane. */
  readonly threads: Readonly<Record<Lane, number>>;
  /** Counties that a thread keeps open; the least recently used goes first. Default 6. */
  readonly openCounties?: number;
  /** Calls that may wait in a lane. Default 100. */
  readonly longestQueue?: number;
}

/** A lane has as many calls waiting as it may: the caller should come again later. */
export class TooBusyError extends Error {
  constructor(lane: Lane, waiting: number) {
    super(`${waiting} calls wait in the ${lane} lane already.`);
    this.name = 'TooBusyError';
  }
}

interface Job {
  readonly county: OpenableCounty;
  readonly name: CallName;
  readonly request: EngineRequest<CallName>;
  resolve: (response: EngineResponse<CallName>) => void;
  reject: (reason: unknown) => void;
}

const DEFAULT_OPEN_COUNTIES = 6;
const DEFAULT_LONGEST_QUEUE = 100;

/**
 * Worker threads that answer calls about any county. A thread does one call at a time and keeps the counties it
 * has worked on open. A call that is abandoned while it waits is never run; one that runs ends with its thread,
 * which is replaced: that is the only way to stop a computation.
 */
export class CountyThreads {
  private readonly lanes: Readonly<Record<Lane, ThreadLane>>;

  constructor({ threads, openCounties, longestQueue }: CountyThreadsOptions) {
    const lane = (name: Lane): ThreadLane =>
      new ThreadLane(name, threads[name], openCounties ?? DEFAULT_OPEN_COUNTIES, longestQueue ?? DEFAULT_LONGEST_QUEUE);
    this.lanes = { quick: lane('quick'), heavy: lane('heavy') };
  }

  /**
   * @throws TooBusyError where the lane's queue is full; the signal's reason; whatever the engine throws
   */
  call<Name extends CallName>(
    lane: Lane,
    county: OpenableCounty,
    name: Name,
    request: EngineRequest<Name>,
    signal?: AbortSignal,
  ): Promise<EngineResponse<Name>> {
    return this.lanes[lane].call(county, name, request, signal) as Promise<EngineResponse<Name>>;
  }

  /** Ends all threads; calls that run or wait fail. */
  async close(): Promise<void> {
    await Promise.all([this.lanes.quick.close(), this.lanes.heavy.close()]);
  }
}

class ThreadLane {
  private readonly name: Lane;
  private readonly threads: CountyThread[];
  private readonly longestQueue: number;
  private readonly queue: Job[] = [];
  private end: Error | undefined;

  constructor(name: Lane, size: number, openCounties: number, longestQueue: number) {
    this.name = name;
    this.longestQueue = longestQueue;
    this.threads = Array.from({ length: size }, () => new CountyThread(openCounties, name === 'heavy'));
  }

  call(
    county: OpenableCounty,
    name: CallName,
    request: EngineRequest<CallName>,
    signal: AbortSignal | undefined,
  ): Promise<EngineResponse<CallName>> {
    if (this.end) return Promise.reject(this.end);
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.queue.length >= this.longestQueue) {
      return Promise.reject(new TooBusyError(this.name, this.queue.length));
    }
    return new Promise((resolve, reject) => {
      const job: Job = { county, name, request, resolve, reject };
      this.queue.push(job);
      if (signal) whenAborted(signal, job, (reason) => this.abandon(job, reason));
      this.next();
    });
  }

  async close(): Promise<void> {
    this.end = new Error('The service is closing.');
    for (const job of this.queue.splice(0)) job.reject(this.end);
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  /** Gives waiting jobs to idle threads, to one that has the county open where there is one. */
  private next(): void {
    for (let job = this.queue[0]; job; job = this.queue[0]) {
      const idle = this.threads.filter((thread) => !thread.job);
      const { key } = job.county;
      const thread = idle.find((candidate) => candidate.has(key)) ?? idle[0];
      if (!thread) return;
      this.queue.shift();
      void thread.run(job).then(() => this.next());
    }
  }

  private abandon(job: Job, reason: unknown): void {
    const waiting = this.queue.indexOf(job);
    if (waiting >= 0) this.queue.splice(waiting, 1);
    else this.threads.find((thread) => thread.job === job)?.abandon(reason);
    job.reject(reason);
  }
}

/** Calls back when the signal aborts while the job is not settled yet. */
function whenAborted(signal: AbortSignal, job: Job, abandon: (reason: unknown) => void): void {
  const listener = (): void => abandon(signal.reason);
  signal.addEventListener('abort', listener, { once: true });
  const { resolve, reject } = job;
  job.resolve = (response) => {
    signal.removeEventListener('abort', listener);
    resolve(response);
  };
  job.reject = (reason) => {
    signal.removeEventListener('abort', listener);
    reject(reason);
  };
}

/** One worker thread, replaced whenever it ends. */
class CountyThread {
  /** What it is doing. */
  job: Job | undefined;
  private readonly openCounties: number;
  private readonly isHeavy: boolean;
  /** Keys in the order of use, the most recent last. */
  private open = new Set<string>();
  private worker: Worker;
  private client: EngineClient;
  private key = '';
  private isClosed = false;

  constructor(openCounties: number, isHeavy: boolean) {
    this.openCounties = openCounties;
    this.isHeavy = isHeavy;
    [this.worker, this.client] = this.start();
  }

  has(key: string): boolean {
    return this.open.has(key);
  }

  /** Never rejects: the job hears how it ended. */
  async run(job: Job): Promise<void> {
    this.job = job;
    try {
      await this.openCounty(job.county);
      job.resolve(await this.client.call(job.name, job.request));
    } catch (error) {
      job.reject(error);
    } finally {
      this.job = undefined;
    }
  }

  /** Ends the computation, and the thread with it. */
  abandon(reason: unknown): void {
    const [worker, client] = [this.worker, this.client];
    [this.worker, this.client] = this.start();
    client.fail(reason instanceof Error ? reason : new Error('The call was abandoned.'));
    void worker.terminate();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.client.fail(new Error('The service is closing.'));
    await this.worker.terminate();
  }

  private start(): [Worker, EngineClient] {
    this.open = new Set();
    const workerData: CountyWorkerStart = { isHeavy: this.isHeavy };
    const worker = new Worker(new URL('./county-worker.mjs', import.meta.url), { execArgv: [], workerData });
    const client = new EngineClient((message) => {
      worker.postMessage({ ...message, key: this.key } satisfies CountyMessage);
    });
    const replace = (error: Error): void => {
      client.fail(error);
      if (this.worker === worker && !this.isClosed) [this.worker, this.client] = this.start();
    };
    worker.on('message', (reply: EngineReply) => client.receive(reply));
    worker.on('error', replace);
    worker.on('messageerror', replace);
    worker.on('exit', (code) => replace(new Error(`An engine thread ended with code ${code}.`)));
    return [worker, client];
  }

  private async openCounty({ key, buffer, places, resolution }: OpenableCounty): Promise<void> {
    this.key = key;
    if (this.open.delete(key)) {
      this.open.add(key);
      return;
    }
    const { client } = this;
    await client.call('open', { buffer });
    await client.call('openCounty', { ...places, resolution });
    if (this.client !== client) return;
    this.open.add(key);
    for (const oldest of this.open) {
      if (this.open.size <= this.openCounties) break;
      this.open.delete(oldest);
      this.worker.postMessage({ forget: oldest } satisfies CountyMessage);
    }
  }
}
