import type { MixedIntegerProgram } from './mixed-integer-program.ts';

type RowColumns = Pick<MixedIntegerProgram, 'rowLower' | 'rowUpper' | 'rowStart' | 'entryColumn' | 'entryValue'>;

/** The rows of a program as they are written down, one after the other. */
export class ProgramRows {
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly start: number[] = [0];
  private readonly column: number[] = [];
  private readonly value: number[] = [];

  /** lower <= sum of value x column <= upper; each column at most once. A row without entries is kept: it is 0. */
  add(lower: number, upper: number, entries: readonly (readonly [column: number, value: number])[]): void {
    this.lower.push(lower);
    this.upper.push(upper);
    for (const [column, value] of entries) {
      this.column.push(column);
      this.value.push(value);
    }
    this.start.push(this.column.length);
  }

  columns(): RowColumns {
    return {
      rowLower: Float64Array.from(this.lower),
      rowUpper: Float64Array.from(this.upper),
      rowStart: Int32Array.from(this.start),
      entryColumn: Int32Array.from(this.column),
      entryValue: Float64Array.from(this.value),
    };
  }
}
