import type { SpeedProfile } from '../profile.ts';
import type { RoadClass } from '../road-class.ts';

/** What {@link withoutMotorways} adds to a profile's id. */
export const NO_MOTORWAYS_SUFFIX = '+no-motorways';

const MOTORWAYS: ReadonlySet<RoadClass> = new Set<RoadClass>(['motorway', 'motorway_link']);

/**
 * The same profile with motorways and their slip roads closed: 允许高速 switched off. A toll station
 * may be nearer than the next junction a village can use, so planners want both answers. Its id ends
 * in `+no-motorways`.
 */
export function withoutMotorways(profile: SpeedProfile): SpeedProfile {
  return {
    ...profile,
    id: profile.id + NO_MOTORWAYS_SUFFIX,
    way: (tags) => {
      const way = profile.way(tags);
      return way && MOTORWAYS.has(way.roadClass) ? undefined : way;
    },
  };
}
