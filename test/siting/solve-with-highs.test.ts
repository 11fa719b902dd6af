import { describe, expect, it } from 'vitest';
import { isFeasible } from '../../geodata/siting/check-program.ts';
import type { MixedIntegerProgram, SearchBudget } from '../../geodata/siting/mixed-integer-program.ts';
import { loadSolver } from '../../server/optimise/load-solver.ts';
import { mulberry32 } from '../oracles/random.ts';

const ENDLESS: SearchBudget = { secondsLeft: () => Infinity };
const solve = await loadSolver();

describe('solveWithHighs', () => {
  it('finds the cheapest of all 0-1 choices that keep the rows, or that there is none', () => {
    const random = mulberry32(1);
    let infeasible = 0;
    for (let round = 0; round < 60; round++) {
      const program = randomProgram(random);
      const best = cheapestByEnumeration(program);
      const { status, objective, bound, values } = solve(program, ENDLESS);
      expect(objective).toBe(best);
      expect(status).toBe(best === undefined ? 'infeasible' : 'optimal');
      if (best === undefined) infeasible++;
      else expect(isFeasible(program, values ?? new Float64Array())).toBe(true);
      expect(bound).toBeCloseTo(best ?? Infinity, 6);
    }
    expect(infeasible).toBeGreaterThan(3);
    expect(infeasible).toBeLessThan(50);
  });

  it('solves a linear program without whole columns, with the objective as its bound', () => {
    // Least -x - y with x + 2y <= 4 and 3x + y <= 6: the corner (1.6, 1.2).
    const program = denseProgram(
      [-1, -1],
      [
        [1, 2],
        [3, 1],
      ],
      [-Infinity, -Infinity],
      [4, 6],
      Infinity,
      0,
    );
    const { status, objective, bound, values } = solve(program, ENDLESS);
    expect(status).toBe('optimal');
    expect(objective).toBeCloseTo(-2.8, 9);
    expect(bound).toBeCloseTo(-2.8, 9);
    expect([...(values ?? [])].map((value) => value.toFixed(6))).toEqual(['1.600000', '1.200000']);
  });

  it('says that a linear program has no solution', () => {
    const program = denseProgram([1], [[1]], [3], [Infinity], 2, 0);
    expect(solve(program, ENDLESS)).toEqual({
      status: 'infeasible',
      values: undefined,
      objective: undefined,
      bound: Infinity,
    });
  });

  it('throws on a program without a least cost', () => {
    expect(() => solve(denseProgram([-1], [], [], [], Infinity, 0), ENDLESS)).toThrow(/unbounded/);
  });

  it('gives back a start that holds where no time is left, with no bound', () => {
    const program = denseProgram([2, 3], [[1, 1]], [1], [2], 1, 1);
    const spent: SearchBudget = { secondsLeft: () => 0 };
    const start = Float64Array.of(0, 1);
    expect(solve(program, spent, { start })).toEqual({
      status: 'limit',
      values: start,
      objective: 3,
      bound: -Infinity,
    });
    const broken = Float64Array.of(0, 0);
    expect(solve(program, spent, { start: broken }).values).toBeUndefined();
  });

  it('stops where it is called off, and keeps a start at least', () => {
    const random = mulberry32(5);
    const program = hardProgram(random, 60, 40);
    const start = new Float64Array(60).fill(1);
    const answer = solve(program, { secondsLeft: () => Infinity, isCalledOff: afterCalls(3) }, { start });
    expect(answer.status).toBe('limit');
    expect(isFeasible(program, answer.values ?? new Float64Array())).toBe(true);
    expect(answer.bound).toBeLessThan(answer.objective ?? -Infinity);
  });

  it('accepts rows and columns of nothing', () => {
    expect(solve(denseProgram([], [], [], [], 1, 1), ENDLESS).status).toBe('optimal');
    expect(solve(denseProgram([], [[]], [1], [2], 1, 1), ENDLESS).status).toBe('infeasible');
    expect(solve(denseProgram([3], [], [], [], 1, 1), ENDLESS).objective).toBe(0);
  });
});

function afterCalls(count: number): () => boolean {
  let calls = 0;
  return () => ++calls > count;
}

function denseProgram(
  cost: readonly number[],
  rows: readonly (readonly number[])[],
  rowLower: readonly number[],
  rowUpper: readonly number[],
  columnUpper: number,
  whole: 0 | 1,
): MixedIntegerProgram {
  return {
    columnCount: cost.length,
    cost: Float64Array.from(cost),
    columnLower: new Float64Array(cost.length),
    columnUpper: new Float64Array(cost.length).fill(columnUpper),
    whole: new Uint8Array(cost.length).fill(whole),
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    rowStart: Int32Array.from({ length: rows.length + 1 }, (_, row) => row * cost.length),
    entryColumn: Int32Array.from(rows.flatMap((row) => row.map((_, column) => column))),
    entryValue: Float64Array.from(rows.flat()),
  };
}

function randomProgram(random: () => number): MixedIntegerProgram {
  const columns = 2 + Math.floor(random() * 7);
  const rows = 1 + Math.floor(random() * 4);
  const whole = (span: number) => Math.floor(random() * span);
  const matrix = Array.from({ length: rows }, () => Array.from({ length: columns }, () => whole(9) - 3));
  const lower = matrix.map(() => whole(10) - 4);
  const cost = Array.from({ length: columns }, () => whole(21) - 5);
  return denseProgram(
    cost,
    matrix,
    lower,
    lower.map((low) => low + whole(4)),
    1,
    1,
  );
}

/** A multidimensional covering program, far too large to end within three nodes. */
function hardProgram(random: () => number, columns: number, rows: number): MixedIntegerProgram {
  const matrix = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => 5 + Math.floor(random() * 90)),
  );
  const half = matrix.map((row) => Math.floor(row.reduce((sum, value) => sum + value, 0) / 2));
  const cost = Array.from({ length: columns }, () => 40 + Math.floor(random() * 20));
  return denseProgram(
    cost,
    matrix,
    half,
    half.map(() => Infinity),
    1,
    1,
  );
}

function cheapestByEnumeration(program: MixedIntegerProgram): number | undefined {
  let best: number | undefined;
  for (let bits = 0; bits < 2 ** program.columnCount; bits++) {
    const values = Float64Array.from({ length: program.columnCount }, (_, i) => (bits >> i) & 1);
    if (!isFeasible(program, values)) continue;
    const cost = values.reduce((sum, value, i) => sum + value * (program.cost[i] ?? 0), 0);
    if (best === undefined || cost < best) best = cost;
  }
  return best;
}
