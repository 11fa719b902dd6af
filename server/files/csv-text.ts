const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows of cells as the text of a CSV file for people with Excel or WPS and for programs alike:
 * RFC 4180 (CRLF, quotation marks doubled, a line end after the last row), with a byte order mark,
 * without which Excel takes UTF-8 for GBK. Numbers are written as they are, undefined as an empty
 * cell. Text is changed in two cases, both undone by a reader that trims cells and drops an
 * apostrophe before one of `= + - @`:
 *
 * - Text that a spreadsheet would read as a number and damage (twelve digits and more, which become
 *   3.7E+11; leading zeros; `1e5`) gets a tab at its end, which makes it text. Quotation marks do
 *   not stop Excel, and `="…"` would be a formula to every other reader.
 * - Text that begins like a formula (`= + - @`, full-width too) and is no number gets an apostrophe
 *   in front, so that a name in the data cannot run as a formula (OWASP, CSV injection).
 */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: string | number | undefined): string {
  const text = typeof value === 'string' ? guardedText(value) : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function guardedText(text: string): string {
  if (/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) && !isNumber(text)) return `'${text}`;
  return /^(?:\d{12,}|0\d+|\d+e[+-]?\d+)$/i.test(text) ? `${text}\t` : text;
}

function isNumber(text: string): boolean {
  return /^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(text);
}
