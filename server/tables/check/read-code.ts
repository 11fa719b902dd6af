import { isRoundedId } from '../../files/place-ids.ts';
import type { TemplateField } from '../templates/template.ts';
import type { CellReader, CellReport, FilledValue } from './cell-report.ts';
import { halfWidth } from './half-width.ts';
import { unusableText } from './read-text.ts';

/** Numbers with as many digits were meant as codes: a spreadsheet shows them as 3.7E+11. */
const LONG_DIGITS = 11;
const UNIT_DIGITS = 12;

/**
 * Reads an identifier as text. What a spreadsheet or a database has put around its digits (an apostrophe, spaces, `.0`)
 * is taken off with a repair; digits that are lost are an error, a wrong number of them a doubt.
 */
export function codeReader(field: TemplateField): CellReader {
  const { digits } = field;
  const isUnitCode = digits?.length === 1 && digits[0] === UNIT_DIGITS;
  return (value, report) => {
    const text = codeText(value, digits !== undefined, report);
    if (text === undefined || digits === undefined) return text;
    if (!/^\d+$/.test(text)) return fail(report, 'code-not-digits');
    if (!digits.includes(text.length)) report('doubt', 'code-digits', { found: text.length, wanted: digits.join('/') });
    else if (isUnitCode && text.endsWith('000')) report('doubt', 'code-not-village');
    return text;
  };
}

function codeText(value: FilledValue, isDigits: boolean, report: CellReport): string | undefined {
  if (typeof value === 'boolean') return fail(report, 'code-not-digits');
  if (typeof value === 'number') return codeOfNumber(value, isDigits, report);
  const plain = halfWidth(value, report);
  if (isRoundedId(plain)) return fail(report, 'code-rounded');
  const bare = bareCode(plain, isDigits);
  if (bare !== plain) report('repair', 'code-format');
  return unusableText(bare, report) ? undefined : bare;
}

/** Spaces are taken out of digits only: the code may be the name of a place. */
function bareCode(text: string, isDigits: boolean): string {
  const unquoted = text.replace(/^['’‘`]/, '').trim();
  const joined = isDigits || /^[\d\s]+$/.test(unquoted) ? unquoted.replace(/\s/g, '') : unquoted;
  return /^\d+\.0+$/.test(joined) ? joined.slice(0, joined.indexOf('.')) : joined;
}

function codeOfNumber(value: number, isDigits: boolean, report: CellReport): string | undefined {
  if (!Number.isSafeInteger(value) || value < 0) return fail(report, 'code-rounded');
  const text = String(value);
  if (isDigits || text.length >= LONG_DIGITS) report('repair', 'code-as-number');
  return text;
}

function fail(report: CellReport, rule: string): undefined {
  report('error', rule);
  return undefined;
}
