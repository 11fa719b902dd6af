import { isConnected, neighboursOf } from './adjacency.ts';
import type { ProposalProblem } from './proposal-problem.ts';

/** Whether a station may head a group: its own settlements pass from it, and it is rural unless urban centres are allowed. */
export function mayBeCentre({ stations, pairs, allowUrbanCentres }: ProposalProblem, station: number): boolean {
  if (stations[station]!.kind === 'urban' && !allowUrbanCentres) return false;
  return pairs.feasible[station * pairs.stationCount + station] === 1;
}

/** Whether a centre may take a station as a member, borders apart. */
export function mayTake({ stations, pairs }: ProposalProblem, centre: number, station: number): boolean {
  if (centre === station || stations[station]!.kind === 'urban') return false;
  return pairs.feasible[centre * pairs.stationCount + station] === 1;
}

/** Whether a station has a neighbour among the stations of a group. Without borders every two stations are neighbours. */
export function touches({ adjacency }: ProposalProblem, group: readonly number[], station: number): boolean {
  if (!adjacency) return true;
  return neighboursOf(adjacency, station).some((neighbour) => group.includes(neighbour));
}

/** Whether stations hang together. Without borders they do. */
export function hangTogether({ adjacency }: ProposalProblem, group: readonly number[]): boolean {
  return !adjacency || isConnected(adjacency, group);
}

/** Weighted mean driving time from a centre to a station's settlements. */
export function meanDs({ pairs }: ProposalProblem, centre: number, station: number): number {
  return pairs.meanDs[centre * pairs.stationCount + station]!;
}

/** Order of stations that are equally good: by id, in code units, so that the order of the list plays no part. */
export function precedes({ stations }: ProposalProblem, a: number, b: number): boolean {
  return stations[a]!.id < stations[b]!.id;
}
