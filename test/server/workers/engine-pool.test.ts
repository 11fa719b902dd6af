import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallName, EngineRequest, EngineResponse } from '../../../geodata/engine/calls.ts';
import { Engine } from '../../../geodata/engine/engine.ts';
import { GeodataError } from '../../../geodata/errors.ts';
import { openNetwork } from '../../../geodata/roads/network.ts';
import type { LonLat } from '../../../geodata/units.ts';
import { EnginePool, shareNetwork } from '../../../server/workers/engine-pool.ts';
import { firstDifferences } from '../../engine/exact-lines.ts';
import { answersOf, type CallEngine, type HostCall, hostCalls } from '../../engine/host-calls.ts';
import { hostNetworks } from '../../engine/host-networks.ts';
import { type OpenScene, openScene } from '../../scenes/scene.ts';

const networks = await hostNetworks();
let scene: OpenScene;
let ends: { from: LonLat; to: LonLat };
const pools: EnginePool[] = [];

beforeAll(async () => {
  scene = await openScene({ nodes: { a: [0, 0], b: [500, 0], c: [500, 400] }, ways: [{ nodes: 'abc' }] });
  ends = { from: scene.node('a'), to: scene.node('c') };
});
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

/** A pool that is closed after the test. */
async function startPool(buffer: ArrayBufferLike, size: number): Promise<EnginePool> {
  const pool = await EnginePool.start(buffer, size);
  pools.push(pool);
  return pool;
}

/** Puts a call to a pool as its hosts do: matrix and catchments dealt out to all threads, the others to one. */
function dealing(pool: EnginePool): CallEngine {
  const dealt: { readonly [Name in CallName]?: (request: EngineRequest<Name>) => Promise<EngineResponse<Name>> } = {
    matrix: (request) => pool.matrix(request),
    catchments: (request) => pool.catchments(request),
  };
  return (name, request) => dealt[name]?.(request) ?? pool.call(name, request);
}

/** A pool deals its calls round, so that a county, or a live session, would be open in one of its threads only. */
function callsOnRoads(buffer: ArrayBufferLike, threads: number): HostCall[] {
  const ofCounty: readonly CallName[] = ['openCounty', 'groups', 'explain', 'respond'];
  const ofSession: readonly CallName[] = threads === 1 ? [] : ['liveOpen', 'livePlace', 'liveClose'];
  return hostCalls(buffer).filter(({ name }) => !ofCounty.includes(name) && !ofSession.includes(name));
}

describe.each([1, 2])('a pool of %i thread(s)', (size) => {
  it.each(networks)('answers every call on $name with the bytes of the main thread', async ({ buffer }) => {
    const engine = new Engine();
    const calls = callsOnRoads(buffer, size);
    const expected = await answersOf(async (name, request) => engine.call(name, request), calls);
    const pool = await startPool(buffer, size);
    expect(firstDifferences(expected, await answersOf(dealing(pool), calls))).toEqual([]);
  });

  it('answers calls that overlap, each with its own', async () => {
    const { buffer } = networks[0]!;
    const calls = hostCalls(buffer).filter(({ name }) => name === 'isochrones' || name === 'matrix');
    const pool = await startPool(buffer, size);
    const alone = async (call: HostCall) => answersOf(dealing(pool), [call]);
    const inTurn: string[][] = [];
    for (const call of calls) inTurn.push(await alone(call));
    expect(await Promise.all(calls.map(alone))).toEqual(inTurn);
  });
});

describe('a pool of engine threads', () => {
  it('deals out fewer stations than it has threads, none among them', async () => {
    const pool = await startPool(scene.network.buffer, 3);
    const rule = { limitDm: 10_000, limitDs: 2_000, combine: 'and', metric: 'road' } as const;
    const request = { settlements: [ends.to], cellCentres: [], rule, nearest: 2 };
    expect(Array.from((await pool.catchments({ ...request, stations: [ends.from] })).status)).toEqual([2]);
    expect(Array.from((await pool.catchments({ ...request, stations: [] })).status)).toEqual([]);
    const none = await pool.matrix({ sources: [], targets: [ends.to] });
    expect(none).toEqual({ ds: new Uint32Array(0), dm: new Uint32Array(0) });
  });

  it('takes shared memory as it is, and copies other memory into shared memory once', () => {
    const shared = shareNetwork(scene.network.buffer);
    expect(shared).toBeInstanceOf(SharedArrayBuffer);
    expect(new Uint8Array(shared)).toEqual(new Uint8Array(scene.network.buffer));
    expect(shareNetwork(shared)).toBe(shared);
  });

  it('reads the one memory in every thread: what changes there, changes in the answers of all', async () => {
    const shared = shareNetwork(scene.network.buffer);
    const pool = await startPool(shared, 2);
    const before = await Promise.all([pool.call('route', ends), pool.call('route', ends)]);
    expect(before.map(({ route }) => route?.dm)).toEqual([9_000, 9_000]);
    openNetwork(shared).pointDm.forEach((dm, i, column) => {
      column[i] = dm * 2;
    });
    const after = await Promise.all([pool.call('route', ends), pool.call('route', ends)]);
    expect(after.map(({ route }) => route?.dm)).toEqual([18_000, 18_000]);
  });

  it('throws what the engine throws: domain failures with their code', async () => {
    const pool = await startPool(scene.network.buffer, 1);
    const failure = await pool.call('open', { buffer: new ArrayBuffer(3) }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GeodataError);
    expect(failure).toMatchObject({ code: 'network-malformed', data: { reason: '3 bytes are too few' } });
    const mistake = await pool
      .call('isochrones', { origin: ends.from, minutes: [-1] })
      .catch((error: unknown) => error);
    expect(mistake).not.toBeInstanceOf(GeodataError);
    expect(mistake).toEqual(new Error('Minutes -1.'));
    expect((await pool.call('route', ends)).route?.dm).toBe(9_000);
  });

  it('fails every call that waits when it is closed', async () => {
    const pool = await EnginePool.start(scene.network.buffer, 2);
    const waiting = [1, 2, 3].map(() => pool.call('route', ends).catch((error: Error) => error.message));
    const closed = pool.close();
    expect(await Promise.all(waiting)).toEqual(Array(3).fill('The pool of engine threads is closed.'));
    await closed;
  });

  it('fails a call after it is closed, rather than let it wait', async () => {
    const pool = await EnginePool.start(scene.network.buffer, 1);
    await pool.close();
    const waits = new Promise<string>((resolve) => setTimeout(resolve, 2_000, 'waits'));
    const ending = pool.call('route', ends).then(
      () => 'answered',
      () => 'failed',
    );
    expect(await Promise.race([ending, waits])).toBe('failed');
  });

  it('refuses a buffer that is no network, and leaves no thread behind to keep the program alive', async () => {
    const program = fileURLToPath(new URL('./refused-pool.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', program], { timeout: 8_000 });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    const [code, signal] = await once(child, 'close');
    expect({ printed, code, signal }).toEqual({ printed: 'network-malformed', code: 0, signal: null });
  });
});
