import { headerKey } from './header-key.ts';
import type { ProblemList } from './input-problems.ts';
import type { ProblemRule } from './problem-words.ts';
import type { SourceRow, SourceTable } from './source-table.ts';

/** Field -> the headers that may stand for it, the most telling first. */
export type ColumnSynonyms<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Field -> the headers of one file that stand for it, in the order of the synonyms. */
export type FieldHeaders<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** One row, read by field. Every method reports what it cannot accept and then answers undefined. */
export interface FieldReader<Field extends string> {
  readonly row: number;
  readonly point: SourceRow['point'];
  /** Whether the file has any column for the field. */
  readonly has: (field: Field) => boolean;
  /** Undefined where the cell is blank or the column absent. */
  readonly text: (field: Field) => string | undefined;
  /** A whole number from 0; `12.0` is one. Undefined where the cell is blank. */
  readonly count: (field: Field) => number | undefined;
  /** A word of a closed list. Undefined where the cell is blank. */
  readonly word: <Value>(field: Field, words: ReadonlyMap<string, Value>) => Value | undefined;
  /** Reports a problem in the field's cell. */
  readonly report: (field: Field, rule: ProblemRule) => void;
}

/**
 * Finds the columns of every field. Two columns that answer to the same synonym, such as
 * `户数(户籍)` and `户数(常住)`, are a problem: no guess is made which one is meant.
 */
export function findColumns<Field extends string>(
  headers: SourceTable['headers'],
  synonyms: ColumnSynonyms<Field>,
  problems: ProblemList,
): FieldHeaders<Field> {
  const found = {} as Record<Field, readonly string[]>;
  for (const field of Object.keys(synonyms) as Field[]) {
    found[field] = synonyms[field].flatMap((synonym) => {
      const matches = [...headers.keys()].filter((header) => headerKey(header) === headerKey(synonym));
      for (const header of matches.slice(1)) problems.add(headers.get(header) ?? 1, header, 'column-twice');
      return matches.slice(0, 1);
    });
  }
  return found;
}

/** Reads `source` by the columns found for its file. */
export function fieldReader<Field extends string>(
  source: SourceRow,
  headers: FieldHeaders<Field>,
  synonyms: ColumnSynonyms<Field>,
  problems: ProblemList,
): FieldReader<Field> {
  const filledHeader = (field: Field): string | undefined => headers[field].find((header) => source.cells.get(header));
  const text = (field: Field): string | undefined => source.cells.get(filledHeader(field) ?? '') || undefined;
  const report = (field: Field, rule: ProblemRule): void => {
    const column = filledHeader(field) ?? headers[field][0] ?? synonyms[field].join('/');
    problems.add(source.row, column, rule, text(field));
  };
  const count = (field: Field): number | undefined => {
    const cell = text(field);
    if (cell === undefined) return undefined;
    const rule = countProblem(cell);
    if (!rule) return decimalNumber(cell);
    report(field, rule);
    return undefined;
  };
  const word: FieldReader<Field>['word'] = (field, words) => {
    const cell = text(field);
    if (cell === undefined) return undefined;
    const value = words.get(headerKey(cell));
    if (value === undefined) report(field, 'kind-unknown');
    return value;
  };
  return { row: source.row, point: source.point, has: (field) => headers[field].length > 0, text, count, word, report };
}

/** A decimal number as people write it, full-width digits included; NaN for hexadecimal, blanks, `1e5` and all else. */
export function decimalNumber(text: string): number {
  const plain = text.normalize('NFKC');
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

function countProblem(cell: string): ProblemRule | undefined {
  const count = decimalNumber(cell);
  if (Number.isNaN(count)) return 'count-not-number';
  if (count < 0) return 'count-negative';
  return Number.isSafeInteger(count) ? undefined : 'count-fraction';
}
