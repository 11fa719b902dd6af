import { describe, expect, it } from 'vitest';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { openScene } from '../scenes/scene.ts';
import { turnAt } from '../scenes/turn-at.ts';

const T_JUNCTION = `
  a-b-c
    |
    d`;

const OUTWARDS = { bc: { oneway: 'yes' }, bd: { oneway: 'yes' } };

describe('turning round', () => {
  it('is possible at a dead end, for 27.4 s', async () => {
    const scene = await openScene(asciiScene('a-b'));
    expect(turnAt(scene, 'aba')).toBe(274);
    expect(turnAt(scene, 'bab')).toBe(274);
  });

  it('is not possible at the end of a one-way street', async () => {
    const scene = await openScene(asciiScene('a-b', { tags: { ab: { oneway: 'yes' } } }));
    expect(turnAt(scene, 'aba')).toBeUndefined();
  });

  it('is not possible at an ordinary junction, nor where signals hang over a plain road', async () => {
    const junction = await openScene(asciiScene(T_JUNCTION));
    expect(['aba', 'cbc', 'dbd'].map((run) => turnAt(junction, run))).toEqual([undefined, undefined, undefined]);
    const signals = await openScene(asciiScene('a-b-c', { nodeTags: { b: { highway: 'traffic_signals' } } }));
    expect(['aba', 'cbc'].map((run) => turnAt(signals, run))).toEqual([undefined, undefined]);
  });

  it.each(['turning_circle', 'turning_loop', 'mini_roundabout'])('is possible at a %s', async (highway) => {
    const scene = await openScene(asciiScene(T_JUNCTION, { nodeTags: { b: { highway } } }));
    expect(['aba', 'cbc', 'dbd'].map((run) => turnAt(scene, run))).toEqual([274, 274, 274]);
  });

  it('is possible on both sides of a barrier', async () => {
    const scene = await openScene(asciiScene('a-b-c', { nodeTags: { b: { barrier: 'bollard' } } }));
    expect(['aba', 'cbc'].map((run) => turnAt(scene, run))).toEqual([274, 274]);
  });

  it('is possible where every other road leads only in: there is one exit', async () => {
    const inwards = { cb: { oneway: 'yes' }, db: { oneway: 'yes' } };
    const scene = await openScene(asciiScene(T_JUNCTION, { tags: inwards }));
    expect(turnAt(scene, 'aba')).toBe(274);
  });

  it('is possible where restrictions leave no other exit', async () => {
    const restrictions = [
      { kind: 'no_straight_on', from: 'ab', via: 'b', to: 'bc' },
      { kind: 'no_right_turn', from: 'ab', via: 'b', to: 'bd' },
    ];
    const scene = await openScene(asciiScene(T_JUNCTION, { restrictions }));
    expect(turnAt(scene, 'aba')).toBe(274);
    expect(turnAt(scene, 'cbc')).toBeUndefined();
  });

  it('is possible where every other road leads only out: one road comes in', async () => {
    const scene = await openScene(asciiScene(T_JUNCTION, { tags: OUTWARDS }));
    expect(turnAt(scene, 'aba')).toBe(274);
  });

  it('is not possible where one other road leads in and another leads out', async () => {
    const through = { cb: { oneway: 'yes' }, bd: { oneway: 'yes' } };
    const scene = await openScene(asciiScene(T_JUNCTION, { tags: through }));
    expect(turnAt(scene, 'aba')).toBeUndefined();
  });

  it('is not possible where no_u_turn forbids it', async () => {
    const restrictions = [{ kind: 'no_u_turn', from: 'ab', via: 'b', to: 'ab' }];
    const scene = await openScene(asciiScene(T_JUNCTION, { tags: OUTWARDS, restrictions }));
    expect(turnAt(scene, 'aba')).toBeUndefined();
  });

  it('from one carriageway of a street into the other costs as much as on the spot', async () => {
    const street = (nodes: string) => ({ nodes, tags: { highway: 'primary', name: 'Ring', oneway: 'yes' } });
    const scene = await openScene({
      nodes: { a: [0, 0], o: [500, 40], i: [500, -40], c: [-500, 0] },
      ways: [street('ao'), street('ia'), { nodes: 'ca', tags: { highway: 'primary', name: 'Ring' } }],
    });
    expect(turnAt(scene, 'iao')).toBe(274);
    expect(turnAt(scene, 'iac')).toBeLessThan(5);
  });

  it('is no u-turn between two streets of different names, however sharp', async () => {
    const street = (nodes: string, name: string) => ({ nodes, tags: { highway: 'primary', name, oneway: 'yes' } });
    const scene = await openScene({
      nodes: { a: [0, 0], o: [500, 40], i: [500, -40], c: [-500, 0] },
      ways: [street('ao', 'North'), street('ia', 'South'), { nodes: 'ca' }],
    });
    expect(turnAt(scene, 'iao')).toBe(74);
  });
});
