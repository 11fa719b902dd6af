/**
 * Lets at most `most` tasks run at a time, first come, first served. One stands before each OSRM
 * server, whoever calls.
 */
export class ConcurrencyLimit {
  private readonly most: number;
  private readonly waiting = new Set<() => void>();
  private running = 0;

  constructor(most: number) {
    if (!Number.isInteger(most) || most < 1) throw new Error(`At most ${most} tasks at a time.`);
    this.most = most;
  }

  /** @throws the signal's reason where it aborts before the task's turn comes; what the task throws */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.turn(signal);
    try {
      return await task();
    } finally {
      this.running--;
      this.admit();
    }
  }

  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const leave = () => {
        this.waiting.delete(enter);
        reject(signal.reason);
      };
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.add(enter);
      this.admit();
    });
  }

  private admit(): void {
    for (const enter of this.waiting) {
      if (this.running >= this.most) return;
      this.waiting.delete(enter);
      this.running++;
      enter();
    }
  }
}

/**
 * Runs a task for every item, `width` at a time and in order, so that a long list never stands in the
 * queue whole and a short call can pass. The first failure aborts the others, and is thrown when all
 * have ended.
 * @param signal from the caller; the tasks get one that a failure aborts too
 */
export async function forEachConcurrently<T>(
  items: readonly T[],
  width: number,
  signal: AbortSignal | undefined,
  task: (item: T, index: number, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failure = new AbortController();
  const either = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal;
  let next = 0;
  const runLane = async (): Promise<void> => {
    while (next < items.length && !either.aborted) {
      const index = next++;
      await task(items[index] as T, index, either);
    }
  };
  const lanes = Array.from({ length: Math.min(width, items.length) }, () =>
    runLane().catch((error: unknown) => failure.abort(error)),
  );
  await Promise.all(lanes);
  either.throwIfAborted();
}
