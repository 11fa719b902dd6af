/** Turns at something that only one may use at a time, in the order of asking. */
export class TurnQueue {
  private last: Promise<unknown> = Promise.resolve();

  /** Runs `work` when all earlier turns are over. A turn whose signal aborts before it begins is passed over. */
  take<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    const turn = this.last.then(() => {
      signal?.throwIfAborted();
      return work();
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when every turn asked for so far is over. */
  async drained(): Promise<void> {
    await this.last;
  }
}
