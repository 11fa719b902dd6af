import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeOsm } from '../../geodata/osm/write-osm.ts';
import { buildNetwork } from '../../geodata/roads/build-network.ts';
import { openNetwork } from '../../geodata/roads/network.ts';
import type { SpeedProfile } from '../../geodata/roads/profile.ts';
import { car } from '../../geodata/roads/profiles/car.ts';
import { NO_ROAD, snapPoints } from '../../geodata/roads/snap.ts';
import { travelMatrix } from '../../geodata/travel/matrix.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import { TravelTree } from '../../geodata/travel/tree.ts';
import type { LonLat } from '../../geodata/units.ts';
import { inflateZlib } from '../../server/files/osm-file.ts';
import { mulberry32 } from '../oracles/random.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { drive, placed } from '../scenes/drives.ts';
import { metreADecisecond } from '../scenes/profiles.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { type EastNorth, nodeNames, type OpenScene, openScene, type Scene, type SceneWay } from '../scenes/scene.ts';

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1);

async function randomPlaces(seed: number, count: number) {
  const random = mulberry32(seed);
  const map = randomScene(random);
  const scene = await openScene(map);
  const points = Array.from({ length: count }, (): LonLat => scene.at(random() * 1600 - 350, random() * 1200 - 350));
  return { map, scene, points };
}

describe('a matrix', () => {
  it('has the same cell for a pair whoever else is in it', async () => {
    for (const seed of SEEDS) {
      const { scene, points } = await randomPlaces(seed, 8);
      const all = snapPoints(scene.network, points);
      const whole = travelMatrix(scene.network, all, all);
      for (let s = 0; s < 8; s++) {
        for (let t = 0; t < 8; t++) {
          const source = snapPoints(scene.network, [points[s]!]);
          const target = snapPoints(scene.network, [points[t]!]);
          const alone = travelMatrix(scene.network, source, target);
          expect([alone.ds[0], alone.dm[0]], `seed ${seed}, ${s}, ${t}`).toEqual([
            whole.ds[s * 8 + t],
            whole.dm[s * 8 + t],
          ]);
        }
      }
    }
  });

  it('says the same as the tree asked one by one, also of what lies beyond its limit', async () => {
    for (const seed of SEEDS) {
      const { scene, points } = await randomPlaces(seed, 8);
      const places = snapPoints(scene.network, points);
      const { ds, dm } = travelMatrix(scene.network, places, places, 900);
      const tree = new TravelTree(scene.network);
      for (let s = 0; s < 8; s++) {
        tree.grow(places, s, { limit: 900 });
        for (let t = 0; t < 8; t++) {
          const cost = tree.costTo(places, t) ?? { ds: UNREACHED, dm: UNREACHED };
          expect({ ds: ds[s * 8 + t], dm: dm[s * 8 + t] }, `seed ${seed}, ${s}, ${t}`).toEqual(cost);
        }
      }
    }
  });

  it('is 0 from a place to itself', async () => {
    const { scene, points } = await randomPlaces(3, 10);
    const places = snapPoints(scene.network, points);
    const { ds, dm } = travelMatrix(scene.network, places, places);
    for (let i = 0; i < 10; i++) expect([ds[i * 11], dm[i * 11]]).toEqual([0, 0]);
  });

  it('writes a place without a road as unreached in both directions', async () => {
    const scene = await openScene(asciiScene('a-b'));
    const places = snapPoints(scene.network, [scene.at(0, 0), scene.at(0, 5000)], { limitMetres: 100 });
    expect(places.road[1]).toBe(NO_ROAD);
    expect(Array.from(travelMatrix(scene.network, places, places).ds)).toEqual([0, UNREACHED, UNREACHED, UNREACHED]);
  });
});

describe('a tree', () => {
  it('grown again, after any other, is the same byte for byte', async () => {
    for (const seed of SEEDS) {
      const { scene, points } = await randomPlaces(seed, 3);
      const places = snapPoints(scene.network, points);
      const [used, fresh] = [new TravelTree(scene.network), new TravelTree(scene.network)];
      used.grow(places, 1, { metric: 'length', direction: 'backward' });
      used.grow(places, 2, { limit: 300 });
      used.grow(places, 0, { limit: 1200 });
      fresh.grow(places, 0, { limit: 1200 });
      expect(Buffer.from(used.cost.buffer).equals(Buffer.from(fresh.cost.buffer)), `seed ${seed}`).toBe(true);
      expect(Array.from(used.reached(), (state) => used.second[state])).toEqual(
        Array.from(fresh.reached(), (state) => fresh.second[state]),
      );
      expect(used.roadsTo(places, 1)).toEqual(fresh.roadsTo(places, 1));
    }
  });

  it('grown backward from the target finds what is grown forward from the source', async () => {
    for (const seed of SEEDS) {
      const { scene, points } = await randomPlaces(seed, 8);
      const places = snapPoints(scene.network, points);
      const [forward, backward] = [new TravelTree(scene.network), new TravelTree(scene.network)];
      for (const metric of ['time', 'length'] as const) {
        forward.grow(places, 0, { metric });
        for (let t = 0; t < 8; t++) {
          backward.grow(places, t, { metric, direction: 'backward' });
          expect(backward.costTo(places, 0), `seed ${seed}, ${metric}, ${t}`).toEqual(forward.costTo(places, t));
        }
      }
    }
  });

  it('has reached the states it holds a label for, and no other', async () => {
    const { scene, points } = await randomPlaces(5, 1);
    const tree = new TravelTree(scene.network);
    tree.grow(snapPoints(scene.network, points), 0, { limit: 600 });
    const labelled = Array.from(tree.cost.keys()).filter((state) => tree.cost[state] !== UNREACHED);
    expect(Array.from(tree.reached()).sort((a, b) => a - b)).toEqual(labelled);
  });

  it('finds a point half-way along a road that runs on beyond the limit, and not one just past it', async () => {
    const scene = await openScene(asciiScene('a-b-c', { cellMetres: 500 }), metreADecisecond);
    const [from, to] = [scene.at(100, 0), scene.at(1600, 0)];
    expect(drive(scene, from, to, { limit: 1500 })).toBeDefined();
    expect(drive(scene, from, to, { limit: 1499 })).toBeUndefined();
    expect(drive(scene, from, to, { limit: 0 })).toBeUndefined();
    expect(drive(scene, from, from, { limit: 0 })).toEqual({ ds: 0, dm: 0 });
  });

  it('goes along its own road where the way leads ahead, and round the block where it does not', async () => {
    const tags = { ab: { oneway: 'yes' }, bd: { oneway: 'yes' }, dc: { oneway: 'yes' }, ca: { oneway: 'yes' } };
    const scene = await openScene(asciiScene('a-b\n| |\nc-d', { cellMetres: 200, tags }), metreADecisecond);
    const [early, late] = [scene.at(100, 400), scene.at(300, 400)];
    expect(drive(scene, early, late)?.ds).toBe(200);
    expect(drive(scene, late, early)?.ds).toBe(1400);
  });

  it('of two ways that take as long gives the length of the shorter', async () => {
    const scene = await openScene(
      {
        nodes: { s: [-500, 0], a: [0, 0], b: [2000, 0], c: [1000, 300], m: [1000, -1732], e: [2500, 0] },
        ways: [
          { nodes: 'sa' },
          { nodes: 'be' },
          { nodes: 'amb', tags: { even: 'yes' } },
          { nodes: 'acb', tags: { even: 'yes' } },
        ],
      },
      { ...metreADecisecond, way: evenTimes },
    );
    expect(drive(scene, 's', 'e')).toEqual({ ds: 2000, dm: 2 * 5000 + 2 * Math.round(10 * Math.hypot(1000, 300)) });
  });

  it('with one more station never has a longer time to the nearest', async () => {
    for (const seed of SEEDS) {
      const { scene, points } = await randomPlaces(seed, 12);
      const [stations, settlements] = [points.slice(0, 4), points.slice(4)];
      const targets = snapPoints(scene.network, settlements);
      const nearest = (count: number): number[] => {
        const { ds } = travelMatrix(scene.network, snapPoints(scene.network, stations.slice(0, count)), targets);
        return settlements.map((_, t) => Math.min(...stations.slice(0, count).map((_s, s) => ds[s * 8 + t]!)));
      };
      for (let count = 1; count < 4; count++) {
        const [before, after] = [nearest(count), nearest(count + 1)];
        for (const [t, ds] of after.entries()) expect(ds).toBeLessThanOrEqual(before[t]!);
      }
    }
  });

  it('takes the quicker of two roads between the same two nodes, each way', async () => {
    const scene = await openScene({
      nodes: { a: [0, 0], b: [1000, 0] },
      ways: [
        { nodes: 'ab', tags: { highway: 'track', motor_vehicle: 'yes' } },
        { nodes: 'ba', tags: { highway: 'primary', oneway: 'yes' } },
      ],
    });
    expect(drive(scene, 'a', 'b')?.ds).toBe(3600);
    expect(drive(scene, 'b', 'a')?.ds).toBe(554);
  });
});

describe('contraction', () => {
  it('changes no time and no length: a map with every bend kept as a junction is driven alike', async () => {
    for (const seed of SEEDS) {
      const { map, scene } = await randomPlaces(seed, 0);
      const kept = await openScene(withEveryNodeKept(map), keptForFree);
      expect(kept.network.roadCount).toBeGreaterThanOrEqual(scene.network.roadCount);
      // Beside the middle of a piece, where no two roads are equally near.
      const points = map.ways.slice(0, 6).map((way) => besideFirstPiece(map, scene, way));
      const [places, keptPlaces] = [scene, kept].map(({ network }) => snapPoints(network, points));
      const whole = travelMatrix(scene.network, places!, places!);
      const pieces = travelMatrix(kept.network, keptPlaces!, keptPlaces!);
      // A piece may be stored the other way round, and the share of it truncated from the other side.
      for (const [i, ds] of whole.ds.entries())
        expect(Math.abs(pieces.ds[i]! - ds), `seed ${seed}`).toBeLessThanOrEqual(2);
      for (const [i, dm] of whole.dm.entries())
        expect(Math.abs(pieces.dm[i]! - dm), `seed ${seed}`).toBeLessThanOrEqual(2);
    }
  });

  it('joins all pieces of a plain road into one, and a ring without a junction too', async () => {
    const road = await openScene(asciiScene('a-b-c-d'));
    expect([road.network.roadCount, road.network.pointLonE6.length]).toEqual([1, 4]);
    const ring = await openScene({
      nodes: { a: [0, 0], b: [500, 0], c: [500, 500], d: [0, 500] },
      ways: [{ nodes: 'abcda' }],
    });
    expect([ring.network.roadCount, ring.network.pointLonE6.length]).toEqual([1, 5]);
    const across = placed(ring, [ring.at(250, 0), ring.at(250, 500)]);
    expect(travelMatrix(ring.network, across, across).dm[1]).toBeCloseTo(10_000, -1);
    // From the last side to the first, past the node where the ring was cut open.
    expect(lengthOf(ring, [0, 250], [250, 0])).toBeCloseTo(5000, -1);
  });
});

function lengthOf(scene: OpenScene, from: readonly [number, number], to: readonly [number, number]) {
  return drive(scene, scene.at(...from), scene.at(...to))?.dm;
}

function besideFirstPiece(map: Scene, scene: OpenScene, way: SceneWay): LonLat {
  const [a, b] = nodeNames(way).map((name) => map.nodes[name] ?? [0, 0]) as [EastNorth, EastNorth];
  return scene.at(a[0] * 0.45 + b[0] * 0.55 + 3, a[1] * 0.45 + b[1] * 0.55 + 3);
}

/** Gives every node that has no tags of its own one that `keptForFree` keeps it by. */
function withEveryNodeKept(map: Scene): Scene {
  const nodeTags = Object.fromEntries(
    Object.keys(map.nodes).map((name) => [name, map.nodeTags?.[name] ?? { kept: 'yes' }]),
  );
  return { nodes: map.nodes, ways: map.ways, restrictions: map.restrictions ?? [], nodeTags };
}

const keptForFree: SpeedProfile = {
  ...car,
  node: (tags) => (tags['kept'] ? { closed: false, obstacles: [], uTurnAllowed: false } : car.node(tags)),
};

/** Both ways round take 100 s, 50 s a piece; other pieces take what they take. */
const evenTimes: SpeedProfile['way'] = (tags) => {
  const travel = metreADecisecond.way(tags);
  return tags['even'] && travel ? { ...travel, forward: { waySeconds: 100 }, backward: { waySeconds: 100 } } : travel;
};

describe('a tree at a junction of very many roads', () => {
  it('reaches every one of them, forward and backward', async () => {
    const spokes = 1500;
    const ends = Array.from({ length: spokes }, (_, i) => ({
      id: i + 2,
      lonE7: 1_170_000_000 + Math.round(80_000 * Math.cos((i / spokes) * 2 * Math.PI)),
      latE7: 320_000_000 + Math.round(80_000 * Math.sin((i / spokes) * 2 * Math.PI)),
    }));
    const pbf = writeOsm(
      {
        nodes: [{ id: 1, lonE7: 1_170_000_000, latE7: 320_000_000 }, ...ends],
        ways: ends.map(({ id }) => ({ id, nodeIds: [1, id], tags: { highway: 'tertiary' } })),
        relations: [],
      },
      (raw) => deflateSync(raw),
    );
    const network = openNetwork(await buildNetwork(() => [pbf], inflateZlib, car));
    const places = snapPoints(
      network,
      ends.map(({ lonE7, latE7 }): LonLat => [lonE7 / 1e7, latE7 / 1e7]),
    );
    for (const direction of ['forward', 'backward'] as const) {
      const tree = new TravelTree(network);
      tree.grow(places, 0, { direction });
      const costs = ends.map((_, i) => tree.costTo(places, i));
      expect(costs.filter((cost) => cost === undefined)).toEqual([]);
    }
  });
});
