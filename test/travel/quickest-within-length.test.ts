import { describe, expect, it } from 'vitest';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { type Placements, snapPoints } from '../../geodata/roads/snap.ts';
import { quickestWithinLength, type SourceTrees } from '../../geodata/travel/quickest-within-length.ts';
import { describe as describeRoute } from '../../geodata/travel/route.ts';
import { TravelTree } from '../../geodata/travel/tree.ts';
import type { LonLat } from '../../geodata/units.ts';
import { paretoRoutes } from '../oracles/label-enumeration.ts';
import { mulberry32 } from '../oracles/random.ts';
import { carWithoutTurnCosts } from '../scenes/profiles.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { openScene } from '../scenes/scene.ts';

async function randomPair(seed: number) {
  const random = mulberry32(seed);
  const { network, at } = await openScene(randomScene(random), seed % 2 ? carWithoutTurnCosts : undefined);
  const points = Array.from({ length: 4 }, (): LonLat => at(random() * 1600 - 350, random() * 1200 - 350));
  return { network, places: snapPoints(network, points) };
}

/** The trees of the first place, without a limit. */
function treesOf(network: RoadNetwork, places: Placements): SourceTrees {
  const trees = { fastest: new TravelTree(network), shortest: new TravelTree(network) };
  trees.fastest.grow(places, 0);
  trees.shortest.grow(places, 0, { metric: 'length' });
  return trees;
}

describe('the quickest route within a length', () => {
  it('is, for every length that matters, the one that listing all routes finds', async () => {
    let tradeOffs = 0;
    for (let seed = 1; seed <= 250; seed++) {
      const { network, places } = await randomPair(seed);
      const trees = treesOf(network, places);
      for (let t = 1; t < places.count; t++) {
        const front = paretoRoutes(network, places, 0, places, t);
        if (front.length > 1) tradeOffs++;
        for (const limitDm of front.flatMap(({ dm }) => [dm - 1, dm, dm + 1])) {
          const expected = front.find(({ dm }) => dm <= limitDm);
          const found = quickestWithinLength(trees, places, 0, places, t, limitDm);
          const cost = found && { ds: found.ds, dm: found.dm };
          expect(cost, `seed ${seed}, point ${t}, ${limitDm} dm`).toEqual(expected);
        }
      }
    }
    expect(tradeOffs).toBeGreaterThan(50);
  });

  it('comes with roads whose times, turns and lengths add up to it', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { network, places } = await randomPair(seed);
      for (let t = 1; t < places.count; t++) {
        const [quickest] = paretoRoutes(network, places, 0, places, t);
        if (!quickest) continue;
        const found = quickestWithinLength(treesOf(network, places), places, 0, places, t, quickest.dm);
        if (!found) throw new Error(`Seed ${seed}: no route of ${quickest.dm} dm.`);
        const route = describeRoute(
          network,
          found.directed,
          found,
          { placements: places, i: 0 },
          { placements: places, i: t },
        );
        expect(
          route.steps.reduce((sum, { dm }) => sum + dm, 0),
          `seed ${seed}, point ${t}`,
        ).toBe(found.dm);
        expect(route.turnDs).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('is not there where every route is longer', async () => {
    const { network, places } = await randomPair(1);
    expect(quickestWithinLength(treesOf(network, places), places, 0, places, 1, -1)).toBeUndefined();
  });
});
