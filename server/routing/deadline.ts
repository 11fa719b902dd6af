import type { Seconds } from '../../geodata/units.ts';

/** A signal that aborts when its caller does or when the time is up. Call `clear` when the work has ended. */
export class Deadline {
  readonly signal: AbortSignal;
  /** Whether the time was up before the caller aborted. */
  passed = false;
  private readonly stop = new AbortController();
  private readonly caller: AbortSignal;
  private readonly timer: NodeJS.Timeout;

  constructor(caller: AbortSignal, limitSeconds: Seconds) {
    this.caller = caller;
    this.signal = this.stop.signal;
    this.timer = setTimeout(this.pass, limitSeconds * 1000);
    caller.addEventListener('abort', this.follow, { once: true });
    if (caller.aborted) this.follow();
  }

  clear(): void {
    clearTimeout(this.timer);
    this.caller.removeEventListener('abort', this.follow);
  }

  private readonly pass = (): void => {
    this.passed = !this.stop.signal.aborted;
    this.stop.abort();
  };

  private readonly follow = (): void => this.stop.abort(this.caller.reason);
}
