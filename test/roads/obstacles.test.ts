import { describe, expect, it } from 'vitest';
import type { Tags } from '../../geodata/osm/elements.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { drive, secondsOfTurns } from '../scenes/drives.ts';
import { openScene } from '../scenes/scene.ts';
import { turnAt } from '../scenes/turn-at.ts';

/** Seconds at the middle of a straight road, driven along the way and against it. */
async function bothWays(b: Tags): Promise<[number | undefined, number | undefined]> {
  const scene = await openScene(asciiScene('a-b-c', { cellMetres: 200, nodeTags: { b } }));
  return [secondsOfTurns(scene, 'a', 'c'), secondsOfTurns(scene, 'c', 'a')];
}

const SIGNALS = { highway: 'traffic_signals' };
const STOP = { highway: 'stop' };
const GIVE_WAY = { highway: 'give_way' };

describe('an obstacle on a road', () => {
  it.each<[string, Tags, number | undefined, number | undefined]>([
    ['a gate', { barrier: 'gate' }, 60, 60],
    ['a lift gate', { barrier: 'lift_gate' }, 60, 60],
    ['a bollard', { barrier: 'bollard' }, undefined, undefined],
    ['a place closed to cars', { access: 'no' }, undefined, undefined],
    ['a cattle grid', { barrier: 'cattle_grid' }, 0, 0],
    ['signals', SIGNALS, 2, 2],
    ['signals facing forward', { ...SIGNALS, 'traffic_signals:direction': 'forward' }, 2, 0],
    ['signals facing backward', { ...SIGNALS, 'traffic_signals:direction': 'backward' }, 0, 2],
    ['signals facing both ways', { ...SIGNALS, 'traffic_signals:direction': 'both' }, 2, 2],
    ['a stop sign', STOP, 2, 2],
    ['a stop sign facing backward', { ...STOP, direction: 'backward' }, 0, 2],
    ['a give-way sign', GIVE_WAY, 1, 1],
    ['a give-way sign facing forward', { ...GIVE_WAY, direction: 'forward' }, 1, 0],
  ])('%s costs a driver along the way, then against it: %#', async (_name, tags, along, against) => {
    expect(await bothWays(tags)).toEqual([along, against]);
  });

  it('faces the way it stands on, whichever way that is drawn', async () => {
    const nodeTags = { b: { ...SIGNALS, 'traffic_signals:direction': 'forward' } };
    const scene = await openScene(asciiScene('a-b-c', { nodeTags, tags: { ba: {}, cb: {} } }));
    expect(secondsOfTurns(scene, 'a', 'c')).toBe(0);
    expect(secondsOfTurns(scene, 'c', 'a')).toBe(2);
  });

  it('adds to the turn at a junction, and to turning round', async () => {
    const scene = await openScene(
      asciiScene('w-c-e\n  |\n  s', { cellMetres: 200, nodeTags: { c: SIGNALS, e: SIGNALS } }),
    );
    expect(turnAt(scene, 'wcs')).toBe(20 + 21);
    expect(turnAt(scene, 'ece')).toBeUndefined();
    expect(turnAt(scene, 'cec')).toBe(20 + 274);
  });

  it('lets a driver come up to a barrier from either side, and not through', async () => {
    const scene = await openScene(asciiScene('a-b-c', { cellMetres: 200, nodeTags: { b: { barrier: 'block' } } }));
    expect(drive(scene, 'a', scene.at(390, 0))?.dm).toBeCloseTo(3900, -1);
    expect(drive(scene, 'c', scene.at(410, 0))?.dm).toBeCloseTo(3900, -1);
    expect(scene.network.meta.report.closedNodes).toBe(1);
    expect(scene.network.meta.report.components).toBe(2);
  });
});

describe('a stop sign', () => {
  const nodeTags = { b: { highway: 'stop', stop: 'minor' } };

  it('that is minor costs only those who come from a slower road', async () => {
    const scene = await openScene(
      asciiScene('a-b-c\n  |\n  d', { cellMetres: 200, nodeTags, tags: { bd: { highway: 'residential' } } }),
    );
    expect(turnAt(scene, 'abc')).toBe(0);
    expect(turnAt(scene, 'abd')).toBe(21);
    expect(turnAt(scene, 'dbc')).toBe(20 + 21);
    expect(turnAt(scene, 'dba')).toBe(20 + 53);
  });

  /** The sign at b stands `metres` from the junction a, where three roads meet. */
  async function signNearJunction(metres: number, tags: Tags) {
    const scene = await openScene({
      nodes: { w: [-300, 0], a: [0, 0], e: [300, 0], b: [0, metres], c: [0, 300] },
      ways: [{ nodes: 'wae' }, { nodes: 'abc' }],
      nodeTags: { b: tags },
    });
    return [turnAt(scene, 'abc'), turnAt(scene, 'cba')];
  }

  it('without a direction faces the junction that is within 20 m of it', async () => {
    expect(await signNearJunction(15, { highway: 'stop' })).toEqual([0, 20]);
    expect(await signNearJunction(25, { highway: 'stop' })).toEqual([20, 20]);
  });

  it('with a direction costs in that direction, however near the junction', async () => {
    expect(await signNearJunction(15, { highway: 'stop', direction: 'forward' })).toEqual([20, 0]);
    expect(await signNearJunction(15, { highway: 'stop', direction: 'both' })).toEqual([20, 20]);
  });
});
