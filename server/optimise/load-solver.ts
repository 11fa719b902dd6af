import loadHighs from 'highs';
import type { SolveProgram } from '../../geodata/siting/mixed-integer-program.ts';
import { solveWithHighs } from '../../geodata/siting/solve-with-highs.ts';

let loading: Promise<SolveProgram> | undefined;

/** The exact solver in Node, loaded once a thread: its program is compiled at the first call, in some 100 ms. */
export function loadSolver(): Promise<SolveProgram> {
  loading ??= loadHighs().then(solveWithHighs);
  return loading;
}
