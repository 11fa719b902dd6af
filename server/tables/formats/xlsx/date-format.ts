/** What a number format shows of a number that counts days; undefined where it shows a plain number. */
export type DateFormat = 'date' | 'time' | 'date-time';

/** Formats that have no text in the file (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 as zh-CN has them. */
const BUILT_IN: ReadonlyMap<number, DateFormat> = new Map([
  ...both([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58], 'date'),
  ...both([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56], 'time'),
  ...both([22], 'date-time'),
]);

function both(ids: readonly number[], format: DateFormat): [number, DateFormat][] {
  return ids.map((id) => [id, format]);
}

/**
 * Whether a number format means a date. `code` is its text, such as `yyyy"年"m"月"d"日"`; where the file has none, the
 * built-in formats are meant. A span of hours `[h]:mm` is a number.
 */
export function dateFormat(id: number, code: string | undefined): DateFormat | undefined {
  return code === undefined ? BUILT_IN.get(id) : formatOfCode(code);
}

function formatOfCode(code: string): DateFormat | undefined {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return undefined;
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/AM\/PM|A\/P|General|G\/通用格式/gi, '')
    .split(';', 1)
    .join('')
    .toLowerCase();
  const hasTime = /[hs]/.test(letters);
  const hasDate = /[yd]/.test(letters) || (letters.includes('m') && !hasTime);
  if (hasDate) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : undefined;
}
