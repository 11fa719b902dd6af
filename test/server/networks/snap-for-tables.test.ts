import { describe, expect, it } from 'vitest';
import { NO_ROAD } from '../../../geodata/roads/snap.ts';
import { snapForTables } from '../../../server/networks/snap-for-tables.ts';
import { type EastNorth, openScene, type SceneWay } from '../../scenes/scene.ts';

const SIDE = 17;

/** Streets in a chequerboard of 17 x 17 crossings, 1,088 states, and a cut-off road 400 m to its west. */
async function townAndStub() {
  const nodes: Record<string, EastNorth> = { s: [-400, 0], t: [-400, 200] };
  const ways: SceneWay[] = [{ nodes: ['s', 't'] }];
  for (let x = 0; x < SIDE; x++) {
    for (let y = 0; y < SIDE; y++) nodes[`${x} ${y}`] = [x * 100, y * 100];
  }
  for (let line = 0; line < SIDE; line++) {
    const positions = Array.from({ length: SIDE }, (_, i) => i);
    ways.push({ nodes: positions.map((i) => `${line} ${i}`) }, { nodes: positions.map((i) => `${i} ${line}`) });
  }
  return openScene({ nodes, ways });
}

describe('snapForTables', () => {
  it('passes over a nearer road that is cut off, as long as a large component is within the limit', async () => {
    const { network, at } = await townAndStub();
    const point = at(-300, 100);
    expect(snapForTables(network, [point]).metres[0]).toBeCloseTo(300, 0);
    expect(snapForTables(network, [point], 350).metres[0]).toBeCloseTo(300, 0);
    expect(snapForTables(network, [point], 250).metres[0]).toBeCloseTo(100, 0);
    expect(snapForTables(network, [point], 50).road[0]).toBe(NO_ROAD);
  });

  it('places each point alone, whatever stands beside it', async () => {
    const { network, at } = await townAndStub();
    const points = [at(-300, 100), at(210, 130), at(-390, 50), at(-3000, 0)];
    const together = snapForTables(network, points, 350);
    points.forEach((point, i) => {
      const alone = snapForTables(network, [point], 350);
      for (const column of ['road', 'forwardDs', 'backwardDs', 'dm', 'lonE6', 'latE6', 'segment', 'metres'] as const) {
        expect(together[column][i]).toBe(alone[column][0]);
      }
    });
  });
});
