import { gzipSync } from 'node:zlib';
import type { Breaks } from './breaks.ts';
import type { Chance } from './chance.ts';
import type { Draft } from './drafts.ts';
import { ODD_TEXTS } from './odd-texts.ts';
import { itemOf, type Schema, tupleOf } from './operations.ts';
import { jsonText, RawJson } from './raw-json.ts';

const MEMBERS = ['__proto__', 'constructor', 'toString', 'x', '', '\0', 'ＣｏｄＥ', 'm'.repeat(10_000), 'rule.share'];

const WRONG_TYPES = [
  'text/plain',
  'text/html',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
  'multipart/form-data',
  'application/json; charset=gbk',
  'application/json; charset=utf-16le',
  'application/jsonp',
  'application/ld+json',
  'application/json/evil',
  'APPLICATION',
  '*/*',
  ';',
  'text/plain; charset="',
  'x'.repeat(5000),
];

const TOO_LARGE = Buffer.alloc((8 << 20) + 1, ' ');

/** Wrong in the body of an operation that takes JSON. */
export const BODY_BREAKS: Breaks = {
  'a value of another kind': (draft, chance) => {
    const site = pickSite(draft, chance);
    if (!site) return false;
    site.set(chance.pick(wrongValues(site.schema)));
    return true;
  },
  'a member too few': (draft, chance) => {
    const site = pickSite(draft, chance, ({ schema }) => (schema.required ?? []).length > 0);
    if (!site) return false;
    delete (site.value as Record<string, unknown>)[chance.pick(site.schema.required ?? [])];
    return true;
  },
  'a member that there is not': (draft, chance) => {
    const site = pickSite(draft, chance, ({ schema }) => schema.type === 'object');
    if (!site) return false;
    const value = chance.pick([1, null, { a: { b: 1 } }, ...ODD_TEXTS]);
    Object.defineProperty(site.value, chance.pick(MEMBERS), { value, enumerable: true, configurable: true });
    return true;
  },
  'JSON that is none': (draft, chance) => {
    const text = wholeText(draft);
    if (text === undefined) return false;
    const cut = text.slice(0, chance.below(text.length));
    const broken = [
      cut,
      `${text}}`,
      `${text},`,
      `/**/${text}`,
      text.replaceAll('"', "'"),
      `${text}\0`,
      text.replace(':', '='),
    ];
    draft.body = { bytes: Buffer.from(chance.pick(broken)) };
    return true;
  },
  'a value in place of an object': (draft, chance) => {
    if (!draft.operation.body) return false;
    const texts = [
      'null',
      '[]',
      '0',
      '""',
      'true',
      '[{}]',
      'NaN',
      'undefined',
      '{}{}',
      '1e309',
      `"${'x'.repeat(1e5)}"`,
    ];
    draft.body = { bytes: Buffer.from(chance.pick(texts)) };
    return true;
  },
  'bytes that are no UTF-8': (draft, chance) => {
    const text = wholeText(draft);
    if (text === undefined) return false;
    const bytes = Buffer.from(text);
    const at = chance.below(bytes.length);
    const wrong = chance.pick([[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0x80]]);
    draft.body = { bytes: Buffer.concat([bytes.subarray(0, at), Buffer.from(wrong), bytes.subarray(at)]) };
    return true;
  },
  'another encoding': (draft, chance) => {
    const text = wholeText(draft);
    if (text === undefined) return false;
    const bytes = chance.pick([Buffer.from(text, 'utf16le'), gzipSync(text), gzipSync(TOO_LARGE)]);
    draft.body = { bytes };
    if (bytes[0] === 0x1f && chance.isTrue(0.5)) draft.headers['content-encoding'] = 'gzip';
    return true;
  },
  'a type that is not read': (draft, chance) => {
    if (!draft.operation.body) return false;
    draft.headers['content-type'] = chance.pick(WRONG_TYPES);
    return true;
  },
  'no type': (draft) => {
    if (!draft.operation.body) return false;
    delete draft.headers['content-type'];
    return true;
  },
  'no body': (draft) => {
    if (!draft.operation.body) return false;
    draft.body = undefined;
    return true;
  },
  'a body beyond the limit': (draft, chance) => {
    if (!draft.operation.body || !chance.isTrue(0.05)) return false;
    draft.body = { bytes: TOO_LARGE };
    return true;
  },
};

/** JSON of the body, where it still is one; never one that is of another type already. */
function wholeText({ body }: Draft): string | undefined {
  return body && 'json' in body ? jsonText(body.json) : undefined;
}

/** A place in a body where a value stands. */
interface Site {
  readonly schema: Schema;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

function pickSite(draft: Draft, chance: Chance, isWanted: (site: Site) => boolean = () => true): Site | undefined {
  const { body, operation } = draft;
  if (!body || !('json' in body) || !operation.body) return undefined;
  const set = (value: unknown): void => {
    draft.body = { json: value };
  };
  const sites = sitesOf({ schema: operation.body, value: body.json, set }).filter(isWanted);
  return sites.length > 0 ? chance.pick(sites) : undefined;
}

/** A place and those in it; none in what is not of its schema any more. */
function sitesOf(site: Site): Site[] {
  const { schema, value } = site;
  if (value instanceof RawJson) return [];
  if (schema.type === 'object' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const members = value as Record<string, unknown>;
    const names = Object.keys(schema.properties ?? {}).filter((name) => Object.hasOwn(members, name));
    const inner = names.flatMap((name) =>
      sitesOf({
        schema: schema.properties?.[name] ?? {},
        value: members[name],
        set: (changed) => {
          members[name] = changed;
        },
      }),
    );
    return [site, ...inner];
  }
  if (schema.type === 'array' && Array.isArray(value)) {
    const inner = value.slice(0, 5).flatMap((item, i) =>
      sitesOf({
        schema: tupleOf(schema)?.[i] ?? itemOf(schema),
        value: item,
        set: (changed) => {
          value[i] = changed;
        },
      }),
    );
    return [site, ...inner];
  }
  const isLeaf = schema.type !== 'object' && schema.type !== 'array';
  return isLeaf ? [site] : [];
}

const DEEP = [
  new RawJson('['.repeat(50_000) + ']'.repeat(50_000)),
  new RawJson(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
];
const NO_JSON = ['1e309', '-1e309', 'NaN', 'Infinity', '01', '0x10', '+1', '.5', '1.', "'x'", 'undefined', '"\n"'].map(
  (text) => new RawJson(text),
);

/** Values that a schema does not allow. */
function wrongValues(schema: Schema): unknown[] {
  switch (schema.type) {
    case 'object':
      return [null, 0, 'x', true, [], [{}], ...DEEP.slice(0, 1), ...NO_JSON];
    case 'array':
      return [null, 0, 'x', true, {}, { length: 1 }, { 0: 'x' }, ...DEEP, ...NO_JSON, ...wrongLists(schema)];
    case 'number':
    case 'integer':
      return [null, '1', '', 'NaN', true, [], [1], {}, ...DEEP, ...NO_JSON, ...wrongNumbers(schema)];
    default:
      return [null, 1, -0, true, [], ['x'], {}, { toString: 'x' }, ...DEEP, ...NO_JSON, ...wrongStrings(schema)];
  }
}

function wrongLists(schema: Schema): unknown[] {
  const item = tupleOf(schema) ? '1' : itemOf(schema).type === 'array' ? '[117,32]' : '"x"';
  const wrong: unknown[] = [new RawJson(`[${Array(1e5).fill(item).join()}]`), [[[[[]]]]], [null], [{ a: 1 }]];
  if ((schema.minItems ?? 0) > 0) wrong.push([]);
  if (tupleOf(schema)) wrong.push([1], [1, 2, 3], ['1', '2']);
  return wrong;
}

function wrongNumbers({ minimum, maximum, exclusiveMinimum }: Schema): unknown[] {
  const wrong: unknown[] = [];
  if (minimum !== undefined) wrong.push(minimum - 1, minimum - 1e-9, -1e300);
  if (exclusiveMinimum !== undefined) wrong.push(exclusiveMinimum, exclusiveMinimum - 1e-9, -1e300);
  if (maximum !== undefined) wrong.push(maximum + 1, 2 ** 53, 1.7e308, new RawJson('9'.repeat(300)));
  return wrong;
}

function wrongStrings({ enum: words, minLength, maxLength }: Schema): unknown[] {
  if (words) return [...ODD_TEXTS, ...words.map((word) => `${word} `), ...words.map((word) => word.toUpperCase())];
  const tooLong = maxLength === undefined ? [] : ['x'.repeat(maxLength + 1), '㐂'.repeat(1e5)];
  return minLength === 1 ? ['', ...tooLong] : tooLong;
}
