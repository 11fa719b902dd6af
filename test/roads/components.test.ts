import { describe, expect, it } from 'vitest';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { NO_STATE } from '../../geodata/roads/states.ts';
import { mulberry32 } from '../oracles/random.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { openScene } from '../scenes/scene.ts';

/** Which states each state leads to, by turns or by facing about; itself included. */
function reachable(network: RoadNetwork): Set<number>[] {
  return Array.from({ length: network.stateCount }, (_, start) => {
    const seen = new Set([start]);
    for (const state of seen) {
      const turned = network.roadState[network.stateDirected[state]! ^ 1]!;
      const next = network.turnTarget.subarray(network.turnOffset[state], network.turnOffset[state + 1]);
      for (const other of [...next, turned]) if (other !== NO_STATE) seen.add(other);
    }
    return seen;
  });
}

describe('components', () => {
  it('hold the states that lead to one another and no other, largest first', async () => {
    for (let seed = 1; seed <= 80; seed++) {
      const { network } = await openScene(randomScene(mulberry32(seed)));
      const leadsTo = reachable(network);
      for (let a = 0; a < network.stateCount; a++) {
        for (let b = 0; b < network.stateCount; b++) {
          const together = leadsTo[a]!.has(b) && leadsTo[b]!.has(a);
          expect(network.stateComponent[a] === network.stateComponent[b], `seed ${seed}, ${a}, ${b}`).toBe(together);
        }
      }
      const sizes = Array.from(network.componentSize);
      const counted = sizes.map((_, component) => network.stateComponent.filter((of) => of === component).length);
      expect(sizes).toEqual(counted);
      expect(sizes).toEqual(sizes.slice().sort((x, y) => y - x));
    }
  });

  it('take the two directions of a road as one, although nobody may turn round at its end', async () => {
    const scene = await openScene(asciiScene('a-b-c', { tags: { bc: { oneway: 'yes' } } }));
    expect(scene.network.meta.report.components).toBe(2);
    expect(Array.from(scene.network.componentSize)).toEqual([2, 1]);
  });
});
