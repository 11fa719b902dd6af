import { AsyncLocalStorage } from 'node:async_hooks';
import { Worker } from 'node:worker_threads';
import type { Db, Queryable, QueryOptions, Session, SqlValue } from './db.ts';
import { type FolderLock, takeFolder } from './folder-lock.ts';
import { inOneTransaction } from './one-transaction.ts';
import type { PgliteCall, PgliteReply, PgliteStart } from './pglite-calls.ts';
import { requireSchemaName } from './schema-name.ts';
import { StoreError, storeBusy, storeErrorOf } from './store-error.ts';
import { TurnQueue } from './turn-queue.ts';

/**
 * Opens the embedded store: PGlite with PostGIS in a thread of its own. The folder is locked first. What is
 * committed survives the end of the process at any moment; PGlite does not flush to the disk, so that a
 * power failure may cost the store: PostgreSQL is for counties that must not take that risk.
 * @throws StoreError `folder-in-use`
 */
export async function openPgliteDb(start: PgliteStart): Promise<Db> {
  requireSchemaName(start.schema);
  const lock = start.folder === undefined ? undefined : takeFolder(start.folder);
  try {
    const thread = new PgliteThread(start);
    await thread.opened;
    return new PgliteDb(thread, start.schema, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

type Call = PgliteCall extends infer One ? (One extends { id: number } ? Omit<One, 'id'> : never) : never;

interface Waiting {
  readonly resolve: (rows: unknown[]) => void;
  readonly reject: (error: Error) => void;
}

/** Asks the thread and matches its replies to the questions. */
class PgliteThread {
  /** Settles when the database is open. */
  readonly opened: Promise<unknown[]>;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private ended: StoreError | undefined;
  private nextId = 0;

  constructor(start: PgliteStart) {
    this.worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { execArgv: [], workerData: start });
    this.worker.on('message', (reply: PgliteReply) => this.receive(reply));
    this.worker.on('error', (error: Error) => this.end(error.message));
    this.worker.on('exit', (code) => this.end(`its thread ended with code ${code}`));
    this.opened = this.wait();
    this.opened.catch(() => this.worker.terminate());
  }

  ask(call: Call): Promise<unknown[]> {
    if (this.ended) return Promise.reject(this.ended);
    this.worker.postMessage({ ...call, id: this.nextId });
    return this.wait();
  }

  async close(): Promise<void> {
    if (!this.ended) await this.ask({ call: 'close' });
    await this.worker.terminate();
  }

  private wait(): Promise<unknown[]> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  private receive(reply: PgliteReply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if ('rows' in reply) waiting?.resolve(reply.rows);
    else waiting?.reject(storeErrorOf(reply.error));
  }

  private end(reason: string): void {
    this.ended ??= new StoreError('connection-lost', `The embedded store is gone: ${reason}.`);
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }
}

/** One session for everybody: statements and whole transactions take turns. */
class PgliteDb implements Db {
  readonly kind = 'embedded';
  readonly schema: string;
  private readonly thread: PgliteThread;
  private readonly lock: FolderLock | undefined;
  private readonly turns = new TurnQueue();
  private readonly held = new Set<string>();
  private readonly inTransaction = new AsyncLocalStorage<true>();

  constructor(thread: PgliteThread, schema: string, lock: FolderLock | undefined) {
    this.thread = thread;
    this.schema = schema;
    this.lock = lock;
  }

  query<Row>(sql: string, params: readonly SqlValue[] = [], options: QueryOptions = {}): Promise<Row[]> {
    return this.takeTurn(() => this.run<Row>(sql, params), options.signal);
  }

  async execute(sql: string): Promise<void> {
    await this.takeTurn(() => this.thread.ask({ call: 'execute', sql }));
  }

  transaction<Value>(work: (tx: Queryable) => Promise<Value>): Promise<Value> {
    const tx: Queryable = {
      query: (sql, params, options) => {
        options?.signal?.throwIfAborted();
        return this.run(sql, params ?? []);
      },
      execute: async (sql) => {
        await this.thread.ask({ call: 'execute', sql });
      },
    };
    return this.takeTurn(() => this.inTransaction.run(true, () => inOneTransaction(tx, work)));
  }

  async exclusive<Value>(name: string, work: (session: Session) => Promise<Value>): Promise<Value> {
    if (this.held.has(name)) throw storeBusy(name);
    this.held.add(name);
    try {
      return await work(this);
    } finally {
      this.held.delete(name);
    }
  }

  async close(): Promise<void> {
    await this.turns.drained();
    try {
      await this.thread.close();
    } finally {
      this.lock?.release();
    }
  }

  /** A turn asked for inside a transaction would wait for the transaction, which waits for it. */
  private takeTurn<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    if (this.inTransaction.getStore()) throw new Error('Inside a transaction use the transaction, not the store.');
    return this.turns.take(work, signal);
  }

  private run<Row>(sql: string, params: readonly SqlValue[]): Promise<Row[]> {
    return this.thread.ask({ call: 'query', sql, params }) as Promise<Row[]>;
  }
}
