import { atLeast, countOf, type Judgement, judge, type Requirement, worst } from '../judge.ts';
import type { Measure } from '../measure.ts';
import { type RuleSettings, switchOf, thresholdOf } from '../standard-rule.ts';
import {
  type StaffedStation,
  type StandardsInput,
  staffedStations,
  type TownshipKind,
  townshipKind,
} from '../standards-input.ts';
import { judgedUnit, type UnitResult, unjudgedUnit, unknownUnit } from '../unit-result.ts';
import { strayRemarks } from './officer-shares.ts';

/**
 * Clause 6, 两队一室: a station sets them up if and only if it has the officers and the auxiliaries; of stations of
 * towns (and townships), the side `rural`, at least one has. A station that has neither set up nor the conditions is
 * asked for nothing.
 */
export function measureTwoTeams(input: StandardsInput, settings: RuleSettings): Measure {
  const seats = new Map(input.townships.map((township) => [township.name, townshipKind(township)]));
  const units = staffedStations(input).map((staffed) => ({
    ...twoTeamsUnit(staffed, settings),
    side: isOfTown(staffed, seats, settings) ? ('rural' as const) : ('urban' as const),
  }));
  const stations = thresholdOf(settings, 'stations');
  return {
    summary: { kind: 'count', least: stations, leastUrban: 0, leastRural: 0, only: 'rural' },
    units,
    remarks: strayRemarks(input),
  };
}

/** By the kind of its township where that is known, else by its own: a rural station 农村所 is one of a town or township. */
function isOfTown(
  { station }: StaffedStation,
  seats: ReadonlyMap<string, TownshipKind | undefined>,
  settings: RuleSettings,
): boolean {
  const seat = station.township === undefined ? undefined : seats.get(station.township);
  const countsTownships = switchOf(settings, 'seats') === 'towns-and-townships';
  if (seat === undefined) return countsTownships && station.kind === 'rural';
  return seat === 'town' || (countsTownships && seat === 'township');
}

function twoTeamsUnit({ identity, strength }: StaffedStation, settings: RuleSettings): UnitResult {
  const { onDuty, twoTeams } = strength;
  const auxiliaries = auxiliariesOf(strength, settings);
  const figures = {
    ...(onDuty !== undefined && { officers: onDuty }),
    ...(auxiliaries.count !== undefined && { auxiliaries: auxiliaries.count }),
  };
  const conditions = conditionsOf(onDuty, auxiliaries.count, settings);
  const missing = [
    ...(onDuty === undefined ? ['onDuty'] : []),
    ...(auxiliaries.count === undefined ? [auxiliaries.missing] : []),
    ...(twoTeams === undefined ? ['twoTeams'] : []),
  ];
  if (twoTeams === undefined || !conditions) return unknownUnit(identity, missing, { figures });
  const value =
    onDuty !== undefined && auxiliaries.count !== undefined && onDuty > 0
      ? { value: { numerator: auxiliaries.count, denominator: onDuty } }
      : {};
  if (twoTeams) {
    const reason = conditions.met ? 'meets' : 'set-up-without-conditions';
    return judgedUnit(identity, conditions, { reason, figures, ...value });
  }
  if (!conditions.met) return unjudgedUnit(identity, 'conditions-not-met', { figures, ...value });
  return judgedUnit(identity, { verdict: 'fail', met: false }, { reason: 'not-set-up-though-due', figures, ...value });
}

/** Both conditions; undefined where what is known does not decide them. One that plainly fails decides alone. */
function conditionsOf(
  officers: number | undefined,
  auxiliaries: number | undefined,
  settings: RuleSettings,
): Judgement | undefined {
  const least = atLeast(thresholdOf(settings, 'officers'));
  const enough = officers === undefined ? undefined : judge(countOf(officers), least);
  if (enough?.verdict === 'fail') return enough;
  if (enough === undefined || officers === undefined || auxiliaries === undefined) return undefined;
  const wanted = countOf(thresholdOf(settings, 'auxiliariesPerOfficer') * officers);
  const ratio: Requirement =
    switchOf(settings, 'ratio') === 'exactly'
      ? { kind: 'exactly', threshold: wanted }
      : { kind: 'at-least', threshold: wanted, isShare: false };
  return worst(enough, judge(countOf(auxiliaries), ratio));
}

function auxiliariesOf(
  { auxiliaries, villageAuxiliaries }: StaffedStation['strength'],
  settings: RuleSettings,
): { count: number | undefined; missing: string } {
  if (auxiliaries === undefined) return { count: undefined, missing: 'auxiliaries' };
  if (switchOf(settings, 'villageAuxiliaries') === 'counted') return { count: auxiliaries, missing: '' };
  if (villageAuxiliaries === undefined) return { count: undefined, missing: 'villageAuxiliaries' };
  return { count: Math.max(0, auxiliaries - villageAuxiliaries), missing: '' };
}
