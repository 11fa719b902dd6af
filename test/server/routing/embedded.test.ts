import { beforeAll, describe, expect, it } from 'vitest';
import { snapPoints } from '../../../geodata/roads/snap.ts';
import { travelMatrix } from '../../../geodata/travel/matrix.ts';
import { UNREACHED } from '../../../geodata/travel/route-cost.ts';
import { EmbeddedTravelTimes } from '../../../server/routing/embedded.ts';
import { EnginePool } from '../../../server/workers/engine-pool.ts';
import type { OpenScene } from '../../scenes/scene.ts';
import { embeddedOn, openRoutingScene, SNAP_LIMIT_METRES, strewn } from './routing-scene.ts';

let scene: OpenScene;

beforeAll(async () => {
  scene = await openRoutingScene();
});

function tenths(cells: Uint32Array): number[] {
  return Array.from(cells, (cell) => (cell === UNREACHED ? Number.NaN : cell / 10));
}

describe('travel times from the embedded engine', () => {
  it('are those of the travel matrix in seconds and metres, over more rows than go at a time', async () => {
    const [sources, targets] = [strewn(scene, 130, 1), [...strewn(scene, 5, 2), scene.node('x')]];
    const answer = await embeddedOn(scene.network).matrix(sources, targets);
    const limit = { limitMetres: SNAP_LIMIT_METRES };
    const place = (points: typeof sources) => snapPoints(scene.network, points, limit);
    const { ds, dm } = travelMatrix(scene.network, place(sources), place(targets));
    expect(Array.from(answer.seconds)).toEqual(tenths(ds));
    expect(Array.from(answer.metres)).toEqual(tenths(dm));
    expect(answer.sources).toHaveLength(130);
  });

  it('are the same from a pool of threads', async () => {
    const [sources, targets] = [strewn(scene, 70, 1), strewn(scene, 5, 2)];
    const pool = await EnginePool.start(scene.network.buffer, 2);
    try {
      const { network } = scene;
      const pooled = new EmbeddedTravelTimes({ network, pool, snapLimitMetres: SNAP_LIMIT_METRES });
      const alone = embeddedOn(network);
      expect(await pooled.matrix(sources, targets)).toEqual(await alone.matrix(sources, targets));
      const ends = [scene.node('a'), scene.node('l')] as const;
      expect(await pooled.route(...ends)).toEqual(await alone.route(...ends));
    } finally {
      await pool.close();
    }
  });

  it('are none for a point beyond the snap limit, and the point is told apart', async () => {
    const [a, far] = [scene.node('a'), scene.at(0, 20_000)];
    const answer = await embeddedOn(scene.network).matrix([a], [a, far]);
    expect(Array.from(answer.seconds)).toEqual([0, Number.NaN]);
    expect(answer.targets).toEqual([{ coord: a, metres: 0 }, undefined]);
  });

  it('come with a line along the road, or with none where there is no way', async () => {
    const embedded = embeddedOn(scene.network);
    const { drive } = await embedded.route(scene.node('a'), scene.node('d'));
    expect(drive?.line[0]).toEqual(scene.node('a'));
    expect(drive?.metres).toBeCloseTo(1500, 0);
    expect((await embedded.route(scene.node('a'), scene.node('x'))).drive).toBeUndefined();
  });

  it('say on which network and profile they stand', async () => {
    const embedded = embeddedOn(scene.network);
    const provenance = { engine: 'embedded', profile: 'car', source: scene.network.hash };
    expect(embedded.describe()).toEqual(provenance);
    expect((await embedded.nearest([scene.node('a')])).provenance).toEqual(provenance);
  });

  it('end at once with the reason of a caller who leaves, while a thread still works', async () => {
    const abort = new AbortController();
    const pool = { matrix: () => new Promise<never>(() => {}), call: () => new Promise<never>(() => {}) };
    const { network } = scene;
    const embedded = new EmbeddedTravelTimes({ network, pool, snapLimitMetres: SNAP_LIMIT_METRES });
    const points = [scene.node('a'), scene.node('b')] as const;
    const waiting = [
      embedded.matrix(points, points, { signal: abort.signal }),
      embedded.route(...points, { signal: abort.signal }),
    ];
    abort.abort(new Error('The reader went away.'));
    for (const call of waiting) await expect(call).rejects.toThrow('The reader went away.');
    await expect(embedded.nearest(points, { signal: abort.signal })).rejects.toThrow('The reader went away.');
  });

  it('are refused for a point that is nowhere on earth', async () => {
    await expect(embeddedOn(scene.network).nearest([[200, 0]])).rejects.toThrow('Point 0 is at 200, 0.');
  });
});
