import { atLeast, countOf, judge } from '../judge.ts';
import type { Measure } from '../measure.ts';
import { type RuleSettings, switchOf, thresholdOf } from '../standard-rule.ts';
import { type StandardsInput, staffedStations, villageIdentity } from '../standards-input.ts';
import { headcountUnit, judgedUnit, type UnitIdentity, unjudgedUnit, unknownUnit } from '../unit-result.ts';
import { strayRemarks } from './officer-shares.ts';

/** Clause 15: one or two analysts at every station. */
export function measureAnalysts(input: StandardsInput, settings: RuleSettings): Measure {
  const least = thresholdOf(settings, 'leastAnalysts');
  const most = thresholdOf(settings, 'mostAnalysts');
  const units = staffedStations(input).map(({ identity, strength }) =>
    headcountUnit(identity, 'analysts', strength.analysts, { kind: 'range', least, most }),
  );
  return { summary: { kind: 'rate', percent: 100 }, units, remarks: strayRemarks(input) };
}

/** Clause 19, where a county takes it up: a legal reviewer at every station. */
export function measureLegalReviewers(input: StandardsInput, settings: RuleSettings): Measure {
  const requirement = atLeast(thresholdOf(settings, 'legalReviewers'));
  const units = staffedStations(input).map(({ identity, strength }) =>
    headcountUnit(identity, 'legalReviewers', strength.legalReviewers, requirement),
  );
  return { summary: { kind: 'rate', percent: 100 }, units, remarks: strayRemarks(input) };
}

/** Clause 21: three members or more in the public-security committee of every village and community. */
export function measureCommittees({ records }: StandardsInput, settings: RuleSettings): Measure {
  const requirement = atLeast(thresholdOf(settings, 'committeeMembers'));
  const units = records.units.map((unit) =>
    headcountUnit(villageIdentity(unit), 'committeeMembers', unit.committeeMembers, requirement),
  );
  return { summary: { kind: 'rate', percent: 100 }, units, remarks: [] };
}

/** Clause 15: the county's funds, whole or by station. Its one unit is the county. */
export function measureFunds({ records, stations }: StandardsInput, settings: RuleSettings): Measure {
  const { informantFundsYuan, asOf } = records.facts;
  const identity: UnitIdentity = { unit: 'county', unitId: 'county', name: '全县', asOf };
  const isPerStation = switchOf(settings, 'funds') === 'per-station';
  const least = thresholdOf(settings, 'yuan');
  const summary = { kind: 'amount', least } as const;
  if (informantFundsYuan === undefined) {
    return { summary, units: [unknownUnit(identity, ['informantFundsYuan'])], remarks: [] };
  }
  const value = isPerStation
    ? { numerator: informantFundsYuan, denominator: stations.length }
    : countOf(informantFundsYuan);
  if (value.denominator === 0) {
    return { summary, units: [unjudgedUnit(identity, 'nothing-to-count', { value })], remarks: [] };
  }
  const judgement = judge(value, atLeast(least));
  const reason = judgement.met ? 'meets' : 'below';
  return { summary, units: [judgedUnit(identity, judgement, { reason, value })], remarks: [] };
}
