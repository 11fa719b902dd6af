import { MessageChannel } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CallName, EngineReply, EngineRequest } from '../../geodata/engine/calls.ts';
import { Engine } from '../../geodata/engine/engine.ts';
import { GeodataError } from '../../geodata/errors.ts';
import type { ResponseRule } from '../../geodata/travel/two-limit-rule.ts';
import type { LonLat } from '../../geodata/units.ts';
import { mulberry32 } from '../oracles/random.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { type OpenScene, openScene } from '../scenes/scene.ts';
import { exactLines } from './exact-lines.ts';

const RULE: ResponseRule = { limitDm: 8_000, limitDs: 1_500, combine: 'and', metric: 'road' };
let scene: OpenScene;
let places: LonLat[];

beforeAll(async () => {
  scene = await openScene(randomScene(mulberry32(5)));
  const random = mulberry32(6);
  places = Array.from({ length: 12 }, () => scene.at(random() * 1_200, random() * 900));
});

function openEngine(): Engine {
  const engine = new Engine();
  engine.call('open', { buffer: scene.network.buffer });
  return engine;
}

function catchmentsRequest(): EngineRequest<'catchments'> {
  return {
    stations: places.slice(0, 5),
    settlements: places.slice(3),
    cellCentres: places.slice(7),
    rule: RULE,
    nearest: 2,
    snap: { limitMetres: 250 },
  };
}

/** What an engine posts for one message: the reply and the buffers that go with it. */
function posted<Name extends CallName>(engine: Engine, name: Name, request: EngineRequest<Name>) {
  const posts: { reply: EngineReply; transfer: ArrayBuffer[] }[] = [];
  engine.answer({ id: 7, name, request }, { post: (reply, transfer) => posts.push({ reply, transfer }) });
  expect(posts).toHaveLength(1);
  return posts[0]!;
}

describe('an engine', () => {
  it.each<[CallName, EngineRequest<CallName>]>([
    ['matrix', { sources: [], targets: [] }],
    ['isochrones', { origin: [117, 32], minutes: [5] }],
    ['route', { from: [117, 32], to: [117, 32] }],
  ])('refuses %s before a network is open', (name, request) => {
    expect(() => new Engine().call(name, request)).toThrow('No network is open.');
  });

  it('says what it opened', () => {
    const opened = new Engine().call('open', { buffer: scene.network.buffer, verify: true });
    expect(opened).toEqual({ hash: scene.network.hash, meta: scene.network.meta });
  });

  it('finds a changed byte where it is asked to verify', () => {
    const buffer = scene.network.buffer.slice(0) as ArrayBuffer;
    const last = new Uint8Array(buffer, scene.network.turnInDs.byteOffset, 1);
    last[0] = last[0]! ^ 1;
    expect(() => new Engine().call('open', { buffer })).not.toThrow();
    expect(() => new Engine().call('open', { buffer, verify: true })).toThrow(GeodataError);
  });

  it('keeps the network it has where another cannot be opened', () => {
    const engine = openEngine();
    expect(() => engine.call('open', { buffer: new ArrayBuffer(3) })).toThrow('3 bytes are too few');
    expect(engine.call('catchments', catchmentsRequest())).toEqual(
      openEngine().call('catchments', catchmentsRequest()),
    );
  });

  it('answers on the network opened last', async () => {
    const other = await openScene({ nodes: { a: [0, 0], b: [300, 400] }, ways: [{ nodes: 'ab' }] });
    const ends = { from: other.node('a'), to: other.node('b') };
    const engine = openEngine();
    expect(engine.call('route', ends).route?.dm).not.toBe(5_000);
    engine.call('open', { buffer: other.network.buffer });
    expect(engine.call('route', ends).route?.dm).toBe(5_000);
  });

  it('does not let one call change the answer to the next', () => {
    const engine = openEngine();
    const ask = () => [
      ...exactLines(engine.call('catchments', catchmentsRequest())),
      ...exactLines(engine.call('matrix', { sources: places, targets: places, limitDs: 900 })),
      ...exactLines(engine.call('isochrones', { origin: places[0]!, minutes: [1, 3], stepMetres: 50 })),
      ...exactLines(engine.call('route', { from: places[1]!, to: places[2]! })),
    ];
    const first = ask();
    expect(ask()).toEqual(first);
  });

  it('gives a range of stations the rows and the numbers they have among all', () => {
    const engine = openEngine();
    const request = catchmentsRequest();
    const all = engine.call('catchments', { ...request, nearest: 5 });
    const part = engine.call('catchments', { ...request, nearest: 5, stationRange: [2, 4] });
    const width = request.settlements.length;
    expect(part.status).toEqual(all.status.slice(2 * width, 4 * width));
    expect(part.snapMetres.stations).toEqual(all.snapMetres.stations.slice(2, 4));
    for (let i = 0; i < width; i++) {
      const within = Array.from(all.settlements.station.slice(i * 5, i * 5 + 5)).filter((s) => s === 2 || s === 3);
      const found = Array.from(part.settlements.station.slice(i * 5, i * 5 + within.length));
      expect(found, `settlement ${i}`).toEqual(within);
    }
  });

  it('posts an error as its code, message and data', () => {
    const { reply, transfer } = posted(new Engine(), 'open', { buffer: new ArrayBuffer(3) });
    expect(reply).toEqual({
      id: 7,
      error: {
        code: 'network-malformed',
        message: 'Not a usable road network: 3 bytes are too few.',
        data: { reason: '3 bytes are too few' },
      },
    });
    expect(transfer).toEqual([]);
  });

  it("posts a caller's mistake, and a call that there is not, as unexpected", () => {
    const { reply } = posted(openEngine(), 'isochrones', { origin: places[0]!, minutes: [0] });
    expect(reply).toMatchObject({ id: 7, error: { code: 'unexpected', message: 'Minutes 0.' } });
    const { reply: other } = posted(openEngine(), 'fly' as CallName, { minutes: [] } as never);
    expect(other).toMatchObject({ id: 7, error: { code: 'unexpected' } });
  });

  it('hands over the buffer of every array in a reply, each once, and none of its own', () => {
    const engine = openEngine();
    const { reply, transfer } = posted(engine, 'catchments', catchmentsRequest());
    expect(new Set(transfer).size).toBe(transfer.length);
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(reply, transfer);
    port1.close();
    port2.close();
    if (!('response' in reply) || !('snapMetres' in reply.response)) throw new Error('No catchments in the reply.');
    const { status, settlements, cells, snapMetres } = reply.response;
    const columns = [status, ...Object.values(settlements), ...Object.values(cells), ...Object.values(snapMetres)];
    const arrays = columns.filter((column) => typeof column === 'object');
    expect(
      arrays.map(({ byteLength }) => byteLength),
      'what stays behind',
    ).toEqual(Array(10).fill(0));
    expect(engine.call('catchments', catchmentsRequest()).status).toHaveLength(45);
  });
});
