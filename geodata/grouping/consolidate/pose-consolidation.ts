import { NO_STATION } from '../../catchment/nearest-stations.ts';
import { UNREACHED } from '../../travel/route-cost.ts';
import { type CountingRule, isCounted } from '../counting-rule.ts';
import { DEFAULT_ROSTER, officersFor } from '../duty/roster.ts';
import { type FeasibilityMatrix, feasibilityMatrix, stationPairs } from '../feasibility.ts';
import type { GroupingDesk } from '../grouping-desk.ts';
import { shownWeights, type WeightBase, weigh } from '../weights.ts';
import type {
  ConsolidationGoal,
  ConsolidationPairs,
  ConsolidationProblem,
  ConsolidationRules,
  SettlementTimes,
} from './consolidation-problem.ts';

/** What is wanted of a county's consolidation, by station indexes. */
export interface ConsolidationWish {
  readonly rules: ConsolidationRules;
  readonly goal: ConsolidationGoal;
  readonly today?: Int32Array;
  /** Officers that hold one post round the clock; default `OFFICERS_PER_POST`. */
  readonly postOfficers?: number;
  readonly atMost?: ConsolidationProblem['atMost'];
  /** Calls a year and the cost of a central station, yuan, of each station where known; whole. */
  readonly calls?: readonly (number | undefined)[];
  readonly centreCostYuan?: readonly (number | undefined)[];
}

/** Officers that a post of one officer takes round the clock under the default roster: five. */
export const OFFICERS_PER_POST = officersFor({ day: 1, night: 1 }, DEFAULT_ROSTER);

/** A county's consolidation by station indexes, and what its figures leave out. */
export interface PosedConsolidation extends ConsolidationProblem {
  readonly settlements: readonly SettlementTimes[];
  /** What `people` are: where no figures of people are known throughout, households or settlements stand for them. */
  readonly weightBase: WeightBase;
  /** Settlements whose people are withheld 样本过小 and counted nowhere. */
  readonly withheldCount: number;
  /** Settlements that no route joins to their own station, whose people are in no time: indexes, ascending. */
  readonly unreached: readonly number[];
}

/**
 * Poses a county's consolidation: pairs by the exact counting rule, times by the fastest route, people rounded whole.
 * Every settlement counts for reach; only people that are shown of it count in sums, as in proposals of groups, since
 * the best plan under rules that differ a little would tell the rest.
 * @throws Error where the counting rule means nothing or is for another condition than the network
 */
export function poseConsolidation(
  desk: GroupingDesk,
  counting: CountingRule,
  wish: ConsolidationWish,
): PosedConsolidation {
  const { county, adjacency, rule } = desk;
  const { stations, settlements, ownStation } = county;
  const matrix = feasibilityMatrix(rule, county, counting);
  const weights = shownWeights(weigh(settlements), settlements);
  const people = weights.of.map(Math.round);
  const { feasible, weight } = stationPairs(matrix, settlements, ownStation, people, counting);
  const ownOf = ownStation.map(({ station }) => station);
  const counted = [...settlements.keys()].filter(
    (i) => isCounted(settlements[i]!, counting) && ownOf[i] !== NO_STATION && people[i]! > 0,
  );
  const reached = counted.filter((i) => timeOf(matrix, ownOf[i]!, i) !== Number.POSITIVE_INFINITY);
  const times = reached.map((i): SettlementTimes => {
    const dsFromCentre = Float64Array.from(stations, (_, centre) => timeOf(matrix, centre, i));
    return { station: ownOf[i]!, people: people[i]!, dsFromCentre };
  });
  const { today, postOfficers = OFFICERS_PER_POST, atMost } = wish;
  return {
    stations: stations.map(({ id, kind, officers, auxiliaries }, station) => ({
      id,
      kind,
      people: weight[station]!,
      ...known({ officers, auxiliaries, calls: wish.calls?.[station], centreCostYuan: wish.centreCostYuan?.[station] }),
    })),
    pairs: { stationCount: stations.length, feasible, peopleDs: peopleTimes(matrix, times) },
    adjacency,
    settlements: times,
    rules: wish.rules,
    goal: wish.goal,
    postOfficers,
    ...(today ? { today } : {}),
    ...(atMost ? { atMost } : {}),
    weightBase: weights.base,
    withheldCount: weights.withheldCount,
    unreached: counted.filter((i) => timeOf(matrix, ownOf[i]!, i) === Number.POSITIVE_INFINITY),
  };
}

function timeOf({ ds, settlementCount }: FeasibilityMatrix, centre: number, settlement: number): number {
  const time = ds[centre * settlementCount + settlement]!;
  return time === UNREACHED ? Number.POSITIVE_INFINITY : time;
}

/** Row-major, a row a centre. Infinity also where no route joins the stations themselves. */
function peopleTimes(matrix: FeasibilityMatrix, times: readonly SettlementTimes[]): ConsolidationPairs['peopleDs'] {
  const { stationCount, stationDs } = matrix;
  const sums = Float64Array.from(stationDs, (ds) => (ds === UNREACHED ? Number.POSITIVE_INFINITY : 0));
  for (const { station, people, dsFromCentre } of times) {
    dsFromCentre.forEach((ds, centre) => {
      const at = centre * stationCount + station;
      sums[at] = sums[at]! + people * ds;
    });
  }
  return sums;
}

/** The figures that are known. */
function known(figures: Readonly<Record<string, number | undefined>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, figure]) => (figure === undefined ? [] : [[name, figure] as const])),
  );
}
