import type { Chance } from './chance.ts';
import { itemOf, type Operation, type Parameter, type Schema, tupleOf } from './operations.ts';

/** What the store under test holds, so that requests get past its first doors. */
export interface KnownCounty {
  readonly code: string;
  readonly version: number;
  readonly networkHash: string;
  readonly stationIds: readonly [urban: string, rural: string];
  readonly settlementIds: readonly string[];
  readonly plan: string;
  readonly rule: string;
  /** A point near its roads. */
  readonly point: readonly [lon: number, lat: number];
  /** Conditions of the contract that it has no network for. */
  readonly missingConditions: readonly string[];
}

/** A request in the making. */
export interface Draft {
  readonly operation: Operation;
  method: string;
  /** Template of the address. */
  path: string;
  /** Texts, not encoded yet, or raw ones. */
  readonly params: Map<string, string | RawText>;
  query: (readonly [name: string, value: string])[];
  readonly headers: Record<string, string>;
  /** JSON of the contract, or bytes. */
  body: { json: unknown } | { readonly bytes: Buffer } | undefined;
}

/** A part of an address as it is sent. */
export class RawText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const FORM_TYPE = 'multipart/form-data; boundary=b';

/** A request that the contract allows; an import's form is empty, since a whole one would be taken in. */
export function validDraft(operation: Operation, known: KnownCounty, chance: Chance): Draft {
  const draft: Draft = {
    operation,
    method: operation.method,
    path: operation.path,
    params: new Map(),
    query: [],
    headers: {},
    body: undefined,
  };
  for (const parameter of operation.parameters) {
    const text = validText(parameter, known, chance);
    if (parameter.in === 'path') draft.params.set(parameter.name, text);
    else if (parameter.required || isChosen(parameter, operation, chance)) draft.query.push([parameter.name, text]);
  }
  if (operation.body) draft.body = { json: validBody(operation, operation.body, known, chance) };
  if (operation.body) draft.headers['content-type'] = 'application/json';
  if (operation.isForm) {
    draft.body = { bytes: Buffer.from('--b--\r\n') };
    draft.headers['content-type'] = FORM_TYPE;
  }
  return draft;
}

/** A called place is a point or a settlement, one of them. */
function isChosen({ name }: Parameter, { path }: Operation, chance: Chance): boolean {
  if (path.endsWith('/dispatch') && name === 'settlement') return true;
  if (path.endsWith('/dispatch') && name === 'at') return false;
  return name !== 'plan' && chance.isTrue(0.3);
}

function validText({ name, schema }: Parameter, known: KnownCounty, chance: Chance): string {
  const texts: Readonly<Record<string, string>> = {
    code: known.code,
    version: String(known.version),
    number: String(known.version),
    hash: known.networkHash,
    settlement: chance.pick(known.settlementIds),
    plan: known.plan,
    time: '2026-11-24T22:30',
    minutes: '5,10',
    condition: 'base',
    engine: 'embedded',
    from: known.point.join(','),
    to: known.point.join(','),
    at: known.point.join(','),
    z: '0',
    x: '0',
    y: '0',
  };
  return texts[name] ?? String(validValue(schema, chance));
}

function validBody({ path }: Operation, schema: Schema, known: KnownCounty, chance: Chance): unknown {
  const body = validValue(schema, chance) as Record<string, unknown>;
  const [centreId, memberId] = known.stationIds;
  if ('groups' in body) body['groups'] = [{ id: '甲组', centreId, memberIds: [memberId] }];
  if ('settlement' in body) body['settlement'] = chance.pick(known.settlementIds);
  if ('name' in body) body['name'] = `${path.endsWith('rules') ? known.rule : known.plan} ${chance.below(1e9)}`;
  const points = () => Array.from({ length: 1 + chance.below(3) }, () => [...known.point]);
  for (const member of ['sources', 'targets', 'points']) if (member in body) body[member] = points();
  if ('condition' in body) body['condition'] = 'base';
  if ('engine' in body) body['engine'] = 'embedded';
  return body;
}

/** A value of a schema. */
export function validValue(schema: Schema, chance: Chance): unknown {
  if (schema.enum) return chance.pick(schema.enum);
  const tuple = tupleOf(schema);
  if (tuple) return tuple.map((item) => validValue(item, chance));
  const least = schema.minimum ?? schema.exclusiveMinimum ?? 0;
  switch (schema.type) {
    case 'object':
      return validObject(schema, chance);
    case 'array':
      return Array.from({ length: (schema.minItems ?? 0) + 1 }, () => validValue(itemOf(schema), chance));
    case 'integer':
      return least + chance.below(Math.min(1000, (schema.maximum ?? 1000) - least + 1));
    case 'number':
      return (
        Math.round(1000 * (least + ((schema.maximum ?? least + 1000) - least) * (0.1 + chance.below(9) / 10))) / 1000
      );
    case 'boolean':
      return chance.isTrue(0.5);
    default:
      return String(schema.examples?.[0] ?? `text ${chance.below(1e6)}`);
  }
}

function validObject({ properties = {}, required = [] }: Schema, chance: Chance): Record<string, unknown> {
  const names = Object.keys(properties).filter((name) => required.includes(name) || chance.isTrue(0.5));
  return Object.fromEntries(names.map((name) => [name, validValue(properties[name] ?? {}, chance)]));
}
