import { personalValue } from '../files/personal-data.ts';
import { RequestError } from './problems.ts';

/** What can be wrong with a text that is to be kept. */
export const KEPT_TEXT_WORDS = {
  'text-unusable': { zh: '含有无法保存的字符', en: 'holds characters that cannot be stored' },
  'personal-data': { zh: '疑似个人信息，请删除', en: 'looks like personal data; remove it' },
} as const;

/**
 * Why a text cannot be kept: it holds characters that nobody can see or that turn others around (lines may break), or
 * one that stands for bytes that were no UTF-8, or what looks like personal data. Undefined where nothing is wrong.
 */
export function keptTextRule(text: string): keyof typeof KEPT_TEXT_WORDS | undefined {
  if (/(?![\t\n\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFD]/u.test(text)) return 'text-unusable';
  return personalValue(text) && 'personal-data';
}

/**
 * Refuses names that cannot be kept.
 * @param texts by their places, such as `body/name`
 * @throws RequestError 400 with every one of them
 */
export function requireKeptTexts(texts: readonly (readonly [column: string, text: string])[]): void {
  const problems = texts.flatMap(([column, text]) => {
    const rule = keptTextRule(text);
    return rule ? [{ column, rule, text: KEPT_TEXT_WORDS[rule] }] : [];
  });
  const [first] = problems;
  if (!first) return;
  const words = { zh: `${first.column}：${first.text.zh}`, en: `${first.column}: ${first.text.en}` };
  throw new RequestError(400, 'request-invalid', words, problems.slice(0, LISTED_PROBLEMS));
}

/** At most so many problems of a request are listed. */
const LISTED_PROBLEMS = 20;
