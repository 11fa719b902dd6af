import {
  type ClauseResult,
  evaluateStandards,
  type VariantResult,
} from '../../geodata/standards/evaluate-standards.ts';
import type { RuleSet } from '../../geodata/standards/rule-set.ts';
import type { GroupOutcome, StandardsInput, Township } from '../../geodata/standards/standards-input.ts';
import { summariseUnits } from '../../geodata/standards/summarise-units.ts';
import type { UnitResult } from '../../geodata/standards/unit-result.ts';
import type { LoadedCounty } from './loaded-county.ts';

/** A clause as it may leave. */
export interface ShownClause extends ClauseResult {
  readonly variants: readonly ShownVariant[];
  /** Ids of units whose figures are withheld 样本过小: they are not judged, and no part of the clause's value. */
  readonly withheld: readonly string[];
}

export interface ShownVariant extends VariantResult {
  readonly withheld: readonly string[];
}

/**
 * A county's scorecard, on the records as they are shown. A unit that a clause can judge by figures that are withheld
 * alone is not judged and left out of the clause's value, with the number of such units beside it: a verdict on it
 * would tell on which side of a limit, which may be any, its figures lie.
 * @param groups of an evaluated plan, for clause 6; undefined where there is none
 */
export function countyScorecard(
  { records, shown, places, townships }: LoadedCounty,
  ruleSet: RuleSet,
  groups: readonly GroupOutcome[] | undefined,
): ShownClause[] {
  const input: StandardsInput = {
    records,
    stations: places.stations,
    townships: townships.map(standardTownship),
    ...(groups && { groups }),
  };
  const { units, compounds, incidents } = shown;
  const whole = evaluateStandards(input, ruleSet);
  const inShown = evaluateStandards({ ...input, records: { ...records, units, compounds, incidents } }, ruleSet);
  return inShown.map((clause, index) => {
    const { variants } = whole[index]!;
    return {
      ...clause,
      ...judged(clause, whole[index]!),
      variants: clause.variants.map((variant, i) => ({ ...variant, ...judged(variant, variants[i]!) })),
    };
  });
}

type Reading = Pick<ClauseResult, 'summary' | 'outcome' | 'units'>;

/** @param whole says which units have figures at all, and nothing else */
function judged(inShown: Reading, whole: Reading): Pick<ShownVariant, 'outcome' | 'units' | 'withheld'> {
  const reported = new Set(whole.units.flatMap(({ unitId, verdict }) => (verdict === 'no-data' ? [] : [unitId])));
  const isWithheld = ({ unitId, verdict }: UnitResult): boolean => verdict === 'no-data' && reported.has(unitId);
  const withheld = inShown.units.filter(isWithheld);
  if (withheld.length === 0) return { outcome: inShown.outcome, units: inShown.units, withheld: [] };
  return {
    outcome: summariseUnits(
      inShown.summary,
      inShown.units.filter((unit) => !isWithheld(unit)),
    ),
    units: inShown.units,
    withheld: withheld.map(({ unitId }) => unitId),
  };
}

/** A township's id is its division code where it looks like one. */
function standardTownship({ id, name, polygons }: LoadedCounty['townships'][number]): Township {
  return { name, polygons, ...(/^\d{9}(\d{3})?$/.test(id) ? { code: id } : {}) };
}
