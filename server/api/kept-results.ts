import type { FastifyBaseLogger } from 'fastify';
import type { Db } from '../db/db.ts';
import { dropOldResults, findResult, type StoredResult, saveResult } from '../db/results.ts';
import { TurnQueue } from '../db/turn-queue.ts';
import type { Answer } from './answers.ts';

/** Writing these holds up everybody else on the embedded store for 0.1 s; 300 KB, which is usual, for 30 ms. */
const MOST_BYTES = 1 << 20;
/** Answers kept of one version of a county: some 100 MB of a large one. */
const KEPT_OF_A_VERSION = 300;
/** Answers that may wait to be written; others are made again when they are asked for. */
const LONGEST_QUEUE = 50;

type Log = Pick<FastifyBaseLogger, 'error'>;

/**
 * Answers that cost much to compute, kept in the store under the hash of their inputs: found there after a restart. A
 * store that fails costs a computation and is logged, and never fails an answer.
 */
export class KeptResults {
  private readonly db: Db;
  private readonly turns = new TurnQueue();
  private waiting = 0;

  constructor(db: Db) {
    this.db = db;
  }

  /** The answer to these inputs about this version; undefined where it is not kept. */
  async find(inputHash: string, versionId: number, log: Log): Promise<Answer | undefined> {
    try {
      const result = await findResult(this.db, inputHash);
      if (result?.versionId !== versionId) return undefined;
      return { contentType: result.contentType, bytes: Buffer.from(result.payload) };
    } catch (error) {
      log.error(error);
      return undefined;
    }
  }

  /** Writes an answer some time after this returns, one after another. */
  keep(result: StoredResult, log: Log): void {
    if (result.payload.length > MOST_BYTES || this.waiting >= LONGEST_QUEUE) return;
    this.waiting++;
    this.turns
      .take(() => this.write(result))
      .catch((error: unknown) => log.error(error))
      .finally(() => this.waiting--);
  }

  /** Resolves when everything is written that was to be kept so far. */
  written(): Promise<void> {
    return this.turns.drained();
  }

  private async write(result: StoredResult): Promise<void> {
    if (await saveResult(this.db, result)) await dropOldResults(this.db, result.versionId, KEPT_OF_A_VERSION);
  }
}
