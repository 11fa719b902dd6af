import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../../geodata/engine/engine.ts';
import { DEFAULT_COUNTING } from '../../../geodata/grouping/counting-rule.ts';
import type { LonLat } from '../../../geodata/units.ts';
import { CountyThreads, type OpenableCounty, TooBusyError } from '../../../server/workers/county-threads.ts';
import { shareNetwork } from '../../../server/workers/engine-pool.ts';
import { exactLines } from '../../engine/exact-lines.ts';
import { openScene } from '../../scenes/scene.ts';

/** So many outlines of so fine a raster that drawing them takes seconds: time enough to be in its way. */
const SLOW = { minutes: Array.from({ length: 300 }, (_, i) => 1 + i / 4), stepMetres: 25 };

let county: OpenableCounty;
let ends: { from: LonLat; to: LonLat };
const open: CountyThreads[] = [];

beforeAll(async () => {
  const scene = await openScene({
    nodes: { a: [0, 0], b: [30_000, 0], c: [30_000, 28_000] },
    ways: [{ nodes: 'abc' }],
  });
  ends = { from: scene.node('a'), to: scene.node('c') };
  const station = { id: 's', name: 'station', kind: 'rural', coord: ends.from } as const;
  const settlement = { id: 'v', name: 'village', kind: 'natural', coord: ends.to } as const;
  county = {
    key: 'one',
    buffer: shareNetwork(scene.network.buffer),
    places: { stations: [station], settlements: [settlement], boundary: undefined },
    resolution: 8,
  };
});
afterEach(() => Promise.all(open.splice(0).map((threads) => threads.close())));

function startThreads(options: Partial<ConstructorParameters<typeof CountyThreads>[0]> = {}): CountyThreads {
  const threads = new CountyThreads({ threads: { quick: 1, heavy: 1 }, ...options });
  open.push(threads);
  return threads;
}

function slowCall(threads: CountyThreads, lane: 'quick' | 'heavy', signal?: AbortSignal) {
  return threads.call(lane, county, 'isochrones', { origin: ends.from, ...SLOW }, signal);
}

describe('county threads', () => {
  it('answer as an engine on the main thread does', async () => {
    const engine = new Engine();
    engine.call('open', { buffer: county.buffer });
    engine.call('openCounty', { ...county.places, resolution: county.resolution });
    const request = { counting: DEFAULT_COUNTING };
    const found = await startThreads().call('quick', county, 'groups', request);
    expect(exactLines(found)).toEqual(exactLines(engine.call('groups', request)));
  });

  it('answer a quick call while a heavy one runs', async () => {
    const threads = startThreads();
    await threads.call('quick', county, 'route', ends);
    let heavyIsDone = false;
    const heavy = slowCall(threads, 'heavy').then(() => {
      heavyIsDone = true;
    });
    await threads.call('quick', county, 'route', ends);
    expect(heavyIsDone).toBe(false);
    await heavy;
  });

  it('stop a running call when it is abandoned, and answer the next one', async () => {
    const threads = startThreads();
    const abort = new AbortController();
    const running = slowCall(threads, 'heavy', abort.signal);
    const behind = threads.call('heavy', county, 'route', ends);
    setTimeout(() => abort.abort(new Error('gone')), 500);
    await expect(running).rejects.toThrow('gone');
    expect((await behind).route?.dm).toBeGreaterThan(0);
  });

  it('never run a call that is abandoned while it waits', async () => {
    const threads = startThreads();
    const first = slowCall(threads, 'heavy');
    const abort = new AbortController();
    const waiting = slowCall(threads, 'heavy', abort.signal);
    abort.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(slowCall(threads, 'heavy', abort.signal)).rejects.toThrow('gone');
    await first;
  });

  it('refuse a call when too many wait', async () => {
    const threads = startThreads({ longestQueue: 1 });
    const calls = [slowCall(threads, 'heavy'), threads.call('heavy', county, 'route', ends)];
    await expect(threads.call('heavy', county, 'route', ends)).rejects.toBeInstanceOf(TooBusyError);
    await Promise.all(calls);
  });

  it('hand on what the engine throws, and go on', async () => {
    const threads = startThreads();
    const bad = threads.call('quick', county, 'isochrones', { origin: ends.from, minutes: [-1] });
    await expect(bad).rejects.toThrow('Minutes -1');
    expect((await threads.call('quick', county, 'route', ends)).route).toBeDefined();
  });

  it('keep as many counties open as they may, and open a forgotten one again', async () => {
    const threads = startThreads({ openCounties: 2 });
    for (const key of ['one', 'two', 'three', 'one', 'four', 'two']) {
      const { route } = await threads.call('quick', { ...county, key }, 'route', ends);
      expect(route, key).toBeDefined();
    }
  });

  it('fail every call when they are closed', async () => {
    const threads = startThreads();
    const calls = [slowCall(threads, 'heavy'), slowCall(threads, 'heavy')];
    const outcomes = Promise.allSettled(calls);
    await threads.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(slowCall(threads, 'heavy')).rejects.toThrow('closing');
  });
});
