import { GeodataError } from '../../geodata/errors.ts';

/**
 * Waits for something read from `file` and adds the file's name to what goes wrong with it: the
 * engine sees bytes and cannot know it. Other errors pass through unchanged; Node's own name the path.
 */
export async function namingFile<Value>(file: string, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof GeodataError) || 'file' in error.data) throw error;
    throw new GeodataError(error.code, `${file}: ${error.message}`, { ...error.data, file });
  }
}
