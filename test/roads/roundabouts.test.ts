import { describe, expect, it } from 'vitest';
import { drive } from '../scenes/drives.ts';
import { openScene, type Scene } from '../scenes/scene.ts';
import { turnAt } from '../scenes/turn-at.ts';

/** Traffic keeps right: round the island against the clock, s, e, n, w. Roads a, b, c, d lead away from them. */
const ROUNDABOUT: Scene = {
  nodes: {
    s: [0, -20],
    e: [20, 0],
    n: [0, 20],
    w: [-20, 0],
    a: [0, -300],
    b: [300, 0],
    c: [0, 300],
    d: [-300, 0],
  },
  ways: [
    { nodes: 'senws', tags: { highway: 'primary', junction: 'roundabout' } },
    { nodes: 'as' },
    { nodes: 'be' },
    { nodes: 'cn' },
    { nodes: 'dw' },
  ],
};

describe('a roundabout', () => {
  it('is driven one way round', async () => {
    const scene = await openScene(ROUNDABOUT);
    const quarter = 283;
    const lengths = ['b', 'c', 'd'].map((to) => (drive(scene, 'a', to)?.dm ?? 0) - 5600);
    for (const [i, dm] of lengths.entries()) expect(Math.abs(dm - (i + 1) * quarter)).toBeLessThan(4);
    expect(turnAt(scene, 'asw')).toBeUndefined();
  });

  it('turns a driver round who goes all the way', async () => {
    const scene = await openScene(ROUNDABOUT);
    expect(turnAt(scene, 'asa')).toBeUndefined();
    const [out, back] = [scene.at(0, -100), scene.at(0, -200)];
    const tags = { highway: 'primary', oneway: 'yes' };
    const split = await openScene({
      ...ROUNDABOUT,
      nodes: { ...ROUNDABOUT.nodes, p: [-60, -300] },
      ways: [...ROUNDABOUT.ways.slice(0, 1), { nodes: 'as', tags }, { nodes: 'sp', tags }, ...ROUNDABOUT.ways.slice(2)],
    });
    // In by as, all the way round and out by sp; there is no cutting across at s.
    expect(turnAt(split, 'asp')).toBeUndefined();
    expect((drive(split, out, 'p')?.dm ?? 0) > 1131).toBe(true);
    expect(drive(scene, out, back)?.dm).toBeCloseTo(1000, -1);
  });

  it('cannot be cut against its flow where an exit lies behind the entry', async () => {
    // Entry i and exit o both at s: the exit before the entry, seen against the clock, means going back.
    const tags = { highway: 'primary', oneway: 'yes' };
    const nodes = { ...ROUNDABOUT.nodes, i: [60, -300], o: [-60, -300] } as const;
    const ring = ROUNDABOUT.ways.slice(0, 1);
    const behind = await openScene({ nodes, ways: [...ring, { nodes: 'is', tags }, { nodes: 'so', tags }] });
    expect(turnAt(behind, 'iso')).toBeUndefined();
    expect(turnAt(behind, 'ise')).toBeDefined();
    const ahead = await openScene({ nodes, ways: [...ring, { nodes: 'os', tags }, { nodes: 'si', tags }] });
    expect(turnAt(ahead, 'osi')).toBeDefined();
  });

  it('lets a roundabout without oneway=no be driven forward only, and one with it both ways', async () => {
    const [ring, ...roads] = ROUNDABOUT.ways;
    const both = await openScene({
      ...ROUNDABOUT,
      ways: [{ ...ring!, tags: { ...ring!.tags, oneway: 'no' } }, ...roads],
    });
    expect(turnAt(both, 'asw')).toBeDefined();
  });
});
