import '@fastify/accepts';
import type { FastifyRequest } from 'fastify';
import type { Language } from '../language.ts';
import { RequestError } from './problems.ts';

/** The language of a request's texts: `lang` in its address, else Accept-Language, else Chinese. */
export function languageOf(request: FastifyRequest): Language {
  const { lang } = (request.query ?? {}) as { readonly lang?: unknown };
  if (lang === 'zh' || lang === 'en') return lang;
  return request.accepts().language(['zh', 'en']) === 'en' ? 'en' : 'zh';
}

/** What an answer may be written as. */
export type Media = TextMedia | 'xlsx';

/** Those of them that are text. */
export type TextMedia = 'json' | 'geojson' | 'csv';

/** A workbook, as Excel and WPS open it. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const MEDIA_TYPES: Readonly<Record<Media, string>> = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv',
  xlsx: XLSX_TYPE,
};

/** With their character set, as headers name them. */
export const CONTENT_TYPES: Readonly<Record<Media, string>> = {
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: XLSX_TYPE,
};

/**
 * The form that the request's Accept header likes best among those an answer has, the first of them where it does
 * not say.
 * @throws RequestError 406 with the list
 */
export function mediaOf<Form extends Media>(request: FastifyRequest, offered: readonly Form[]): Form {
  const liked = request.accepts().type(offered.map((media) => MEDIA_TYPES[media]));
  const found = offered.find((media) => MEDIA_TYPES[media] === liked);
  if (found) return found;
  const list = offered.map((media) => MEDIA_TYPES[media]).join(', ');
  throw new RequestError(406, 'not-acceptable', { zh: `可用的格式：${list}`, en: `there is: ${list}` });
}
