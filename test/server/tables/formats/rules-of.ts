import { GeodataError, type InputProblem } from '../../../../geodata/errors.ts';

/** The rules that a refused file breaks; fails where it is not refused. */
export async function rulesOf(reading: Promise<unknown>): Promise<string[]> {
  const error = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof GeodataError) || error.code !== 'input-invalid') throw error ?? new Error('Nothing refused.');
  return (error.data['problems'] as InputProblem[]).map(({ rule }) => rule);
}
