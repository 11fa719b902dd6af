import { GeodataError } from '../../geodata/errors.ts';

/** A file that somebody brought: where it lies, and what its owner calls it, in messages and sources. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

/** Waits for something read from a file, which readers name by its path, and calls it by its own name in what goes wrong. */
export async function callingByName<Value>({ path, name }: NamedFile, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof GeodataError) || error.data['file'] !== path || path === name) throw error;
    throw new GeodataError(error.code, error.message.replaceAll(path, name), { ...error.data, file: name });
  }
}
