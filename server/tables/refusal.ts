import { type GeodataError, inputInvalid } from '../../geodata/errors.ts';
import { WHOLE_ROW } from '../files/problem-words.ts';
import type { ReadingRule } from './reading-words.ts';

/** The error `input-invalid` for a file that is refused as a whole for one reason. Throw what it returns. */
export function refusal(file: string, rule: ReadingRule, where: { sheet?: string; row?: number } = {}): GeodataError {
  const { sheet, row = 1 } = where;
  return inputInvalid(file, [{ ...(sheet === undefined ? {} : { sheet }), row, column: WHOLE_ROW, rule }], 1);
}
