import type { CooperationGroup } from '../grouping/cooperation-group.ts';
import { metresBetween } from './frame.ts';
import { EAST_EXIT, WEST_EXIT } from './seats.ts';
import type { DemoStation } from './stations.ts';

/**
 * A group that a planner might propose and that fails for one reason alone, under the default counting
 * rule and either of the profiles `rural-plain` and `car`: true of the default seed's county, likely of others.
 */
export interface DemoCandidateGroup extends CooperationGroup {
  /** `time`: some settlements take too long, none is too far. `distance`: some are too far by any road, none takes too long. */
  readonly failsOn: 'time' | 'distance';
}

/** Towns about this far apart are near enough by any road, and some of their hamlets too slow to reach. */
const SLOW_METRES = 9_500;

/**
 * The stations at the motorway's two exits, more than 30 km and some 20 minutes apart; and two stations with
 * village roads between them.
 * @param guardian index of the station that looks after the township without one, which no quick group has
 */
export function proposeCandidates(stations: readonly DemoStation[], guardian: number): DemoCandidateGroup[] {
  const towns = stations.filter(
    ({ kind }, index) => kind === 'rural' && index > Math.max(WEST_EXIT, EAST_EXIT) && index !== guardian,
  );
  const pairs = towns.flatMap((a, index) => towns.slice(index + 1).map((b) => [a, b] as const));
  const misfit = ([a, b]: readonly [DemoStation, DemoStation]): number =>
    Math.abs(metresBetween(a.place, b.place) - SLOW_METRES);
  const [slowCentre, slowMember] = pairs.reduce((best, pair) => (misfit(pair) < misfit(best) ? pair : best));
  const [westExit, eastExit] = [stations[WEST_EXIT], stations[EAST_EXIT]] as [DemoStation, DemoStation];
  return [
    { id: 'demo-time', centreId: slowCentre.id, memberIds: [slowMember.id], failsOn: 'time' },
    { id: 'demo-distance', centreId: westExit.id, memberIds: [eastExit.id], failsOn: 'distance' },
  ];
}
