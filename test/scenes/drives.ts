import { type Placements, type SnapOptions, snapPoints } from '../../geodata/roads/snap.ts';
import { type RouteCost, TravelTree, type TreeOptions } from '../../geodata/travel/tree.ts';
import type { LonLat } from '../../geodata/units.ts';
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
