import {
  type ClauseResult,
  evaluateStandards,
  type VariantResult,
} from '../../geodata/standards/evaluate-standards.ts';
import type { RuleSet } from '../../geodata/standards/rule-set.ts';
import type { GroupOutcome, StandardsInput, Township } from '../../geodata/standards/standards-input.ts';
import type { UnitResult } from '../../geodata/standards/unit-result.ts';
import type { LoadedCounty } from './loaded-county.ts';

/** A clause as it may leave. */
export interface ShownClause extends ClauseResult {
  readonly variants: readonly ShownVariant[];
  /** Ids of units whose figures are withheld 样本过小: they have their verdict and no value. */
  readonly withheld: readonly string[];
}

export interface ShownVariant extends VariantResult {
  readonly withheld: readonly string[];
}

/**
 * A county's scorecard. Every verdict is decided on all data; every figure is one of the records as they are shown:
 * a withheld unit has its verdict alone, and sums of households leave it out.
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
  const inShown = evaluateStandards({ ...input, records: { ...records, units, compounds, incidents } }, ruleSet);
  return evaluateStandards(input, ruleSet).map((clause, index) => {
    const figures = inShown[index]!;
    const variants = clause.variants.map((variant, i) => ({ ...variant, ...shownOf(variant, figures.variants[i]!) }));
    return { ...clause, ...shownOf(clause, figures), variants };
  });
}

type Reading = Pick<ClauseResult, 'summary' | 'outcome' | 'units'>;

/** @param all decides @param inShown gives the figures */
function shownOf(all: Reading, inShown: Reading): Pick<ShownVariant, 'outcome' | 'units' | 'withheld'> {
  const figuresOf = new Map(inShown.units.map((unit) => [unit.unitId, unit]));
  const units = all.units.map((unit) => withFigures(unit, figuresOf.get(unit.unitId)));
  const isSum = all.summary.kind === 'sum' || all.summary.kind === 'amount';
  return {
    outcome: isSum ? { ...all.outcome, value: inShown.outcome.value } : all.outcome,
    units,
    withheld: all.units
      .filter(({ unitId, verdict }) => verdict !== 'no-data' && figuresOf.get(unitId)?.verdict === 'no-data')
      .map(({ unitId }) => unitId),
  };
}

function withFigures(
  { value: _, figures: __, openDenominator: ___, ...verdict }: UnitResult,
  shown: UnitResult | undefined,
): UnitResult {
  return {
    ...verdict,
    ...(shown?.value && { value: shown.value }),
    ...(shown?.figures && { figures: shown.figures }),
    ...(shown?.openDenominator !== undefined && { openDenominator: shown.openDenominator }),
  };
}

/** A township's id is its division code where it looks like one. */
function standardTownship({ id, name, polygons }: LoadedCounty['townships'][number]): Township {
  return { name, polygons, ...(/^\d{9}(\d{3})?$/.test(id) ? { code: id } : {}) };
}
