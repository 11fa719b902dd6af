import type { Breaks } from './breaks.ts';
import type { Chance } from './chance.ts';
import { type Draft, RawText } from './drafts.ts';
import { ODD_NUMBERS, ODD_TEXTS } from './odd-texts.ts';
import type { Parameter, Schema } from './operations.ts';

const BAD_ENCODINGS = ['%zz', '%', '%2', '%c0%af', '%ff', '%ed%a0%80', '%u0041', '340121%', '%%32%65'];

const UNKNOWN_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'LANG',
  'lang[]',
  'lang ',
  'version.number',
  '$where',
  'code',
  'x\0',
  '\uD800',
  '参数',
  'n'.repeat(3000),
];

/** None of them is an address of the service, whatever they are appended to. */
const UNKNOWN_TAILS = [
  '/x/y/z',
  '/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%00',
  ';x=1',
  '.json.bak',
  '/..%5c..%5c',
  '%0d%0a',
];

const UNKNOWN_PATHS = [
  '/etc/passwd',
  '/api',
  '/api/',
  '/api//counties',
  '/API/COUNTIES',
  '/api/counties/../../../etc/passwd',
  '/api/counties%2f340121',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/.git/config',
  '/.env',
  '/api/counties/340121/../../x',
  '/api/%00',
  `/api/${'a'.repeat(5000)}`,
  `/api/${'a/'.repeat(2000)}`,
  '/api/counties/340121/settlements/x',
  '/http://evil.example/api/counties',
];

/** Wrong in what stands before the body. */
export const ADDRESS_BREAKS: Breaks = {
  'a parameter of another form': (draft, chance) => {
    const parameter = pickParameter(draft, chance, ({ schema }) => wrongTexts(schema).length > 0);
    if (!parameter) return false;
    setParameter(draft, parameter, chance.pick(wrongTexts(parameter.schema)));
    return true;
  },
  'a parameter twice': (draft, chance) => {
    const parameter = pickParameter(draft, chance, (candidate) => candidate.in === 'query');
    if (!parameter) return false;
    const text = String(
      parameter.schema.enum?.[0] ?? parameter.schema.minimum ?? parameter.schema.examples?.[0] ?? 'x',
    );
    draft.query.push([parameter.name, text], [parameter.name, text]);
    return true;
  },
  'a parameter that there is not': (draft, chance) => {
    if (!pickParameter(draft, chance, (candidate) => candidate.in === 'query')) return false;
    draft.query.push([chance.pick(UNKNOWN_NAMES), chance.pick(ODD_TEXTS)]);
    return true;
  },
  'a parameter too few': (draft, chance) => {
    const parameter = pickParameter(draft, chance, (candidate) => candidate.in === 'query' && candidate.required);
    if (!parameter) return false;
    draft.query = draft.query.filter(([name]) => name !== parameter.name);
    return true;
  },
  'percent-encoding that is none': (draft, chance) => {
    const parameter = pickParameter(draft, chance, (candidate) => candidate.in === 'path');
    const raw = chance.pick(BAD_ENCODINGS);
    if (parameter) draft.params.set(parameter.name, new RawText(raw));
    else draft.path += `/${raw}`;
    return true;
  },
  'an address that there is not': (draft, chance) => {
    draft.path = chance.isTrue(0.5) ? chance.pick(UNKNOWN_PATHS) : draft.path + chance.pick(UNKNOWN_TAILS);
    return true;
  },
  'a method that the address does not have': (draft, chance) => {
    const all = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL', 'PURGE'];
    draft.method = chance.pick(all.filter((method) => !draft.operation.pathMethods.includes(method)));
    return true;
  },
};

function pickParameter(
  { operation }: Draft,
  chance: Chance,
  isWanted: (parameter: Parameter) => boolean,
): Parameter | undefined {
  const wanted = operation.parameters.filter(isWanted);
  return wanted.length > 0 ? chance.pick(wanted) : undefined;
}

/** Puts a text where a parameter has its value. */
export function setParameter(draft: Draft, { name, in: where }: Pick<Parameter, 'name' | 'in'>, text: string): void {
  if (where === 'path') draft.params.set(name, text);
  else draft.query = [...draft.query.filter(([other]) => other !== name), [name, text]];
}

/** Texts that a parameter's schema does not allow. */
function wrongTexts(schema: Schema): string[] {
  const { type, minimum, maximum, exclusiveMinimum } = schema;
  if (type === 'integer' || type === 'number') {
    const beyond = [
      minimum === undefined ? exclusiveMinimum : minimum - 1,
      maximum === undefined ? undefined : maximum + 1,
    ];
    const numbers = beyond.filter((limit) => limit !== undefined).map(String);
    return [...ODD_NUMBERS, ...numbers, ...(type === 'integer' ? ['1.5', '7.999999999', '2.0'] : [])];
  }
  if (type === 'boolean') return ['', 'TRUE', 'True', '1', '0', 'yes', 'null', 'true ', ...ODD_TEXTS];
  return wrongStrings(schema);
}

function wrongStrings({ enum: words, pattern, minLength, maxLength }: Schema): string[] {
  const wrong =
    maxLength === undefined ? [] : ['x'.repeat(maxLength + 1), '㐂'.repeat(maxLength + 1), '1'.repeat(6000)];
  if (minLength === 1) wrong.push('');
  if (words) {
    const near = words.flatMap((word) => [word.toUpperCase(), `${word} `, `${word}\0`, word.slice(1)]);
    return [...wrong, ...[...ODD_TEXTS, ...near, ''].filter((text) => !words.includes(text))];
  }
  if (pattern === undefined) return wrong;
  const expression = new RegExp(pattern, 'u');
  const candidates = [...ODD_TEXTS, ...ODD_NUMBERS, ...NEAR_PATTERNS, '9'.repeat(5000), '1,'.repeat(3000)];
  return [...wrong, ...candidates.filter((text) => !expression.test(text))];
}

/** Nearly a code, a point, a list of minutes, a hash. */
const NEAR_PATTERNS = [
  '34012',
  '3401211',
  '３４０１２１',
  '340121\n',
  '340 121',
  '117.16',
  '117.16,32.48,5',
  '117.16;32.48',
  '32.48,117.16',
  '1e2,3',
  'NaN,NaN',
  '117.1234567890123456,32',
  '10,,20',
  '-10',
  '10,',
  'A'.repeat(64),
  'a'.repeat(63),
];
