import { describe, expect, it } from 'vitest';
import type { Placements } from '../../geodata/roads/snap.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import type { Direction } from '../../geodata/travel/arrivals.ts';
import { type Route, routeTo } from '../../geodata/travel/route.ts';
import { TravelTree } from '../../geodata/travel/tree.ts';
import { mulberry32 } from '../oracles/random.ts';
import { asciiScene } from '../scenes/ascii-scene.ts';
import { fastestRoute } from '../scenes/drives.ts';
import { randomScene } from '../scenes/random-scene.ts';
import { openScene } from '../scenes/scene.ts';

function placeOf(placements: Placements, i: number): readonly number[] {
  return [placements.lonE6[i]! / 1e6, placements.latE6[i]! / 1e6];
}

function sums({ steps, turnDs }: Route) {
  return { ds: steps.reduce((sum, step) => sum + step.ds, turnDs), dm: steps.reduce((sum, step) => sum + step.dm, 0) };
}

const GROWN = (['forward', 'backward'] as const).flatMap((direction) => [
  { direction, metric: 'time' as const },
  { direction, metric: 'length' as const },
]);

function checkRoute(tree: TravelTree, places: Placements, i: number, direction: Direction, where: string): void {
  const route = routeTo(tree, places, 0, places, i, direction);
  const cost = tree.costTo(places, i);
  expect(route === undefined, where).toBe(cost === undefined);
  if (!route) return;
  expect({ ds: route.ds, dm: route.dm }, where).toEqual(cost);
  expect(sums(route), where).toEqual(cost);
  expect(route.turnDs, where).toBeGreaterThanOrEqual(0);
  expect(
    route.steps.every((step) => step.ds >= 0 && step.dm >= 0),
    where,
  ).toBe(true);
  const [from, to] = direction === 'forward' ? [0, i] : [i, 0];
  expect(route.line[0], where).toEqual(placeOf(places, from));
  expect(route.line[route.line.length - 1], where).toEqual(placeOf(places, to));
}

describe('a route', () => {
  it("adds up: steps and turns are its seconds, steps its metres, and both are the tree's", async () => {
    for (let seed = 1; seed <= 80; seed++) {
      const random = mulberry32(seed);
      const scene = await openScene(randomScene(random));
      const points = Array.from({ length: 6 }, () => scene.at(random() * 1600 - 350, random() * 1200 - 350));
      const places = snapPoints(scene.network, points);
      const tree = new TravelTree(scene.network);
      for (const options of GROWN) {
        tree.grow(places, 0, options);
        for (let i = 0; i < 6; i++) checkRoute(tree, places, i, options.direction, `seed ${seed}, point ${i}`);
      }
    }
  });

  it('has a step for each stretch of one class, name and number', async () => {
    const tags = {
      ab: { name: 'East Street', ref: 'X1' },
      bc: { name: 'East Street', ref: 'X1' },
      cd: { name: 'East Street', highway: 'tertiary' },
    };
    const scene = await openScene(asciiScene('a-b-c-d', { cellMetres: 500, tags }));
    const { steps, line, turnDs } = fastestRoute(scene, scene.at(100, 20), 'd');
    expect(steps).toEqual([
      { roadClass: 'primary', name: 'East Street', ref: 'X1', ds: expect.any(Number), dm: expect.any(Number) },
      { roadClass: 'tertiary', name: 'East Street', ref: '', ds: 900, dm: expect.any(Number) },
    ]);
    expect(steps.map(({ dm }) => Math.round(dm / 10))).toEqual([1900, 1000]);
    expect(line.length).toBe(4);
    expect(turnDs).toBe(0);
  });

  it('follows every bend of the road', async () => {
    const scene = await openScene({
      nodes: { a: [0, 0], b: [200, 100], c: [400, 0], d: [600, 100] },
      ways: [{ nodes: 'abcd' }],
    });
    expect(fastestRoute(scene, 'a', 'd').line).toEqual(['a', 'b', 'c', 'd'].map(scene.node));
    expect(fastestRoute(scene, 'd', 'a').line).toEqual(['d', 'c', 'b', 'a'].map(scene.node));
  });

  it('is named after the road it takes where two join the same two nodes', async () => {
    const scene = await openScene({
      nodes: { a: [0, 0], b: [1000, 0] },
      ways: [
        { nodes: 'ab', tags: { highway: 'track', motor_vehicle: 'yes', name: 'Field track' } },
        { nodes: 'ab', tags: { highway: 'primary', name: 'Main road' } },
      ],
    });
    const [step] = fastestRoute(scene, 'a', 'b').steps;
    expect(step).toMatchObject({ roadClass: 'primary', name: 'Main road', ds: 554 });
  });

  it('adds up where two nodes of a road stand on the same spot', async () => {
    const scene = await openScene({
      nodes: { a: [0, 0], b: [500, 0], c: [500, 0], d: [1000, 0], e: [500, 500], f: [500, -500] },
      ways: [{ nodes: 'ab' }, { nodes: 'bc' }, { nodes: 'cd' }, { nodes: 'be' }, { nodes: 'cf' }],
    });
    const route = fastestRoute(scene, 'a', 'd');
    expect(sums(route)).toEqual({ ds: route.ds, dm: route.dm });
  });
});
