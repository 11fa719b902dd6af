import { headerKey } from '../../files/header-key.ts';
import { YES_NO } from '../templates/shared-fields.ts';
import type { TemplateField, TemplateWord } from '../templates/template.ts';
import type { CellReader, CellReport } from './cell-report.ts';

interface KnownWord {
  readonly value: string;
  readonly zh: string;
  /** One of the spellings that the template itself offers. */
  readonly own: boolean;
}

/** Reads one word of the field's list. Another spelling than the template's is a repair. */
export function wordReader({ words }: TemplateField): CellReader {
  const known = knownWords(words ?? []);
  return (value, report) => oneWord(String(value), known, report);
}

/** Reads several words of the field's list, each once, in the order of the cell. */
export function wordListReader({ words }: TemplateField): CellReader {
  const known = knownWords(words ?? []);
  return (value, report) => {
    const parts = String(value)
      .split(/[、,，;；/／+＋\s]+/)
      .filter((part) => part !== '');
    const values = parts.map((part) => oneWord(part, known, report));
    return values.includes(undefined) ? undefined : [...new Set(values as string[])];
  };
}

/** Reads yes or no: 是, 有, √, 1 and the like. */
export const readYesNo: CellReader = (value, report) => {
  if (typeof value === 'boolean') return value;
  const found = oneWord(String(value), YES_NO_WORDS, report);
  return found === undefined ? undefined : found === 'yes';
};

const YES_NO_WORDS = knownWords(YES_NO);

function knownWords(words: readonly TemplateWord[]): ReadonlyMap<string, KnownWord> {
  const known = new Map<string, KnownWord>();
  for (const { value, zh, en, synonyms } of words) {
    for (const text of synonyms) known.set(headerKey(text), { value, zh, own: false });
    for (const text of [value, zh, en]) known.set(headerKey(text), { value, zh, own: true });
  }
  return known;
}

function oneWord(text: string, known: ReadonlyMap<string, KnownWord>, report: CellReport): string | undefined {
  const found = known.get(text) ?? known.get(headerKey(text));
  if (found === undefined)
    report('error', 'word-unknown', { words: [...new Set([...known.values()].map(({ zh }) => zh))].join('、') });
  else if (!found.own) report('repair', 'word-read', { word: found.zh });
  return found?.value;
}
