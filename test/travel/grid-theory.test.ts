import { beforeAll, describe, expect, it } from 'vitest';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import { TravelTree } from '../../geodata/travel/tree.ts';
import { drive } from '../scenes/drives.ts';
import { metreADecisecond } from '../scenes/profiles.ts';
import { type OpenScene, openScene, type Scene, type SceneWay } from '../scenes/scene.ts';

const SIDE = 9;
const STREET_METRES = 100;

/** `SIDE` x `SIDE` crossings, named x,y, joined by equal two-way streets. */
function grid(): Scene {
  const nodes: Record<string, readonly [number, number]> = {};
  const ways: SceneWay[] = [];
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      nodes[`${x},${y}`] = [x * STREET_METRES, y * STREET_METRES];
      if (x > 0) ways.push({ nodes: [`${x - 1},${y}`, `${x},${y}`] });
      if (y > 0) ways.push({ nodes: [`${x},${y - 1}`, `${x},${y}`] });
    }
  }
  return { nodes, ways };
}

/** A street crosses 100 m in 100 ds, whatever the rounding of its nodes. */
describe('a grid of equal streets without turn costs', () => {
  let scene: OpenScene;
  beforeAll(async () => {
    scene = await openScene(grid(), metreADecisecond);
  });

  it('is driven in the time that the streets and avenues between two crossings add up to', () => {
    const names = Object.keys(grid().nodes);
    const places = snapPoints(scene.network, names.map(scene.node));
    const tree = new TravelTree(scene.network);
    names.forEach((from, source) => {
      tree.grow(places, source);
      const ds = new Uint32Array(names.length);
      tree.costsTo(places, ds, new Uint32Array(names.length));
      const [x, y] = from.split(',').map(Number) as [number, number];
      names.forEach((to, target) => {
        const [toX, toY] = to.split(',').map(Number) as [number, number];
        expect(ds[target], `${from} to ${to}`).toBe((Math.abs(x - toX) + Math.abs(y - toY)) * 100);
      });
    });
  });

  it('is within reach as a diamond: 2 r (r + 1) + 1 crossings within r streets of the middle', () => {
    const names = Object.keys(grid().nodes);
    const places = snapPoints(scene.network, names.map(scene.node));
    const tree = new TravelTree(scene.network);
    const middle = names.indexOf('4,4');
    for (let r = 0; r <= 4; r++) {
      tree.grow(places, middle, { limit: r * 100 });
      const ds = new Uint32Array(names.length);
      tree.costsTo(places, ds, new Uint32Array(names.length));
      expect(ds.filter((value) => value !== UNREACHED).length).toBe(2 * r * (r + 1) + 1);
    }
  });

  it('is as long as it takes: one metre a decisecond, to 0.1 m a street', () => {
    const cost = drive(scene, scene.at(0, 30), scene.at(800, 730));
    // Each end within a street may lose a decisecond to truncation.
    expect(Math.abs((cost?.ds ?? 0) - 1500)).toBeLessThanOrEqual(2);
    expect(Math.abs((cost?.dm ?? 0) - 15_000)).toBeLessThanOrEqual(16);
  });

  it('is left at the nearer end of the street', () => {
    // From 30 m up the first avenue to 40 m up the second: back down and along, not up and over.
    expect(Math.abs((drive(scene, scene.at(0, 30), scene.at(100, 40))?.ds ?? 0) - 170)).toBeLessThanOrEqual(2);
    expect(Math.abs((drive(scene, scene.at(0, 80), scene.at(100, 70))?.ds ?? 0) - 150)).toBeLessThanOrEqual(2);
  });
});
