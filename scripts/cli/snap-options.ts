import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { NO_ROAD, type Placements, snapPoints } from '../../geodata/roads/snap.ts';
import type { LonLat } from '../../geodata/units.ts';
import { MICRODEGREES_PER_DEGREE } from '../../geodata/units.ts';
import { numberFrom } from './option-values.ts';
import type { OptionTable } from './options.ts';

/** How far from a road a point may lie. */
export const SNAP_OPTIONS = {
  'snap-limit': {
    value: 'METRES',
    parse: numberFrom(0),
    default: '10000',
    zh: '离道路超过此距离（米）的点视为没有道路',
    en: 'a point farther than this from any road (metres) counts as having none',
  },
} as const satisfies OptionTable;

/** Joins points to their nearest roads, whatever these lead to. @param joinableOnly not to motorways and ferries */
export function snapToNearest(
  network: RoadNetwork,
  points: readonly LonLat[],
  limitMetres: number,
  joinableOnly: boolean,
): Placements {
  return snapPoints(network, points, { limitMetres, joinableOnly });
}

/** Where on the road a point was joined, degrees; undefined where it has no road. */
export function snappedCoord(placements: Placements, i: number): LonLat | undefined {
  const { road, lonE6, latE6 } = placements;
  if (road[i] === NO_ROAD) return undefined;
  return [(lonE6[i] ?? 0) / MICRODEGREES_PER_DEGREE, (latE6[i] ?? 0) / MICRODEGREES_PER_DEGREE];
}

/** Straight distance between a point and its place on the road, to a decimetre; undefined where it has no road. */
export function snappedMetres(placements: Placements, i: number): number | undefined {
  const metres = placements.metres[i] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(metres) ? Math.round(metres * 10) / 10 : undefined;
}
