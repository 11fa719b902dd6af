import type { DutyAccount, UnitDuty } from './duty-account.ts';
import {
  type DutyFigure,
  type DutyFigures,
  type DutyMeasure,
  differenceOf,
  figuresBy,
  sumAllFigures,
  totalOf,
} from './duty-figure.ts';

/** What is there before is there after: nothing appears or vanishes. */
const KEPT: readonly DutyMeasure[] = ['officers', 'auxiliaries', 'vehicles', 'rooms', 'round-the-clock-rooms'];

/** A place before and after, and the one less the other. */
export interface DutyChange {
  readonly before: DutyFigures;
  readonly after: DutyFigures;
  /** After less before; of `villages`, the officers freed. Parts of before have their signs turned. */
  readonly change: DutyFigures;
}

/** A unit of the plan after, beside the same stations before. */
export interface UnitChange extends DutyChange {
  readonly unit: UnitDuty;
}

export interface DutyComparison {
  readonly before: DutyAccount;
  readonly after: DutyAccount;
  /** In the order of the account after. Stations that are not in both are in the county alone. */
  readonly stations: readonly (DutyChange & { readonly stationId: string })[];
  /** In the order of the account after; those with a station that was not there before are left to the county. */
  readonly units: readonly UnitChange[];
  readonly county: DutyChange;
}

/**
 * Two accounts side by side, reconciled: officers, auxiliaries, vehicles and rooms of the county are as many after as
 * before, and the same stations' are unknown.
 * @throws Error where a number appears or vanishes, or the two go by different rosters
 */
export function compareDuty(before: DutyAccount, after: DutyAccount): DutyComparison {
  if (JSON.stringify(before.rule) !== JSON.stringify(after.rule)) {
    throw new Error('The two accounts go by different rosters.');
  }
  for (const measure of KEPT) checkKept(measure, before.county[measure], after.county[measure]);
  const beforeOf = new Map(before.stations.map((station) => [station.stationId, station.figures]));
  return {
    before,
    after,
    stations: after.stations.flatMap(({ stationId, figures }) => {
      const was = beforeOf.get(stationId);
      return was ? [{ stationId, ...changeOf(was, figures) }] : [];
    }),
    units: after.units.flatMap((unit): UnitChange[] => {
      const were = unit.stationIds.flatMap((stationId) => beforeOf.get(stationId) ?? []);
      if (were.length !== unit.stationIds.length) return [];
      return [{ unit, ...changeOf(sumAllFigures(were), unit.figures) }];
    }),
    county: changeOf(before.county, after.county),
  };
}

function checkKept(measure: DutyMeasure, before: DutyFigure, after: DutyFigure): void {
  const idsOf = ({ missing }: DutyFigure): string =>
    missing
      .map(({ stationId }) => stationId)
      .sort()
      .join(', ');
  if (idsOf(before) !== idsOf(after)) {
    throw new Error(`${measure} are unknown of stations [${idsOf(before)}] before and [${idsOf(after)}] after.`);
  }
  const [was, is] = [totalOf(before.parts), totalOf(after.parts)];
  if (was !== is) throw new Error(`${measure} are ${was} before and ${is} after.`);
}

function changeOf(before: DutyFigures, after: DutyFigures): DutyChange {
  return { before, after, change: figuresBy((measure) => differenceOf(after[measure], before[measure])) };
}
