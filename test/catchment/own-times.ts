import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { type SnapOptions, snapPoints } from '../../geodata/roads/snap.ts';
import { offRoadLeg } from '../../geodata/travel/off-road.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import { TravelTree } from '../../geodata/travel/tree.ts';
import type { LonLat, Metres, Seconds } from '../../geodata/units.ts';

/**
 * Seconds from an origin to each point as a settlement's time is reckoned: off-road leg, road, off-road leg. Infinity
 * where there is no route, or no road within `reachMetres`.
 */
export function ownTimes(
  network: RoadNetwork,
  origin: LonLat,
  points: readonly LonLat[],
  reachMetres: Metres,
  snap: SnapOptions = {},
): Seconds[] {
  const from = snapPoints(network, [origin], snap);
  const to = snapPoints(network, points, { ...snap, limitMetres: reachMetres });
  const tree = new TravelTree(network);
  tree.grow(from, 0);
  const ds = new Uint32Array(points.length);
  tree.costsTo(to, ds, new Uint32Array(points.length));
  const leg = offRoadLeg(network, from, 0).ds;
  return points.map((_, i) => (ds[i] === UNREACHED ? Infinity : (leg + ds[i]! + offRoadLeg(network, to, i).ds) / 10));
}
