import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Db } from '../db/db.ts';
import type { ImportProgress } from '../db/import-county.ts';
import type { DatasetVersion } from '../db/versions.ts';
import { type CommitRequest, requireSound } from './commit-intake.ts';
import { type CountyCheck, checkForCounty, commitForCounty } from './county-delivery.ts';
import { hasPersonal } from './delivery-receipt.ts';
import type { CheckedIntake, IntakeChoices, IntakeFile } from './intake.ts';
import type { IntakeProgress } from './read-delivery.ts';
import { type RefusedFile, withRefused } from './refused-files.ts';

/** Deliveries that may be under way at once, of all counties. */
const MOST_DELIVERIES = 8;
/** A delivery that nobody asks for is forgotten. */
const IDLE_MS = 60 * 60_000;

/** Where a delivery is. */
export type DeliveryState =
  | { readonly name: 'checking'; readonly progress: IntakeProgress | undefined }
  /** `failure`: why the last commit came to nothing. */
  | { readonly name: 'checked'; readonly check: CountyCheck; readonly failure?: unknown }
  | { readonly name: 'committing'; readonly check: CountyCheck; readonly progress: ImportProgress | undefined }
  | { readonly name: 'committed'; readonly check: CountyCheck; readonly version: DatasetVersion }
  /** The check itself came to nothing. */
  | { readonly name: 'failed'; readonly failure: unknown };

/** What came in. */
export interface ReceivedFiles {
  readonly files: readonly IntakeFile[];
  /** A private folder for roads, if there are any; the desk removes it. */
  readonly folder: string | undefined;
}

/** What a commit is asked for; files and county are the delivery's. */
export type DeskCommit = Omit<CommitRequest, 'code' | 'base' | 'roads'>;

/** Deliveries of files under way, in memory alone: nothing of them is in any dataset before they are committed. */
export class IntakeDesk {
  private readonly deliveries = new Map<string, Delivery>();
  private readonly db: Db;
  private readonly countyChanged: (code: string) => void;
  private reserved = 0;

  constructor(db: Db, countyChanged: (code: string) => void) {
    this.db = db;
    this.countyChanged = countyChanged;
  }

  /**
   * Takes a delivery in and begins to check it.
   * @param receive called once a place is free; its files are the desk's from then on
   * @throws TooManyDeliveriesError; what `receive` throws
   */
  async begin(
    code: string,
    receive: () => Promise<ReceivedFiles & { readonly choices: IntakeChoices }>,
  ): Promise<Delivery> {
    if (this.deliveries.size + this.reserved >= MOST_DELIVERIES) await this.forgetFinished();
    this.reserved++;
    try {
      const { choices, ...received } = await receive();
      const delivery = new Delivery(this.db, code, received, this.countyChanged, () => this.forget(delivery));
      this.deliveries.set(delivery.id, delivery);
      delivery.check(choices);
      return delivery;
    } finally {
      this.reserved--;
    }
  }

  /** A delivery of a county; undefined where there is none of this id, or of another county. */
  find(code: string, id: string): Delivery | undefined {
    const delivery = this.deliveries.get(id);
    if (delivery?.code !== code) return undefined;
    delivery.touch();
    return delivery;
  }

  /** Ends whatever a delivery does and forgets it. */
  async forget(delivery: Delivery): Promise<void> {
    this.deliveries.delete(delivery.id);
    await delivery.end();
  }

  /** Forgets all of them. */
  async close(): Promise<void> {
    await Promise.all([...this.deliveries.values()].map((delivery) => this.forget(delivery)));
  }

  /** Makes room: the delivery that was committed first is needed least. @throws TooManyDeliveriesError */
  private async forgetFinished(): Promise<void> {
    const finished = [...this.deliveries.values()].find(
      ({ state: { name } }) => name === 'committed' || name === 'failed',
    );
    if (!finished) throw new TooManyDeliveriesError();
    await this.forget(finished);
  }
}

/** No place for another delivery. */
export class TooManyDeliveriesError extends Error {
  constructor() {
    super(`${MOST_DELIVERIES} deliveries are under way.`);
    this.name = 'TooManyDeliveriesError';
  }
}

/** One delivery under way. */
export class Delivery {
  readonly id = randomUUID();
  readonly code: string;
  /** The files' names, in the order in which they came. */
  readonly names: readonly string[];
  state: DeliveryState = { name: 'checking', progress: undefined };
  /** As they came, in their order; undefined where nothing of a file is kept. */
  private readonly files: (IntakeFile | undefined)[];
  private readonly folder: string | undefined;
  private readonly db: Db;
  private readonly countyChanged: (code: string) => void;
  private readonly refused = new Map<number, RefusedFile>();
  private readonly expire: () => void;
  private work = new AbortController();
  private working: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    db: Db,
    code: string,
    { files, folder }: ReceivedFiles,
    countyChanged: (code: string) => void,
    expire: () => void,
  ) {
    this.db = db;
    this.code = code;
    this.files = [...files];
    this.folder = folder;
    this.countyChanged = countyChanged;
    this.expire = expire;
    this.names = files.map(({ name }) => name);
    this.touch();
  }

  /** Begins a check, in place of one that is running. Not while a commit is. */
  check(choices: IntakeChoices): void {
    this.work.abort(new DeliveryEndedError());
    const work = new AbortController();
    this.work = work;
    this.state = { name: 'checking', progress: undefined };
    this.working = this.runCheck(choices, work.signal).catch((failure: unknown) => {
      if (!work.signal.aborted) this.state = { name: 'failed', failure };
    });
  }

  /**
   * Begins the commit of a checked delivery.
   * @throws GeodataError `input-invalid` where its errors stand in the way
   */
  commit(check: CountyCheck, request: DeskCommit): void {
    requireSound(check.checked, request.rows);
    const { signal } = this.work;
    this.state = { name: 'committing', check, progress: undefined };
    this.working = this.runCommit(check, request, signal).catch((failure: unknown) => {
      if (!signal.aborted) this.state = { name: 'checked', check, failure };
    });
  }

  /** Bytes of a table, by the file's position; undefined of roads and of what is not kept. */
  bytesAt(position: number): Uint8Array | undefined {
    const file = this.files[position];
    return file && 'bytes' in file ? file.bytes : undefined;
  }

  /** When the delivery's present work is over, however it ends. */
  settled(): Promise<void> {
    return this.working;
  }

  /** Somebody asked for it. */
  touch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.isWorking() ? this.touch() : this.expire()), IDLE_MS).unref();
  }

  /** Ends what it does and lets go of its files. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    this.work.abort(new DeliveryEndedError());
    await this.working;
    this.files.fill(undefined);
    if (this.folder !== undefined) await rm(this.folder, { recursive: true, force: true });
  }

  private isWorking(): boolean {
    return this.state.name === 'checking' || this.state.name === 'committing';
  }

  private async runCheck(choices: IntakeChoices, signal: AbortSignal): Promise<void> {
    const files = this.files.flatMap((file) => file ?? []);
    const onProgress = (progress: IntakeProgress): void => {
      if (!signal.aborted) this.state = { name: 'checking', progress };
    };
    const check = await checkForCounty(this.db, this.code, files, choices, { signal, onProgress });
    signal.throwIfAborted();
    this.dropPersonal(check.checked);
    this.state = {
      name: 'checked',
      check: { ...check, checked: withRefused(check.checked, this.names, this.refused) },
    };
  }

  /** Lets go of files with anything personal in them: what was found stays, without a cell. */
  private dropPersonal({ files, findings }: CheckedIntake): void {
    for (const summary of files) {
      const own = findings.filter(({ file }) => file === summary.name);
      if (!hasPersonal(own)) continue;
      const position = this.names.indexOf(summary.name);
      this.bytesAt(position)?.fill(0);
      this.files[position] = undefined;
      this.refused.set(position, { summary, findings: own });
    }
  }

  private async runCommit(check: CountyCheck, request: DeskCommit, signal: AbortSignal): Promise<void> {
    const roads = this.files.find((file) => file?.name === check.checked.roads);
    const onProgress = (progress: ImportProgress): void => {
      if (!signal.aborted) this.state = { name: 'committing', check, progress };
    };
    const whole = { ...request, roads: roads && 'path' in roads ? roads : undefined };
    try {
      const version = await commitForCounty(this.db, check, whole, { signal, onProgress });
      this.state = { name: 'committed', check, version };
    } finally {
      this.countyChanged(this.code);
    }
  }
}

/** The delivery was cancelled, or is checked anew. */
class DeliveryEndedError extends Error {
  constructor() {
    super('The delivery was ended.');
    this.name = 'DeliveryEndedError';
  }
}
