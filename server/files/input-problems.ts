import { type InputProblem, inputInvalid } from '../../geodata/errors.ts';
import { personalValue } from './personal-data.ts';
import { type ProblemRule, WHOLE_ROW } from './problem-words.ts';
import { isRoadTerm } from './road-problem-words.ts';

/** At most so many problems are listed; all of them are counted. */
export const LISTED_PROBLEMS = 100;

const LONGEST_HEADER = 40;

/** Gathers every problem of one file, so that the user hears of all of them at once. */
export interface ProblemList {
  /**
   * `row` counts from 1: in a table the header is row 1, in GeoJSON row 1 is the first feature.
   * `column` is the header or the property as the file writes it, or `WHOLE_ROW`.
   */
  readonly add: (row: number, column: string, rule: ProblemRule, value?: string) => void;
  /** Reports a problem that makes reading on pointless, along with those gathered so far. */
  readonly fail: (row: number, column: string, rule: ProblemRule) => never;
  /** Throws `input-invalid` where there is any problem, ordered by row. */
  readonly throwIfAny: () => void;
}

/**
 * An empty list for `file`. It is the one gate between cells and messages: a value enters a problem
 * only where it is a number, or a word about roads, and does not look personal. Other text is never repeated,
 * since a shifted row may put a person's name under any header; row and column are enough to find it.
 */
export function problemList(file: string): ProblemList {
  const problems: InputProblem[] = [];
  const throwIfAny = (): void => {
    if (problems.length === 0) return;
    const inOrder = problems.sort((a, b) => a.row - b.row);
    throw inputInvalid(file, inOrder.slice(0, LISTED_PROBLEMS), inOrder.length);
  };
  const add: ProblemList['add'] = (row, column, rule, value) => {
    problems.push(harmlessProblem(row, column, rule, value));
  };
  const fail: ProblemList['fail'] = (row, column, rule) => {
    problems.push(harmlessProblem(row, column, rule, undefined));
    throwIfAny();
    throw new Error(`Problem ${rule} was not reported.`);
  };
  return { add, fail, throwIfAny };
}

function harmlessProblem(row: number, column: string, rule: ProblemRule, value: string | undefined): InputProblem {
  const where = { row, column: personalValue(column) ? WHOLE_ROW : shortened(column), rule };
  const isHarmless =
    value !== undefined && (isPlainNumber(value) || (isRoadTerm(rule, value) && !personalValue(value)));
  return isHarmless ? { ...where, value } : where;
}

function isPlainNumber(value: string): boolean {
  return /^[+-]?[\d.]+(?:E[+-]?\d+)?$/i.test(value) && !personalValue(value);
}

function shortened(header: string): string {
  return header.length <= LONGEST_HEADER ? header : `${header.slice(0, LONGEST_HEADER - 1)}…`;
}
