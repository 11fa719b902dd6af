import type { Evaluation, GroupEvaluation, GroupStatus } from '../grouping/evaluate.ts';
import { type FailReason, failReason } from '../grouping/fail-reason.ts';
import type { Tally } from '../grouping/figures.ts';
import type { Verdict } from '../travel/two-limit-rule.ts';
import type { Deciseconds } from '../units.ts';

/** How one settlement fares in one scenario. */
export interface ComparedSettlement {
  readonly status: Verdict['status'];
  /** Undefined where it does not fail. */
  readonly reason: FailReason | undefined;
  /** From the centre by the fastest route; undefined where there is none. */
  readonly ds: Deciseconds | undefined;
  readonly ownStationId: string;
  readonly centreId: string;
}

/** How a group, or a station that stands alone, fares in one scenario. Tallies rest on shown weights (ADR 0014). */
export interface ComparedUnit {
  readonly centreId: string;
  readonly status: GroupStatus;
  readonly tally: Tally;
  readonly p95Ds: Deciseconds | undefined;
  readonly officers: number | undefined;
  readonly auxiliaries: number | undefined;
}

/** A difference of a scenario from the first one. */
export interface CountyDifference {
  readonly withinCount: number;
  readonly count: number;
  readonly withinWeight: number;
  readonly weight: number;
}

/** Scenarios side by side; every list has one entry a scenario, in their order, undefined where it lacks the thing. */
export interface ScenarioComparison {
  /** In the settlements' order. */
  readonly settlements: readonly { readonly id: string; readonly in: readonly ComparedSettlement[] }[];
  /** Groups by id, then stations that stand alone in any of them, in the order of their first appearance. */
  readonly units: readonly { readonly id: string; readonly in: readonly (ComparedUnit | undefined)[] }[];
  readonly county: readonly Tally[];
  /** Each less the first; of the first all 0. */
  readonly countyDifference: readonly CountyDifference[];
}

/**
 * Sets two or more evaluations of one county's settlements side by side.
 * @throws Error where there are fewer than two, or they are not of the same settlements in the same order
 */
export function compareScenarios(evaluations: readonly Evaluation[]): ScenarioComparison {
  const [first] = evaluations;
  if (!first || evaluations.length < 2) throw new Error(`${evaluations.length} scenarios cannot be compared.`);
  const ids = first.settlements.map(({ id }) => id);
  for (const { settlements } of evaluations) {
    if (settlements.length !== ids.length || settlements.some(({ id }, index) => id !== ids[index])) {
      throw new Error('Scenarios of different settlements cannot be compared.');
    }
  }
  const fates = evaluations.map(settlementsOf);
  const units = evaluations.map(unitsOf);
  const unitIds = [...new Set(units.flatMap((ofId) => [...ofId.keys()]))];
  const county = evaluations.map(({ totals }) => totals.county);
  return {
    settlements: ids.map((id, index) => ({ id, in: fates.map((fate) => fate[index]!) })),
    units: unitIds.map((id) => ({ id, in: units.map((ofId) => ofId.get(id)) })),
    county,
    countyDifference: county.map((tally) => difference(tally, first.totals.county)),
  };
}

function settlementsOf({ groups, standAlone, stations, counting }: Evaluation): ComparedSettlement[] {
  const found: ComparedSettlement[] = [];
  for (const { centre, responses } of [...groups, ...standAlone]) {
    for (const { settlement, ownStation, support } of responses) {
      found[settlement] = {
        status: support.status,
        reason: failReason(support, counting),
        ds: support.fastest?.ds,
        ownStationId: stations[ownStation]!.id,
        centreId: stations[centre]!.id,
      };
    }
  }
  return found;
}

function unitsOf(evaluation: Evaluation): Map<string, ComparedUnit> {
  const { groups, standAlone, stations } = evaluation;
  const entry = (prefix: string, { id, centre, status, tally, p95Ds, officers, auxiliaries }: GroupEvaluation) => {
    const strengths = { officers: officers.sum, auxiliaries: auxiliaries.sum };
    return [`${prefix}:${id}`, { centreId: stations[centre]!.id, status, tally, p95Ds, ...strengths }] as const;
  };
  return new Map([
    ...groups.map((group) => entry('group', group)),
    ...standAlone.map((station) => entry('station', station)),
  ]);
}

function difference(tally: Tally, first: Tally): CountyDifference {
  return {
    withinCount: tally.withinCount - first.withinCount,
    count: tally.count - first.count,
    withinWeight: tally.withinWeight - first.withinWeight,
    weight: tally.weight - first.weight,
  };
}
