import { type AloneStation, aloneStations } from './alone-reasons.ts';
import { type CooperationGroup, requireSoundGroups } from './cooperation-group.ts';
import { greedyProposer } from './greedy-proposer.ts';
import type { GroupProposer, ProposalProblem } from './proposal-problem.ts';

export interface Proposal {
  readonly proposer: Pick<GroupProposer, 'name' | 'kind'>;
  readonly groups: readonly CooperationGroup[];
  /** Stations that joined no group, and what stood in the way, in the stations' order. */
  readonly alone: readonly AloneStation[];
}

/**
 * Proposes groups and says why the remaining stations stand alone. A group is named after its centre's id.
 * @throws Error where the sizes do not agree or a group of `maxGroupSize` would have no member
 * @throws GeodataError `input-invalid` where a proposer breaks a rule of plans
 */
export function proposeGroups(problem: ProposalProblem, proposer: GroupProposer = greedyProposer): Proposal {
  const { stations, pairs, adjacency, maxGroupSize = Infinity } = problem;
  if (pairs.stationCount !== stations.length || (adjacency && adjacency.stationCount !== stations.length)) {
    throw new Error(
      `${stations.length} stations, pairs of ${pairs.stationCount}, borders of ${adjacency?.stationCount}.`,
    );
  }
  if (!(maxGroupSize >= 2)) throw new Error(`A group of at most ${maxGroupSize} stations has no member.`);
  const drafts = proposer.propose(problem);
  const groups = drafts.map(({ centre, members }) => ({
    id: stations[centre]!.id,
    centreId: stations[centre]!.id,
    memberIds: members.map((member) => stations[member]!.id),
  }));
  requireSoundGroups(groups, stations);
  const { name, kind } = proposer;
  return { proposer: { name, kind }, groups, alone: aloneStations(problem, drafts) };
}
