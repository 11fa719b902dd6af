import type { Language } from '../language.ts';

type Words = Readonly<Record<Language, string>>;

const TOO_MANY_PARTS: Words = { zh: '表单的项数过多', en: 'the form has too many parts' };

/**
 * What Fastify's and its plugins' own refusals say, by their codes. Their messages are not shown: they are English,
 * and some repeat the request.
 */
const FRAMEWORK_WORDS: Readonly<Record<string, Words>> = {
  FST_ERR_BAD_URL: { zh: '地址中的百分号编码有误', en: 'the address is not validly percent-encoded' },
  FST_ERR_MAX_PARAM_LENGTH: { zh: '地址中的一段过长', en: 'a part of the address is too long' },
  FST_ERR_CTP_BODY_TOO_LARGE: { zh: '请求正文过大', en: 'the body is too large' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    zh: '不支持这种 Content-Type 的正文',
    en: 'a body of this Content-Type is not read here',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    zh: '正文长度与 Content-Length 不符',
    en: 'the body is not as long as Content-Length says',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { zh: '请求没有正文', en: 'the body is empty' },
  FST_ERR_CTP_INVALID_JSON_BODY: { zh: '正文不是有效的 JSON', en: 'the body is not valid JSON' },
  FST_PARTS_LIMIT: TOO_MANY_PARTS,
  FST_FILES_LIMIT: TOO_MANY_PARTS,
  FST_FIELDS_LIMIT: TOO_MANY_PARTS,
  FST_PROTO_VIOLATION: { zh: '表单有不允许的项名', en: 'the form has a field of a name that is not allowed' },
  FST_INVALID_MULTIPART_CONTENT_TYPE: {
    zh: '正文应为 multipart/form-data 表单',
    en: 'the body must be a multipart/form-data form',
  },
  FST_INVALID_JSON_FIELD_ERROR: {
    zh: '表单中的 JSON 项无效',
    en: 'a field of the form is not the JSON that it says it is',
  },
  FST_MP_PREMATURE_CLOSE: { zh: '连接在表单结束前断开', en: 'the connection closed before the form ended' },
};

/** Undefined for a code that there are no words for. */
export function frameworkWords(code: string | undefined): Words | undefined {
  return code !== undefined && Object.hasOwn(FRAMEWORK_WORDS, code) ? FRAMEWORK_WORDS[code] : undefined;
}
