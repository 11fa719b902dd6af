import { STATUS_FAIL, STATUS_PASS, statusCode, straightMetres } from '../catchment/catchments.ts';
import type { OwnStation } from '../catchment/own-station.ts';
import type { Settlement } from '../catchment/places.ts';
import { UNREACHED } from '../travel/route-cost.ts';
import type { TwoLimitRule } from '../travel/two-limit-rule.ts';
import { type CountingRule, checkCounting, isCounted } from './counting-rule.ts';
import type { PlacedCounty } from './responses.ts';

/** Every station as a centre against every settlement and every station, decided exactly. Row-major, a row a centre. */
export interface FeasibilityMatrix {
  readonly stationCount: number;
  readonly settlementCount: number;
  /** `STATUS_PASS`, `STATUS_MARGINAL` or `STATUS_FAIL`: centre x settlement. */
  readonly status: Uint8Array;
  /** Deciseconds of the fastest route, off-road legs included, or `UNREACHED`: centre x settlement. */
  readonly ds: Uint32Array;
  /** The same, centre x station; a station reaches itself at once. */
  readonly stationStatus: Uint8Array;
  readonly stationDs: Uint32Array;
}

/** Which centre may take which station, and how well: what a proposer of groups looks at. Row-major, a row a centre. */
export interface StationPairs {
  readonly stationCount: number;
  /** 1 where the centre may take the station: centre x station. */
  readonly feasible: Uint8Array;
  /** Weighted mean driving time to the station's counted settlements; Infinity where one of them has no route. */
  readonly meanDs: Float64Array;
  /** Indexes of the station's counted settlements that fail from the centre, ascending. */
  readonly blockers: readonly (readonly number[])[];
  /** Weight of each station's counted settlements. */
  readonly weight: Float64Array;
}

/**
 * Decides the rule from every station to every settlement and every station: one tree a station.
 * @throws Error where the counting rule means nothing or is for another condition than the network
 */
export function feasibilityMatrix(
  rule: TwoLimitRule,
  county: Omit<PlacedCounty, 'ownStation'>,
  counting: CountingRule,
): FeasibilityMatrix {
  checkCounting(counting, rule.network.meta.profile);
  const { stations, settlements, stationPlacements, settlementPlacements } = county;
  const matrix: FeasibilityMatrix = {
    stationCount: stations.length,
    settlementCount: settlements.length,
    status: new Uint8Array(stations.length * settlements.length),
    ds: new Uint32Array(stations.length * settlements.length).fill(UNREACHED),
    stationStatus: new Uint8Array(stations.length ** 2),
    stationDs: new Uint32Array(stations.length ** 2).fill(UNREACHED),
  };
  stations.forEach(({ coord }, centre) => {
    rule.from(stationPlacements, centre);
    settlements.forEach((settlement, i) => {
      const verdict = rule.decide(settlementPlacements, i, straightMetres(coord, settlement.coord), counting);
      const at = centre * settlements.length + i;
      matrix.status[at] = statusCode(verdict);
      matrix.ds[at] = verdict.fastest?.ds ?? UNREACHED;
    });
    stations.forEach((station, i) => {
      const verdict = rule.decide(stationPlacements, i, straightMetres(coord, station.coord), counting);
      const at = centre * stations.length + i;
      matrix.stationStatus[at] = i === centre ? STATUS_PASS : statusCode(verdict);
      matrix.stationDs[at] = i === centre ? 0 : (verdict.fastest?.ds ?? UNREACHED);
    });
  });
  return matrix;
}

/**
 * What the counting rule makes of the matrix, station by station. A centre may take a station where every
 * counted settlement of it passes; in scope `share`, where the passing ones have the share of the
 * station's weight, so that every group made of such stations has it too; in scope `station`, where the
 * station itself passes. A station without a counted settlement is judged by itself.
 */
export function stationPairs(
  matrix: FeasibilityMatrix,
  settlements: readonly Settlement[],
  ownStation: readonly OwnStation[],
  weights: ArrayLike<number>,
  counting: CountingRule,
): StationPairs {
  const { stationCount } = matrix;
  const counted: number[][] = Array.from({ length: stationCount }, () => []);
  settlements.forEach((settlement, index) => {
    if (isCounted(settlement, counting)) counted[ownStation[index]!.station]?.push(index);
  });
  const weight = Float64Array.from(counted, (own) => own.reduce((sum, settlement) => sum + weights[settlement]!, 0));
  const feasible = new Uint8Array(stationCount ** 2);
  const meanDs = new Float64Array(stationCount ** 2);
  const blockers: number[][] = [];
  for (let centre = 0; centre < stationCount; centre++) {
    const row = centre * matrix.settlementCount;
    for (let station = 0; station < stationCount; station++) {
      const at = centre * stationCount + station;
      const own = counted[station] ?? [];
      const failing = own.filter((settlement) => matrix.status[row + settlement] === STATUS_FAIL);
      blockers.push(failing);
      meanDs[at] = own.length === 0 ? finite(matrix.stationDs[at]!) : meanOf(matrix, row, own, weights);
      const byItself = counting.scope === 'station' || own.length === 0;
      const failingWeight = failing.reduce((sum, settlement) => sum + weights[settlement]!, 0);
      const passes = byItself
        ? matrix.stationStatus[at] !== STATUS_FAIL
        : failing.length === 0 || hasShare(weight[station]! - failingWeight, weight[station]!, counting);
      feasible[at] = passes ? 1 : 0;
    }
  }
  return { stationCount, feasible, meanDs, blockers, weight };
}

function hasShare(within: number, weight: number, { scope, sharePercent = 100 }: CountingRule): boolean {
  return scope === 'share' && weight > 0 && 100 * within >= sharePercent * weight;
}

/** Weighted mean of a centre's times; a plain mean where the settlements weigh nothing. */
function meanOf(matrix: FeasibilityMatrix, row: number, own: readonly number[], weights: ArrayLike<number>): number {
  const total = own.reduce((sum, settlement) => sum + weights[settlement]!, 0);
  let sum = 0;
  for (const settlement of own) {
    const weight = total === 0 ? 1 : weights[settlement]!;
    if (weight > 0) sum += weight * finite(matrix.ds[row + settlement]!);
  }
  return sum / (total === 0 ? own.length : total);
}

function finite(ds: number): number {
  return ds === UNREACHED ? Infinity : ds;
}
