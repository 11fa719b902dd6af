import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { LARGE_COMPONENT_STATES, NO_ROAD, type Placements, snapPoints } from '../../geodata/roads/snap.ts';
import type { LonLat, Metres } from '../../geodata/units.ts';

/**
 * Joins points to roads as a table server does: to the nearest road of a large component (1,000
 * states or more), and to the nearest road of all only where no large component comes within the
 * limit. Unlike OSRM, which looks at all coordinates of a request together, a point's placement
 * depends on the point alone.
 * @param limitMetres default: no limit
 */
export function snapForTables(network: RoadNetwork, points: readonly LonLat[], limitMetres?: Metres): Placements {
  const limit = limitMetres === undefined ? {} : { limitMetres };
  const placed = snapPoints(network, points, { ...limit, minComponentStates: LARGE_COMPONENT_STATES });
  const left = points.flatMap((_, i) => (placed.road[i] === NO_ROAD ? [i] : []));
  if (left.length === 0) return placed;
  const nearest = snapPoints(
    network,
    left.map((i) => points[i] as LonLat),
    limit,
  );
  left.forEach((i, from) => {
    copyPlacement(nearest, from, placed, i);
  });
  return placed;
}

const COLUMNS = ['road', 'forwardDs', 'backwardDs', 'dm', 'lonE6', 'latE6', 'segment', 'metres'] as const;

function copyPlacement(source: Placements, from: number, target: Placements, to: number): void {
  for (const column of COLUMNS) target[column][to] = source[column][from]!;
}
