import { Type } from 'typebox';
import type { Language } from '../language.ts';
import { TABLE_KINDS } from '../tables/table-kind.ts';
import { templateCsv } from '../tables/templates/template-csv.ts';
import { choicesOf } from '../tables/templates/template-rows.ts';
import { allTemplatesWorkbook, templateWorkbook } from '../tables/templates/template-workbook.ts';
import { TEMPLATES } from '../tables/templates/templates.ts';
import type { ApiApp } from './api-app.ts';
import { LangQuery, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import { TemplateList, type TemplateListBody, TemplateParams, TemplateQuery } from './contract/templates.ts';
import { attachment, sendWorkbook, WORKBOOK_RESPONSE } from './downloads.ts';
import { CONTENT_TYPES, languageOf, mediaOf, XLSX_TYPE } from './negotiate.ts';

const TAGS = ['intakes'];
const ALL_NAME = { zh: '数据模板', en: 'Templates' } as const;

/** The templates that offices fill in. */
export function templateRoutes(app: ApiApp): void {
  app.get(
    '/templates',
    {
      schema: {
        tags: TAGS,
        summary: 'The tables that a county’s offices send: what each holds and what is required',
        querystring: Strict(LangQuery),
        response: { 200: TemplateList, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => templateList(languageOf(request)),
  );

  app.get(
    '/templates/all.xlsx',
    {
      schema: {
        tags: TAGS,
        summary: 'All templates in one workbook',
        querystring: Strict(LangQuery),
        response: { 200: WORKBOOK_RESPONSE, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const language = languageOf(request);
      return sendWorkbook(reply, await allTemplatesWorkbook(language), `${ALL_NAME[language]}.xlsx`);
    },
  );

  app.get(
    '/templates/:kind',
    {
      schema: {
        tags: TAGS,
        summary: 'A template to fill in, with notes, lists and an example row',
        params: TemplateParams,
        querystring: TemplateQuery,
        response: {
          200: {
            description: 'XLSX or CSV, by format or Accept',
            content: {
              [XLSX_TYPE]: WORKBOOK_RESPONSE.content[XLSX_TYPE],
              'text/csv': { schema: Type.String({ description: 'UTF-8 with a byte order mark' }) },
            },
          },
          ...PROBLEM_RESPONSES,
        },
      },
    },
    async (request, reply) => {
      const { kind } = request.params;
      const language = languageOf(request);
      const format = request.query.format ?? mediaOf(request, ['xlsx', 'csv']);
      const name = `${TEMPLATES[kind][language]}.${format}`;
      if (format === 'xlsx') return sendWorkbook(reply, await templateWorkbook(kind, language), name);
      return reply
        .type(CONTENT_TYPES.csv)
        .header('content-disposition', attachment(name))
        .send(templateCsv(kind, language));
    },
  );
}

function templateList(language: Language): TemplateListBody {
  return {
    templates: TABLE_KINDS.map((kind) => {
      const { zh, en, fields } = TEMPLATES[kind];
      return {
        kind,
        name: { zh, en },
        fields: fields.map((field) => ({
          ...{ key: field.key, name: { zh: field.zh, en: field.en }, required: field.required, type: field.type },
          ...{ note: { zh: field.note.zh, en: field.note.en }, choices: listOf(choicesOf(field, language)) },
        })),
      };
    }),
  };
}

function listOf(choices: readonly string[] | undefined): string[] | null {
  return choices ? [...choices] : null;
}
