import { setImmediate } from 'node:timers/promises';

/** Others get their turn at least this often, milliseconds. */
const LONGEST_TURN_MS = 10;

/** Reading a file among other work: gives the thread up now and then, can be called off, says how far it is. */
export interface Pace {
  /** Waits a turn where the last one was long ago. @throws the signal's reason once it is aborted. */
  readonly rest: () => Promise<void>;
  /** Counts rows read; `expected` rows are still to come where the file says so. */
  readonly count: (rows: number) => void;
  readonly expect: (rows: number) => void;
  /** Says that all is done. */
  readonly finish: () => void;
}

/** What a caller may want of a long reading. `total` grows while parts of the file are still to be opened. */
export interface PaceOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneRows: number, totalRows: number) => void;
}

export function startPace({ signal, onProgress }: PaceOptions = {}): Pace {
  let turnStart = performance.now();
  let done = 0;
  let total = 0;
  const rest = async (): Promise<void> => {
    signal?.throwIfAborted();
    if (performance.now() - turnStart < LONGEST_TURN_MS) return;
    onProgress?.(done, Math.max(done, total));
    await setImmediate();
    signal?.throwIfAborted();
    turnStart = performance.now();
  };
  return {
    rest,
    count: (rows) => {
      done += rows;
    },
    expect: (rows) => {
      total += rows;
    },
    finish: () => {
      const all = Math.max(done, total);
      onProgress?.(all, all);
    },
  };
}
