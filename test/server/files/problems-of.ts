import { GeodataError, type InputProblem } from '../../../geodata/errors.ts';

export interface Refusal {
  readonly error: GeodataError;
  readonly problems: readonly InputProblem[];
  readonly problemCount: number;
}

/** What a reader refuses its file for; fails the test where the file is accepted or something else is thrown. */
export async function refusalOf(reading: Promise<unknown>): Promise<Refusal> {
  const error = await reading.then(
    () => new Error('The file was accepted.'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof GeodataError) || error.code !== 'input-invalid') throw error;
  const { problems, problemCount } = error.data as { problems: readonly InputProblem[]; problemCount: number };
  return { error, problems, problemCount };
}

/** The problems as `row column rule`, to be compared at a glance. */
export async function problemsOf(reading: Promise<unknown>): Promise<string[]> {
  const { problems } = await refusalOf(reading);
  return problems.map(({ row, column, rule }) => `${row} ${column} ${rule}`);
}
