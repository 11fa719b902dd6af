import type { RoadNetwork } from '../roads/network.ts';
import type { OffRoadLeg } from '../roads/profile.ts';

/** What a result was made of, so that it can be made again. */
export interface Provenance {
  /** SHA-256 of the road network, hex. */
  readonly networkHash: string;
  /** Speed profile, the condition included: `rural-plain+night`. */
  readonly profile: string;
  /** How points off the road were joined to it. */
  readonly offRoad: OffRoadLeg;
  /** The dataset's own name and version, where the caller has one. */
  readonly dataset?: string;
}

/** The provenance of results on a network. */
export function provenanceOf({ hash, meta }: RoadNetwork, dataset?: string): Provenance {
  return {
    networkHash: hash,
    profile: meta.profile,
    offRoad: meta.offRoad,
    ...(dataset === undefined ? {} : { dataset }),
  };
}
