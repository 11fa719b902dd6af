import { setMaxListeners } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomStream } from '../../geodata/demo/random.ts';
import { Browser } from './browser.ts';
import { HeavyWork } from './heavy-work.ts';
import {
  type CountyForm,
  type CountyGround,
  changfengForm,
  demoForms,
  importForm,
  readGround,
} from './load-counties.ts';
import type { LoadServiceStart, ServiceFigures } from './load-service-calls.ts';
import { runReader } from './reader.ts';
import { type ServiceProcess, startServiceProcess } from './service-process.ts';
import { Tally } from './tally.ts';

/** The dice of a run: the same readers do the same in the same order. */
const SEED = 20_261_124;

/** Before anything is counted: a service that has just started is slower than it will be. */
const LONGEST_WARM_UP_SECONDS = 5;

/** Imports come one after another, hardly faster than this; a larger number would only take longer to prepare. */
const [SECONDS_OF_AN_IMPORT, MOST_EDITIONS] = [2, 20];

export interface LoadOptions extends LoadServiceStart {
  readonly readers: number;
  /** Of each of the two runs. */
  readonly seconds: number;
  /** Folder of the real data; undefined: the demonstration county alone. */
  readonly realData: string | undefined;
  readonly signal: AbortSignal;
  readonly onStage?: (stage: LoadStage) => void;
}

export type LoadStage = 'prepare' | 'calm' | 'busy';

/** One run: what readers met, what went on beside them, and what the service's process did. */
export interface RunFigures {
  readonly tally: Tally;
  readonly work: HeavyWork;
  readonly service: ServiceFigures;
}

/**
 * Readers of a service on a store of its own, first by themselves, then beside a writer that imports the demonstration
 * county again and again and a job that computes under ever new rules. All of it on this machine, over 127.0.0.1; the
 * readers, in this process, take their part of its processors.
 * @throws Error where the service cannot be started or the counties cannot be imported; the signal's reason
 */
export async function runLoad(options: LoadOptions): Promise<Readonly<Record<'calm' | 'busy', RunFigures>>> {
  const { databaseUrl, cacheFolder, realData, signal, onStage } = options;
  onStage?.('prepare');
  const service = await startServiceProcess({ databaseUrl, cacheFolder });
  const folder = await mkdtemp(join(tmpdir(), 'hubshed-load-files-'));
  try {
    const [demo, ...editions] = await demoForms(folder, 1 + editionsFor(options.seconds));
    if (!demo) throw new Error('There is no demonstration county.');
    const forms = [demo, ...(realData === undefined ? [] : [changfengForm(realData)])];
    for (const form of forms) await importForm(service.url, form, signal);
    const counties = await Promise.all(forms.map(({ code }) => readGround(service.url, code)));
    const bench = new LoadBench(service, counties, editions, options);
    await bench.run(Math.min(LONGEST_WARM_UP_SECONDS, options.seconds), false);
    onStage?.('calm');
    const calm = await bench.run(options.seconds, false);
    onStage?.('busy');
    return { calm, busy: await bench.run(options.seconds, true) };
  } finally {
    await service.close();
    await rm(folder, { recursive: true, force: true });
  }
}

class LoadBench {
  private readonly service: ServiceProcess;
  private readonly counties: readonly CountyGround[];
  private readonly imported: readonly CountyForm[];
  private readonly options: LoadOptions;
  private runs = 0;

  constructor(
    service: ServiceProcess,
    counties: readonly CountyGround[],
    imported: readonly CountyForm[],
    options: LoadOptions,
  ) {
    this.service = service;
    this.counties = counties;
    this.imported = imported;
    this.options = options;
  }

  /** Readers for some seconds, and the heavy work beside them where it is wanted. Waits for the last answers. */
  async run(seconds: number, isBusy: boolean): Promise<RunFigures> {
    const { readers, signal } = this.options;
    const { url } = this.service;
    signal.throwIfAborted();
    const [tally, work] = [new Tally(), new HeavyWork()];
    const run = this.runs++;
    await this.service.figures();
    const end = endAfter(seconds, signal);
    const heavy = isBusy ? [work.importAgain(url, this.imported, end), work.computeAgain(url, this.counties, end)] : [];
    const reading = Array.from({ length: readers }, async (_, reader) => {
      const browser = new Browser(url, tally);
      await runReader(browser, this.counties, randomStream(SEED, `run ${run}, reader ${reader}`), end);
      browser.close();
    });
    await Promise.all([...reading, ...heavy]);
    signal.throwIfAborted();
    return { tally, work, service: await this.service.figures() };
  }
}

function editionsFor(seconds: number): number {
  return Math.min(Math.ceil(seconds / SECONDS_OF_AN_IMPORT), MOST_EDITIONS);
}

/**
 * Aborts when the time is over or the signal aborts. (Node 20 lets `AbortSignal.any` forget the signal of a timeout
 * that nobody else holds.)
 */
function endAfter(seconds: number, signal: AbortSignal): AbortSignal {
  const end = new AbortController();
  setMaxListeners(0, end.signal);
  const abort = (): void => end.abort(signal.reason);
  const timer = setTimeout(abort, seconds * 1000);
  signal.addEventListener('abort', abort, { once: true });
  end.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  });
  return end.signal;
}
