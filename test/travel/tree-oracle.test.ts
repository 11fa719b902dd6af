import { describe, expect, it } from 'vitest';
import { car } from '../../geodata/roads/profiles/car.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import { TravelTree } from '../../geodata/travel/tree.ts';
import type { LonLat } from '../../geodata/units.ts';
import { bellmanFord, costFromLabels } from '../oracles/bellman-ford.ts';
import { nodeDrive, nodePlace } from '../oracles/node-drive.ts';
import { NodeRoads } from '../oracles/node-roads.ts';
import { mulberry32 } from '../oracles/random.ts';
import { metreADecisecond } from '../scenes/profiles.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { type OpenScene, openScene, type Scene } from '../scenes/scene.ts';

const SCENES = 150;
const POINTS = 6;
const METRICS = ['time', 'length'] as const;
const GROWN = METRICS.flatMap((metric) => [[metric, 'forward'] as const, [metric, 'backward'] as const]);

interface Case {
  readonly seed: number;
  readonly scene: Scene;
  readonly opened: OpenScene;
  readonly points: readonly LonLat[];
}

async function randomCase(seed: number, profile = car): Promise<Case> {
  const random = mulberry32(seed);
  const scene = randomScene(random);
  const opened = await openScene(scene, profile);
  const points = Array.from({ length: POINTS }, () => opened.at(random() * 1700 - 350, random() * 1300 - 350));
  return { seed, scene, opened, points };
}

describe('a travel tree on random maps', () => {
  it('labels exactly the states within its limit, as Bellman-Ford does, for both metrics and directions', async () => {
    for (let seed = 1; seed <= SCENES; seed++) {
      const { opened, points } = await randomCase(seed, seed % 3 ? car : metreADecisecond);
      const places = snapPoints(opened.network, points);
      const tree = new TravelTree(opened.network);
      for (const [metric, direction] of GROWN) {
        const labels = bellmanFord(opened.network, places, 0, { metric, direction });
        const finite = labels.cost.filter((cost) => cost < Infinity).sort();
        // The middle label itself is the limit, so that "inclusive" is put to the test.
        const limit = finite[finite.length >> 1] ?? 0;
        tree.grow(places, 0, { metric, direction, limit });
        const expected = Array.from(labels.cost, (cost, s) => (cost <= limit ? [cost, labels.second[s]] : 'beyond'));
        const found = Array.from(tree.cost, (cost, s) => (cost === UNREACHED ? 'beyond' : [cost, tree.second[s]]));
        expect(found, `seed ${seed}, ${metric} ${direction}, limit ${limit}`).toEqual(expected);
      }
    }
  });

  it('gives each pair the cost that Bellman-Ford gives, inclusive of its limit and not beyond', async () => {
    for (let seed = 1; seed <= SCENES; seed++) {
      const { opened, points } = await randomCase(seed);
      const places = snapPoints(opened.network, points);
      const tree = new TravelTree(opened.network);
      for (const [metric, direction] of GROWN) {
        const labels = bellmanFord(opened.network, places, 0, { metric, direction });
        for (let i = 0; i < POINTS; i++) {
          const ends = { roots: places, root: 0, placements: places, i };
          const expected = costFromLabels(opened.network, labels, ends, { metric, direction });
          const least = (metric === 'time' ? expected?.ds : expected?.dm) ?? 0;
          const found = [UNREACHED - 1, least, least - 1].map((limit) => {
            tree.grow(places, 0, { metric, direction, limit });
            return tree.costTo(places, i);
          });
          const where = `seed ${seed}, ${metric} ${direction}, point ${i}: no limit, at its cost, just below`;
          expect(found, where).toEqual([expected, expected, undefined]);
        }
      }
    }
  });

  it('agrees with a drive from node to node that knows neither roads nor states nor copies', async () => {
    for (let seed = 1; seed <= 2 * SCENES; seed++) {
      const { scene, opened, points } = await randomCase(seed);
      const roads = new NodeRoads(scene, car);
      const places = snapPoints(opened.network, points);
      const tree = new TravelTree(opened.network);
      for (const metric of METRICS) {
        tree.grow(places, 0, { metric });
        for (let i = 1; i < POINTS; i++) {
          const [from, to] = [0, i].map((place) => nodePlace(scene, opened.network, places, place));
          const expected = from && to && nodeDrive(roads, from, to, metric);
          expect(tree.costTo(places, i), `seed ${seed}, ${metric}, point ${i}`).toEqual(expected);
        }
      }
    }
  });
});
