import {
  type Catchments,
  computeCatchments,
  type PlacedPoints,
  STATUS_FAIL,
  STATUS_MARGINAL,
  STATUS_PASS,
  straightMetres,
} from '../../geodata/catchment/catchments.ts';
import { emptyNearest, type NearestStations } from '../../geodata/catchment/nearest-stations.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { type SnapOptions, snapPoints } from '../../geodata/roads/snap.ts';
import { travelMatrix } from '../../geodata/travel/matrix.ts';
import { offRoadLeg } from '../../geodata/travel/off-road.ts';
import { UNREACHED } from '../../geodata/travel/route-cost.ts';
import type { ResponseRule } from '../../geodata/travel/two-limit-rule.ts';
import { TwoLimitRule } from '../../geodata/travel/two-limit-rule.ts';
import type { LonLat } from '../../geodata/units.ts';

const CODES = { fail: STATUS_FAIL, pass: STATUS_PASS, marginal: STATUS_MARGINAL } as const;

/** What a catchment is computed of. */
export interface CatchmentCase {
  readonly network: RoadNetwork;
  readonly stations: readonly LonLat[];
  readonly settlements: readonly LonLat[];
  readonly cellCentres: readonly LonLat[];
  readonly rule: ResponseRule;
  readonly nearest: number;
  readonly snap?: SnapOptions;
}

/** All eight readings of two limits. */
export function everyReading(limitDm: number, limitDs: number): ResponseRule[] {
  const combines = ['and', 'or', 'distance', 'time'] as const;
  return combines.flatMap((combine) =>
    (['road', 'straight'] as const).map((metric): ResponseRule => ({ limitDm, limitDs, combine, metric })),
  );
}

/** Catchments as the engine computes them. */
export function catchmentsOf(given: CatchmentCase): Catchments {
  const [stations, settlements, cells] = placed(given);
  return computeCatchments(new TwoLimitRule(given.network), stations, settlements, cells.placements, given);
}

/** The slow reference for `status`: each pair decided by itself, over the whole network. */
export function statusByPair(given: CatchmentCase): Uint8Array {
  const [stations, settlements] = placed(given);
  const decider = new TwoLimitRule(given.network);
  const status: number[] = [];
  stations.coords.forEach((from, station) => {
    decider.from(stations.placements, station);
    settlements.coords.forEach((to, i) => {
      const verdict = decider.decide(settlements.placements, i, straightMetres(from, to), given.rule);
      status.push(CODES[verdict.status]);
    });
  });
  return Uint8Array.from(status);
}

/**
 * The slow reference for the lists: the whole matrix with its off-road legs, sorted. Where the rule keeps every pass
 * within its minutes on the road, stations that need longer to a point's place on the road are left out.
 */
export function nearestByMatrix(given: CatchmentCase, targets: 'settlements' | 'cellCentres'): NearestStations {
  const { network, rule, nearest: n } = given;
  const [stations, settlements, cells] = placed(given);
  const to = (targets === 'settlements' ? settlements : cells).placements;
  const matrix = travelMatrix(network, stations.placements, to);
  const isBounded = rule.combine === 'and' && rule.metric === 'road';
  const nearest = emptyNearest(to.count, n);
  for (let i = 0; i < to.count; i++) {
    const leg = offRoadLeg(network, to, i);
    const costs = stations.coords.flatMap((_, station) => {
      const at = station * to.count + i;
      if (matrix.ds[at] === UNREACHED) return [];
      const own = offRoadLeg(network, stations.placements, station);
      const ds = matrix.ds[at]! + own.ds + leg.ds;
      if (isBounded && ds >= rule.limitDs) return [];
      return [{ station, ds, dm: matrix.dm[at]! + own.dm + leg.dm }];
    });
    costs.sort((a, b) => a.ds - b.ds || a.dm - b.dm || a.station - b.station);
    costs.slice(0, n).forEach((cost, k) => {
      nearest.station[i * n + k] = cost.station;
      nearest.ds[i * n + k] = cost.ds;
      nearest.dm[i * n + k] = cost.dm;
    });
  }
  return nearest;
}

function placed({ network, stations, settlements, cellCentres, snap }: CatchmentCase) {
  const place = (coords: readonly LonLat[]): PlacedPoints => ({
    coords,
    placements: snapPoints(network, coords, snap),
  });
  return [place(stations), place(settlements), place(cellCentres)] as const;
}
