import { atLeast, atLeastPercent, judge } from '../judge.ts';
import type { Measure, Remark } from '../measure.ts';
import { type RuleSettings, switchOf, thresholdOf } from '../standard-rule.ts';
import { type StaffedStation, type StandardsInput, staffedStations, strayStrengths } from '../standards-input.ts';
import { headcountUnit, judgedUnit, type UnitResult, unjudgedUnit, unknownUnit } from '../unit-result.ts';

/** Clause 4 A: officers at stations out of the county's officers. The stations are the parts of the sum. */
export function measureStationOfficers(input: StandardsInput, settings: RuleSettings): Measure {
  const { facts } = input.records;
  const units = staffedStations(input).map((staffed) => {
    const { field, count } = officersOf(staffed, settings);
    return count === undefined
      ? unknownUnit(staffed.identity, [field])
      : unjudgedUnit(staffed.identity, 'part-of-sum', { value: { numerator: count, denominator: 1 } });
  });
  const sum = units.reduce((total, { value }) => total + (value?.numerator ?? 0), 0);
  const exceeds = facts.officers !== undefined && sum > facts.officers;
  return {
    summary: {
      kind: 'sum',
      percent: thresholdOf(settings, 'sharePercent'),
      whole: { field: 'officers', value: facts.officers, asOf: facts.asOf },
    },
    units,
    remarks: [...(exceeds ? [{ kind: 'stations-exceed-county', ids: [] } as const] : []), ...strayRemarks(input)],
  };
}

/** Clause 4 B: community officers out of officers, each station beside the county. */
export function measureCommunityOfficers(input: StandardsInput, settings: RuleSettings): Measure {
  const percent = thresholdOf(settings, 'sharePercent');
  const units = staffedStations(input).map((staffed) => communityShare(staffed, settings, percent));
  return { summary: { kind: 'sum', percent }, units, remarks: strayRemarks(input) };
}

/** Clause 4 C: every station has enough officers of its own. */
export function measureLeastOfficers(input: StandardsInput, settings: RuleSettings): Measure {
  const requirement = atLeast(thresholdOf(settings, 'officers'));
  const units = staffedStations(input).map((staffed) => {
    const { field, count } = officersOf(staffed, settings);
    return headcountUnit(staffed.identity, field, count, requirement);
  });
  return { summary: { kind: 'rate', percent: 100 }, units, remarks: strayRemarks(input) };
}

/** Headcounts that no station of the county claims are shown, not added. */
export function strayRemarks(input: StandardsInput): Remark[] {
  const ids = strayStrengths(input);
  return ids.length === 0 ? [] : [{ kind: 'strength-of-no-station', ids }];
}

function communityShare({ identity, strength }: StaffedStation, settings: RuleSettings, percent: number): UnitResult {
  const { field, count: officers } = officersOf({ strength }, settings);
  const { community } = strength;
  if (officers === undefined) return unknownUnit(identity, community === undefined ? [field, 'community'] : [field]);
  if (community === undefined) return unknownUnit(identity, ['community'], { openDenominator: officers });
  const value = { numerator: community, denominator: officers };
  if (officers === 0) return unjudgedUnit(identity, 'nothing-to-count', { value });
  const judgement = judge(value, atLeastPercent(percent));
  return judgedUnit(identity, judgement, { reason: judgement.met ? 'meets' : 'below', value });
}

function officersOf(
  { strength }: Pick<StaffedStation, 'strength'>,
  settings: RuleSettings,
): { field: string; count: number | undefined } {
  return switchOf(settings, 'officers') === 'on-rolls'
    ? { field: 'onRolls', count: strength.onRolls }
    : { field: 'onDuty', count: strength.onDuty };
}
