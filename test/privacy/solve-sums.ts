import { isZero, minus, over, type Rational, rational, times, ZERO } from './rational.ts';

/** A sum that is known, and what it is the sum of: variables by name, each with how often it counts. */
export interface KnownSum {
  readonly parts: ReadonlyMap<string, number>;
  readonly total: number;
}

/**
 * The variables that some sums determine, with their values: those whose unit vector lies in the row space, found by
 * Gaussian elimination to the reduced form over fractions, in which such a variable has a row to itself.
 * A sum that contradicts earlier ones is left out.
 */
export function solveSums(sums: readonly KnownSum[]): Map<string, number> {
  const names = [...new Set(sums.flatMap(({ parts }) => [...parts.keys()]))];
  const basis = new Map<number, Rational[]>();
  for (const { parts, total } of sums) {
    const row = names.map((name) => rational(BigInt(parts.get(name) ?? 0)));
    insert(basis, [...row, rational(BigInt(total))], names.length);
  }
  const found = new Map<string, number>();
  for (const [column, row] of basis) {
    if (names.some((_, other) => other !== column && !isZero(row[other] ?? ZERO))) continue;
    const { top, bottom } = row[names.length] ?? ZERO;
    found.set(names[column] ?? '', Number(top) / Number(bottom));
  }
  return found;
}

/** Adds a row to a basis in reduced row echelon form: rows by the column of their leading one. */
function insert(basis: Map<number, Rational[]>, given: readonly Rational[], width: number): void {
  let row = [...given];
  for (const [column, other] of basis) row = cleared(row, column, other);
  const pivot = row.findIndex((value, column) => column < width && !isZero(value));
  if (pivot < 0) return;
  const lead = row[pivot] ?? ZERO;
  const unit = row.map((value) => over(value, lead));
  for (const [column, other] of basis) basis.set(column, cleared(other, pivot, unit));
  basis.set(pivot, unit);
}

/** A row less as much of a unit row as makes it 0 in the unit row's column. */
function cleared(row: Rational[], column: number, unit: readonly Rational[]): Rational[] {
  const factor = row[column] ?? ZERO;
  if (isZero(factor)) return row;
  return row.map((value, at) => {
    const taken = unit[at] ?? ZERO;
    return isZero(taken) ? value : minus(value, times(factor, taken));
  });
}
