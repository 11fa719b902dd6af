import type { TSchema } from 'typebox';

/** As JSON writes it, but for exponents; a zero has no sign. */
const INTEGER = /^(0|-?[1-9]\d{0,15})$/;
const NUMBER = /^-?(0|[1-9]\d{0,15})(\.\d{1,20})?$/;

/**
 * Parameters of an address, which are text, as the numbers and truth values that their schemas ask for. One value
 * has one way to be written: what `Value.Convert` of TypeBox would read as a number too (an empty text, `true`,
 * `0x10`, `3.7` for a whole number) stays a text, which the schema then refuses.
 */
export function addressValues(schema: TSchema, given: unknown): unknown {
  const { properties } = schema as { readonly properties?: Readonly<Record<string, { readonly type?: unknown }>> };
  if (!properties || typeof given !== 'object' || given === null) return given;
  const entries = Object.entries(given).map(([name, value]) => {
    const type = Object.hasOwn(properties, name) ? properties[name]?.type : undefined;
    return [name, typeof value === 'string' ? readAs(type, value) : value] as const;
  });
  return Object.fromEntries(entries);
}

function readAs(type: unknown, text: string): unknown {
  if (type === 'integer' && INTEGER.test(text)) return Number(text);
  if (type === 'number' && NUMBER.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
