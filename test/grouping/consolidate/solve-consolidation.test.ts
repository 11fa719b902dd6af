import { beforeAll, describe, expect, it } from 'vitest';
import { checkAnswer } from '../../../geodata/grouping/consolidate/check-answer.ts';
import { solveConsolidation } from '../../../geodata/grouping/consolidate/solve-consolidation.ts';
import type { SolveProgram } from '../../../geodata/siting/mixed-integer-program.ts';
import { loadSolver } from '../../../server/optimise/load-solver.ts';
import { bruteForce } from '../../oracles/consolidation-brute-force.ts';
import { randomProblem } from './solve-counties.ts';

const UNLIMITED = { secondsLeft: () => Number.POSITIVE_INFINITY };

describe('solveConsolidation', () => {
  let solve: SolveProgram;
  beforeAll(async () => {
    solve = await loadSolver();
  });

  it('proves what looking at every plan finds, in 200 random counties, the impossible among them', () => {
    let impossible = 0;
    for (let seed = 0; seed < 200; seed++) {
      const problem = randomProblem(seed);
      const answer = solveConsolidation(problem, solve, UNLIMITED);
      const { status, values } = bruteForce(problem);
      expect({ seed, status: answer.status, values: answer.stages.map(({ value }) => value) }).toEqual({
        seed,
        status,
        values,
      });
      expect(answer.stages.map(({ bound }) => bound)).toEqual(values);
      expect(checkAnswer(problem, answer)).toEqual([]);
      if (status === 'infeasible') impossible++;
    }
    expect(impossible).toBeGreaterThan(30);
    expect(impossible).toBeLessThan(170);
  });
});
