import type { MixedIntegerProgram } from './mixed-integer-program.ts';

/** How far a row, a bound or a whole number may be missed by the last bits, relative to its size: HiGHS's own 1e-6. */
const TOLERANCE = 1e-6;

/** What the values cost in the program. */
export function costOf({ cost }: MixedIntegerProgram, values: Float64Array): number {
  return values.reduce((sum, value, column) => sum + cost[column]! * value, 0);
}

/** Whether the values, one a column, keep every bound, every row and the wholeness of columns, up to 1e-6. */
export function isFeasible(program: MixedIntegerProgram, values: Float64Array): boolean {
  const { columnCount, columnLower, columnUpper, whole, rowLower, rowUpper } = program;
  if (values.length !== columnCount) return false;
  for (let column = 0; column < columnCount; column++) {
    const value = values[column]!;
    if (!isWithin(value, columnLower[column]!, columnUpper[column]!)) return false;
    if (whole[column] === 1 && Math.abs(value - Math.round(value)) > TOLERANCE) return false;
  }
  for (let row = 0; row < rowLower.length; row++) {
    if (!isWithin(activityOf(program, row, values), rowLower[row]!, rowUpper[row]!)) return false;
  }
  return true;
}

function isWithin(value: number, lower: number, upper: number): boolean {
  const slack = TOLERANCE * Math.max(1, Math.abs(value));
  return value >= lower - slack && value <= upper + slack;
}

function activityOf({ rowStart, entryColumn, entryValue }: MixedIntegerProgram, row: number, values: Float64Array) {
  let sum = 0;
  for (let entry = rowStart[row]!; entry < rowStart[row + 1]!; entry++) {
    sum += entryValue[entry]! * values[entryColumn[entry]!]!;
  }
  return sum;
}
