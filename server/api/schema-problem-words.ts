import type { TLocalizedValidationError } from 'typebox/error';
import type { Language } from '../language.ts';

type Words = Readonly<Record<Language, string>>;
type Params = Readonly<Record<string, unknown>>;

/** What a broken keyword of JSON Schema says to people, by keyword; `params` are the checker's own. */
const KEYWORD_WORDS: Readonly<Record<string, (params: Params) => Words>> = {
  type: ({ type }) => typeWords(String(type)),
  required: ({ requiredProperties }) => ({
    zh: `缺少 ${listOf(requiredProperties)}`,
    en: `lacks ${listOf(requiredProperties)}`,
  }),
  additionalProperties: () => ({ zh: '接口约定中没有这一项', en: 'is not in the contract' }),
  additionalItems: () => ({ zh: '多出的一项', en: 'is one item too many' }),
  enum: ({ allowedValues }) => ({
    zh: `应为下列之一：${listOf(allowedValues)}`,
    en: `must be one of ${listOf(allowedValues)}`,
  }),
  const: ({ allowedValue }) => ({ zh: `应为 ${allowedValue}`, en: `must be ${allowedValue}` }),
  pattern: ({ pattern }) => ({ zh: `写法不符（${pattern}）`, en: `must be written as ${pattern}` }),
  minimum: ({ limit }) => ({ zh: `不应小于 ${limit}`, en: `must be at least ${limit}` }),
  maximum: ({ limit }) => ({ zh: `不应大于 ${limit}`, en: `must be at most ${limit}` }),
  exclusiveMinimum: ({ limit }) => ({ zh: `应大于 ${limit}`, en: `must be more than ${limit}` }),
  exclusiveMaximum: ({ limit }) => ({ zh: `应小于 ${limit}`, en: `must be less than ${limit}` }),
  minLength: ({ limit }) => ({ zh: `至少 ${limit} 个字符`, en: `must have at least ${limit} character(s)` }),
  maxLength: ({ limit }) => ({ zh: `至多 ${limit} 个字符`, en: `must have at most ${limit} character(s)` }),
  minItems: ({ limit }) => ({ zh: `至少 ${limit} 项`, en: `must have at least ${limit} item(s)` }),
  maxItems: ({ limit }) => ({ zh: `至多 ${limit} 项`, en: `must have at most ${limit} item(s)` }),
  anyOf: () => ({ zh: '不符合任何一种写法', en: 'fits none of the forms there are' }),
};

const OTHERWISE: Words = { zh: '与接口约定不符', en: 'does not fit the contract' };

const TYPE_WORDS: Readonly<Record<string, Words>> = {
  string: { zh: '应为文字', en: 'must be a text' },
  number: { zh: '应为数字', en: 'must be a number' },
  integer: { zh: '应为整数', en: 'must be a whole number' },
  boolean: { zh: '应为 true 或 false', en: 'must be true or false' },
  array: { zh: '应为列表', en: 'must be a list' },
  object: { zh: '应为对象', en: 'must be an object' },
  null: { zh: '应为 null', en: 'must be null' },
};

/** The keyword that is broken: where nothing at all may stand, the one that forbids it. */
export function brokenKeyword({ keyword, schemaPath }: TLocalizedValidationError): string {
  return keyword === 'boolean' ? (schemaPath.split('/').at(-1) ?? keyword) : keyword;
}

/**
 * What is wrong with one place of a request, without a full stop and without its value.
 * @param example a valid value, which says more than a pattern
 */
export function schemaProblemWords(error: TLocalizedValidationError, example?: unknown): Words {
  const keyword = brokenKeyword(error);
  if (keyword === 'pattern' && example !== undefined) {
    return { zh: `写法应如 ${example}`, en: `must be written like ${example}` };
  }
  return KEYWORD_WORDS[keyword]?.(error.params) ?? OTHERWISE;
}

function typeWords(type: string): Words {
  return TYPE_WORDS[type] ?? OTHERWISE;
}

function listOf(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : '';
}
