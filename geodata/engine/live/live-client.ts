import type { LonLat } from '../../units.ts';
import type { EngineClient } from '../client.ts';
import type { LiveAnswer, LiveResult, LiveScene } from './live-calls.ts';

/** A change that waits for its turn. */
interface Waiting {
  readonly station: number;
  /** undefined: closed. */
  readonly coord: LonLat | undefined;
  readonly generation: number;
  readonly resolve: (result: LiveResult | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The calling side of a live session: one change is under way at a time, and of those that wait only
 * the newest of each station is kept, so that a worker never computes what nobody wants any more.
 */
export class LiveClient {
  private readonly engine: Pick<EngineClient, 'call'>;
  /** In the order in which the stations were first changed. */
  private queue: Waiting[] = [];
  private isBusy = false;
  private generation = 0;

  constructor(engine: Pick<EngineClient, 'call'>) {
    this.engine = engine;
  }

  /** Opens a session in place of whatever was open. Changes that still wait are dropped. */
  open(scene: LiveScene): Promise<LiveResult> {
    for (const { resolve } of this.queue) resolve(undefined);
    this.queue = [];
    return this.engine.call('liveOpen', scene);
  }

  /** @returns undefined where a newer change of the same station, or another session, took its place */
  place(station: number, coord: LonLat): Promise<LiveResult | undefined> {
    return this.change(station, coord);
  }

  /** @returns undefined where a newer change of the same station, or another session, took its place */
  close(station: number): Promise<LiveResult | undefined> {
    return this.change(station, undefined);
  }

  private change(station: number, coord: LonLat | undefined): Promise<LiveResult | undefined> {
    const generation = ++this.generation;
    return new Promise((resolve, reject) => {
      const change: Waiting = { station, coord, generation, resolve, reject };
      const at = this.queue.findIndex((waiting) => waiting.station === station);
      if (at < 0) this.queue.push(change);
      else {
        this.queue[at]?.resolve(undefined);
        this.queue[at] = change;
      }
      if (!this.isBusy) this.send();
    });
  }

  private send(): void {
    const next = this.queue.shift();
    this.isBusy = next !== undefined;
    if (!next) return;
    // Free for the next before whoever waited hears of it, who may well have one.
    this.ask(next).then(
      ({ result }) => {
        this.send();
        next.resolve(result);
      },
      (error: unknown) => {
        this.send();
        next.reject(error);
      },
    );
  }

  private ask({ station, coord, generation }: Waiting): Promise<LiveAnswer> {
    if (coord) return this.engine.call('livePlace', { station, coord, generation });
    return this.engine.call('liveClose', { station, generation });
  }
}
