import type { LiveScene } from '../../geodata/engine/live/live-calls.ts';
import { LiveClient } from '../../geodata/engine/live/live-client.ts';
import type { LonLat } from '../../geodata/units.ts';
import { startEngine } from '../../web/engine/start-engine.ts';
import { exactLines } from '../engine/exact-lines.ts';

/** A station put somewhere. */
export interface LiveMove {
  readonly station: number;
  readonly coord: LonLat;
}

/** What came of moves made one after another, and of a burst of them at once. */
export interface LiveRounds {
  /** The last answer, exactly. */
  readonly last: readonly string[];
  /** Milliseconds from each call to its answer on the page's own thread. */
  readonly milliseconds: readonly number[];
  /** How many of the burst's calls were answered, and the answer to the last, exactly. */
  readonly answered: number;
  readonly lastOfBurst: readonly string[];
}

/** What the page of the live tests can be told to do, as `globalThis.livePage`. */
const commands = {
  /** Makes the moves in turn, each after the answer to the one before; then all of the burst at once. */
  async rounds(
    network: string,
    scene: LiveScene,
    moves: readonly LiveMove[],
    burst: readonly LiveMove[],
  ): Promise<LiveRounds> {
    const engine = startEngine('/worker.js');
    await engine.call('open', { buffer: await (await fetch(network)).arrayBuffer() });
    const live = new LiveClient(engine);
    let last: unknown = await live.open(scene);
    const milliseconds: number[] = [];
    for (const { station, coord } of moves) {
      const startedAt = performance.now();
      last = await live.place(station, coord);
      milliseconds.push(performance.now() - startedAt);
    }
    const results = await Promise.all(burst.map(({ station, coord }) => live.place(station, coord)));
    return {
      last: exactLines(last),
      milliseconds,
      answered: results.filter((result) => result !== undefined).length,
      lastOfBurst: exactLines(results[results.length - 1]),
    };
  },
};

export type LivePage = typeof commands;

declare global {
  var livePage: LivePage;
}

globalThis.livePage = commands;
