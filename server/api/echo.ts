import { personalValue } from '../files/personal-data.ts';

/** So much of a client's own text stands in an answer to it. */
const LONGEST_ECHO = 80;
/** And so much of it is looked at. */
const LONGEST_LOOKED_AT = 500;

/**
 * A client's own text as an answer may repeat it: short, in visible characters, and not at all where it looks like
 * personal data, since answers end in logs, screenshots and reports.
 */
export function echoed(text: string): string {
  const beginning = text.slice(0, LONGEST_LOOKED_AT);
  if (personalValue(beginning)) return '…';
  const visible = beginning.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  const characters = Array.from(visible);
  return characters.length > LONGEST_ECHO ? `${characters.slice(0, LONGEST_ECHO).join('')}…` : visible;
}
