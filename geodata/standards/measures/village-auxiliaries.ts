import type { VillageUnit } from '../../records/county-records.ts';
import { atLeast, countOf, judge, type Requirement } from '../judge.ts';
import type { Measure } from '../measure.ts';
import { type RuleSettings, switchOf, thresholdOf } from '../standard-rule.ts';
import { type StandardsInput, villageIdentity } from '../standards-input.ts';
import { headcountUnit, judgedUnit, type UnitResult, unknownUnit } from '../unit-result.ts';

/** Clause 5: two auxiliaries to a community, one to a village. */
export function measureVillageAuxiliaries({ records }: StandardsInput, settings: RuleSettings): Measure {
  return {
    summary: { kind: 'rate', percent: 100 },
    units: records.units.map((unit) => auxiliariesUnit(unit, settings)),
    remarks: [],
  };
}

function auxiliariesUnit(unit: VillageUnit, settings: RuleSettings): UnitResult {
  const wanted = thresholdOf(settings, unit.kind === 'village' ? 'villageAuxiliaries' : 'communityAuxiliaries');
  const requirement: Requirement =
    switchOf(settings, 'comparison') === 'exactly' ? { kind: 'exactly', threshold: countOf(wanted) } : atLeast(wanted);
  const result = headcountUnit(villageIdentity(unit), 'auxiliaries', unit.auxiliaries, requirement);
  if (switchOf(settings, 'assistant') !== 'stands-in' || unit.kind !== 'village' || result.met) return result;
  return withAssistant(unit, result);
}

/** A village without its auxiliary meets the clause by its police assistant; where that is not known, neither is this. */
function withAssistant(unit: VillageUnit, result: UnitResult): UnitResult {
  const identity = villageIdentity(unit);
  if (unit.policeAssistant === false) return result;
  if (unit.policeAssistant === undefined) {
    const missing = [...(result.missing ?? []), 'policeAssistant'];
    return unknownUnit(identity, missing);
  }
  const met = judge(countOf(1), atLeast(1));
  return judgedUnit(identity, met, {
    reason: 'assistant-stands-in',
    ...(result.value && { value: result.value }),
  });
}
