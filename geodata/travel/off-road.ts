import type { RoadNetwork } from '../roads/network.ts';
import { NO_ROAD, type Placements } from '../roads/snap.ts';
import type { RouteCost } from './route-cost.ts';

/** A leg longer than this is flagged as a virtual connector 虚拟连接线 in every report (DOMAIN.md section 6). */
export const CONNECTOR_METRES = 300;

const ON_THE_ROAD: RouteCost = { ds: 0, dm: 0 };

/**
 * The estimated leg between a point and its place on the road: straight distance x the profile's
 * detour factor, at the profile's off-road speed. Counted in every result and shown as an estimate.
 * @returns zero for a point on the road or with no road at all
 */
export function offRoadLeg(network: RoadNetwork, placements: Placements, i: number): RouteCost {
  if (placements.road[i] === NO_ROAD) return ON_THE_ROAD;
  const { detourFactor, kmh } = network.meta.offRoad;
  const metres = placements.metres[i]! * detourFactor;
  return { ds: Math.round((metres / (kmh / 3.6)) * 10), dm: Math.round(metres * 10) };
}
