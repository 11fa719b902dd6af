import type { MixedIntegerProgram } from '../../siting/mixed-integer-program.ts';
import { ProgramRows } from '../../siting/program-rows.ts';
import type { ConsolidationProblem } from './consolidation-problem.ts';
import type { ObjectiveTerm } from './objective-value.ts';
import type { ChoiceColumns } from './program-columns.ts';
import type { Cut } from './program-cuts.ts';
import { addSlowRows, linearTerms, type SlowColumns } from './program-objectives.ts';
import { addRuleRows } from './program-rules.ts';
import type { Choices } from './reduce-choices.ts';

/** A weighted sum of objectives that a plan keeps at or below a value. */
export interface TermsLimit {
  readonly terms: readonly ObjectiveTerm[];
  readonly most: number;
}

/** Everything that a consolidation's program is written from. */
export interface ProgramParts {
  readonly problem: ConsolidationProblem;
  readonly choices: Choices;
  readonly columns: ChoiceColumns;
  readonly slow: SlowColumns | undefined;
  /** What is to be least; nothing where any plan will do. */
  readonly terms: readonly ObjectiveTerm[];
  readonly limits: readonly TermsLimit[];
  readonly cuts: readonly Cut[];
}

/**
 * A consolidation as a mixed integer program: choices of stations as whole columns from 0 to 1, and behind them the
 * columns of the worst share. The objective is the program's own plus `constant`.
 */
export function consolidationProgram(parts: ProgramParts): {
  readonly program: MixedIntegerProgram;
  readonly constant: number;
} {
  const { problem, choices, columns, slow, terms, limits, cuts } = parts;
  const rows = new ProgramRows();
  addRuleRows(rows, problem, choices, columns);
  for (const { most, entries } of cuts) rows.add(-Infinity, most, entries);
  if (slow) addSlowRows(rows, columns, slow);
  for (const limit of limits) {
    const { coefficient, constant } = linearTerms(problem, columns, limit.terms, slow);
    const entries = [...coefficient].flatMap((value, column) => (value === 0 ? [] : [[column, value] as const]));
    rows.add(-Infinity, limit.most - constant, entries);
  }
  const { coefficient, constant } = linearTerms(problem, columns, terms, slow);
  const columnCount = coefficient.length;
  const choiceCount = columns.station.length;
  return {
    program: {
      columnCount,
      cost: coefficient,
      columnLower: new Float64Array(columnCount),
      columnUpper: new Float64Array(columnCount).fill(1, 0, choiceCount).fill(Number.POSITIVE_INFINITY, choiceCount),
      whole: new Uint8Array(columnCount).fill(1, 0, choiceCount),
      ...rows.columns(),
    },
    constant,
  };
}
