import { mayBeCentre, meanDs, precedes, touches } from './draft-rules.ts';
import type { DraftGroup, ProposalProblem } from './proposal-problem.ts';

/**
 * Why a centre did not take a station:
 * - `settlements-fail`: settlements of the station fail from it. - `centre-urban`: it is an urban station, and
 *   those may not be centres. - `centre-own-area-fails`: settlements of its own fail from it.
 * - `in-another-group`: it is a member itself. - `group-full`. - `not-adjacent`: the areas do not touch.
 */
export type ObstacleKind =
  | 'settlements-fail'
  | 'centre-urban'
  | 'centre-own-area-fails'
  | 'in-another-group'
  | 'group-full'
  | 'not-adjacent';

export interface Obstacle {
  readonly kind: ObstacleKind;
  /** Index of the station that would have been the centre. */
  readonly centre: number;
  /** Settlements in the way, by index: the station's, or for `centre-own-area-fails` the centre's. */
  readonly settlements: readonly number[];
}

/** A station that joined no group. */
export interface AloneStation {
  readonly station: number;
  /** An urban station joins no group as a member. */
  readonly urban: boolean;
  /** Own settlements that it does not itself serve within the rule: the plan's hardest places. */
  readonly ownFailing: readonly number[];
  /** One for every other station, the least blocked and quickest first; none for an urban station. */
  readonly obstacles: readonly Obstacle[];
}

/** The stations that a plan leaves alone, with what kept each from joining every other, in the stations' order. */
export function aloneStations(problem: ProposalProblem, drafts: readonly DraftGroup[]): AloneStation[] {
  const { stations, pairs } = problem;
  const grouped = new Set(drafts.flatMap(({ centre, members }) => [centre, ...members]));
  return [...stations.keys()]
    .filter((station) => !grouped.has(station))
    .map((station) => {
      const urban = stations[station]!.kind === 'urban';
      const obstacles = urban ? [] : obstaclesOf(problem, drafts, station);
      return { station, urban, ownFailing: pairs.blockers[station * pairs.stationCount + station] ?? [], obstacles };
    });
}

function obstaclesOf(problem: ProposalProblem, drafts: readonly DraftGroup[], station: number): Obstacle[] {
  const { pairs } = problem;
  const centres = [...problem.stations.keys()].filter((centre) => centre !== station);
  const blocked = (centre: number): number => pairs.blockers[centre * pairs.stationCount + station]?.length ?? 0;
  centres.sort((a, b) => {
    const byTime = meanDs(problem, a, station) - meanDs(problem, b, station);
    return blocked(a) - blocked(b) || (Number.isNaN(byTime) ? 0 : byTime) || (precedes(problem, a, b) ? -1 : 1);
  });
  return centres.map((centre) => obstacle(problem, drafts, station, centre));
}

function obstacle(problem: ProposalProblem, drafts: readonly DraftGroup[], station: number, centre: number): Obstacle {
  const { stations, pairs, maxGroupSize = Infinity } = problem;
  const at = centre * pairs.stationCount;
  if (!pairs.feasible[at + station]) {
    return { kind: 'settlements-fail', centre, settlements: pairs.blockers[at + station] ?? [] };
  }
  if (!mayBeCentre(problem, centre)) {
    const urban = stations[centre]!.kind === 'urban' && !problem.allowUrbanCentres;
    if (urban) return { kind: 'centre-urban', centre, settlements: [] };
    return { kind: 'centre-own-area-fails', centre, settlements: pairs.blockers[at + centre] ?? [] };
  }
  if (drafts.some(({ members }) => members.includes(centre)))
    return { kind: 'in-another-group', centre, settlements: [] };
  const group = [centre, ...(drafts.find((draft) => draft.centre === centre)?.members ?? [])];
  const isFull = group.length >= maxGroupSize && touches(problem, group, station);
  return { kind: isFull ? 'group-full' : 'not-adjacent', centre, settlements: [] };
}
