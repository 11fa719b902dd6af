import { ADDRESS_BREAKS } from './address-breaks.ts';
import { BODY_BREAKS } from './body-breaks.ts';
import type { Break } from './breaks.ts';
import { Chance } from './chance.ts';
import { COUNTY_BREAKS } from './county-breaks.ts';
import { type Draft, type KnownCounty, RawText, validDraft } from './drafts.ts';
import { FORM_BREAKS } from './form-breaks.ts';
import { addNoise, HEAD_BREAKS } from './head-breaks.ts';
import { type Operation, operationsOf } from './operations.ts';
import { jsonText } from './raw-json.ts';

/** A request that must be refused, and why. */
export interface HostileRequest {
  readonly operation: string;
  /** Names of its breaks, at least one. */
  readonly broken: readonly string[];
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | Buffer | undefined;
}

const ALL_BREAKS: Readonly<Record<string, Break>> = {
  ...ADDRESS_BREAKS,
  ...BODY_BREAKS,
  ...COUNTY_BREAKS,
  ...FORM_BREAKS,
  ...HEAD_BREAKS,
};

/** Every way in which a request of this generator can be wrong. */
export const BREAK_NAMES: readonly string[] = Object.keys(ALL_BREAKS);

/** Those that get farthest, in a document where they seldom apply. */
const DEEP_BREAK_NAMES = Object.keys({ ...COUNTY_BREAKS, ...FORM_BREAKS });

/**
 * Requests made from an OpenAPI document, each valid but for one to three breaks: whatever the service answers to them
 * with anything but a refusal is an error of its own. The same seed and index make the same request.
 */
export function hostileRequest(document: object, known: KnownCounty, seed: number, index: number): HostileRequest {
  const chance = new Chance(Math.imul(seed, 1_000_003) + index);
  const operations = allOperations(document);
  for (;;) {
    const operation = chance.pick(operations);
    const draft = validDraft(operation, known, chance);
    const count = 1 + (chance.isTrue(0.25) ? 1 : 0) + (chance.isTrue(0.1) ? 1 : 0);
    const broken = breakDraft(draft, count, chance, known);
    if (broken.length === 0) continue;
    if (chance.isTrue(0.4)) addNoise(draft, chance);
    return { operation: `${operation.method} ${operation.path}`, broken, ...written(draft) };
  }
}

const operationsByDocument = new WeakMap<object, Operation[]>();

/** Those that take a body, where most can go wrong, three times. */
function allOperations(document: object): Operation[] {
  const known = operationsByDocument.get(document);
  if (known) return known;
  const operations = operationsOf(document);
  const withBody = operations.filter(({ body, isForm }) => body || isForm);
  const weighted = [...operations, ...withBody, ...withBody];
  operationsByDocument.set(document, weighted);
  return weighted;
}

function breakDraft(draft: Draft, count: number, chance: Chance, known: KnownCounty): string[] {
  const broken: string[] = [];
  for (let tries = 0; tries < 20 && broken.length < count; tries++) {
    const name = chance.pick(chance.isTrue(0.4) ? DEEP_BREAK_NAMES : BREAK_NAMES);
    if (!broken.includes(name) && ALL_BREAKS[name]?.(draft, chance, known)) broken.push(name);
  }
  return broken;
}

function written({ method, path, params, query, headers, body }: Draft) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params.get(name) ?? '';
    return value instanceof RawText ? value.text : encoded(value);
  });
  const pairs = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  const payload = body && ('json' in body ? jsonText(body.json) : body.bytes);
  return { method, url: pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled, headers, payload };
}

/** Percent-encoded; halves of characters as the bytes that they would have. */
function encoded(text: string): string {
  return Array.from(text, (character) =>
    /[\uD800-\uDFFF]/.test(character) && character.length === 1
      ? `%ed%${(0x80 | ((character.charCodeAt(0) >> 6) & 0x3f)).toString(16)}%${(0x80 | (character.charCodeAt(0) & 0x3f)).toString(16)}`
      : encodeURIComponent(character),
  ).join('');
}
