import type { Language } from '../../language.ts';
import type { Template, TemplateField } from './template.ts';

/** Words of the frame of a template. */
const SERIAL = { zh: '序号', en: 'No.' } as const;
const EXAMPLE = { zh: '示例', en: 'Example' } as const;
const YES_NO_LABELS = { zh: ['是', '否'], en: ['yes', 'no'] } as const;

/** The header of a template: a serial number, which the reader leaves aside, then each column, required ones with *. */
export function templateHeader({ fields }: Template, language: Language): string[] {
  return [SERIAL[language], ...fields.map((field) => `${field[language]}${field.required ? '*' : ''}`)];
}

/** The row that shows how to fill in, marked 示例 where the serial number stands, by which the reader leaves it out. */
export function exampleRow({ fields }: Template, language: Language): (string | number)[] {
  return [EXAMPLE[language], ...fields.map((field) => exampleOf(field, language))];
}

/** The words that a column's cells may be, in the language; undefined where it is open. */
export function choicesOf({ type, words }: TemplateField, language: Language): readonly string[] | undefined {
  if (type === 'yes-no') return YES_NO_LABELS[language];
  return words?.map((word) => word[language]);
}

function exampleOf(field: TemplateField, language: Language): string | number {
  const { example, type, words } = field;
  if (language === 'zh') return example;
  if (type === 'yes-no') return example === '是' ? 'yes' : 'no';
  return words?.find(({ zh }) => zh === example)?.en ?? example;
}
