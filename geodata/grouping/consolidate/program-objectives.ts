import type { ProgramRows } from '../../siting/program-rows.ts';
import { ALONE, type ConsolidationPlan, type ConsolidationProblem } from './consolidation-problem.ts';
import { choiceValue, type ObjectiveTerm, PEOPLE_TO_ONE_SLOW, slowThreshold } from './objective-value.ts';
import { type ChoiceColumns, columnsOf } from './program-columns.ts';

/** A weighted sum of objectives over the columns of a program. */
export interface LinearTerms {
  /** One a column. */
  readonly coefficient: Float64Array;
  /** Value = constant + coefficients x columns: the least of each station is taken out, which keeps numbers small. */
  readonly constant: number;
}

/** A weighted sum of objectives as a linear one. */
export function linearTerms(
  problem: ConsolidationProblem,
  columns: ChoiceColumns,
  terms: readonly ObjectiveTerm[],
  slow: SlowColumns | undefined,
): LinearTerms {
  const count = columns.station.length;
  const coefficient = new Float64Array(count + (slow ? slow.settlements.length + 1 : 0));
  let constant = 0;
  for (const { objective, weight } of terms) {
    if (objective === 'worst-share') {
      if (slow) addSlow(coefficient, slow, count, weight);
      continue;
    }
    for (let column = 0; column < count; column++) {
      const worth = choiceValue(problem, objective, columns.station[column]!, columns.centre[column]!);
      coefficient[column] = coefficient[column]! + weight * worth;
    }
  }
  for (let station = 0; station < columns.stationCount; station++) {
    const own = columnsOf(columns, station);
    const least = own.reduce((low, column) => Math.min(low, coefficient[column]!), Number.POSITIVE_INFINITY);
    constant += least;
    for (const column of own) coefficient[column] = coefficient[column]! - least;
  }
  return { coefficient, constant };
}

function addSlow(coefficient: Float64Array, slow: SlowColumns, first: number, weight: number): void {
  coefficient[first] = weight * slow.people;
  slow.settlements.forEach(({ people }, i) => {
    coefficient[first + 1 + i] = weight * PEOPLE_TO_ONE_SLOW * people;
  });
}

/**
 * Columns behind the choices that make the worst share linear (Rockafellar and Uryasev 2000): a threshold time, and
 * for each settlement how far its time is above. Least over the threshold, people x threshold + 20 x people x excess
 * is the time of the slowest twentieth exactly.
 */
export interface SlowColumns {
  /** Settlements with people, in the problem's order. */
  readonly settlements: NonNullable<ConsolidationProblem['settlements']>;
  readonly people: number;
}

/** The columns of the worst share; undefined where nobody asks for it. */
export function slowColumns(
  { settlements = [] }: ConsolidationProblem,
  asked: readonly Pick<ObjectiveTerm, 'objective'>[],
): SlowColumns | undefined {
  if (!asked.some(({ objective }) => objective === 'worst-share')) return undefined;
  const peopled = settlements.filter(({ people }) => people > 0);
  return { settlements: peopled, people: peopled.reduce((sum, { people }) => sum + people, 0) };
}

/** threshold + excess of each settlement is at least its time. */
export function addSlowRows(rows: ProgramRows, columns: ChoiceColumns, slow: SlowColumns): void {
  const threshold = columns.station.length;
  slow.settlements.forEach((settlement, i) => {
    const times = columnsOf(columns, settlement.station).map(
      (column) => [column, -timeOf(settlement, columns, column)] as const,
    );
    rows.add(0, Infinity, [[threshold, 1], [threshold + 1 + i, 1], ...times]);
  });
}

function timeOf(settlement: SlowColumns['settlements'][number], columns: ChoiceColumns, column: number): number {
  const centre = columns.centre[column]!;
  return settlement.dsFromCentre[centre === ALONE ? settlement.station : centre]!;
}

/** A plan as values of all columns. A choice that was struck out has none: the plan must obey the rules. */
export function valuesOf(
  problem: ConsolidationProblem,
  columns: ChoiceColumns,
  slow: SlowColumns | undefined,
  plan: ConsolidationPlan,
): Float64Array {
  const count = columns.station.length;
  const values = new Float64Array(count + (slow ? slow.settlements.length + 1 : 0));
  for (let column = 0; column < count; column++) {
    if (plan[columns.station[column]!] === columns.centre[column]) values[column] = 1;
  }
  if (!slow) return values;
  const threshold = slowThreshold(problem, plan);
  values[count] = threshold;
  slow.settlements.forEach(({ station, dsFromCentre }, i) => {
    const centre = plan[station]!;
    values[count + 1 + i] = Math.max(0, dsFromCentre[centre === ALONE ? station : centre]! - threshold);
  });
  return values;
}
