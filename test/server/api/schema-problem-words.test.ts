import { type TSchema, Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { LonLatText, OneOf, Strict } from '../../../server/api/contract/shared.ts';
import { RequestError } from '../../../server/api/problems.ts';
import { validatorCompiler } from '../../../server/api/validation.ts';

/** The problems that a value has, as `column rule zh en`. */
function problemsOf(schema: TSchema, value: unknown, httpPart = 'body'): string[] {
  const check = validatorCompiler({ schema, method: 'POST', url: '/', httpPart });
  const { error } = check(value) as { readonly error?: unknown };
  if (!(error instanceof RequestError)) return [];
  return error.problems.map(({ column, rule, text }) => `${column} | ${rule} | ${text.zh} | ${text.en}`);
}

describe('the words of a broken contract', () => {
  it.each<[string, TSchema, unknown, string]>([
    ['type', Type.Number(), 'x', 'a | type | 应为数字 | must be a number'],
    ['type', Type.Integer(), 1.5, 'a | type | 应为整数 | must be a whole number'],
    ['type', Type.Boolean(), 1, 'a | type | 应为 true 或 false | must be true or false'],
    ['enum', OneOf(['and', 'or']), 'nor', 'a | enum | 应为下列之一：and, or | must be one of and, or'],
    ['const', Type.Literal(4), 5, 'a | const | 应为 4 | must be 4'],
    ['pattern', Type.String({ pattern: '^x$' }), 'y', 'a | pattern | 写法不符（^x$） | must be written as ^x$'],
    ['pattern', LonLatText, 'y', 'a | pattern | 写法应如 117.16,32.48 | must be written like 117.16,32.48'],
    ['minimum', Type.Number({ minimum: 2 }), 1, 'a | minimum | 不应小于 2 | must be at least 2'],
    ['maximum', Type.Number({ maximum: 2 }), 3, 'a | maximum | 不应大于 2 | must be at most 2'],
    [
      'exclusiveMinimum',
      Type.Number({ exclusiveMinimum: 0 }),
      0,
      'a | exclusiveMinimum | 应大于 0 | must be more than 0',
    ],
    [
      'exclusiveMaximum',
      Type.Number({ exclusiveMaximum: 0 }),
      0,
      'a | exclusiveMaximum | 应小于 0 | must be less than 0',
    ],
    [
      'minLength',
      Type.String({ minLength: 1 }),
      '',
      'a | minLength | 至少 1 个字符 | must have at least 1 character(s)',
    ],
    [
      'maxLength',
      Type.String({ maxLength: 1 }),
      'xx',
      'a | maxLength | 至多 1 个字符 | must have at most 1 character(s)',
    ],
    [
      'minItems',
      Type.Array(Type.Any(), { minItems: 1 }),
      [],
      'a | minItems | 至少 1 项 | must have at least 1 item(s)',
    ],
    [
      'maxItems',
      Type.Array(Type.Any(), { maxItems: 0 }),
      [1],
      'a | maxItems | 至多 0 项 | must have at most 0 item(s)',
    ],
    ['a format', Type.String({ format: 'date' }), 'x', 'a | format | 与接口约定不符 | does not fit the contract'],
  ])('are there in both languages for %s', (_, schema, value, expected) => {
    expect(problemsOf(Strict({ a: schema }), { a: value })).toEqual([`body/${expected}`]);
  });

  it('are there for what is missing, and for each member and item too many', () => {
    const schema = Strict({ a: Type.Number(), b: Type.Tuple([Type.Number()]) });
    expect(problemsOf(schema, { b: [1, 2], c: 3, d: 4 })).toEqual([
      'body | required | 缺少 a | lacks a',
      'body/c | additionalProperties | 接口约定中没有这一项 | is not in the contract',
      'body/d | additionalProperties | 接口约定中没有这一项 | is not in the contract',
      'body/b/1 | additionalItems | 多出的一项 | is one item too many',
    ]);
  });

  it('are there for a value that fits none of several forms', () => {
    const schema = Strict({ a: Type.Union([Type.Number(), Type.Null()]) });
    expect(problemsOf(schema, { a: 'x' })).toContain(
      'body/a | anyOf | 不符合任何一种写法 | fits none of the forms there are',
    );
  });

  it('never repeat a value, and names of members only as far as they can be shown', () => {
    const schema = Strict({ a: Type.Optional(Type.Number()) });
    const shown = problemsOf(schema, {
      a: 'secret',
      [`b${'x'.repeat(5000)}`]: 1,
      'tel 13912345678': 2,
      'c\u202Ed\0': 3,
    });
    expect(shown.join()).not.toMatch(/secret|13912345678|\u202E|\0/);
    expect(Math.max(...shown.map((line) => line.length))).toBeLessThan(300);
  });
});

describe('parameters of an address', () => {
  const schema = Strict({
    n: Type.Optional(Type.Number({ minimum: -5 })),
    i: Type.Optional(Type.Integer()),
    b: Type.Optional(Type.Boolean()),
    s: Type.Optional(Type.String()),
  });
  const read = (given: object) =>
    (validatorCompiler({ schema, method: 'GET', url: '/', httpPart: 'querystring' })(given) as { value?: unknown })
      .value;

  it('are read as what the contract asks for', () => {
    expect(read({ n: '-2.50', i: '-7', b: 'false', s: '12' })).toEqual({ n: -2.5, i: -7, b: false, s: '12' });
  });

  it.each([
    ...[
      '',
      ' 1',
      '1 ',
      '+1',
      '01',
      '-0',
      '1.0',
      '1.5',
      '1e3',
      '0x10',
      '1_000',
      'true',
      'null',
      '１',
      '9'.repeat(17),
    ].map((text) => ({ i: text })),
    ...['', '.5', '5.', '1e3', '1e309', 'NaN', 'Infinity', '-Infinity', '0b1', 'false', '1,5'].map((text) => ({
      n: text,
    })),
    ...['TRUE', '1', '0', '', 'yes', 'null'].map((text) => ({ b: text })),
    { i: ['1', '2'] },
    { s: ['a', 'b'] },
  ])('are refused where they are written otherwise: %j', (given) => {
    expect(read(given)).toBeUndefined();
  });
});
