import { adjacencyOf, type StationAdjacency } from '../../geodata/grouping/adjacency.ts';
import type { StationPairs } from '../../geodata/grouping/feasibility.ts';
import type { ProposalProblem } from '../../geodata/grouping/proposal-problem.ts';
import { station } from './county-arrays.ts';

/** Pairs from rows of mean minutes; undefined: the centre may not take the station, whose settlement (its index) blocks it. */
export function pairsOf(rows: readonly (readonly (number | undefined)[])[]): StationPairs {
  const cells = rows.flatMap((row) => row.map((minutes, station) => ({ minutes, station })));
  return {
    stationCount: rows.length,
    feasible: Uint8Array.from(cells, ({ minutes }) => (minutes === undefined ? 0 : 1)),
    meanDs: Float64Array.from(cells, ({ minutes }) => (minutes ?? 40) * 600),
    blockers: cells.map(({ minutes, station }) => (minutes === undefined ? [station] : [])),
    weight: new Float64Array(rows.length).fill(1),
  };
}

/** Stations p0, p1 ... with these pairs, all rural, without borders, unless said otherwise. */
export function problem(
  rows: readonly (readonly (number | undefined)[])[],
  rest: Partial<ProposalProblem> = {},
): ProposalProblem {
  return { stations: rows.map((_, i) => station(`p${i}`)), pairs: pairsOf(rows), ...rest };
}

/** The same stations in another order: position i holds the station that was at `order[i]`. */
function reordered(given: ProposalProblem, order: readonly number[]): ProposalProblem {
  const n = given.stations.length;
  const { adjacency, pairs } = given;
  const at = order.flatMap((centre) => order.map((station) => centre * n + station));
  return {
    ...given,
    stations: order.map((old) => given.stations[old]!),
    pairs: {
      stationCount: order.length,
      feasible: Uint8Array.from(at, (old) => pairs.feasible[old]!),
      meanDs: Float64Array.from(at, (old) => pairs.meanDs[old]!),
      blockers: at.map((old) => pairs.blockers[old]!),
      weight: Float64Array.from(order, (old) => pairs.weight[old]!),
    },
    ...(adjacency ? { adjacency: linksAmong(adjacency, order) } : {}),
  };
}

function linksAmong({ offset, neighbour }: StationAdjacency, order: readonly number[]): StationAdjacency {
  const links = order.flatMap((old, at) =>
    [...neighbour.subarray(offset[old], offset[old + 1])].flatMap((other) =>
      order.includes(other) ? [[at, order.indexOf(other)] as const] : [],
    ),
  );
  return adjacencyOf(links, order.length);
}

/** The same stations, listed from the last to the first. */
export function reversed(given: ProposalProblem): ProposalProblem {
  return reordered(given, [...given.stations.keys()].reverse());
}

/** The same county without one of its stations. */
export function without(given: ProposalProblem, station: number): ProposalProblem {
  return reordered(
    given,
    [...given.stations.keys()].filter((other) => other !== station),
  );
}
