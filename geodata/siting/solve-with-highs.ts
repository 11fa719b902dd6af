import type { Highs, HighsCallbackMap, Model } from 'highs';
import { costOf, isFeasible } from './check-program.ts';
import type {
  MixedIntegerProgram,
  MixedIntegerSolution,
  SearchBudget,
  SolveProgram,
  SolveStatus,
} from './mixed-integer-program.ts';

type SolveOptions = NonNullable<Parameters<SolveProgram>[2]>;

/**
 * The exact solver: HiGHS, in one thread, with no relative gap, its native memory freed after every program. The host
 * loads `highs`, which may be used for any number of programs, one after the other. Whole columns of the answer are
 * rounded to whole numbers and its objective is counted from them. A start that breaks a row is passed over.
 * HiGHS looks at the host's will between its own steps, so that a call back may take a second on large programs.
 * @throws Error where the program is unbounded or HiGHS refuses or fails it, with its status
 */
export function solveWithHighs(highs: Highs): SolveProgram {
  return (program, budget, options = {}) => {
    const start = options.start && isFeasible(program, options.start) ? options.start : undefined;
    const unsolved = bestKnown(program, 'limit', start, -Infinity);
    if (isOver(budget)) return unsolved;
    if (program.columnCount === 0) return solveWithoutColumns(program);
    const model = highs.createModel(modelData(highs, program));
    try {
      return run(highs, model, program, budget, { ...options, start });
    } finally {
      model.dispose();
    }
  };
}

function isOver({ secondsLeft, isCalledOff }: SearchBudget): boolean {
  return secondsLeft() <= 0 || (isCalledOff?.() ?? false);
}

/** Every row is 0 then, so that either nothing is the answer or there is none. */
function solveWithoutColumns(program: MixedIntegerProgram): MixedIntegerSolution {
  const values = new Float64Array(0);
  if (isFeasible(program, values)) return { status: 'optimal', values, objective: 0, bound: 0 };
  return { status: 'infeasible', values: undefined, objective: undefined, bound: Infinity };
}

function modelData(highs: Highs, program: MixedIntegerProgram): Parameters<Highs['createModel']>[0] {
  const { columnCount, rowStart, entryColumn, entryValue } = program;
  const rowCount = program.rowLower.length;
  return {
    numCols: columnCount,
    numRows: rowCount,
    sense: highs.constants.objectiveSense.minimize,
    colCost: program.cost,
    colLower: program.columnLower,
    colUpper: program.columnUpper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    integrality: hasWhole(program) ? Int32Array.from(program.whole) : undefined,
    matrix: {
      format: 'csr',
      numRows: rowCount,
      numCols: columnCount,
      starts: rowStart,
      indices: entryColumn,
      values: entryValue,
    },
  };
}

function hasWhole({ whole }: MixedIntegerProgram): boolean {
  return whole.includes(1);
}

function run(
  highs: Highs,
  model: Model,
  program: MixedIntegerProgram,
  budget: SearchBudget,
  { start, absoluteGap = 0 }: SolveOptions,
): MixedIntegerSolution {
  const isMixed = hasWhole(program);
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: absoluteGap });
  const seconds = budget.secondsLeft();
  if (Number.isFinite(seconds)) model.options.set('time_limit', Math.max(0, seconds));
  if (start && isMixed) model.setSolution({ colValue: start });
  model.run(callbacks(highs, isMixed, budget));
  let status = statusOf(highs, model);
  if (status === 'undecided') {
    model.options.set('presolve', 'off');
    model.clearSolver();
    model.run(callbacks(highs, isMixed, budget));
    status = statusOf(highs, model);
    if (status === 'undecided') throw new Error('The program is unbounded or infeasible, HiGHS cannot say which.');
  }
  if (status === 'infeasible') return { status, values: undefined, objective: undefined, bound: Infinity };
  return answer(highs, model, program, status, start);
}

/** Mixed programs are asked between nodes, pure linear ones between iterations, where that costs time: only on demand. */
function callbacks(highs: Highs, isMixed: boolean, budget: SearchBudget): HighsCallbackMap {
  const { mipInterrupt, simplexInterrupt } = highs.constants.callbackType;
  if (!isMixed) {
    if (!budget.isCalledOff) return {};
    return {
      [simplexInterrupt]: (event) => {
        if (isOver(budget)) event.interrupt();
        return undefined;
      },
    };
  }
  return {
    [mipInterrupt]: (event) => {
      const { mip_primal_bound: best, mip_dual_bound: bound } = event.data;
      budget.onProgress?.(Number.isFinite(best) ? best : undefined, bound ?? -Infinity);
      if (isOver(budget)) event.interrupt();
      return undefined;
    },
  };
}

function statusOf(highs: Highs, model: Model): SolveStatus | 'undecided' {
  const codes = highs.constants.modelStatus;
  const code = model.getModelStatus();
  if (code === codes.optimal) return 'optimal';
  if (code === codes.infeasible) return 'infeasible';
  if (code === codes.unboundedOrInfeasible) return 'undecided';
  if (code === codes.timeLimit || code === codes.interrupted) return 'limit';
  const name = Object.entries(codes).find(([, value]) => value === code)?.[0] ?? String(code);
  throw new Error(`HiGHS ended with status ${name}.`);
}

function answer(
  highs: Highs,
  model: Model,
  program: MixedIntegerProgram,
  status: 'optimal' | 'limit',
  start: Float64Array | undefined,
): MixedIntegerSolution {
  const isMixed = hasWhole(program);
  const found = foundValues(highs, model, program, status);
  const better = found && start && costOf(program, start) < costOf(program, found) ? start : (found ?? start);
  const best = bestKnown(program, status, better, -Infinity);
  const proved = isMixed ? Number(model.info.get('mip_dual_bound')) : status === 'optimal' ? best.objective : undefined;
  const bound = Number.isNaN(proved) || proved === undefined ? -Infinity : proved;
  return { ...best, bound: Math.min(bound, best.objective ?? Infinity) };
}

/** The primal values where HiGHS holds a solution within its tolerances, whole columns made whole. */
function foundValues(
  highs: Highs,
  model: Model,
  { whole }: MixedIntegerProgram,
  status: 'optimal' | 'limit',
): Float64Array | undefined {
  const isPrimalFeasible = Number(model.info.get('primal_solution_status')) === highs.constants.solutionStatus.feasible;
  if (status === 'limit' && !isPrimalFeasible) return undefined;
  return model.getSolution().colValue.map((value, i) => (whole[i] === 1 ? Math.round(value) : value));
}

function bestKnown(
  program: MixedIntegerProgram,
  status: SolveStatus,
  values: Float64Array | undefined,
  bound: number,
): MixedIntegerSolution {
  return { status, values, objective: values && costOf(program, values), bound };
}
