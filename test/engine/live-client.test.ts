import { describe, expect, it } from 'vitest';
import { emptyNearest } from '../../geodata/catchment/nearest-stations.ts';
import type { EngineMessage } from '../../geodata/engine/calls.ts';
import { EngineClient } from '../../geodata/engine/client.ts';
import type { LiveResult } from '../../geodata/engine/live/live-calls.ts';
import { LiveClient } from '../../geodata/engine/live/live-client.ts';
import { DEFAULT_RULE } from '../../geodata/travel/two-limit-rule.ts';
import type { LonLat } from '../../geodata/units.ts';

const EMPTY_SCENE = { stations: [], settlements: [], cellCentres: [], rule: DEFAULT_RULE };

/** A live client whose messages are kept, so that a test answers them when it likes. */
function keptClient() {
  const sent: EngineMessage[] = [];
  const engine = new EngineClient((message) => sent.push(message));
  const answer = async (at: number): Promise<LiveResult> => {
    const result = resultOf(at);
    const message = sent[at]!;
    engine.receive({ id: message.id, response: { generation: at, result } });
    await settled();
    return result;
  };
  return { sent, engine, live: new LiveClient(engine), answer };
}

function resultOf(pass: number): LiveResult {
  const nearest = emptyNearest(0, 1);
  const counts = { pass, marginal: 0, fail: 0 };
  return {
    settlements: nearest,
    cells: nearest,
    status: new Uint8Array(0),
    counts,
    stationMetres: new Float64Array(0),
  };
}

/** Lets everything run that waits for a promise. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const at = (lon: number): LonLat => [lon, 32];

describe('a live client', () => {
  it('has one change under way, and of those that wait sends only the newest of each station', async () => {
    const { sent, live, answer } = keptClient();
    const first = live.place(0, at(1));
    const dropped = [live.place(0, at(2)), live.place(0, at(3))];
    const other = live.close(1);
    const newest = live.place(0, at(4));
    expect(sent).toHaveLength(1);
    expect(await Promise.all(dropped)).toEqual([undefined, undefined]);
    const results = [await answer(0), await answer(1), await answer(2)];
    expect(await Promise.all([first, newest, other])).toEqual(results);
    expect(sent.map(({ name, request }) => [name, request])).toEqual([
      ['livePlace', { station: 0, coord: at(1), generation: 1 }],
      ['livePlace', { station: 0, coord: at(4), generation: 5 }],
      ['liveClose', { station: 1, generation: 4 }],
    ]);
    await settled();
    expect(sent).toHaveLength(3);
  });

  it('sends a change at once that is made on hearing the answer to another', async () => {
    const { sent, live, answer } = keptClient();
    const changes = live.place(0, at(1)).then(() => [live.place(0, at(2)), live.place(0, at(3))]);
    await answer(0);
    expect(sent.map(({ request }) => request)).toEqual([
      { station: 0, coord: at(1), generation: 1 },
      { station: 0, coord: at(2), generation: 2 },
    ]);
    const results = [await answer(1), await answer(2)];
    expect(await Promise.all(await changes)).toEqual(results);
  });

  it('goes on after a change that failed', async () => {
    const { sent, engine, live, answer } = keptClient();
    const failing = live.place(7, at(1));
    const next = live.place(0, at(2));
    engine.receive({ id: sent[0]!.id, error: { code: 'unexpected', message: 'Station 7 of 2.', data: {} } });
    await expect(failing).rejects.toThrow('Station 7 of 2.');
    await settled();
    const result = await answer(1);
    expect(await next).toBe(result);
  });

  it('gives a change of a new session a newer generation, and drops what waited for the old one', async () => {
    const { sent, live, answer } = keptClient();
    live.place(0, at(1)).catch(() => undefined);
    const waiting = live.place(0, at(2));
    const opening = live.open(EMPTY_SCENE);
    expect(await waiting).toBeUndefined();
    expect(sent.map(({ name }) => name)).toEqual(['livePlace', 'liveOpen']);
    await answer(0);
    live.close(0).catch(() => undefined);
    expect(sent[2]?.request).toEqual({ station: 0, generation: 3 });
    await answer(1);
    expect(await opening).toBeDefined();
  });

  it('rejects every change that waits, one after another, where the worker died', async () => {
    const { engine, live } = keptClient();
    const changes = [live.place(0, at(1)), live.place(1, at(2)), live.close(2)];
    engine.fail(new Error('The worker died.'));
    const endings = await Promise.allSettled(changes);
    expect(endings.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });
});
