import { unitSetting, type VolunteerReading, volunteerNeed } from '../../coverage/volunteer-need.ts';
import type { VillageUnit } from '../../records/county-records.ts';
import { byText } from '../../text-order.ts';
import { atLeast, atLeastPercent, countOf, judge } from '../judge.ts';
import type { Measure, Remark } from '../measure.ts';
import { type RuleSettings, switchOf, thresholdOf } from '../standard-rule.ts';
import { type StandardsInput, villageIdentity } from '../standards-input.ts';
import { judgedUnit, type UnitResult, unjudgedUnit, unknownUnit } from '../unit-result.ts';

/** Clause 15 in the country: rural units with a post for every twenty households begun. */
export function measureRuralVolunteers({ records }: StandardsInput, settings: RuleSettings): Measure {
  const reading = readingOf(settings);
  return {
    summary: { kind: 'rate', percent: 100 },
    units: records.units
      .filter((unit) => unitSetting(unit, reading) === 'rural')
      .map((unit) => ruralUnit(unit, reading)),
    remarks: classedByKind(records.units, reading),
  };
}

/** Clause 15 in town: buildings and courtyards that have a post, out of all. */
export function measureUrbanVolunteers({ records }: StandardsInput, settings: RuleSettings): Measure {
  const reading = readingOf(settings);
  const percent = thresholdOf(settings, 'sharePercent');
  return {
    summary: { kind: 'sum', percent },
    units: records.units
      .filter((unit) => unitSetting(unit, reading) === 'urban')
      .map((unit) => urbanUnit(unit, percent)),
    remarks: classedByKind(records.units, reading),
  };
}

function ruralUnit(unit: VillageUnit, reading: VolunteerReading): UnitResult {
  const identity = villageIdentity(unit);
  const { households, volunteers } = unit;
  const { least, most, band, present, shortfall, surplus } = volunteerNeed(unit, reading);
  if (band === 'not-applicable') return unjudgedUnit(identity, 'nothing-to-count');
  if (present === undefined || least === undefined || most === undefined) {
    const missing = [
      ...(households === undefined ? ['households'] : []),
      ...(volunteers === undefined ? ['volunteers'] : []),
    ];
    return unknownUnit(identity, missing);
  }
  const judgement = judge(countOf(present), atLeast(least));
  return judgedUnit(identity, judgement, {
    reason: band === 'over' ? 'surplus' : judgement.met ? 'meets' : 'below',
    value: countOf(present),
    figures: { least, most, shortfall: shortfall ?? 0, surplus: surplus ?? 0 },
  });
}

function urbanUnit(unit: VillageUnit, percent: number): UnitResult {
  const identity = villageIdentity(unit);
  const { buildings, coveredBuildings } = unit;
  if (buildings === 0) return unjudgedUnit(identity, 'nothing-to-count');
  if (buildings === undefined || coveredBuildings === undefined) {
    const missing = [
      ...(buildings === undefined ? ['buildings'] : []),
      ...(coveredBuildings === undefined ? ['coveredBuildings'] : []),
    ];
    return unknownUnit(identity, missing, buildings === undefined ? {} : { openDenominator: buildings });
  }
  const value = { numerator: coveredBuildings, denominator: buildings };
  const judgement = judge(value, atLeastPercent(percent));
  const figures = { shortfall: Math.max(0, buildings - coveredBuildings) };
  return judgedUnit(identity, judgement, { reason: judgement.met ? 'meets' : 'below', value, figures });
}

function readingOf(settings: RuleSettings): VolunteerReading {
  return switchOf(settings, 'urbanRural') === 'unit-kind' ? 'unit-kind' : 'urban-rural-code';
}

/** Units without an urban-rural code go by their kind: said, since the code might tell otherwise. */
function classedByKind(units: readonly VillageUnit[], reading: VolunteerReading): Remark[] {
  if (reading === 'unit-kind') return [];
  const ids = units.filter(({ urbanRuralCode }) => !urbanRuralCode).map(({ code }) => code);
  return ids.length === 0 ? [] : [{ kind: 'urban-rural-by-kind', ids: ids.sort(byText) }];
}
