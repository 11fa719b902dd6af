/** Most characters that a cell of a workbook may hold. */
const MOST_CHARACTERS = 32_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for these
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/**
 * A text of the user's file as it may stand in a cell that we add: what begins like a formula (`= + - @`, full-width
 * too) gets an apostrophe in front (OWASP, CSV injection; `server/files/csv-text.ts`), what XML cannot hold is a `?`.
 */
export function safeText(text: string): string {
  const plain = storableText(text);
  return /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(plain) ? `'${plain}` : plain;
}

/** A text that a workbook can hold: cells that repeat the user's own are texts, which no spreadsheet program runs. */
export function storableText(text: string): string {
  const plain = text.replace(NOT_IN_XML, '?');
  return plain.length > MOST_CHARACTERS ? `${plain.slice(0, MOST_CHARACTERS)}…` : plain;
}
