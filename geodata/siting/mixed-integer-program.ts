/** A linear program with whole-numbered columns, as sparse rows: least `cost . x` within the bounds of rows and columns. */
export interface MixedIntegerProgram {
  readonly columnCount: number;
  readonly cost: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** 1 where the column must be whole. */
  readonly whole: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** rows + 1: entries of row r stand at `rowStart[r] .. rowStart[r + 1] - 1`. */
  readonly rowStart: Int32Array;
  readonly entryColumn: Int32Array;
  readonly entryValue: Float64Array;
}

/** How a search ended. `limit`: time ran out or it was called off; the best found and the bound still hold. */
export type SolveStatus = 'optimal' | 'infeasible' | 'limit';

export interface MixedIntegerSolution {
  readonly status: SolveStatus;
  /** The best found, one a column; undefined where none was. */
  readonly values: Float64Array | undefined;
  readonly objective: number | undefined;
  /** No solution costs less than this; Infinity where there is none at all. */
  readonly bound: number;
}

/** The clock and the will of the host: `geodata` has neither. */
export interface SearchBudget {
  /** Seconds that may still be spent; 0 or less ends the search. Infinity for no limit. */
  readonly secondsLeft: () => number;
  /** Whether the host has called the search off. */
  readonly isCalledOff?: () => boolean;
  /** Told of the best and the bound as they come nearer to each other. */
  readonly onProgress?: (best: number | undefined, bound: number) => void;
}

/** Solves a program to proven optimality within the budget. The host makes one, since loading the solver waits. */
export type SolveProgram = (
  program: MixedIntegerProgram,
  budget: SearchBudget,
  /** A solution to start from, and a gap of the objective at which optimality is taken as proved (0 by default). */
  options?: { readonly start?: Float64Array; readonly absoluteGap?: number },
) => MixedIntegerSolution;
