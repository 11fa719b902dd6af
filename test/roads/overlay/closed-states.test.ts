import { expect, it } from 'vitest';
import type { RoadNetwork } from '../../../geodata/roads/network.ts';
import { overlayNetwork } from '../../../geodata/roads/overlay/overlay-network.ts';
import { type Placements, snapPoints } from '../../../geodata/roads/snap.ts';
import { NO_STATE } from '../../../geodata/roads/states.ts';
import { TravelTree } from '../../../geodata/travel/tree.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { randomScene } from '../../scenes/random-scene.ts';
import { openScene } from '../../scenes/scene.ts';

/** Compares the drive to a place before and after a closure. */
function compareDrives(
  before: TravelTree,
  after: TravelTree,
  places: Placements,
  to: number,
): 'kept' | 'detour' | 'none' {
  const isClosed = (directed: number) => after.network.roadState[directed] === NO_STATE;
  const [was, is] = [before.costTo(places, to), after.costTo(places, to)];
  expect(after.roadsTo(places, to)?.some(isClosed) ?? false).toBe(false);
  if (was && !before.roadsTo(places, to)!.some(isClosed)) {
    expect(is).toEqual(was);
    return 'kept';
  }
  if (!was || !is) {
    expect(is).toBeUndefined();
    return 'none';
  }
  expect(is.ds).toBeGreaterThanOrEqual(was.ds);
  return 'detour';
}

/** Whether a closure left a road as it was. */
function sameStates(base: RoadNetwork, network: RoadNetwork, road: number): boolean {
  return [road * 2, road * 2 + 1].every((directed) => base.roadState[directed] === network.roadState[directed]);
}

it('keeps every drive that does not use a closed road, shortens none, and drives along no closed direction', async () => {
  let kept = 0;
  let longer = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const random = mulberry32(seed);
    const { network: base, at } = await openScene(randomScene(random));
    const direction = (['both', 'forward', 'backward'] as const)[seed % 3]!;
    const network = overlayNetwork(base, { closures: [{ wayId: base.wayOsmId[base.pointWay[0]!]!, direction }] });
    const points = Array.from({ length: 12 }, () => at(random() * 1200, random() * 900));
    const places = snapPoints(base, points);
    const open = Array.from(places.road.keys()).filter((i) => sameStates(base, network, places.road[i]!));
    const [before, after] = [new TravelTree(base), new TravelTree(network)];
    for (const from of open) {
      before.grow(places, from);
      after.grow(places, from);
      for (const to of open) {
        const outcome = compareDrives(before, after, places, to);
        if (outcome === 'kept') kept++;
        else if (outcome === 'detour') longer++;
      }
    }
  }
  expect(kept).toBeGreaterThan(100);
  expect(longer).toBeGreaterThan(0);
});
