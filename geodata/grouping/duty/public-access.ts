import type { RouteCost } from '../../travel/route-cost.ts';
import type { Evaluation } from '../evaluate.ts';
import type { SettlementResponse } from '../responses.ts';
import type { WeightBase } from '../weights.ts';

/** The way to the station that handles cases, of one settlement. Undefined where there is no route. */
export interface SettlementAccess {
  /** Index into the settlements. */
  readonly settlement: number;
  /** Station indexes, of the evaluation before and the one after. */
  readonly stationBefore: number;
  readonly stationAfter: number;
  readonly before: RouteCost | undefined;
  readonly after: RouteCost | undefined;
}

/** Sums over settlements that have a route both before and after; a mean is `beforeDs / weight`, and none where that is 0. */
export interface AccessTally {
  readonly count: number;
  readonly weight: number;
  /** Weight x deciseconds, weight x decimetres. */
  readonly beforeDs: number;
  readonly afterDs: number;
  readonly beforeDm: number;
  readonly afterDm: number;
  /** Settlements, of those counted, that lie farther by time after than before, and their weight. */
  readonly slowerCount: number;
  readonly slowerWeight: number;
}

export interface UnitAccess {
  /** Id of the group after, or of the station that stands alone. */
  readonly unitId: string;
  readonly tally: AccessTally;
  /** Farthest by time after, over all its settlements with a route; the first among equals. */
  readonly farthestAfter: SettlementAccess | undefined;
  /** Settlement indexes without a route before or after, which are in no tally. */
  readonly unreached: readonly number[];
}

/** How far the public is from the pooled functions, before and after. */
export interface PublicAccess {
  readonly base: WeightBase;
  /** Settlements that weigh nothing because their figures are withheld 样本过小. */
  readonly withheldCount: number;
  /** One a settlement, in their order. */
  readonly settlements: readonly SettlementAccess[];
  /** Groups after, then stations that stand alone; each settlement is in one. */
  readonly units: readonly UnitAccess[];
  readonly county: AccessTally;
}

/**
 * Distance and time between each settlement and the station that handles its cases: its own station where that stands alone,
 * else the centre of its group. By the fastest route of the evaluations, which is driven from the station; the way back
 * can differ where roads are one-way. All settlements are counted, whatever the scope of the rule. Weighted by what
 * is shown, never by what is withheld (ADR 0014).
 * @throws Error where the two are not of the same settlements
 */
export function publicAccess(before: Evaluation, after: Evaluation): PublicAccess {
  const { settlements, weights } = after;
  const [was, is] = [answersOf(before), answersOf(after)];
  if (was.length !== is.length || before.settlements.some(({ id }, index) => id !== settlements[index]?.id)) {
    throw new Error(`Access before is of ${was.length} settlements, after of ${is.length}, or of others.`);
  }
  const all = settlements.map((_, settlement): SettlementAccess => {
    const [one, other] = [was[settlement]!, is[settlement]!];
    const stations = { stationBefore: one.station, stationAfter: other.station };
    return { settlement, ...stations, before: one.response.support.fastest, after: other.response.support.fastest };
  });
  return {
    base: weights.base,
    withheldCount: weights.withheldCount,
    settlements: all,
    units: [...after.groups, ...after.standAlone].map(({ id, responses }): UnitAccess => {
      const own = responses.map(({ settlement }) => all[settlement]!);
      return {
        unitId: id,
        tally: tallyAccess(own, weights.of),
        farthestAfter: farthest(own),
        unreached: own.filter((access) => !hasRoutes(access)).map(({ settlement }) => settlement),
      };
    }),
    county: tallyAccess(all, weights.of),
  };
}

interface Answer {
  readonly station: number;
  readonly response: SettlementResponse;
}

function answersOf({ groups, standAlone }: Evaluation): Answer[] {
  const answers: Answer[] = [];
  for (const { centre, responses } of [...groups, ...standAlone]) {
    for (const response of responses) answers[response.settlement] = { station: centre, response };
  }
  return answers;
}

function hasRoutes({ before, after }: SettlementAccess): boolean {
  return before !== undefined && after !== undefined;
}

function tallyAccess(all: readonly SettlementAccess[], weights: ArrayLike<number>): AccessTally {
  const tally = {
    count: 0,
    weight: 0,
    beforeDs: 0,
    afterDs: 0,
    beforeDm: 0,
    afterDm: 0,
    slowerCount: 0,
    slowerWeight: 0,
  };
  for (const { settlement, before, after } of all) {
    if (!before || !after) continue;
    const weight = weights[settlement]!;
    tally.count++;
    tally.weight += weight;
    tally.beforeDs += weight * before.ds;
    tally.afterDs += weight * after.ds;
    tally.beforeDm += weight * before.dm;
    tally.afterDm += weight * after.dm;
    if (after.ds <= before.ds) continue;
    tally.slowerCount++;
    tally.slowerWeight += weight;
  }
  return tally;
}

function farthest(all: readonly SettlementAccess[]): SettlementAccess | undefined {
  let found: SettlementAccess | undefined;
  for (const access of all) {
    if (access.after && (!found?.after || access.after.ds > found.after.ds)) found = access;
  }
  return found;
}
