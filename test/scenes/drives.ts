import { type Placements, type SnapOptions, snapPoints } from '../../geodata/roads/snap.ts';
import { type Route, routeTo } from '../../geodata/travel/route.ts';
import type { RouteCost } from '../../geodata/travel/route-cost.ts';
import { TravelTree, type TreeOptions } from '../../geodata/travel/tree.ts';
import type { LonLat, Seconds } from '../../geodata/units.ts';
import type { OpenScene } from './scene.ts';

/** Points of a scene on its roads. A string is taken letter by letter as names of nodes. */
export function placed(scene: OpenScene, points: string | readonly LonLat[], options: SnapOptions = {}): Placements {
  const coords = typeof points === 'string' ? Array.from(points, (name) => scene.node(name)) : points;
  return snapPoints(scene.network, coords, options);
}

/**
 * The cheapest drive from one place to another: nodes by name, or degrees. Undefined where there is none. A node
 * stands at the end of several roads and is placed on one of them: to be sure which, give a place along a road.
 */
export function drive(
  scene: OpenScene,
  from: string | LonLat,
  to: string | LonLat,
  options: TreeOptions = {},
): RouteCost | undefined {
  const degrees = (place: string | LonLat): LonLat => (typeof place === 'string' ? scene.node(place) : place);
  const ends = placed(scene, [degrees(from), degrees(to)]);
  const tree = new TravelTree(scene.network);
  const backward = options.direction === 'backward';
  tree.grow(ends, backward ? 1 : 0, options);
  return tree.costTo(ends, backward ? 0 : 1);
}

/** The fastest route between two places. @throws Error where there is none */
export function fastestRoute(scene: OpenScene, from: string | LonLat, to: string | LonLat): Route {
  const degrees = (place: string | LonLat): LonLat => (typeof place === 'string' ? scene.node(place) : place);
  const ends = placed(scene, [degrees(from), degrees(to)]);
  const tree = new TravelTree(scene.network);
  tree.grow(ends, 0);
  const route = routeTo(tree, ends, 0, ends, 1);
  if (!route) throw new Error(`There is no route from ${from} to ${to}.`);
  return route;
}

/** Seconds lost at turns, signs and gates on the fastest route; undefined where there is no route. */
export function secondsOfTurns(scene: OpenScene, from: string | LonLat, to: string | LonLat): Seconds | undefined {
  return drive(scene, from, to) && fastestRoute(scene, from, to).turnDs / 10;
}
