import { expect, it } from 'vitest';
import { loadSolver } from '../../../server/optimise/load-solver.ts';

it('loads the exact solver once, which answers a knapsack of three things', async () => {
  const solve = await loadSolver();
  expect(await loadSolver()).toBe(solve);
  // Most of 5a + 4b + 3c within 2a + 3b + c <= 5, each at most once: a and b are worth 9.
  const answer = solve(
    {
      columnCount: 3,
      cost: Float64Array.of(-5, -4, -3),
      columnLower: new Float64Array(3),
      columnUpper: new Float64Array(3).fill(1),
      whole: new Uint8Array(3).fill(1),
      rowLower: Float64Array.of(-Infinity),
      rowUpper: Float64Array.of(5),
      rowStart: Int32Array.of(0, 3),
      entryColumn: Int32Array.of(0, 1, 2),
      entryValue: Float64Array.of(2, 3, 1),
    },
    { secondsLeft: () => Infinity },
  );
  expect(answer).toEqual({ status: 'optimal', values: Float64Array.of(1, 1, 0), objective: -9, bound: -9 });
});
