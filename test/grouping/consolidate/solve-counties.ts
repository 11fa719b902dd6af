import { adjacencyOf } from '../../../geodata/grouping/adjacency.ts';
import {
  ALONE,
  CONSOLIDATION_OBJECTIVES,
  type ConsolidationGoal,
  type ConsolidationProblem,
} from '../../../geodata/grouping/consolidate/consolidation-problem.ts';
import { mulberry32 } from '../../oracles/random.ts';
import { randomCounty, rowOfStations } from './enumerated-counties.ts';

/** A random county of 3 to `most` stations with random rules, pairs without a route, goal, plan of today and limits. */
export function randomProblem(seed: number, most = 6): ConsolidationProblem {
  const county = randomCounty(seed, most);
  const random = mulberry32(seed + 7_000_000);
  const below = (count: number) => Math.floor(random() * count);
  const count = county.stations.length;
  const noRoute = county.pairs.peopleDs.map((_, at) => (at % (count + 1) !== 0 && random() < 0.1 ? 1 : 0));
  const shuffled = [...CONSOLIDATION_OBJECTIVES].sort(() => random() - 0.5).slice(0, 1 + below(3));
  const goal: ConsolidationGoal =
    random() < 0.3
      ? { kind: 'weighted', terms: shuffled.map((objective) => ({ objective, weight: 1 + below(50) })) }
      : { kind: 'lexicographic', objectives: shuffled };
  const limit = {
    'command-posts': 1 + below(count),
    'people-time': 500 + below(4000),
    'worst-share': 500 + below(5000),
    'officers-on-duty-posts': 5 * (1 + below(count)),
    change: 1 + below(count),
  } as const;
  const limited = CONSOLIDATION_OBJECTIVES.filter(() => random() < 0.08);
  return {
    ...county,
    pairs: { ...county.pairs, peopleDs: county.pairs.peopleDs.map((value, at) => (noRoute[at] ? Infinity : value)) },
    settlements: (county.settlements ?? []).map((settlement) => ({
      ...settlement,
      dsFromCentre: settlement.dsFromCentre.map((ds, centre) =>
        noRoute[centre * count + settlement.station] ? Infinity : ds,
      ),
    })),
    rules: { ...county.rules, mayStandAlone: random() < 0.5 },
    goal,
    atMost: limited.map((objective) => ({ objective, value: limit[objective] })),
    ...(random() < 0.5 ? { today: Int32Array.from(county.stations, (_, i) => (i < 2 ? 0 : ALONE)) } : {}),
  };
}

/** Borders between areas: a tree, or a ring with chords, where two ways lead to most. */
export type Borders = 'tree' | 'ring';

/** Stations with borders at random, times at random whatever the borders: the best groups seldom hang together by themselves. */
export function borderedCounty(seed: number, count: number, borders: Borders): ConsolidationProblem {
  const random = mulberry32(seed + 9_000_000);
  const below = (most: number) => Math.floor(random() * most);
  const row = rowOfStations(count, { reach: true, contiguity: true, maxGroupSize: 4, mayStandAlone: seed % 3 > 0 });
  const all = Array.from({ length: count }, (_, i) => i);
  return {
    ...row,
    pairs: {
      stationCount: count,
      feasible: Uint8Array.from({ length: count ** 2 }, (_, at) => (at % (count + 1) === 0 || below(10) > 0 ? 1 : 0)),
      peopleDs: Float64Array.from({ length: count ** 2 }, () => below(90_000)),
    },
    adjacency: adjacencyOf(
      borders === 'tree'
        ? all.slice(1).map((station) => [station, below(station)] as const)
        : [...all.map((i) => [i, (i + 1) % count] as const), [0, below(count)] as const, [1, below(count)] as const],
      count,
    ),
  };
}
