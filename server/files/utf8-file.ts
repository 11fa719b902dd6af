import { readFile } from 'node:fs/promises';
import type { ProblemList } from './input-problems.ts';
import { WHOLE_ROW } from './problem-words.ts';

/**
 * The text of a UTF-8 file without its byte order mark. Throws `input-invalid` on bytes that are not
 * UTF-8, which are never replaced; a file that is not there is Node's own error.
 */
export async function readUtf8(path: string, problems: ProblemList): Promise<string> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problems.fail(1, WHOLE_ROW, 'not-utf8');
  }
}
