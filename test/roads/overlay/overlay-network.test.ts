import { describe, expect, it } from 'vitest';
import { verifyNetwork } from '../../../geodata/roads/network.ts';
import { overlayNetwork } from '../../../geodata/roads/overlay/overlay-network.ts';
import { roadsNear } from '../../../geodata/roads/overlay/roads-near.ts';
import { asciiScene } from '../../scenes/ascii-scene.ts';
import { drive } from '../../scenes/drives.ts';
import { carWithoutTurnCosts } from '../../scenes/profiles.ts';
import { openScene, wayName } from '../../scenes/scene.ts';

const LADDER = asciiScene(`
  a---b---c---g
  |   |   |   |
  d---e---f---h
`);

/** The ladder without some of its ways: what closing them must come to, where turns cost nothing. */
const without = (...names: string[]) =>
  openScene({ ...LADDER, ways: LADDER.ways.filter((way) => !names.includes(wayName(way))) }, carWithoutTurnCosts);

/** Ways that are one road from junction to junction, and so closed together. */
const ROADS = [['ab', 'ad', 'de'], ['cg', 'gh', 'fh'], ['bc'], ['be'], ['ef'], ['cf']];

const idOf = (name: string) => LADDER.ways.findIndex((way) => wayName(way) === name) + 1;

describe('a network with closures', () => {
  it('gives, where turns cost nothing, the lengths and to 2 ds the times of a network built without the closed road', async () => {
    const base = await openScene(LADDER, carWithoutTurnCosts);
    let changed = 0;
    for (const closed of ROADS) {
      const rebuilt = await without(...closed);
      const network = overlayNetwork(base.network, { closures: [{ wayId: idOf(closed[0]!) }] });
      const open = LADDER.ways.map(wayName).filter((name) => !closed.includes(name));
      const middles = open.map((name) => {
        const [[lonA, latA], [lonB, latB]] = [base.node(name[0]!), base.node(name[1]!)];
        return [(lonA + lonB) / 2, (latA + latB) / 2] as const;
      });
      for (const from of middles) {
        for (const to of middles) {
          const time = drive({ ...base, network }, from, to);
          expect(time?.dm, `${closed}`).toBe(drive(rebuilt, from, to)?.dm);
          // The half piece at either end is cut to a whole decisecond, by the direction in which it was built.
          expect(Math.abs((time?.ds ?? 0) - (drive(rebuilt, from, to)?.ds ?? 0)), `${closed}`).toBeLessThanOrEqual(2);
          if (time?.dm !== drive(base, from, to)?.dm) changed++;
        }
      }
    }
    expect(changed).toBeGreaterThan(0);
  });

  it('is the base itself without changes, leaves the base alone, and bears a name of its own in any order', async () => {
    const { network } = await openScene(LADDER);
    const before = new Uint8Array(network.buffer).slice();
    const closures = [{ wayId: 1 }, { wayId: 2 }];
    const one = overlayNetwork(network, { closures });
    expect(overlayNetwork(network, {})).toBe(network);
    expect(one.hash).not.toBe(network.hash);
    expect(overlayNetwork(network, { closures: closures.slice().reverse() }).hash).toBe(one.hash);
    expect(new Uint8Array(network.buffer)).toEqual(before);
    verifyNetwork(network);
  });

  it('takes no point on a closed road, and counts what it cuts off as a component of its own', async () => {
    const line = await openScene(asciiScene('a---b---c---d'), carWithoutTurnCosts);
    const near = line.at(200, 10);
    expect(roadsNear(line.network, near, 50)).toMatchObject([{ wayId: 1, roadClass: 'primary' }]);
    const ladder = await openScene(LADDER);
    const network = overlayNetwork(ladder.network, { closures: [{ wayId: idOf('bc') }, { wayId: idOf('ef') }] });
    expect(network.componentSize[0]).toBeLessThan(ladder.network.componentSize[0]!);
    expect(drive({ ...ladder, network }, ladder.at(0, 50), ladder.at(1200, 50))).toBeUndefined();
    expect(roadsNear(network, ladder.at(600, 0), 20)).toEqual([]);
  });

  it('refuses a way that is not there and a place without a road', async () => {
    const { network, at } = await openScene(LADDER);
    expect(() => overlayNetwork(network, { closures: [{ wayId: 99 }] })).toThrow('No road is called 99');
    expect(() => overlayNetwork(network, { closures: [{ near: at(5000, 5000) }] })).toThrow('No road is called');
    expect(() => overlayNetwork(network, { closures: [{}] })).toThrow('names neither a way nor a place');
  });
});
