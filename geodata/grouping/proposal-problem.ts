import type { Station } from '../catchment/places.ts';
import type { StationAdjacency } from './adjacency.ts';
import type { StationPairs } from './feasibility.ts';

/**
 * Which groups are wanted: few centres, every member within the rule from its centre, every group
 * hanging together. Members are rural stations.
 */
export interface ProposalProblem {
  readonly stations: readonly Station[];
  readonly pairs: StationPairs;
  /** Where given, every group must hang together through it. */
  readonly adjacency?: StationAdjacency;
  /** Whether an urban station may be a centre. Default: no. */
  readonly allowUrbanCentres?: boolean;
  /** Stations a group may have, the centre included; at least 2. Default: any number. */
  readonly maxGroupSize?: number;
}

/** A group by station indexes. */
export interface DraftGroup {
  readonly centre: number;
  /** Ascending, without the centre, never empty. */
  readonly members: readonly number[];
}

/** One way of finding groups. Same problem, same drafts. */
export interface GroupProposer {
  readonly name: string;
  /** `exact`: no plan has fewer groups and lone stations. `heuristic`: a sound plan, not proven best. */
  readonly kind: 'heuristic' | 'exact';
  readonly propose: (problem: ProposalProblem) => readonly DraftGroup[];
}
