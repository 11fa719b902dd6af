import type { Language } from './answers.ts';
import { type AnswerTo, answerOf, api } from './client.ts';
import { urlOf } from './deliveries.ts';

export type TemplateView = AnswerTo<'/api/templates'>['templates'][number];

/** What the tables of offices hold. */
export async function readTemplates(lang: Language, signal: AbortSignal): Promise<readonly TemplateView[]> {
  const { templates } = await answerOf<AnswerTo<'/api/templates'>>(
    api().GET('/api/templates', { params: { query: { lang } }, signal }),
  );
  return templates;
}

/** Where a template to fill in is to be had. */
export function templateUrl(kind: TemplateView['kind'], format: 'xlsx' | 'csv', lang: Language): string {
  return urlOf(`api/templates/${kind}?format=${format}&lang=${lang}`);
}

/** Where all templates are to be had in one workbook. */
export function allTemplatesUrl(lang: Language): string {
  return urlOf(`api/templates/all.xlsx?lang=${lang}`);
}
