import type { Language } from '../language.ts';

/** A titled part of a report. */
export interface Section {
  readonly title: string;
  readonly body: string;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** A report's title and its sections, numbered as the language does: `一、统计口径`, `1. Counting rule`. */
export function joinSections(title: string, sections: readonly Section[], language: Language): string {
  const parts = sections.map(({ title: heading, body }, index) => {
    const number = language === 'zh' ? `${chineseNumber(index + 1)}、` : `${index + 1}. `;
    return `${number}${heading}\n\n${body}`;
  });
  return [title, ...parts].join('\n\n');
}

/** Numbers up to 99 as headings write them: 十, 十一, 二十. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return CHINESE_DIGITS.charAt(ones);
  return `${tens === 1 ? '' : CHINESE_DIGITS.charAt(tens)}十${ones === 0 ? '' : CHINESE_DIGITS.charAt(ones)}`;
}
